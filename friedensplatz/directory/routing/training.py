# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Learning: from examples to a matrix of weights, in seconds.

Multinomial logistic regression on tf-idf marks, trained by L-BFGS. It is the plain method that holds up best on short
texts (see benchmarks/README.md for the alternatives measured), its scores are sums of terms, so that each answer can
be explained, and the same examples always give the same weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import log_softmax

from friedensplatz.directory.routing.features import Marks, marks_of, words_of
from friedensplatz.directory.routing.vectors import Vocabulary, Weights

SEEN_AT_LEAST = 2
PENALTY = 2e-6
ROUNDS = 60


@dataclass(frozen=True)
class Example:
    """A text that belongs to a label. `weight` 1 is an editor's phrasing."""

    label: str
    text: str
    language: str = ""
    weight: float = 1.0


def vocabulary_of(marked: Sequence[Marks]) -> Vocabulary:
    """Marks seen in at least two examples, with their inverse document frequency."""
    seen = np.concatenate([np.unique(m.ids) for m in marked]) if marked else np.zeros(0, np.uint32)
    ids, counts = np.unique(seen, return_counts=True)
    kept = counts >= SEEN_AT_LEAST
    idf = np.log((1 + len(marked)) / (1 + counts[kept])) + 1
    return Vocabulary(ids[kept], idf.astype(np.float32))


def _matrix_of(marked: Sequence[Marks], vocabulary: Vocabulary) -> csr_matrix:
    rows = [vocabulary.vector(m) for m in marked]
    starts = np.cumsum([0] + [len(row.columns) for row in rows])
    columns = np.concatenate([row.columns for row in rows])
    values = np.concatenate([row.values for row in rows])
    return csr_matrix((values, columns, starts), shape=(len(rows), len(vocabulary.ids)), dtype=np.float32)


def learn(examples: Sequence[Example], *, penalty: float = PENALTY, rounds: int = ROUNDS) -> Weights:
    """Weights for all labels that have examples. Raises ValueError below two labels."""
    labels = sorted({e.label for e in examples})
    if len(labels) < 2:
        raise ValueError("Routing needs examples of at least two labels.")
    marked = [marks_of(words_of(e.text)) for e in examples]
    vocabulary = vocabulary_of(marked)
    matrix = _matrix_of(marked, vocabulary)
    number = {label: i for i, label in enumerate(labels)}
    target = np.array([number[e.label] for e in examples])
    shares = np.array([e.weight for e in examples], np.float64)
    shares /= shares.sum()
    solution = _fit(matrix, target, shares, len(labels), penalty, rounds)
    return Weights(labels, vocabulary, solution[:-1].astype(np.float32), solution[-1].astype(np.float32))


def _fit(
    matrix: csr_matrix, target: NDArray[np.int64], shares: NDArray[np.float64], labels: int, penalty: float, rounds: int
) -> NDArray[np.float64]:
    """Minimise weighted cross-entropy plus an L2 penalty; the last row is the offset."""
    size = (matrix.shape[1] + 1, labels)
    turned = matrix.T.tocsr()
    everyone = np.arange(len(target))

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(size).astype(np.float32)
        logs = log_softmax(matrix @ weights[:-1] + weights[-1], axis=1)
        error = np.exp(logs)
        error[everyone, target] -= 1
        error *= shares[:, None]
        slope = np.vstack([turned @ error.astype(np.float32) + penalty * weights[:-1], error.sum(axis=0)])
        cost = -float(shares @ logs[everyone, target]) + penalty / 2 * float(np.square(weights[:-1]).sum())
        return cost, slope.ravel().astype(np.float64)

    found = minimize(
        loss, np.zeros(size).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 6}
    )
    return np.asarray(found.x).reshape(size)
