# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The answer to a person's words: which doors, why, how surely, and who helps when it is not the city."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from friedensplatz.core.languages import current_language
from friedensplatz.core.text import cleaned
from friedensplatz.directory.models import Duty, Office, Organisation
from friedensplatz.directory.opening import Opening, opening_of
from friedensplatz.directory.queries import route
from friedensplatz.directory.ranking import Candidate, Ranking
from friedensplatz.directory.routing.decision import Certainty
from friedensplatz.directory.routing.router import Reason
from friedensplatz.directory.timetables import timetables
from friedensplatz.search.queries import Hit, find

LONGEST_READ = 20_000
WORDS_THAT_SHOW_A_LANGUAGE = 3
WORDS_OF_A_SEARCH = 6
WORDS_LOOKED_FOR = 3
HITS_READ, HITS_SHOWN = 10, 5


@dataclass(frozen=True)
class Door:
    """An office that answers for the matter, with everything its card shows."""

    office: Office
    duty: Duty
    confidence: float
    reasons: tuple[Reason, ...]
    opening: Opening | None


@dataclass(frozen=True)
class Helper:
    """Somebody outside the city who helps, with the duty that led there."""

    organisation: Organisation
    duty: Duty
    confidence: float


@dataclass(frozen=True)
class Answer:
    """`words` as cleaned; `language` as recognised or asked for; the first door is the likeliest.

    `further` doors are too unlikely to be shown to a person, but programs may want them. `hits` are other things the
    index knows; none when somebody outside the city helps, whose number stands alone. `recognised` is the language of
    the words, `language` the one the answer is given in.
    """

    words: str
    recognised: str
    language: str
    certainty: Certainty
    outside: bool
    doors: tuple[Door, ...]
    further: tuple[Door, ...]
    helpers: tuple[Helper, ...]
    hits: tuple[Hit, ...]

    @property
    def nothing_fits(self) -> bool:
        return not self.doors and not self.helpers

    @property
    def is_emergency(self) -> bool:
        return any(helper.organisation.kind == Organisation.Kind.EMERGENCY for helper in self.helpers)

    @property
    def marked_words(self) -> SafeString:
        """The person's words with those marked that led to the first door."""
        reasons = self.doors[0].reasons if self.doors else ()
        return marked(self.words, reasons)


def compose_answer(text: str, language: str | None = None) -> Answer:
    """Read any text, however broken or long (the first 20,000 characters count), and say who helps.

    `language` (a code) overrules the recognised language.
    """
    words = cleaned(text)
    read = words[:LONGEST_READ]
    ranking = route(read, language)
    spoken = language or recognised_language(ranking, words)
    duties = _duties([one.duty_id for one in (*ranking.candidates, *ranking.further, *ranking.helpers)])
    doors = tuple(_doors(ranking.candidates, duties))
    further = tuple(_doors(ranking.further, duties))
    helpers = tuple(_helpers(ranking.helpers, duties))
    hits = () if helpers else _other_hits(read, spoken, doors)
    return Answer(words, ranking.language, spoken, ranking.certainty, ranking.outside, doors, further, helpers, hits)


def _duties(wanted: Iterable[int]) -> dict[int, Duty]:
    duties = Duty.objects.filter(pk__in=wanted).select_related("office__contact", "organisation")
    return duties.defer("office__text").in_bulk()


def _other_hits(read: str, language: str, doors: tuple[Door, ...]) -> tuple[Hit, ...]:
    """What the index knows beside the doors: of a long text only the words that led to the first are looked for.

    A hit in which no word can be shown marked would look like a guess and is left out.
    """
    telling = [reason.term for door in doors[:1] for reason in door.reasons[:WORDS_LOOKED_FOR]]
    is_long = len(read.split()) > WORDS_OF_A_SEARCH
    shown = {f"directory.office:{door.office.pk}" for door in doors}
    found = find(" ".join(telling) if telling and is_long else read, language, limit=HITS_READ)
    if found.suggestion and not doors:  # Nobody understood the words, and other words would only guess at them.
        return ()
    return tuple(hit for hit in found.hits if "<mark>" in hit.snippet and hit.thing_key not in shown)[:HITS_SHOWN]


def recognised_language(ranking: Ranking, words: str) -> str:
    """The language of the words if the house speaks it and they are enough to tell, else the page's."""
    known = ranking.language in dict(settings.LANGUAGES)
    telling = len(words.split()) >= WORDS_THAT_SHOW_A_LANGUAGE or not words.isascii()
    return ranking.language if known and telling else current_language()


def marked(words: str, reasons: Iterable[Reason]) -> SafeString:
    """The words as HTML, those of the reasons between <mark> tags. Everything else is escaped."""
    parts, done = [], 0
    for reason in sorted(reasons, key=lambda reason: reason.start):
        if reason.start < done:
            continue
        parts += [escape(words[done : reason.start]), f"<mark>{escape(words[reason.start : reason.end])}</mark>"]
        done = reason.end
    return mark_safe("".join([*parts, escape(words[done:])]))


def _doors(candidates: Iterable[Candidate], duties: dict[int, Duty]) -> Iterable[Door]:
    now, times = timezone.now(), timetables()
    for one in candidates:
        duty = duties[one.duty_id]
        if duty.office is None or duty.office.closed_on:
            continue
        contact = getattr(duty.office, "contact", None)
        opening = opening_of(contact, times, now) if contact else None
        yield Door(duty.office, duty, one.confidence, one.reasons, opening)


def _helpers(candidates: Iterable[Candidate], duties: dict[int, Duty]) -> Iterable[Helper]:
    for one in candidates:
        duty = duties[one.duty_id]
        if duty.organisation is not None:
            yield Helper(duty.organisation, duty, one.confidence)
