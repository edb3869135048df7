# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plug: a component says in its `references.py` which of its things a page may name, as `fp:office/12`.

    @referable("office", Office, label=_("Office"), url_name="office_page")
    def offices() -> QuerySet[Office]:
        return Office.objects.all()

The function gives the things everybody may see; a reference to another one is shown as plain words. `address`,
`name`, `summary` and `image` are columns: the argument of the thing's address, two translated texts, an asset.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import BigIntegerField, CharField, Expression, F, JSONField, Model, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

from friedensplatz.assets.models import Asset
from friedensplatz.core.languages import Translated

Key = tuple[str, int]
"""Kind and primary key."""
NO_TEXT = Value({}, output_field=JSONField())
NO_IMAGE = Cast(Value(None), BigIntegerField())


@dataclass(frozen=True)
class Kind:
    """How things of a kind are found and shown. Without `url_name` they have no page of their own.

    `is_result`: what people brought to the city can become such a thing.
    """

    model: type[Model]
    label: str | Promise
    url_name: str
    address: str
    name: str | Expression
    summary: str
    image: str
    things: Callable[[], QuerySet[Any]]
    is_result: bool = False

    def shown(self, kind: str, things: QuerySet[Any]) -> QuerySet[Any, tuple[Any, ...]]:
        """Kind, key, address, name, summary and picture of some things, in columns alike for all kinds."""
        name = F(self.name) if isinstance(self.name, str) else self.name
        summary = F(self.summary) if self.summary else NO_TEXT
        address = Cast(F(self.address), CharField())
        image = F(self.image) if self.image else NO_IMAGE
        return things.order_by().values_list(Value(kind), F("pk"), address, name, summary, image)


@dataclass(frozen=True)
class Card:
    """A thing as a link or a card shows it; `image` is the key of an asset, `picture` that asset where it was read."""

    kind: str
    pk: int
    address: str
    name: Translated
    summary: Translated
    image: int | None
    picture: Asset | None = None

    @property
    def key(self) -> Key:
        return self.kind, self.pk

    @property
    def label(self) -> str | Promise:
        return kinds()[self.kind].label

    @property
    def thing_key(self) -> str:
        """What the search calls the thing."""
        return f"{kinds()[self.kind].model._meta.label_lower}:{self.pk}"

    @property
    def url(self) -> str:
        """Its address in the page's language; empty when it has no page of its own."""
        url_name = kinds()[self.kind].url_name
        return reverse(url_name, args=[self.address]) if url_name else ""


_registry: dict[str, Kind] = {}
Things = Callable[[], QuerySet[Any]]


def referable(
    kind: str,
    model: type[Model],
    *,
    label: str | Promise,
    url_name: str = "",
    address: str = "slug",
    name: str | Expression = "name",
    summary: str = "summary",
    image: str = "",
    is_result: bool = False,
) -> Callable[[Things], Things]:
    """Declare a kind of thing that pages may name."""

    def declare(things: Things) -> Things:
        _registry[kind] = Kind(model, label, url_name, address, name, summary, image, things, is_result)
        return things

    return declare


def kinds() -> dict[str, Kind]:
    """Every kind any component declares."""
    _discover()
    return _registry


@cache
def _discover() -> None:
    autodiscover_modules("references")


def cards(keys: Collection[Key]) -> dict[Key, Card]:
    """The things behind references, in one query; those that are gone or hidden are missing."""
    wanted: dict[str, set[int]] = {}
    for kind, pk in keys:
        if kind in kinds():
            wanted.setdefault(kind, set()).add(pk)
    found = union_of({kind: kinds()[kind].things().filter(pk__in=pks) for kind, pks in sorted(wanted.items())})
    return {card.key: card for card in found}


def union_of(things: Mapping[str, QuerySet[Any]]) -> list[Card]:
    """Things of several kinds in one query, in no order; none for no kinds."""
    if not things:
        return []
    first, *others = [kinds()[kind].shown(kind, rows) for kind, rows in things.items()]
    return [Card(*shown) for shown in (first.union(*others, all=True) if others else first)]


def kind_of(model: type[Model]) -> str:
    """The kind whose things a model holds; empty when pages cannot name them."""
    return next((name for name, kind in kinds().items() if kind.model is model), "")
