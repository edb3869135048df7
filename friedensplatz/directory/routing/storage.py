# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A router as bytes and back: plain arrays, never pickled objects, because a database row is not trusted code."""

import io
import json
from typing import Any

import numpy as np

from friedensplatz.directory.routing.router import Router
from friedensplatz.directory.routing.vectors import Vocabulary, Weights

FORMAT = 3
PARTS = ("subjects", "languages")


def to_bytes(router: Router) -> bytes:
    """Weights are kept as 16-bit numbers: the ranking does not change and memory is halved."""
    arrays: dict[str, Any] = {"ids": router.vocabulary.ids, "idf": router.vocabulary.idf}
    for part in PARTS:
        weights: Weights = getattr(router, part)
        arrays[f"{part}_matrix"] = weights.matrix.astype(np.float16)
        arrays[f"{part}_offset"] = weights.offset
    labels = json.dumps({part: getattr(router, part).labels for part in PARTS})
    file = io.BytesIO()
    np.savez(file, labels=np.frombuffer(labels.encode(), np.uint8), **arrays)
    return file.getvalue()


def from_bytes(data: bytes) -> Router:
    """Raises ValueError or KeyError when the bytes are no router."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        labels = json.loads(arrays["labels"].tobytes())
        parts = [Weights(labels[part], arrays[f"{part}_matrix"], arrays[f"{part}_offset"]) for part in PARTS]
        return Router(Vocabulary(arrays["ids"], arrays["idf"]), *parts)
