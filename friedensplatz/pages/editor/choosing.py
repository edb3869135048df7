# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finding the thing a page is to name: by what it is called, never by its address."""

from collections.abc import Collection, Iterator

from django.contrib.contenttypes.models import ContentType

from friedensplatz.assets.models import Asset
from friedensplatz.core.languages import pick
from friedensplatz.pages.content import REFERENCE
from friedensplatz.pages.plug import Card, Key, cards, kind_of, kinds, union_of
from friedensplatz.search.plug import registry
from friedensplatz.search.queries import find

SHOWN, LOOKED_AT = 12, 60


def things_found(words: str, wanted: Collection[str]) -> list[Card]:
    """Things of the wanted kinds that answer the words, best first. Kinds of assets (image, document) are kinds too."""
    assets = [kind for kind in wanted if kind in Asset.Kind.values]
    named = _assets(words, assets) if assets else [*_searched(words), *_named(words, wanted)]
    keys = [key for key in dict.fromkeys(named) if assets or key[0] in wanted][:SHOWN]
    found = cards(keys)
    return [found[key] for key in keys if key in found]


def _assets(words: str, kinds: Collection[str]) -> list[Key]:
    """Those of the library that bear all the words, the newest first."""
    assets = Asset.objects.filter(kind__in=kinds).order_by("-pk")
    for word in words.casefold().split():
        assets = assets.filter(words__contains=word)
    return [("asset", pk) for pk in assets.values_list("pk", flat=True)[:SHOWN]]


def _searched(words: str) -> Iterator[Key]:
    """What the search finds; it knows nothing of things residents do not look for, such as sources."""
    for hit in find(words, limit=LOOKED_AT).hits:
        label, _colon, pk = hit.thing_key.partition(":")
        model = ContentType.objects.get_by_natural_key(*label.split(".")).model_class()
        if model and pk.isdigit():
            yield kind_of(model), int(pk)


def _named(words: str, wanted: Collection[str]) -> Iterator[Key]:
    """Things of kinds the search does not know, by the beginning of the words of their names."""
    sought = words.casefold().split()
    unknown = [kind for kind in wanted if kind in kinds() and kinds()[kind].model not in registry]
    for card in union_of({kind: kinds()[kind].things() for kind in unknown}):
        if _answers(sought, pick(card.name).text):
            yield card.kind, card.pk


def _answers(sought: list[str], name: str) -> bool:
    words = name.casefold().split()
    return all(any(word.startswith(one) for word in words) for one in sought)


def names_of(references: Collection[str]) -> dict[str, Card]:
    """The things behind references such as office/12, by reference; what is gone is missing."""
    keys = [(match[1], int(match[2])) for one in references if (match := REFERENCE.fullmatch(one))]
    return {f"{kind}/{pk}": card for (kind, pk), card in cards(keys).items()}
