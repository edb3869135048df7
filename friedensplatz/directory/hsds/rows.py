# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What HSDS lists, by keys: a list is counted and cut by its keys, and only the rows of one page are read."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from friedensplatz.core.addresses import stable_uuid
from friedensplatz.core.caching import held
from friedensplatz.core.linked import Node
from friedensplatz.directory.hsds import documents
from friedensplatz.directory.models import Duty, Organisation
from friedensplatz.directory.queries import duties_matching, offices_open_to_people, the_city
from friedensplatz.directory.timetables import timetables

Key = tuple[type[Model], str]
"""A model and the slug of one of its rows."""
TAXONOMIES: list[Key] = [(model, name) for model, name in documents.TAXONOMIES.items()]


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed down to; None and empty = everything."""

    modified_after: dt.datetime | None = None
    organization: Key | None = None
    subject: Key | None = None
    taxonomy: Key | None = None
    words: str = ""


@dataclass(frozen=True)
class Collection:
    """One of the lists: the keys that are wanted, in order, and the documents of some of them."""

    name: str
    keys: Callable[[Wanted], list[Key]]
    documents: Callable[[list[Key]], list[Node]]
    id_of: Callable[[Key], str] = lambda key: stable_uuid(str(key[0]._meta.model_name), key[1])

    def key_of(self, key: UUID) -> Key | None:
        """Which row an identifier means."""
        ids = held(f"hsds {self.name}", lambda: {self.id_of(one): one for one in self.keys(Wanted())})
        return ids.get(str(key))


def _keys(rows: QuerySet[Any]) -> list[Key]:
    return [(rows.model, slug) for slug in rows.order_by("slug").values_list("slug", flat=True)]


def _keys_telling(words: str, rows: QuerySet[Any], name: str) -> list[Key]:
    """Keys of the rows whose name or summary, in any language, has all the words."""
    if not words:
        return _keys(rows)
    told = {
        key: " ".join(map(str, texts)) for key, *texts in rows.order_by("slug").values_list("slug", name, "summary")
    }
    return [
        (rows.model, key) for key, text in told.items() if all(w in text.casefold() for w in words.casefold().split())
    ]


def _owners(wanted: Wanted) -> list[Key]:
    changed = Q(changed_at__gte=wanted.modified_after) if wanted.modified_after else Q()
    both = (offices_open_to_people().filter(changed), Organisation.objects.filter(changed))
    return [key for rows in both for key in _keys_telling(wanted.words, rows, "name")]


def _duties(wanted: Wanted) -> list[Key]:
    """What somebody answers for; of offices only those that exist."""
    names = {str(key[0]._meta.model_name): key[1] for key in (wanted.organization, wanted.subject) if key}
    duties = duties_matching(changed_since=wanted.modified_after, **names).prefetch_related(None)
    if wanted.taxonomy:
        duties = duties.exclude(**{wanted.taxonomy[1]: None})
    return _keys_telling(wanted.words, duties.distinct(), "title")


def _places(wanted: Wanted) -> list[Key]:
    """Duties of those who have an address."""
    there = ~Q(office__contact__street="") & Q(office__contact__isnull=False)
    there |= ~Q(organisation__contact__street="") & Q(organisation__contact__isnull=False)
    with_address = set(Duty.objects.filter(there).values_list("slug", flat=True))
    return [key for key in _duties(wanted) if key[1] in with_address]


def _subjects(wanted: Wanted) -> list[Key]:
    models = [model for model, name in TAXONOMIES if wanted.taxonomy in (None, (model, name))]
    return [key for model in models for key in _keys(model._default_manager.all())]


def _read(keys: Iterable[Key], *related: str, prefetch: tuple[str, ...] = ()) -> dict[Key, Any]:
    """The rows of keys, model by model."""
    slugs: dict[type[Model], list[str]] = {}
    for model, slug in keys:
        slugs.setdefault(model, []).append(slug)
    found: dict[Key, Any] = {}
    for model, wanted in slugs.items():
        fields = {field.name for field in model._meta.get_fields()}
        own = [name for name in related if name.split("__")[0] in fields]
        rows = model._default_manager.filter(slug__in=wanted).select_related(*own).prefetch_related(*prefetch)
        found |= {(model, row.__dict__["slug"]): row for row in rows}
    return found


def _organizations(keys: list[Key]) -> list[Node]:
    rows, times = _read(keys, "contact", "parent"), timetables()
    return [documents.organization(rows[key], times) for key in keys]


def _services(keys: list[Key], *, at_locations: bool = False) -> list[Node]:
    rows = _read(
        keys, "office__contact", "organisation__contact", prefetch=("topics__parent", "audiences", "districts")
    )
    make = documents.service_at_location if at_locations else documents.service
    city, times = the_city(), timetables()
    return [make(rows[key], times, city) for key in keys]


def _taxonomies(keys: list[Key]) -> list[Node]:
    return [documents.taxonomy(name) for _, name in keys]


def _terms(keys: list[Key]) -> list[Node]:
    rows = _read(keys, "parent")
    return [documents.term(rows[key]) for key in keys]


COLLECTIONS = {
    one.name: one
    for one in (
        Collection("organizations", _owners, _organizations),
        Collection("services", _duties, _services),
        Collection(
            "service_at_locations",
            _places,
            partial(_services, at_locations=True),
            lambda key: documents.uuid_at_location(key[1]),
        ),
        Collection(
            "taxonomies", lambda wanted: TAXONOMIES, _taxonomies, lambda key: documents.uuid_of_taxonomy(key[1])
        ),
        Collection("taxonomy_terms", _subjects, _terms),
    )
}
