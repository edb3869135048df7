# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From marks to a vector of unit length over the known marks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from friedensplatz.directory.routing.features import Marks


@dataclass(frozen=True)
class Vector:
    """Known marks of one text: columns of the vocabulary with their values, of length 1 together."""

    columns: NDArray[np.int64]
    values: NDArray[np.float32]


@dataclass(frozen=True)
class Vocabulary:
    """The known marks, sorted, and how telling each is (inverse document frequency)."""

    ids: NDArray[np.uint32]
    idf: NDArray[np.float32]

    def places(self, ids: NDArray[np.uint32]) -> NDArray[np.int64]:
        """The column of each mark; -1 for unknown ones."""
        if not len(self.ids):
            return np.full(len(ids), -1)
        place = np.searchsorted(self.ids, ids).clip(max=len(self.ids) - 1)
        return np.where(self.ids[place] == ids, place, -1)

    def vector(self, marks: Marks) -> Vector:
        """tf-idf with damped repeats, words and letter groups each of half the length."""
        places = self.places(marks.ids)
        known = places >= 0
        columns, first, counts = np.unique(places[known], return_index=True, return_counts=True)
        values = (1 + np.log(counts)) * self.idf[columns]
        is_word = marks.is_word[known][first]
        for part in (is_word, ~is_word):
            length = np.linalg.norm(values[part])
            if length:
                values[part] /= length * np.sqrt(2)
        return Vector(columns, values.astype(np.float32))


@dataclass(frozen=True)
class Weights:
    """What was learnt about one question: one row a mark of the vocabulary, one column a label, an offset a label."""

    labels: list[str]
    matrix: NDArray[np.floating]
    offset: NDArray[np.float32]
