# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From marks to a vector over the known marks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from friedensplatz.concerns.routing.features import Block, Marks

Floats = NDArray[np.float32]
LENGTHS = {Block.WORDS: 0.8, Block.LETTERS: 1.0, Block.PLACES: 0.7, Block.SUBJECTS: 0.8}


@dataclass(frozen=True)
class Vector:
    """Columns of the vocabulary with their values."""

    columns: NDArray[np.int64]
    values: Floats


@dataclass(frozen=True)
class Vocabulary:
    """The known marks, sorted, and how telling each is (inverse document frequency)."""

    ids: NDArray[np.uint32]
    idf: Floats

    def columns(self, ids: NDArray[np.uint32]) -> NDArray[np.int64]:
        """The column of each mark; -1 for unknown ones."""
        if not len(self.ids):
            return np.full(len(ids), -1)
        place = np.searchsorted(self.ids, ids).clip(max=len(self.ids) - 1)
        return np.where(self.ids[place] == ids, place, -1)

    def vector(self, marks: Marks) -> Vector:
        """tf-idf with damped repeats; each kind of marks has its own fixed length, so that none drowns another."""
        found = self.columns(marks.ids)
        columns, counts = np.unique(found[found >= 0], return_counts=True)
        values = (1 + np.log(counts)) * self.idf[columns]
        kinds = self.ids[columns] & 3
        for block, length in LENGTHS.items():
            part = kinds == block
            norm = np.linalg.norm(values[part])
            if norm:
                values[part] *= length / norm
        return Vector(columns, values.astype(np.float32))
