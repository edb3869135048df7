# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Learning from examples, in seconds.

Two plain methods that err differently read the same vectors: logistic regression (it finds what tells offices apart)
and complement naive Bayes (Rennie et al., ICML 2003; it holds up where an office has few examples). Both give sums
over marks, so their mixture is one matrix. How much each counts, and how far chances are to be trusted, is learnt on
examples neither had seen (stacking; Wolpert, Neural Networks 5, 1992).
"""

import zlib
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from friedensplatz.concerns.routing.example import Example
from friedensplatz.concerns.routing.features import Marks, marks_of
from friedensplatz.concerns.routing.methods import METHODS, TINY, Lessons
from friedensplatz.concerns.routing.model import Model, chances
from friedensplatz.concerns.routing.vectors import Vocabulary

FOLDS = 3
USUAL_TRUST = (0.7, 1.0)
DOUBT = 4.0
"""How hard held-out examples must argue to change the usual trust, in examples."""
PRECISION = 0.90
FEWEST_SURE = 30
NEVER_SURE = 2.0


def learn(examples: Iterable[tuple[Any, ...]]) -> Model:
    """A model that ranks the offices of the examples. An example is an `Example` or a tuple that begins like one; the order of examples does not matter.

    Raises ValueError below two offices.
    """
    rows = sorted(_whole(Example(*row)) for row in examples)
    offices = sorted({row.office for row in rows})
    if len(offices) < 2:
        raise ValueError("Routing needs examples of at least two offices.")
    marked = [marks_of(row.text, row.district, row.place, row.category) for row in rows]
    vocabulary = vocabulary_of(marked)
    matrix = _matrix_of(marked, vocabulary)
    targets = np.array([offices.index(row.office) for row in rows])
    weights = np.array([row.weight for row in rows], np.float32)
    return _mixed(Lessons(matrix, targets, weights, len(offices)), offices, vocabulary, _folds(rows))


def _whole(example: Example) -> Example:
    """Whatever is not known is empty."""
    return example._replace(district=example.district or "", place=example.place or "", category=example.category or "")


def vocabulary_of(marked: Sequence[Marks]) -> Vocabulary:
    """All marks seen, with their inverse document frequency."""
    ids, counts = np.unique(np.concatenate([np.unique(marks.ids) for marks in marked]), return_counts=True)
    return Vocabulary(ids, (np.log((1 + len(marked)) / (1 + counts)) + 1).astype(np.float32))


def _matrix_of(marked: Sequence[Marks], vocabulary: Vocabulary) -> csr_matrix:
    rows = [vocabulary.vector(marks) for marks in marked]
    starts = np.cumsum([0] + [len(row.columns) for row in rows])
    columns = np.concatenate([row.columns for row in rows])
    values = np.concatenate([row.values for row in rows])
    return csr_matrix((values, columns, starts), shape=(len(rows), len(vocabulary.ids)), dtype=np.float32)


def _folds(rows: Sequence[Example]) -> NDArray[np.int64]:
    """The part in which each example is held out; equal texts are held out together."""
    return np.array([zlib.crc32(row.text.casefold().encode()) % FOLDS for row in rows])


def _mixed(lessons: Lessons, offices: list[str], vocabulary: Vocabulary, folds: NDArray[np.int64]) -> Model:
    """Both methods in one matrix, with the trust each earned on examples held out."""
    held_out = _held_out(lessons, folds)
    trust, bias = _stacked(held_out, lessons)
    learnt = [method(lessons) for method in METHODS]
    weights = sum(share * table for share, (table, _offset) in zip(trust, learnt, strict=True))
    offset = sum(share * own for share, (_table, own) in zip(trust, learnt, strict=True)) + bias
    guessed = chances(np.tensordot(trust, held_out, axes=1) + bias)
    shares = np.bincount(lessons.targets, weights=lessons.weights, minlength=lessons.count) / lessons.weights.sum()
    return Model(
        offices,
        vocabulary,
        np.asarray(weights, np.float16),
        np.asarray(offset, np.float32),
        shares.astype(np.float32),
        _sure_from(guessed, lessons),
    )


def _held_out(lessons: Lessons, folds: NDArray[np.int64]) -> NDArray[np.float64]:
    """The scores of each method for each example, learnt without it: methods x examples x offices."""
    scores = np.zeros((len(METHODS), len(lessons.targets), lessons.count))
    for fold in range(FOLDS):
        held = folds == fold
        if held.any() and not held.all():
            for number, method in enumerate(METHODS):
                table, offset = method(lessons.part(~held))
                scores[number, held] = lessons.marks[held] @ table + offset
    return scores


def _stacked(scores: NDArray[np.float64], lessons: Lessons) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How far to trust each method, and a correction for each office, that give held-out examples the best chances."""
    methods, every = len(scores), np.arange(len(lessons.targets))
    first = np.concatenate([USUAL_TRUST, np.zeros(lessons.count)])

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        trust, bias = flat[:methods], flat[methods:]
        errors = chances(np.tensordot(trust, scores, axes=1) + bias)
        value = -(lessons.weights * np.log(errors[every, lessons.targets] + TINY)).sum()
        errors[every, lessons.targets] -= 1
        errors *= lessons.weights[:, None]
        slope = np.concatenate([np.tensordot(scores, errors, axes=2), errors.sum(axis=0)])
        return value + DOUBT / 2 * ((flat - first) ** 2).sum(), slope + DOUBT * (flat - first)

    bounds = [(0, None)] * methods + [(None, None)] * lessons.count
    found = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=bounds)
    return found.x[:methods], found.x[methods:]


def _sure_from(guessed: NDArray[np.floating], lessons: Lessons) -> float:
    """The lowest probability above which nine of ten held-out reports were right; 2 while there are too few to tell."""
    real = lessons.weights >= 1
    best = guessed[real].max(axis=1)
    order = np.argsort(-best, kind="stable")
    right = (guessed[real].argmax(axis=1) == lessons.targets[real])[order]
    precise = np.flatnonzero(np.cumsum(right) / np.arange(1, len(right) + 1) >= PRECISION)
    if not len(precise) or precise[-1] + 1 < FEWEST_SURE:
        return NEVER_SURE
    return float(best[order[precise[-1]]])
