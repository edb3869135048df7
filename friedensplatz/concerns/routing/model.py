# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ranking: which office do these words and this place belong to, how surely, and what spoke for it."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from friedensplatz.concerns.routing.features import Block, Marks, marks_of
from friedensplatz.concerns.routing.vectors import Vector, Vocabulary
from friedensplatz.search.analysis.stopwords import STOPWORDS
from friedensplatz.search.analysis.words import fold_german

MEANINGLESS = STOPWORDS["de"]
EXPLAINED = 3
REASONS = 4
SMALLEST_REASON = 0.25
KNOWN_LETTERS = 0.6


@dataclass(frozen=True)
class Reason:
    """A word or place, as written, and how much it spoke for the office (nats)."""

    term: str
    weight: float


@dataclass(frozen=True)
class Suggestion:
    """An office, its probability (0–1), and why; only the first three are explained."""

    office: str
    probability: float
    is_sure: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Model:
    """What was learnt: a row of weights a mark, a column an office. Made by `learning.learn`."""

    offices: list[str]
    vocabulary: Vocabulary
    weights: NDArray[np.floating]
    offset: NDArray[np.float32]
    shares: NDArray[np.float32]
    """How often each office was right among all examples."""
    sure_from: float
    """The probability from which the first suggestion was right in nine of ten examples; above 1 for never."""

    def suggest(
        self, text: str, *, district: str | None = "", place: str | None = "", category: str | None = ""
    ) -> list[Suggestion]:
        """All offices, likeliest first. Without reasons, and with the offices' shares, if nothing is known."""
        marks = marks_of(text, district, place, category)
        if not self._knows(marks):
            return self._ranked(self.shares, {}, sure_from=2)
        vector = self.vocabulary.vector(marks)
        rows = self.weights[vector.columns].astype(np.float32)
        probabilities = chances((vector.values @ rows + self.offset).astype(np.float64))
        worth = vector.values[:, None] * (rows - rows.mean(axis=1, keepdims=True))
        best = np.argsort(-probabilities, kind="stable")[:EXPLAINED]
        reasons = {int(column): self._reasons(marks, vector, worth[:, column]) for column in best}
        return self._ranked(probabilities, reasons, self.sure_from)

    def _knows(self, marks: Marks) -> bool:
        """A word, place or subject was learnt, or most groups of letters; words without meaning do not count."""
        meaning = np.array([fold_german(term) not in MEANINGLESS for term in marks.terms], np.bool_)
        ids = marks.ids[meaning[marks.owners]]
        known = self.vocabulary.columns(ids) >= 0
        is_letters = (ids & 3) == Block.LETTERS
        return bool(known[~is_letters].any() or (is_letters.any() and known[is_letters].mean() >= KNOWN_LETTERS))

    def _ranked(
        self, probabilities: NDArray[np.floating], reasons: dict[int, tuple[Reason, ...]], sure_from: float
    ) -> list[Suggestion]:
        order = [int(column) for column in np.argsort(-probabilities, kind="stable")]
        return [
            Suggestion(
                self.offices[column],
                float(probabilities[column]),
                place == 0 and bool(probabilities[column] >= sure_from),
                reasons.get(column, ()),
            )
            for place, column in enumerate(order)
        ]

    def _reasons(self, marks: Marks, vector: Vector, worth: NDArray[np.float32]) -> tuple[Reason, ...]:
        """The terms that speak for an office more than for the average one; a mark's worth is split among its terms."""
        columns = self.vocabulary.columns(marks.ids)
        known = columns >= 0
        position = np.searchsorted(vector.columns, columns[known])
        each = (worth / np.maximum(np.bincount(position, minlength=len(worth)), 1))[position]
        sums: dict[str, float] = defaultdict(float)
        written: dict[str, str] = {}
        for owner, value in zip(marks.owners[known], each, strict=True):
            folded = fold_german(marks.terms[owner])
            if folded not in MEANINGLESS:
                sums[folded] += float(value)
                written.setdefault(folded, marks.terms[owner])
        ranked = sorted(sums, key=lambda term: (-sums[term], term))[:REASONS]
        enough = SMALLEST_REASON * max(sums.values(), default=0.0)
        return tuple(Reason(written[term], sums[term]) for term in ranked if sums[term] > 0 and sums[term] >= enough)


def chances(scores: NDArray[np.floating]) -> NDArray[np.floating]:
    """Probabilities from scores, along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: NDArray[np.floating] = powers / powers.sum(axis=-1, keepdims=True)
    return found
