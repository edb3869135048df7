# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What to say: which doors to name, in which order, how surely, and when to say that it is somebody else's business.

The thresholds were chosen on the judged collections (docs/adr/0005).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from friedensplatz.directory.routing.router import Guess

SURE, LIKELY, WORTH_NAMING = 0.65, 0.35, 0.08
REFUSED_BELOW = 0.12
OUTSIDE, OUTSIDE_MORE_LIKELY_BY, OUTSIDE_AT_LEAST = 0.5, 2.0, 0.25
MOST_DOORS = 3


class Place(StrEnum):
    """Where a label's door stands."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    NOWHERE = "nowhere"


class Certainty(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True)
class Door:
    """One office or outside helper, its labels from the likeliest, and their probability together (0–1)."""

    key: str
    place: Place
    labels: tuple[str, ...]
    confidence: float


@dataclass(frozen=True)
class Decision:
    """`doors`: at most three offices of the city, likeliest first; `helpers`: who helps outside; neither: nothing fits.

    Programs get all doors; a page shows the first and those that are `worth_naming`.
    """

    doors: tuple[Door, ...]
    helpers: tuple[Door, ...]
    outside: bool
    certainty: Certainty

    @property
    def worth_naming(self) -> tuple[Door, ...]:
        return tuple(d for d in self.doors if d is self.doors[0] or d.confidence >= WORTH_NAMING)

    @property
    def unlikely(self) -> tuple[Door, ...]:
        return self.doors[len(self.worth_naming) :]

    @property
    def nothing_fits(self) -> bool:
        return not self.doors and not self.helpers


def group(guesses: Sequence[Guess], homes: Mapping[str, tuple[str, Place]]) -> list[Door]:
    """Guesses added up per door, likeliest first. `homes` maps a label to its door's key and place."""
    labels: dict[tuple[str, Place], list[str]] = {}
    chances: dict[tuple[str, Place], float] = {}
    for guess in guesses:
        home = homes.get(guess.label)
        if home is None:
            continue
        labels.setdefault(home, []).append(guess.label)
        chances[home] = chances.get(home, 0.0) + guess.confidence
    doors = [Door(key, place, tuple(labels[key, place]), chances[key, place]) for key, place in labels]
    return sorted(doors, key=lambda door: -door.confidence)


def decide(doors: Sequence[Door], *, blank: bool = False) -> Decision:
    """The answer for doors in order of likelihood; `blank` = no word of the text was ever seen."""
    inside = [door for door in doors if door.place is Place.INSIDE]
    outside_share = sum(door.confidence for door in doors if door.place is not Place.INSIDE)
    best = inside[0].confidence if inside else 0.0
    if blank or best < REFUSED_BELOW or _is_outside(outside_share, best):
        return _refusal(doors, inside, blank=blank)
    return Decision(tuple(inside[:MOST_DOORS]), (), False, _certainty(best))


def _is_outside(share: float, best: float) -> bool:
    """Whether it is rather not the city's business: likelier than not, or twice as likely as the best office."""
    return share > OUTSIDE or (share > OUTSIDE_AT_LEAST and share >= OUTSIDE_MORE_LIKELY_BY * best)


def _refusal(doors: Sequence[Door], inside: Sequence[Door], *, blank: bool) -> Decision:
    helpers = [door for door in doors if door.place is Place.OUTSIDE and door.confidence >= WORTH_NAMING]
    nowhere = next((door for door in doors if door.place is Place.NOWHERE), None)
    if blank or not helpers or (nowhere and nowhere.confidence > helpers[0].confidence):
        helpers = []
    maybe = [] if blank else [door for door in inside if door.confidence >= LIKELY / 2]
    share = helpers[0].confidence if helpers else 0.0
    return Decision(tuple(maybe[: MOST_DOORS - 1]), tuple(helpers[:1]), True, _certainty(share))


def _certainty(confidence: float) -> Certainty:
    if confidence >= SURE:
        return Certainty.SURE
    return Certainty.LIKELY if confidence >= LIKELY else Certainty.GUESS
