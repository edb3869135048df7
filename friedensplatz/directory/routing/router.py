# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ranking: which labels do these words belong to, how surely, and because of which words."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from friedensplatz.directory.routing.features import Marks, Word, marks_of, word_number, words_of
from friedensplatz.directory.routing.vectors import Vector, Vocabulary, Weights
from friedensplatz.search.analysis.stopwords import says_nothing

REASONS = 5
SMALLEST_REASON = 0.25
LANGUAGE_SURE = 0.5


@dataclass(frozen=True)
class Reason:
    """A word of the text that led to a label: as written, where (characters), and how much (nats)."""

    term: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True)
class Guess:
    """A label with its probability (0–1)."""

    label: str
    confidence: float


@dataclass(frozen=True)
class Reading:
    """A text once read: kept so that reasons are computed only for the labels that are shown."""

    text: str
    words: list[Word]
    marks: Marks
    vector: Vector
    guesses: list[Guess]
    language: str
    known: float

    @property
    def is_blank(self) -> bool:
        """Nothing in it was ever seen: no guess is worth showing."""
        return not len(self.vector.columns)


@dataclass(frozen=True)
class Router:
    """Everything needed to read a text; made by `training.train`, kept as bytes by `storage`."""

    vocabulary: Vocabulary
    subjects: Weights
    languages: Weights

    def read(self, text: str) -> Reading:
        """Guesses for all labels, surest first, and the language recognised (empty = not sure)."""
        words = words_of(text)
        marks = marks_of(words)
        vector = self.vocabulary.vector(marks)
        chances = _chances(_scores(self.subjects, vector))
        order = np.argsort(-chances, kind="stable")
        guesses = [Guess(self.subjects.labels[i], float(chances[i])) for i in order]
        known = self.vocabulary.places(marks.ids) >= 0
        share = float(known.mean()) if len(known) else 0.0
        return Reading(text, words, marks, vector, guesses, self._language_of(vector), share)

    def known_words(self, text: str) -> set[str]:
        """The folded words of a text that stand in public phrasings."""
        words = words_of(text)
        known = self.vocabulary.places(np.array([word_number(w.text) for w in words], np.uint32)) >= 0
        return {word.text for word, is_known in zip(words, known, strict=True) if is_known}

    def _language_of(self, vector: Vector) -> str:
        chances = _chances(_scores(self.languages, vector))
        best = int(chances.argmax())
        return self.languages.labels[best] if chances[best] >= LANGUAGE_SURE else ""

    def reasons(self, reading: Reading, labels: Iterable[str]) -> list[Reason]:
        """The words that speak for these labels together more than for the average label, strongest first.

        A word much weaker than the strongest is no reason worth giving, nor is a stop word beside others.
        """
        columns = [self.subjects.labels.index(label) for label in labels]
        shares = self._shares(reading, columns)
        by_term: dict[str, Reason] = {}
        for word, share in zip(reading.words, shares, strict=True):
            before = by_term.get(word.text)
            weight = float(share) + (before.weight if before else 0.0)
            start, end = (before.start, before.end) if before else (word.start, word.end)
            by_term[word.text] = Reason(reading.text[start:end], start, end, weight)
        telling = [reason for reason in by_term.values() if not says_nothing(reason.term, (reading.language,))]
        ranked = sorted(telling or by_term.values(), key=lambda reason: -reason.weight)[:REASONS]
        enough = SMALLEST_REASON * max((reason.weight for reason in ranked), default=0.0)
        return [reason for reason in ranked if reason.weight > 0 and reason.weight >= enough]

    def _shares(self, reading: Reading, columns: list[int]) -> NDArray[np.float64]:
        """For each word the sum of its marks' contributions; a mark's weight is split among the words that carry it."""
        rows = self.subjects.matrix[reading.vector.columns].astype(np.float32)
        worth = reading.vector.values * (rows[:, columns].mean(axis=1) - rows.mean(axis=1))
        places = self.vocabulary.places(reading.marks.ids)
        known = places >= 0
        position = np.searchsorted(reading.vector.columns, places[known])
        repeats = np.bincount(position, minlength=len(worth))
        each = (worth / np.maximum(repeats, 1))[position]
        return np.bincount(reading.marks.words[known], weights=each, minlength=len(reading.words)).astype(np.float64)


def _scores(weights: Weights, vector: Vector) -> NDArray[np.float32]:
    scores: NDArray[np.float32] = vector.values @ weights.matrix[vector.columns].astype(np.float32) + weights.offset
    return scores


def _chances(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    powers = np.exp(np.asarray(scores, np.float64) - scores.max())
    chances: NDArray[np.float64] = powers / powers.sum()
    return chances
