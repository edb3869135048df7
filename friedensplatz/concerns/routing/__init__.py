# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which office do these words and this place belong to? Learnt from what was assigned before; nothing of Django.

    from friedensplatz.concerns.routing.learning import learn

    model = learn([("Laterne vor Hauptstr. 12 ist aus", "tiefbau"), ("Sperrmüll im Park", "entsorgung", "Hörde"), …])
    for suggestion in model.suggest("Die Straßenlampe brennt nicht", district="Hörde", place="Hauptstr. 14"):
        suggestion.office, suggestion.probability, suggestion.is_sure, suggestion.reasons

An example is an `Example` or a tuple (text, office[, district[, place[, category]]]). `suggest` ranks all offices,
likeliest first; their probabilities are calibrated and add up to 1. `is_sure` may be true of the first alone: on texts
the model had not learnt from, such suggestions were right in nine of ten cases. Where a text says nothing the model
knows, the shares of the offices are returned, without reasons. The order of examples does not matter.

`storage` turns a model into bytes and back. They hold hashed marks, no texts, and no mark of one single example.
"""
