# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What belongs together and why: the links of a thing, read from its side, whichever end it stands at."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model, Q, QuerySet, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import Translated, pick
from friedensplatz.directory.models import Link, Office, Organisation, Source

Relation = Link.Relation

AT_ITS_START: dict[str, str | Promise] = {
    Relation.WORKS_WITH: _("Works with"),
    Relation.PART_OF: _("Is part of"),
    Relation.MEMBER_OF: _("Is a member of"),
    Relation.TOOK_PART_IN: _("Took part in"),
    Relation.RESPONSIBLE: _("Is looked after by"),
    Relation.BECAME: _("Became"),
    Relation.ANSWERS: _("Answers"),
    Relation.ABOUT: _("Is about"),
    Relation.FUNDED_BY: _("Is funded by"),
}
AT_ITS_END: dict[str, str | Promise] = {
    Relation.WORKS_WITH: _("Works with"),
    Relation.PART_OF: _("Includes"),
    Relation.MEMBER_OF: _("Has as members"),
    Relation.TOOK_PART_IN: _("Took part here"),
    Relation.RESPONSIBLE: _("Looks after"),
    Relation.BECAME: _("Came out of"),
    Relation.ANSWERS: _("Is answered by"),
    Relation.ABOUT: _("Is the subject of"),
    Relation.FUNDED_BY: _("Funds"),
}

PAGES: dict[type[Model], str] = {Office: "office_page", Organisation: "organisation_page"}
Key = tuple[int, int]
"""Content type and primary key."""


@dataclass(frozen=True)
class End:
    """The other end of a link: where it leads (`url_name` and `slug`) and what ties it."""

    url_name: str
    slug: str
    name: Translated
    note: str


@dataclass(frozen=True)
class Bundle:
    """All ends with the same word for the tie, told by the same source."""

    word: str
    source: Source | None
    ends: list[End]


def threads_of(thing: Office | Organisation) -> list[Bundle]:
    """The links of an office or organisation to others of both kinds, in two queries.

    Bundled by word and source; what two sources tell alike stands once, with the newer one.
    """
    ties = [_tie(link, thing) for link in _links_of(thing)]
    pages = _pages_of({other for _link, _word, other in ties})
    told: dict[tuple[str, str], tuple[Source | None, End]] = {}
    for link, word, other in ties:
        if page := pages.get(other):
            end = End(*page, link.note)
            told[word, end.slug] = link.source, end
    bundles: dict[tuple[str, Source | None], list[End]] = defaultdict(list)
    for (word, _slug), (source, end) in told.items():
        bundles[word, source].append(end)
    found = [Bundle(word, source, sorted(ends, key=_by_name)) for (word, source), ends in bundles.items()]
    return sorted(found, key=lambda bundle: bundle.word)


def _by_name(end: End) -> str:
    return pick(end.name).text.casefold()


def successors(bundles: list[Bundle]) -> list[End]:
    """Who took over from a thing that is no more."""
    return [end for one in bundles if one.word == str(AT_ITS_START[Relation.BECAME]) for end in one.ends]


def _links_of(thing: Model) -> QuerySet[Link]:
    kind = ContentType.objects.get_for_model(thing)
    either_end = Q(from_type=kind, from_id=thing.pk) | Q(to_type=kind, to_id=thing.pk)
    links = Link.objects.filter(either_end).select_related("source")
    return links.order_by(F("source__date").asc(nulls_first=True), "pk")


def _tie(link: Link, thing: Model) -> tuple[Link, str, Key]:
    """A link with the word for it and the key of the other end, seen from a thing."""
    start, end = (link.from_type_id, link.from_id), (link.to_type_id, link.to_id)
    if start == (ContentType.objects.get_for_model(thing).pk, thing.pk):
        return link, str(AT_ITS_START[link.relation]), end
    return link, str(AT_ITS_END[link.relation]), start


def _pages_of(keys: set[Key]) -> dict[Key, tuple[str, str, Translated]]:
    """Address and name of the things that have a page of their own, in one query."""
    first, *others = [_pages(model, url_name, keys) for model, url_name in PAGES.items()]
    return {(kind, pk): (url_name, slug, name) for kind, pk, url_name, slug, name in first.union(*others, all=True)}


def _pages(model: type[Model], url_name: str, keys: set[Key]) -> QuerySet[Any, tuple[Any, ...]]:
    kind = ContentType.objects.get_for_model(model).pk
    rows = model._default_manager.filter(pk__in=[pk for its_kind, pk in keys if its_kind == kind]).order_by()
    return rows.values_list(Value(kind), "pk", Value(url_name), "slug", "name")
