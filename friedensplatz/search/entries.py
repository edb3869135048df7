# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the documents of a thing to its rows in the index."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.contrib.contenttypes.models import ContentType

from friedensplatz.search.analysis.analyser import Analyser
from friedensplatz.search.analysis.spelling import SHORTEST_WORD
from friedensplatz.search.analysis.stems import fold_in, forms
from friedensplatz.search.analysis.words import LONGEST_WORD, tidy, words_of
from friedensplatz.search.lexicon import spoken
from friedensplatz.search.models import Entry, Facet, SearchDoc
from friedensplatz.search.plug import Document

LONGEST_BODY = 50_000
LONGEST_SHOWN = 60


@dataclass
class Written:
    """An entry with its documents and facets, not saved yet, and how its words are written."""

    entry: Entry
    docs: list[SearchDoc]
    facets: list[Facet]
    spellings: dict[str, str]


@dataclass
class _Pen:
    """Analyses texts and remembers how each word was written."""

    analyser: Analyser
    spellings: dict[str, str] = field(default_factory=dict)

    def terms(self, texts: Iterable[tuple[str, str]]) -> str:
        """The terms of texts, each given with its language, as they are stored."""
        return " ".join(term for text, language in texts for term in self._terms(text, language))

    def _terms(self, text: str, language: str) -> Iterable[str]:
        for word in words_of(tidy(text)):
            for piece in word.pieces:
                for form in _spellings(piece, language):
                    self.spellings.setdefault(form, piece[:LONGEST_SHOWN])
            yield from self.analyser.terms(word, language)


@lru_cache(maxsize=50_000)
def _spellings(word: str, language: str) -> list[str]:
    """A word folded, and what stemming leaves of it, as far as a misspelt word may be compared with them."""
    found = dict.fromkeys([fold_in(word, language), *forms(word, language)])
    return [form for form in found if SHORTEST_WORD <= len(form) <= LONGEST_WORD and form.isalpha()]


def write_up(kind: ContentType, thing_id: str, documents: Sequence[Document], analyser: Analyser) -> Written:
    """The rows for a thing with at least one document."""
    pen = _Pen(analyser)
    first = documents[0]
    entry = Entry(
        thing_type=kind,
        thing_id=thing_id,
        kind=first.kind,
        rank=first.rank,
        languages=len(documents),
        until=first.until,
        changed_at=first.changed_at,
        title_terms=pen.terms((d.title, spoken(d.language)) for d in documents),
        keyword_terms=pen.terms((word, spoken(d.language)) for d in documents for word in d.keywords),
        body_terms=pen.terms(
            (text[:LONGEST_BODY], spoken(d.language)) for d in documents for text in (d.summary, d.body)
        ),
    )
    return Written(entry, [_doc(entry, document) for document in documents], list(_facets(entry, first)), pen.spellings)


def _doc(entry: Entry, document: Document) -> SearchDoc:
    return SearchDoc(
        entry=entry,
        language=document.language,
        title=tidy(document.title),
        summary=tidy(document.summary),
        body=tidy(document.body),
        url_name=document.url_name,
        url_args=list(document.url_args),
    )


def _facets(entry: Entry, document: Document) -> Iterator[Facet]:
    belongs_to = {
        Facet.Kind.OFFICE: document.offices,
        Facet.Kind.TOPIC: document.topics,
        Facet.Kind.GOAL: document.goals,
        Facet.Kind.AUDIENCE: document.audiences,
        Facet.Kind.DISTRICT: document.districts,
    }
    for kind, slugs in belongs_to.items():
        yield from (Facet(entry=entry, kind=kind, slug=slug) for slug in dict.fromkeys(slugs))
