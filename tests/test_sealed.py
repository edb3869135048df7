# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A sealed concern full of marks, and everybody who has no right: no page, mail, log line, table or file tells one.

WORD stands wherever somebody wrote something, PERSON wherever it says who somebody is. Who works on the concern reads
the words, and nobody of the people before a second person has agreed.
"""

import logging
from types import SimpleNamespace

import pytest
from django.core import mail as outbox
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from friedensplatz.accounts.models import Role
from friedensplatz.concerns.actions import (
    Reporter,
    ask_person,
    keep_concern,
    note_concern,
    receive_concern,
    take_concern,
    write_back,
)
from friedensplatz.concerns.counselling import plan_steps
from friedensplatz.concerns.desk.deeds import DEEDS
from friedensplatz.concerns.disclosing import ask_disclosure
from friedensplatz.concerns.drafts import Content, start_draft
from friedensplatz.concerns.files import keep_upload
from friedensplatz.concerns.mail.addresses import reply_address
from friedensplatz.concerns.mediations import invite_side, propose_agreement, write_as_side
from friedensplatz.concerns.models import Attachment, Callback, Disclosure, Incoming, Kind, Party, Protection, new_party
from friedensplatz.concerns.overseeing import escalate_concern, remind_oneself
from friedensplatz.concerns.retaining import hold_concern
from friedensplatz.concerns.tests.mail.samples import arrive
from friedensplatz.concerns.tests.samples import picture
from friedensplatz.concerns.tests.traces import everything_stored, tables
from friedensplatz.core.jobs import all_jobs
from friedensplatz.notices.models import Mail
from friedensplatz.search.queries import find
from tests.access import ARGUMENTS, SENT
from tests.cast import make_user
from tests.scene import make_scene
from tests.test_access import EXPECTED, addresses

pytestmark = pytest.mark.django_db

WORD, PERSON = "querxilwort", "querxilmensch"
ADDRESS = f"{PERSON}@home.example"
JOBS = ("sort_mails", "index_words", "learn_routing", "suggest_offices", "remind_of_legal_days", "measure_suggestions")
WITHOUT_RIGHT = ("anonymous", "alice", "carol", "bob", "dora", "eva", "lena", "leo", "ada", "cem", "cleo")
"""cem counsels in the same office, cleo in another; lena leads the office."""


def tell_everything(scene):
    """Hand in a sealed concern, and do with it whatever leaves words or names."""
    person = Reporter(
        PERSON, ADDRESS, f"0231 {PERSON}", True, f"{PERSON}weg 3\n44137 Dortmund", "phone", f"Nie {PERSON}"
    )
    told = {"other": PERSON, "wish": WORD, "incident_on": "2026-11-01", "field": "work"}
    concern, _code = receive_concern(
        f"{WORD} {WORD}anfang",
        office=scene.office,
        kind=Kind.MEDIATION,
        protection=Protection.SEALED,
        language="de",
        reporter=person,
        place_note=f"{WORD}platz",
        particulars=told,
    )
    file = keep_upload(SimpleUploadedFile(f"{PERSON}.jpg", picture()))
    take_concern(concern, by=scene.cora)
    ask_person(concern, f"{WORD}frage", by=scene.cora)
    write_back(concern, f"{WORD}antwort", files=[file])
    note_concern(concern, f"{WORD}notiz", by=scene.cora)
    escalate_concern(concern, f"{WORD}grund", by=scene.cora)
    hold_concern(concern, f"{WORD}sperre", by=scene.cora)
    plan_steps(concern, [], words=f"{WORD}plan", day=None, by=scene.cora)
    invite_side(concern, f"{PERSON} Nachbar", by=scene.cora)
    write_as_side(concern, f"{WORD}seite")
    propose_agreement(concern, "result", f"{WORD}einigung", by=scene.cora)
    new_party(concern, Reporter(f"{PERSON} Beistand"), Party.Role.TRUSTED).save()
    ask_disclosure(concern, "Ich rufe an.", by=scene.cora)
    remind_oneself(concern, timezone.localdate(), f"{WORD}merken", by=scene.cora)
    keep_concern(concern, scene.alice)
    arrive(f"{WORD}post", sender=f"{PERSON} <{ADDRESS}>", subject=f"{WORD}betreff", to=reply_address(concern))
    arrive(f"{WORD}neu", sender=f"{PERSON} <{ADDRESS}>", subject=f"{WORD}neu", files=[(f"{PERSON}.dat", b"\x78")])
    start_draft(Content(f"{WORD}entwurf", scene.office.pk, name=PERSON, email=ADDRESS))
    return concern


@pytest.fixture
def house(settings, caplog, django_capture_on_commit_callbacks):
    """The scene with the sealed concern in the place of its open one, all that follows from it done."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "rules")  # two lines for each question of a right, without what it is about
    settings.MAIL_REPLY_TO = "antwort@city.example"
    settings.MAIL_OFFICES = ["nobody"]  # who sorts mail reads what waits
    scene = make_scene()
    for name, office in (("cora", scene.office), ("cem", scene.office), ("cleo", scene.other_office)):
        setattr(scene, name, make_user(f"{name}@city.example", office=office, role=Role.COUNSELLOR))
    with django_capture_on_commit_callbacks(execute=True):
        concern = tell_everything(scene)
    leave_unsent(scene, concern)
    with django_capture_on_commit_callbacks(execute=True):
        for name in JOBS:
            all_jobs()[f"concerns.{name}"].work(timezone.now())
        all_jobs()["notices.deliver"].work(timezone.now())
    changed = {"concern": concern, "incoming": Incoming.objects.get(concern=concern)}
    return SimpleNamespace(**vars(scene) | changed)


