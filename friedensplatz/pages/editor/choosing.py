# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finding the thing a page is to name: by what it is called, never by its address."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType

from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import with_renditions
from friedensplatz.core.languages import pick
from friedensplatz.pages.content import REFERENCE
from friedensplatz.pages.plug import Card, Key, cards, kind_of, kinds, union_of
from friedensplatz.search.plug import registry
from friedensplatz.search.queries import find

SHOWN, LOOKED_AT = 12, 60


@dataclass(frozen=True)
class Shown:
    """A thing somebody chose or may choose; without a card it is gone or not public. Assets come with their picture."""

    reference: str
    card: Card | None = None
    asset: Asset | None = None


def things_found(words: str, wanted: Collection[str]) -> list[Shown]:
    """Things of the wanted kinds that answer the words, best first. Kinds of assets (image, document) are kinds too."""
    assets = [kind for kind in wanted if kind in Asset.Kind.values]
    named = _assets(words, assets) if assets else [*_searched(words), *_named(words, wanted)]
    keys = [key for key in dict.fromkeys(named) if assets or key[0] in wanted][:SHOWN]
    found = shown_things([f"{kind}/{pk}" for kind, pk in keys])
    return [thing for thing in found.values() if thing.card]


def _assets(words: str, kinds: Collection[str]) -> list[Key]:
    """Those of the library that bear all the words: first whose title says them, then the newest."""
    assets, sought = Asset.objects.filter(kind__in=kinds).order_by("-pk"), words.casefold().split()
    for word in sought:
        assets = assets.filter(words__contains=word)
    found = list(assets.values_list("pk", "title")[:LOOKED_AT])
    return [("asset", pk) for pk, title in sorted(found, key=lambda row: not _answers(sought, pick(row[1]).text))]


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


def shown_things(references: Collection[str]) -> dict[str, Shown]:
    """The things behind references such as office/12, by reference, in their order."""
    keys = {one: (match[1], int(match[2])) for one in references if (match := REFERENCE.fullmatch(one))}
    found = cards(list(keys.values()))
    assets = with_renditions(pk for kind, pk in found if kind == "asset")
    return {
        one: Shown(one, found.get(key), assets.get(key[1]) if key[0] == "asset" else None) for one, key in keys.items()
    }
