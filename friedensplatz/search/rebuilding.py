# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Making the whole index anew, in steps, while the old one goes on answering."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from friedensplatz.search import plug
from friedensplatz.search.analysis.analyser import VERSION, Analyser, seen_words
from friedensplatz.search.analysis.compounds import learn_parts
from friedensplatz.search.analysis.stems import GERMAN
from friedensplatz.search.analysis.stopwords import STOPWORDS
from friedensplatz.search.analysis.words import fold_german
from friedensplatz.search.backends import ensure_index
from friedensplatz.search.entries import Written, write_up
from friedensplatz.search.lexicon import splitter_of, spoken
from friedensplatz.search.models import Entry, Facet, IndexState, SearchDoc, Spelling, Term, WordPart
from friedensplatz.search.plug import Document
from friedensplatz.search.state import current_state, new_stamp

BATCH, ROWS = 200, 1_000
T = TypeVar("T")
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Source:
    """A thing and its documents."""

    kind: ContentType
    thing_id: str
    documents: list[Document]


@dataclass
class Tally:
    """The numbers about the whole index, counted while it is written."""

    things: int = 0
    lengths: Counter[str] = field(default_factory=Counter)
    terms: Counter[str] = field(default_factory=Counter)
    spellings: dict[str, str] = field(default_factory=dict)

    def add(self, written: Written) -> None:
        self.things += 1
        self.lengths.update(written.entry.lengths())
        self.terms.update(written.entry.terms())
        for word, shown in written.spellings.items():
            self.spellings.setdefault(word, shown)


def rebuild(progress: Progress = lambda done: None) -> int:
    """Learn compound parts from all documents, index every thing anew, forget what is gone; return how many things.

    `progress` hears after each batch how many things are done.
    """
    ensure_index()
    last_old = Entry.objects.aggregate(last=Max("pk"))["last"] or 0
    parts = _parts_to_use(_sources())
    analyser = Analyser(splitter_of(parts))
    tally = Tally()
    for batch in _batches(_sources()):
        _replace([write_up(source.kind, source.thing_id, source.documents, analyser) for source in batch], tally)
        progress(tally.things)
    _finish(parts, tally, last_old)
    return tally.things


def _sources() -> Iterator[Source]:
    """Everything findable, in a fixed order."""
    for declared in sorted(plug.registry.values(), key=lambda one: one.model._meta.label):
        kind = ContentType.objects.get_for_model(declared.model)
        for thing in declared.things().iterator(chunk_size=BATCH):
            documents = list(declared.documents(thing))
            if documents:
                yield Source(kind, str(thing.pk), documents)


def _batches(things: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def _parts_to_use(sources: Iterable[Source]) -> list[WordPart]:
    """The words editors wrote and, not saved yet, those learnt from all German documents."""
    seen: Counter[str] = Counter()
    for source in sources:
        german = [document for document in source.documents if spoken(document.language) == GERMAN]
        seen.update(seen_words(text for d in german for text in (d.title, *d.keywords, d.summary, d.body)).keys())
    written = list(WordPart.objects.filter(learnt=False))
    taken = {word for part in written for word in (part.text, fold_german(part.text))}
    learnt = [word for word in learn_parts(seen, STOPWORDS[GERMAN]) if word not in taken]
    return [*written, *(WordPart(text=word, learnt=True) for word in learnt)]


@transaction.atomic
def _replace(batch: list[Written], tally: Tally) -> None:
    """Write a batch of things in place of what the index had of them."""
    for kind in {written.entry.thing_type for written in batch}:
        ids = [written.entry.thing_id for written in batch if written.entry.thing_type == kind]
        Entry.objects.filter(thing_type=kind, thing_id__in=ids).delete()
    Entry.objects.bulk_create([written.entry for written in batch])
    SearchDoc.objects.bulk_create([doc for written in batch for doc in written.docs])
    Facet.objects.bulk_create([facet for written in batch for facet in written.facets])
    for written in batch:
        tally.add(written)


@transaction.atomic
def _finish(parts: list[WordPart], tally: Tally, last_old: int) -> None:
    """Put the new words in force together with the numbers that go with them."""
    state = IndexState.objects.select_for_update().get(pk=current_state().pk)
    Entry.objects.filter(pk__lte=last_old).delete()
    WordPart.objects.filter(learnt=True).delete()
    WordPart.objects.bulk_create([part for part in parts if part.learnt], batch_size=ROWS)
    Term.objects.all().delete()
    for terms in _batches(sorted(tally.terms.items()), ROWS):
        Term.objects.bulk_create([Term(text=term, things=count) for term, count in terms])
    Spelling.objects.all().delete()
    for spellings in _batches(sorted(tally.spellings.items()), ROWS):
        Spelling.objects.bulk_create([Spelling(text=word, shown=shown) for word, shown in spellings])
    state.spellings = Spelling.objects.aggregate(newest=Max("pk"))["newest"] or 0
    state.analysis, state.stamp, state.built_at, state.words_changed = VERSION, new_stamp(), timezone.now(), False
    state.things = state.things_when_built = tally.things
    state.title_terms, state.keyword_terms, state.body_terms = (tally.lengths[name] for name in Entry.FIELDS)
    state.save()
