# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A router as bytes and back: plain arrays, never pickled objects, because a database row is not trusted code."""

import io
import json
from typing import Any

import numpy as np

from friedensplatz.directory.routing.router import Router
from friedensplatz.directory.routing.vectors import Vocabulary, Weights

PARTS = ("subjects", "languages")


def to_bytes(router: Router) -> bytes:
    """Weights are kept as 16-bit numbers: the ranking does not change and memory is halved."""
    arrays: dict[str, Any] = {}
    labels = {}
    for part in PARTS:
        weights: Weights = getattr(router, part)
        labels[part] = weights.labels
        arrays |= {
            f"{part}_ids": weights.vocabulary.ids,
            f"{part}_idf": weights.vocabulary.idf,
            f"{part}_matrix": weights.matrix.astype(np.float16),
            f"{part}_offset": weights.offset,
        }
    head = json.dumps({"labels": labels})
    file = io.BytesIO()
    np.savez_compressed(file, head=np.frombuffer(head.encode(), np.uint8), **arrays)
    return file.getvalue()


def from_bytes(data: bytes) -> Router:
    """Raises ValueError or KeyError when the bytes are no router."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        head = json.loads(arrays["head"].tobytes())
        parts = {
            part: Weights(
                head["labels"][part],
                Vocabulary(arrays[f"{part}_ids"], arrays[f"{part}_idf"]),
                arrays[f"{part}_matrix"],
                arrays[f"{part}_offset"],
            )
            for part in PARTS
        }
    return Router(parts["subjects"], parts["languages"])
