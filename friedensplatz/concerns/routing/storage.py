# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A model as bytes and back: plain compressed arrays, never pickled objects, because a row is not trusted code."""

import io
import json

import numpy as np

from friedensplatz.concerns.routing.model import Model
from friedensplatz.concerns.routing.vectors import Vocabulary

FORMAT = 1


def to_bytes(model: Model) -> bytes:
    head = json.dumps({"format": FORMAT, "offices": model.offices, "sure_from": model.sure_from})
    file = io.BytesIO()
    np.savez_compressed(
        file,
        head=np.frombuffer(head.encode(), np.uint8),
        ids=model.vocabulary.ids,
        idf=model.vocabulary.idf,
        weights=model.weights,
        offset=model.offset,
        shares=model.shares,
    )
    return file.getvalue()


def from_bytes(data: bytes) -> Model:
    """Raises ValueError or KeyError when the bytes are no model of this version."""
    with np.load(io.BytesIO(data), allow_pickle=False) as kept:
        head = json.loads(kept["head"].tobytes())
        if head["format"] != FORMAT:
            raise ValueError("The model is from another version.")
        vocabulary = Vocabulary(kept["ids"], kept["idf"])
        return Model(head["offices"], vocabulary, kept["weights"], kept["offset"], kept["shares"], head["sure_from"])
