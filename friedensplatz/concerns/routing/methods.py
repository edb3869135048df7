# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two methods that learn from the same vectors: weights (marks x offices) and an offset for each office."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags, hstack

from friedensplatz.concerns.routing.model import chances
from friedensplatz.concerns.routing.vectors import Floats

STIFFNESS = 0.1
"""The share of the squares of the weights in the loss: larger is more cautious."""
STEPS = 25
SMOOTHING = 0.3
TINY = 1e-12

Learnt = tuple[Floats, Floats]


@dataclass(frozen=True)
class Lessons:
    """Examples as numbers: a row of marks each, the office it belongs to, its weight, and how many offices there are."""

    marks: csr_matrix
    targets: NDArray[np.int64]
    weights: Floats
    count: int

    def part(self, chosen: NDArray[np.bool_]) -> "Lessons":
        return Lessons(self.marks[chosen], self.targets[chosen], self.weights[chosen], self.count)


def bayes(lessons: Lessons) -> Learnt:
    """Complement naive Bayes: how unlike the reports of all other offices?"""
    every = np.arange(len(lessons.targets))
    belongs = csr_matrix((lessons.weights, (lessons.targets, every)), shape=(lessons.count, len(every)))
    masses = (belongs @ lessons.marks).toarray().astype(np.float64)
    others = masses.sum(axis=0) - masses + SMOOTHING
    table = -np.log(others / others.sum(axis=1, keepdims=True)).T
    table -= table.mean(axis=1, keepdims=True)
    return table.astype(np.float32), np.zeros(lessons.count, np.float32)


def regression(lessons: Lessons) -> Learnt:
    """Multinomial logistic regression.

    Marks of one example alone always come together, so one column stands for them all while it learns: the weights
    are exactly those that would be found without this, in a third of the time.
    """
    marks = lessons.marks
    once = np.bincount(marks.indices, minlength=marks.shape[1]) == 1
    alone = (marks @ diags(once.astype(np.float32))).tocsr()
    lengths = np.sqrt(np.asarray(alone.multiply(alone).sum(axis=1))).ravel()
    columns = hstack([marks[:, ~once], diags(lengths)]).tocsr()
    table, offset = _fitted(Lessons(columns, lessons.targets, lessons.weights, lessons.count))
    several = np.count_nonzero(~once)
    whole = np.zeros((marks.shape[1], lessons.count), np.float32)
    whole[~once] = table[:several]
    whole[once] = ((diags(1 / np.maximum(lengths, TINY)) @ alone).T @ table[several:])[once]
    return whole, offset


def _fitted(lessons: Lessons) -> Learnt:
    """The least loss found by L-BFGS in `STEPS` steps."""
    marks, across, count = lessons.marks, lessons.marks.T.tocsr(), lessons.count
    width, every = marks.shape[1], np.arange(len(lessons.targets))

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        table = flat.reshape(width + 1, count).astype(np.float32)
        errors = chances(marks @ table[:width] + table[width])
        value = -(lessons.weights * np.log(errors[every, lessons.targets] + TINY)).sum()
        errors[every, lessons.targets] -= 1
        errors *= lessons.weights[:, None]
        slope = np.vstack([across @ errors + STIFFNESS * table[:width], errors.sum(axis=0)])
        value += STIFFNESS / 2 * np.vdot(table[:width], table[:width])
        return float(value), slope.astype(np.float64).ravel()

    options = {"maxiter": STEPS, "maxcor": 6}
    found = minimize(loss, np.zeros((width + 1) * count), jac=True, method="L-BFGS-B", options=options)
    table = found.x.reshape(width + 1, count).astype(np.float32)
    return table[:width], table[width]


METHODS: tuple[Callable[[Lessons], Learnt], ...] = (regression, bayes)
