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
from friedensplatz.directory.queries import offices_open_to_people, route
from friedensplatz.directory.ranking import Candidate, Ranking
from friedensplatz.directory.routing.decision import Certainty
from friedensplatz.directory.routing.router import Reason

LONGEST_READ = 20_000
WORDS_THAT_SHOW_A_LANGUAGE = 3


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
    """`words` as cleaned; `language` as recognised or asked for; the first door is the likeliest."""

    words: str
    language: str
    certainty: Certainty
    outside: bool
    doors: tuple[Door, ...]
    helpers: tuple[Helper, ...]

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
    ranking = route(words[:LONGEST_READ], language)
    duties = Duty.objects.in_bulk([one.duty_id for one in (*ranking.candidates, *ranking.helpers)])
    return Answer(
        words,
        language or recognised_language(ranking, words),
        ranking.certainty,
        ranking.outside,
        tuple(_doors(ranking.candidates, duties)),
        tuple(_helpers(ranking.helpers, duties)),
    )


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
    now = timezone.now()
    wanted = [one.office_id for one in candidates]
    offices = _offices_with_hours(wanted)
    for one in candidates:
        office = offices.get(one.office_id or 0)
        if office is None:
            continue
        contact = getattr(office, "contact", None)
        opening = opening_of(contact, now) if contact else None
        yield Door(office, duties[one.duty_id], one.confidence, one.reasons, opening)


def _helpers(candidates: Iterable[Candidate], duties: dict[int, Duty]) -> Iterable[Helper]:
    wanted = [one.organisation_id for one in candidates]
    organisations = Organisation.objects.in_bulk(wanted) if wanted else {}
    for one in candidates:
        if one.organisation_id in organisations:
            yield Helper(organisations[one.organisation_id], duties[one.duty_id], one.confidence)


def _offices_with_hours(wanted: Iterable[int | None]) -> dict[int, Office]:
    offices = offices_open_to_people().filter(pk__in=[pk for pk in wanted if pk])
    return offices.select_related("contact").prefetch_related("contact__hours", "contact__exceptions").in_bulk()
