# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plug: a component says in its `search.py` what of its things can be found.

    @findable(Office, also={Duty: lambda duty: [duty.office]})
    def documents(office: Office) -> Iterable[Document]:
        yield Document("de", "office", office.name["de"], …)

A thing without documents is not findable. What is in the index is public: a plug gives nothing that a stranger may
not read. Whenever a deed on a thing is recorded its documents are taken again; `also` names things of other models
whose deeds change them.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, Prefetch, QuerySet
from django.utils.functional import Promise

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Document:
    """A thing in one language.

    `keywords` are further words people use for it. `url_name` and `url_args` are the address of its page, resolved
    when it is shown. `rank` multiplies its points (1 = as good as its words). `topics` to `goals` are slugs of what it
    belongs to (goals by number, "1" to "17"), its own among them where it is one of these itself: from them come the
    pages of topics, offices and districts, the filters, and what is shown as related. After the day `until` a thing is
    past and stands behind others. `changed_at` is when what its page says changed last, where that is known: the feeds
    and the sitemap tell it.
    """

    language: str
    kind: str
    title: str
    summary: str
    body: str
    keywords: Sequence[str]
    url_name: str
    url_args: Sequence[str | int] = ()
    rank: float = 1.0
    topics: Sequence[str] = ()
    districts: Sequence[str] = ()
    offices: Sequence[str] = ()
    audiences: Sequence[str] = ()
    goals: Sequence[str] = ()
    until: dt.date | None = None
    changed_at: dt.datetime | None = None


Documents = Callable[[M], Iterable[Document]]


@dataclass(frozen=True)
class Plug:
    """How the things of a model become documents."""

    model: type[Model]
    documents: Callable[..., Iterable[Document]]
    also: Mapping[type[Model], Callable[..., Iterable[Model | None]]]
    prefetch: Sequence["str | Prefetch[Any]"]

    def things(self) -> QuerySet[Model]:
        """All things of the model, in a fixed order, with what their documents read."""
        return self.model._default_manager.order_by("pk").prefetch_related(*self.prefetch)


# Why a thing is shown beside another: a facet both have, by kind and slug, or one of two words.
Reason = tuple[str, str]
ALSO = "also"  # another component gave points
PINNED = "pinned"  # somebody put it there

Points = Callable[[str], Mapping[str, int]]

registry: dict[type[Model], Plug] = {}
kind_names: dict[str, "str | Promise"] = {}
points_from: list[Points] = []


def findable(
    model: type[M],
    *,
    also: Mapping[type[Any], Callable[[Any], Iterable[Model | None]]] | None = None,
    prefetch: Sequence["str | Prefetch[Any]"] = (),
    names: Mapping[str, "str | Promise"] | None = None,
) -> Callable[[Documents[M]], Documents[M]]:
    """Declare a function that gives the documents of a model's things.

    `names` says what things of each `Document.kind` are called when several are shown together ("Offices").
    """

    def declare(documents: Documents[M]) -> Documents[M]:
        registry[model] = Plug(model, documents, also or {}, prefetch)
        kind_names.update(names or {})
        return documents

    return declare


def gives_points(points: Points) -> Points:
    """Declare a function that gives, for a thing's key, points for further things worth showing beside it.

    A topic that only two things have is worth 4,500 points.
    """
    points_from.append(points)
    return points


def kind_name(kind: str) -> "str | Promise":
    """What several things of a kind are called; the kind itself where no component says."""
    return kind_names.get(kind, kind)


def touched_by(thing: Model) -> list[Model]:
    """The findable things whose documents may have changed by a deed on a thing."""
    touched = [thing] if type(thing) in registry else []
    for plug in registry.values():
        related = plug.also.get(type(thing))
        touched += [other for other in related(thing) if other] if related else []
    return touched
