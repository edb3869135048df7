# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ways in which people type something else than they mean, with chance, but the same chance each time."""

import random
from string import ascii_lowercase

LONG_WORD = 6
_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "Ä": "A", "Ö": "O", "Ü": "U"})


def digraphs(text, chance=None):
    return text.translate(_DIGRAPHS)


def bare(text, chance=None):
    return text.translate(_BARE)


def neighbours_swapped(text, chance):
    """Two neighbouring letters changed places in every long word."""
    return _in_long_words(text, _swap, chance)


def letter_replaced(text, chance):
    """One letter became another in every long word."""
    return _in_long_words(text, _replace, chance)


def _in_long_words(text, mistype, chance):
    return " ".join(mistype(word, chance) if len(word.strip("?.,")) >= LONG_WORD else word for word in text.split())


def _swap(word, chance):
    places = [
        place
        for place in range(len(word) - 1)
        if word[place].lower() != word[place + 1].lower() and word[place : place + 2].isalpha()
    ]
    place = chance.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _replace(word, chance):
    place = chance.choice([place for place, sign in enumerate(word) if sign.isalpha()])
    return word[:place] + chance.choice(ascii_lowercase.replace(word[place].lower(), "")) + word[place + 1 :]


def chances(seed=11):
    return random.Random(seed)