def leave_unsent(scene, concern):
    """Somebody sends a note after their session was over."""
    client = Client()
    client.force_login(scene.cora)
    client.session.flush()
    client.post(reverse("desk_deed", args=[concern.reference, "note"]), {"text": f"{WORD}liegengeblieben"})


def own(house):
    """Addresses whose parts are numbers: those of the concern's own things."""
    reference = house.concern.reference
    file, entry = (
        Attachment.objects.get(entry__concern=house.concern),
        house.concern.entries.exclude(office=None).first(),
    )
    return {
        "desk_file": {"reference": reference, "pk": file.pk},
        "desk_letter": {"reference": reference, "pk": entry.pk},
        "call_done": {"pk": Callback.objects.get().pk},
        "desk_reminder_done": {"pk": house.concern.reminders.get().pk},
        "disclosure_decide": {"pk": Disclosure.objects.get().pk},
        "desk_mail_file": {"pk": house.incoming.pk, "number": 1},
    }


def every_line_of_the_desk(house, deeds=()):
    """Address and what is sent to it (None: nothing), of each line of the access table at the desk and of these deeds."""
    things = own(house)
    for line in EXPECTED:
        name = line.removeprefix("POST ")
        given = things.get(name) or ARGUMENTS.get(name, lambda scene: {})(house)
        if "/desk/" in (address := reverse(name, kwargs=given)) or "/post/" in address:
            yield address, SENT.get(name, lambda scene: {})(house) if line != name else None
    for deed in deeds:
        yield reverse("desk_deed", args=[house.concern.reference, deed]), None


def pages(house, who, deeds=()):
    """What one person reads at the desk; whatever they change is undone."""
    client = Client()
    if who != "anonymous":
        client.force_login(getattr(house, who))
    for address, sent in every_line_of_the_desk(house, deeds):
        before = transaction.savepoint()
        answer = client.get(address) if sent is None else client.post(address, sent)
        text = b"".join(answer).decode("latin-1") if answer.streaming else answer.content.decode("latin-1")
        transaction.savepoint_rollback(before)
        yield address, f"{dict(answer.headers)} {client.cookies.output()} {text}".lower()


def test_the_desk_is_walked_through_whole(house):
    walked = {address for address, _sent in every_line_of_the_desk(house)}
    assert len(walked) > 90
    assert {name for name in addresses() if name.startswith("desk_")} <= {
        line.removeprefix("POST ") for line in EXPECTED
    }
    assert reverse("desk_case", args=[house.concern.reference]) in walked


def test_no_page_of_the_desk_tells_who_has_no_right(house):
    reference = house.concern.reference.lower()
    for who in WITHOUT_RIGHT:
        for address, page in pages(house, who):
            assert (WORD in page, PERSON in page) == (False, False), (who, address)
            assert reference not in page or reference in address.lower(), (who, address)


def test_who_works_on_it_reads_the_words_and_nobody_of_the_people(house):
    read = list(pages(house, "cora", DEEDS))
    assert [address for address, page in read if PERSON in page] == []
    told = {"anfang", "frage", "antwort", "notiz", "grund", "seite", "einigung", "post"}
    case = dict(read)[reverse("desk_case", args=[house.concern.reference])]
    assert {part for part in told if f"{WORD}{part}" in case} == told


def test_nothing_that_is_stored_sent_or_logged_tells(house, caplog):
    outside = "\n".join(tables(without=["notices_mail.to"])).lower()
    logged = "\n".join([caplog.text, *(str(vars(record)) for record in caplog.records)]).lower()
    sent = "\n".join(str(letter.message()) for letter in outbox.outbox).lower()
    addressed = sent.replace(f"to: {ADDRESS}", "")
    for mark in (WORD, PERSON):
        assert (mark in outside, mark in logged, mark in addressed) == (False, False, False), mark
        assert mark not in everything_stored().lower().replace(ADDRESS, "")
        assert list(find(mark, "de").hits) == []
    assert house.concern.reference not in "\n".join([sent, *(str(one) for one in Mail.objects.values())])
    assert (len(outbox.outbox) > 5, WORD in house.concern.title) == (True, True)
