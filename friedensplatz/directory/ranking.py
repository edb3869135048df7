# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The router's answer in terms of the directory: offices, outside helpers, duties."""

from dataclasses import dataclass

from friedensplatz.core.languages import current_language
from friedensplatz.directory.models import Duty
from friedensplatz.directory.routing.decision import Certainty, Door, Place, decide, group
from friedensplatz.directory.routing.router import Reading, Reason, Router


@dataclass(frozen=True)
class Candidate:
    """A door: an office's or an outside helper's likeliest duty, the probability (0–1), and the words that led there."""

    duty_id: int
    office_id: int | None
    organisation_id: int | None
    confidence: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Ranking:
    """`candidates`: at most three offices, likeliest first; `helpers`: who helps when it is not the city's business.

    `further` offices are too unlikely to be shown to a person; programs may use them.
    """

    language: str
    candidates: tuple[Candidate, ...]
    helpers: tuple[Candidate, ...]
    outside: bool
    certainty: Certainty
    further: tuple[Candidate, ...] = ()

    @property
    def nothing_fits(self) -> bool:
        return not self.candidates and not self.helpers


def rank(router: Router | None, text: str, language: str | None) -> Ranking:
    """Read a text and turn the guesses into doors of this directory."""
    if router is None:
        return Ranking(language or current_language(), (), (), False, Certainty.GUESS)
    reading = router.read(text)
    duties = {duty.slug: duty for duty in Duty.objects.only("slug", "office_id", "organisation_id")}
    homes = {slug: _home(duty) for slug, duty in duties.items()}
    decision = decide(group(reading.guesses, homes), blank=reading.is_blank)
    spoken = language or reading.language or current_language()
    return Ranking(
        spoken,
        tuple(_candidate(router, reading, door, duties) for door in decision.worth_naming),
        tuple(_candidate(router, reading, door, duties) for door in decision.helpers),
        decision.outside,
        decision.certainty,
        tuple(_candidate(router, reading, door, duties) for door in decision.unlikely),
    )


def _home(duty: Duty) -> tuple[str, Place]:
    if duty.office_id:
        return f"office:{duty.office_id}", Place.INSIDE
    if duty.organisation_id:
        return f"organisation:{duty.organisation_id}", Place.OUTSIDE
    return "nowhere", Place.NOWHERE


def _candidate(router: Router, reading: Reading, door: Door, duties: dict[str, Duty]) -> Candidate:
    likeliest = duties[door.labels[0]]
    reasons = router.reasons(reading, door.labels[:1])
    return Candidate(
        likeliest.pk, likeliest.office_id, likeliest.organisation_id, round(door.confidence, 4), tuple(reasons)
    )
