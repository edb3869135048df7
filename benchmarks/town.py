# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The demo city with as many concerns as a city collects in years, written through the models."""

import datetime as dt
import io
import random
from functools import cache

import yaml
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

CONCERNS = 20_000
BATCH = 2_000
SHARE_OF_ONE_OFFICE = 0.5
PROTECTIONS = {"open": 30, "normal": 64, "confidential": 4, "sealed": 2}
LET_IN = 0.02
STATES = {"received": 8, "assigned": 6, "in_progress": 14, "waiting": 4, "answered": 8, "closed": 60}


def build(concerns=CONCERNS):
    """An empty database becomes the demo city with its concerns, its index and its static files."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("demo", stdout=io.StringIO())
    call_command("index", stdout=io.StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)
    add_concerns(concerns)


def phrasings():
    """What people wrote, in German, from the demo's files."""
    files = sorted((settings.ROOT / "demo" / "phrasings").glob("*.yaml"))
    loaded = (yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) for path in files)
    return [text for file in loaded for text in file["phrasings"].get("de", []) if len(text) > 20]


def add_concerns(count, *, keywords=False):
    """Half of them in bob's office, the rest anywhere, over three years, in every state; the same on every run.

    Each has five entries; with `keywords` they are found by their words as if the job had indexed them.
    """
    from friedensplatz.accounts.models import User
    from friedensplatz.directory.models import Office

    chance, texts = random.Random(7), phrasings()
    offices = list(Office.objects.filter(takes_concerns=True).select_related("team"))
    busy = Office.objects.get(slug="babc")
    bob = User.objects.get(email="bob@dortmund.example")
    for start in range(0, count, BATCH):
        made = [
            _concern(chance, busy if chance.random() < SHARE_OF_ONE_OFFICE else chance.choice(offices), bob)
            for _number in range(start, min(start + BATCH, count))
        ]
        said = [chance.choices(texts, k=3) for _ in made]
        _write(made, [" ".join(parts) for parts in said], bob)
        _let_in([one for one in made if one.office != busy and chance.random() < LET_IN], busy)
        if keywords:
            _index([pair for pair in zip(made, said, strict=True) if not pair[0].is_encrypted])


def _concern(chance, office, bob):
    from friedensplatz.concerns import codes
    from friedensplatz.concerns.models import Concern

    received = timezone.now() - dt.timedelta(days=chance.random() * 1_000)
    state = chance.choices(list(STATES), list(STATES.values()))[0]
    return Concern(
        reference=codes.new_reference(),
        code_digest=codes.digest(codes.new_code()),
        kind=chance.choice(["complaint", "suggestion"]),
        protection=chance.choices(list(PROTECTIONS), list(PROTECTIONS.values()))[0],
        is_anonymous=chance.random() < 0.3,
        state=state,
        is_open=state not in {"answered", "closed"},
        waiting_for="person" if state == "waiting" else "",
        outcome="resolved" if state == "closed" else "",
        office=office,
        assignee=bob if state in {"assigned", "in_progress"} and chance.random() < 0.3 else None,
        received_at=received,
        ended_at=received + dt.timedelta(days=20) if state in {"answered", "closed"} else None,
        answer_due=(received + dt.timedelta(days=28)).date(),
    )


@cache
def _stems(phrase):
    from friedensplatz.concerns.finding import stems_of

    return frozenset(stems_of(phrase))


def _let_in(concerns, office):
    """The office reads these of others."""
    from friedensplatz.concerns.models import Admission

    Admission.objects.bulk_create([Admission(concern=concern, office=office) for concern in concerns])


def _index(concerns):
    from friedensplatz.concerns.models import Keyword

    held = [(concern, frozenset().union(*map(_stems, parts))) for concern, parts in concerns]
    pairs = ((concern, stem) for concern, stems in held for stem in sorted(stems))
    Keyword.objects.bulk_create([Keyword(concern=concern, stem=stem, in_opening=True) for concern, stem in pairs])


def _write(concerns, texts, bob):
    from friedensplatz.concerns.models import Concern, Deadline, Entry, Party, Reporter, new_party
    from friedensplatz.concerns.words import subject_of

    for concern, text in zip(concerns, texts, strict=True):
        concern.tell(subject=subject_of(text))
    Concern.objects.bulk_create(concerns)
    entries, deadlines, parties = [], [], []
    for concern, text in zip(concerns, texts, strict=True):
        at, office = concern.received_at, concern.office
        later, end = at + dt.timedelta(days=3), "answer" if concern.ended_at else "interim"
        person, staff = {"concern": concern}, {"concern": concern, "author": bob, "office": office}
        for kind, words, day, writer in (
            ("opening", text, at, person),
            ("note", "Rückruf vereinbart.", at + dt.timedelta(days=2), staff),
            ("question", "Seit wann ist das so?", at + dt.timedelta(days=2), staff),
            ("message", "Seit Montag.", later, person),
            (end, f"Vielen Dank. {text}", concern.ended_at or later, staff),
        ):
            entry = Entry(kind=kind, visibility="office" if kind == "note" else "person", at=day, **writer)
            entry.write(words)
            entries.append(entry)
        promise = {"rule": "answer", "starts": at.date(), "due": concern.answer_due, "met_at": concern.ended_at}
        deadlines.append(Deadline(concern=concern, **promise))
        if not concern.is_anonymous:
            parties.append(new_party(concern, Reporter("Alice Beispiel", email="alice@home.example")))
    Entry.objects.bulk_create(entries)
    Deadline.objects.bulk_create(deadlines)
    Party.objects.bulk_create(parties)
