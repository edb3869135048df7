# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What belongs together and why: the links of a thing, read from its side, whichever end it stands at."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, Model, OuterRef, Q, QuerySet, Subquery, When
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
    """The links of an office or organisation to others of both kinds, in one query.

    Bundled by word and source; what two sources tell alike stands once, with the newer one.
    """
    told: dict[tuple[str, str], tuple[Source | None, End]] = {}
    for link in _links_of(thing):
        words = AT_ITS_START if link.forward else AT_ITS_END
        if end := _end_of(link):
            told[str(words[link.relation]), end.slug] = link.source, end
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


def _links_of(thing: Model) -> QuerySet[Any]:
    kind = ContentType.objects.get_for_model(thing)
    starts_here = Q(from_type=kind, from_id=thing.pk)
    ends_here = Q(to_type=kind, to_id=thing.pk)
    other = OuterRef("other_id")
    return (
        Link.objects.filter(starts_here | ends_here)
        .annotate(
            forward=Case(When(starts_here, then=True), default=False),
            other_type=Case(When(starts_here, then=F("to_type_id")), default=F("from_type_id")),
            other_id=Case(When(starts_here, then=F("to_id")), default=F("from_id")),
            office_slug=Subquery(Office.objects.filter(pk=other).values("slug")),
            office_name=Subquery(Office.objects.filter(pk=other).values("name")),
            organisation_slug=Subquery(Organisation.objects.filter(pk=other).values("slug")),
            organisation_name=Subquery(Organisation.objects.filter(pk=other).values("name")),
        )
        .select_related("source")
        .order_by(F("source__date").asc(nulls_first=True), "pk")
    )


def _end_of(link: Any) -> End | None:
    """None for ends that have no page of their own."""
    if link.other_type == ContentType.objects.get_for_model(Office).pk and link.office_slug:
        return End("office_page", link.office_slug, link.office_name, link.note)
    if link.other_type == ContentType.objects.get_for_model(Organisation).pk and link.organisation_slug:
        return End("organisation_page", link.organisation_slug, link.organisation_name, link.note)
    return None
