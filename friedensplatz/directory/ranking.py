# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The router's answer in terms of the directory: offices, outside helpers, duties."""

from collections.abc import Iterable
from dataclasses import dataclass

from friedensplatz.core.languages import current_language
from friedensplatz.directory.router import Guide, Home
from friedensplatz.directory.routing.decision import Certainty, Door, Place, decide, group
from friedensplatz.directory.routing.router import Reading, Reason


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


def rank(guide: Guide | None, text: str, language: str | None) -> Ranking:
    """Read a text and turn the guesses into doors of this directory."""
    if guide is None:
        return Ranking(language or current_language(), (), (), False, Certainty.GUESS)
    reading = guide.router.read(text)
    doors = group(reading.guesses, {slug: _door_of(home) for slug, home in guide.homes.items()})
    decision = decide(doors, blank=reading.is_blank)

    def candidates(doors: Iterable[Door]) -> tuple[Candidate, ...]:
        return tuple(_candidate(guide, reading, door) for door in doors)

    return Ranking(
        language or reading.language or current_language(),
        candidates(decision.worth_naming),
        candidates(decision.helpers),
        decision.outside,
        decision.certainty,
        candidates(decision.unlikely),
    )


def _door_of(home: Home) -> tuple[str, Place]:
    if home.office_id:
        return f"office:{home.office_id}", Place.INSIDE
    if home.organisation_id:
        return f"organisation:{home.organisation_id}", Place.OUTSIDE
    return "nowhere", Place.NOWHERE


def _candidate(guide: Guide, reading: Reading, door: Door) -> Candidate:
    likeliest = guide.homes[door.labels[0]]
    reasons = guide.router.reasons(reading, door.labels[:1])
    return Candidate(
        likeliest.duty_id,
        likeliest.office_id,
        likeliest.organisation_id,
        round(door.confidence, 4),
        tuple(reasons),
    )
