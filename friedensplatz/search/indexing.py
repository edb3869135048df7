# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing one thing into the index: when a deed on it is recorded, its documents are taken again."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Model

from friedensplatz.activity.models import Activity
from friedensplatz.search import plug
from friedensplatz.search.entries import Written, write_up
from friedensplatz.search.lexicon import current_lexicon
from friedensplatz.search.models import Entry, Facet, IndexState, SearchDoc, Spelling, Term
from friedensplatz.search.state import current_state

_left_to_rebuilding: ContextVar[bool] = ContextVar("left_to_rebuilding", default=False)


@contextmanager
def left_to_rebuilding() -> Iterator[None]:
    """What is recorded meanwhile is not indexed one by one: the index is made anew afterwards, by whoever asked for
    this or else by the worker."""
    token = _left_to_rebuilding.set(True)
    try:
        yield
    finally:
        _left_to_rebuilding.reset(token)
        IndexState.objects.filter(pk=current_state().pk).update(words_changed=True)


def follow_deed(sender: type[Model], *, activity: Activity, thing: Model, **kwargs: Any) -> None:
    """Index again whatever a recorded deed may have changed; forget what is gone."""
    if not _left_to_rebuilding.get():
        _index_touched(activity, thing)


@transaction.atomic
def _index_touched(activity: Activity, thing: Model) -> None:
    for touched in plug.touched_by(thing):
        model = type(touched)
        index_thing(model, activity.thing_id if touched is thing else str(touched.pk))


@transaction.atomic
def index_thing(model: type[Model], thing_id: str) -> None:
    """Put a thing's documents into the index, in place of those it had. Writers wait for each other."""
    state = IndexState.objects.select_for_update().get(pk=current_state().pk)
    kind = ContentType.objects.get_for_model(model)
    old = Entry.objects.filter(thing_type=kind, thing_id=thing_id).first()
    thing = plug.registry[model].things().filter(pk=thing_id).first()
    documents = list(plug.registry[model].documents(thing)) if thing else []
    new = write_up(kind, thing_id, documents, current_lexicon(state).analyser) if documents else None
    if old:
        old.delete()
    if new:
        new.entry.save(force_insert=True)
        SearchDoc.objects.bulk_create(new.docs)
        Facet.objects.bulk_create(new.facets)
    _count(state, old, new)


def _count(state: IndexState, old: Entry | None, new: Written | None) -> None:
    """Keep the numbers about the whole index true."""
    before, after = (Counter(one.lengths()) if one else Counter() for one in (old, new and new.entry))
    changes = {name: F(name) + (after[name] - before[name]) for name in Entry.FIELDS}
    things = F("things") + (bool(new) - bool(old))
    IndexState.objects.filter(pk=state.pk).update(things=things, **changes)
    terms_before, terms_after = (one.terms() if one else set() for one in (old, new and new.entry))
    Term.objects.filter(text__in=sorted(terms_before - terms_after)).update(things=F("things") - 1)
    gained = sorted(terms_after - terms_before)
    Term.objects.bulk_create([Term(text=term) for term in gained], ignore_conflicts=True)
    Term.objects.filter(text__in=gained).update(things=F("things") + 1)
    _learn(state, new.spellings if new else {})


def _learn(state: IndexState, spellings: Mapping[str, str]) -> None:
    """Keep words nobody wrote before. Those of things that are gone are forgotten when the index is made anew."""
    known = set(Spelling.objects.filter(text__in=spellings).values_list("text", flat=True))
    new = [Spelling(text=text, shown=shown) for text, shown in sorted(spellings.items()) if text not in known]
    if new:
        Spelling.objects.bulk_create(new)
        IndexState.objects.filter(pk=state.pk).update(spellings=Spelling.objects.latest("pk").pk)
