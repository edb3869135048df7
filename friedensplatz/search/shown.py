# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From entries of the index to what a person is shown: in the asked language where it exists."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Model, OuterRef, Q, QuerySet, Subquery, When
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from friedensplatz.core.languages import EASY
from friedensplatz.search.backends import rows_about
from friedensplatz.search.lexicon import spoken
from friedensplatz.search.models import Entry, SearchDoc


@dataclass(frozen=True)
class Teaser:
    """A thing in short; `language` is the language title and summary are in."""

    kind: str
    title: str
    summary: str
    url: str
    language: str
    thing_key: str
    changed_at: dt.datetime | None

    @property
    def tag(self) -> str:
        """The BCP 47 tag of its language for a `lang` attribute."""
        return spoken(self.language)


def key_of(thing: Model) -> str:
    """What a thing is called in `thing_key`."""
    return f"{'.'.join(ContentType.objects.get_for_model(thing).natural_key())}:{thing.pk}"


def entry_key(entry: Entry) -> str:
    """The key of the thing an entry stands for."""
    kind = ContentType.objects.get_for_id(entry.thing_type_id)
    return f"{'.'.join(kind.natural_key())}:{entry.thing_id}"


def entries_of(keys: Iterable[str]) -> QuerySet[Entry]:
    """The entries of things by their keys. Unknown keys have none."""
    condition = Q(pk__in=())
    for key in keys:
        label, _, thing_id = key.partition(":")
        app, _, model = label.partition(".")
        condition |= Q(thing_type__app_label=app, thing_type__model=model, thing_id=thing_id)
    return Entry.objects.filter(condition)


def docs_in(language: str, entries: Q) -> QuerySet[SearchDoc]:
    """One document of each entry that meets a condition (on documents): in a language, else German, English, any."""
    languages = _best_first(language)
    places = [When(language=one, then=place) for place, one in enumerate(languages)]
    of_the_same = SearchDoc.objects.filter(entry=OuterRef("entry"))
    best = of_the_same.order_by(Case(*places, default=len(places)), "language", "pk").values("pk")[:1]
    return SearchDoc.objects.filter(entries, pk=Subquery(best))


def _best_first(language: str) -> list[str]:
    return list(dict.fromkeys([language, spoken(language), "de", "en", EASY]))


def beginnings_of(entries: Sequence[int], language: str, length: int) -> dict[int, SearchDoc]:
    """Of each entry the document `docs_in` names, its body cut after `length` characters, and the entry's identity."""
    languages = _best_first(language)
    places = " ".join(f"WHEN %s THEN {place}" for place in range(len(languages)))
    best = f"ORDER BY CASE language {places} ELSE {len(languages)} END, language, id LIMIT 1"
    sql = f"""SELECT its.id, its.kind, its.thing_type_id, its.thing_id,
        doc.language, title, summary, SUBSTR(body, 1, {length}), url_name, url_args
        FROM found JOIN search_entry AS its ON its.id = found.id JOIN search_searchdoc AS doc
        ON doc.id = (SELECT id FROM search_searchdoc WHERE entry_id = found.id {best})"""  # noqa: S608 (no values)
    docs = {}
    for pk, kind, thing_type, thing_id, *texts, url_name, args in rows_about(entries, sql, languages):
        entry = Entry(id=pk, kind=kind, thing_type_id=thing_type, thing_id=thing_id)
        shown = dict(zip(("language", "title", "summary", "body"), texts, strict=True))
        docs[pk] = SearchDoc(entry=entry, url_name=url_name, url_args=json.loads(args), **shown)
    return docs


def with_addresses(docs: Iterable[SearchDoc], language: str) -> Iterator[tuple[SearchDoc, str]]:
    """Documents with the address of their page. A page that is gone is left out; the next rebuild forgets its thing."""
    with override(spoken(language)):
        for doc in docs:
            try:
                yield doc, reverse(doc.url_name, args=doc.url_args)
            except NoReverseMatch:
                continue


def teaser(doc: SearchDoc, url: str) -> Teaser:
    """A document, with its entry, as a teaser."""
    entry = doc.entry
    return Teaser(entry.kind, doc.title, doc.summary, url, doc.language, entry_key(entry), entry.changed_at)
