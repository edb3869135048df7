# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a query asks for: for each of its words, the ways in which a document may say it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

WHOLE, PART = 1.0, 0.55
# Another word for a word the index has, and for one it has not.
SYNONYM, STAND_IN = 0.5, 0.85
# A word that only names the kind of answer wanted.
KIND_OF_ANSWER = 0.7
# What a slip that is assumed costs a word of one letter; a longer word so much less.
SLIP, LEAST_LEFT = 2.0, 0.2
# In a query with capital letters, what a word that is no noun is worth: the noun tells what a sentence is about.
NO_NOUN = 0.75


@dataclass(frozen=True)
class Option:
    """Terms that together say a word, each with its weight (0–1)."""

    terms: tuple[tuple[str, float], ...]

    def known(self, things: dict[str, int]) -> bool:
        """Whether a document has the word itself, or all the parts it consists of."""
        whole, *parts = (things.get(term, 0) for term, _ in self.terms)
        return bool(whole or (parts and all(parts)))

    def times(self, factor: float) -> "Option":
        return Option(tuple((term, weight * factor) for term, weight in self.terms))


@dataclass
class Wish:
    """One word of a query and its options; the best of them counts. A misspelt "what" or "for" says nothing."""

    text: str
    options: list[Option] = field(default_factory=list)
    weight: float = 1.0
    says_nothing: bool = False

    def terms(self) -> set[str]:
        return {term for option in self.options for term, _ in option.terms}

    def known(self, things: dict[str, int]) -> bool:
        return any(option.known(things) for option in self.options)


@dataclass(frozen=True)
class Plan:
    """Wishes in the order of the query, with how many things have each term, and what was corrected.

    `asked` is how many words of the query say something, also those that nothing has.
    """

    wishes: tuple[Wish, ...]
    things: dict[str, int]
    suggestion: str = ""
    asked: int = 0

    def terms(self) -> set[str]:
        return {term for wish in self.wishes for term in wish.terms() if self.things.get(term)}


def left_after(slips: float, length: int) -> float:
    """What is left of the worth of a word with slips: in a short one even a single letter makes another word."""
    return max(LEAST_LEFT, 1 - SLIP * slips / length)


def option_of(terms: Iterable[str], factor: float = 1.0) -> Option:
    """A word and its parts as an option."""
    whole, *parts = terms
    return Option(((whole, WHOLE * factor), *((part, PART * factor) for part in parts)))


def synonym_of(terms: tuple[str, ...], weight: float) -> Option:
    """Another expression for a word; its terms share the weight."""
    return Option(tuple((term, weight / len(terms)) for term in terms))
