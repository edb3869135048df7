# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Changing what the search knows."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.search import rebuilding
from friedensplatz.search.analysis.words import fold_german, tidy, words_of
from friedensplatz.search.indexing import left_to_rebuilding
from friedensplatz.search.models import IndexState, SynonymGroup, WordPart, ZeroResult
from friedensplatz.search.queries import ASKED_OFTEN
from friedensplatz.search.state import current_state, new_stamp

MISSES_KEPT = 5_000
MISS_REMEMBERED = dt.timedelta(days=30)
LONGEST_MISS, MOST_DIGITS = 60, 4


def rebuild_index(progress: rebuilding.Progress = lambda done: None) -> int:
    """Make the whole index anew and return how many things it has; `progress` hears how many are done."""
    return rebuilding.rebuild(progress)


def leave_to_rebuilding() -> AbstractContextManager[None]:
    """For those who write very much at once and have the index made anew afterwards."""
    return left_to_rebuilding()


@transaction.atomic
def load_words(
    parts: Iterable[str], fillers: Iterable[str], synonyms: Iterable[Mapping[str, object]]
) -> tuple[int, int]:
    """Take over word lists; what is there already stays. Returns how many parts and synonym groups are new.

    `synonyms`: mappings with `language` and `words`. Parts come into force with the next rebuilding of the index.
    """
    known = set(WordPart.objects.values_list("text", flat=True))
    kinds = {word: WordPart.Kind.FILLER for word in fillers if word.isalpha()} | dict.fromkeys(
        parts, WordPart.Kind.PART
    )
    WordPart.objects.filter(text__in=kinds, learnt=True).update(learnt=False)
    new_parts = [WordPart(text=word, kind=kind) for word, kind in kinds.items() if word not in known]
    WordPart.objects.bulk_create(new_parts)
    groups = {(str(one["language"]), tuple(map(str, _words(one)))) for one in synonyms}
    there = {(group.language, tuple(group.words)) for group in SynonymGroup.objects.all()}
    new_groups = [SynonymGroup(language=language, words=list(words)) for language, words in sorted(groups - there)]
    SynonymGroup.objects.bulk_create(new_groups)
    _words_changed(parts=bool(new_parts))
    return len(new_parts), len(new_groups)


def _words(group: Mapping[str, object]) -> Sequence[object]:
    words = group["words"]
    return words if isinstance(words, list | tuple) else [words]


def _words_changed(*, parts: bool) -> None:
    """Let every process read the word lists again; changed compound parts also change what is in the index."""
    changes = {"words_changed": True} if parts else {}
    IndexState.objects.filter(pk=current_state().pk).update(stamp=new_stamp(), **changes)


@transaction.atomic
def save_synonyms(group: SynonymGroup, *, by: User) -> SynonymGroup:
    """Keep a new or changed group of words that mean the same. It holds at once."""
    verb = "changed" if group.pk else "added"
    group.save()
    record(group, verb, actor=by, words=group.words)
    _words_changed(parts=False)
    return group


@transaction.atomic
def save_part(part: WordPart, *, by: User) -> WordPart:
    """Keep a new or changed word for splitting compounds; the index is made anew within minutes.

    A word the index had learnt by itself becomes the editors'.
    """
    verb = "changed" if part.pk else "added"
    WordPart.objects.filter(text=part.text, learnt=True).exclude(pk=part.pk).delete()
    part.learnt = False
    part.save()
    record(part, verb, actor=by, text=part.text)
    _words_changed(parts=True)
    return part


@transaction.atomic
def delete_word(word: SynonymGroup | WordPart, *, by: User) -> None:
    """Forget a group of synonyms or a compound part."""
    record(word, "deleted", actor=by, was=str(word))
    word.delete()
    _words_changed(parts=isinstance(word, WordPart))


@transaction.atomic
def note_miss(text: str, day: dt.date | None = None, *, found_little: bool = False) -> None:
    """Count words that found nothing, or little, so that editors can teach them.

    Kept are only short texts without addresses or numbers of people, folded, and shown to nobody before several asked.
    """
    query = " ".join(fold_german(word.text) for word in words_of(tidy(text[: LONGEST_MISS + 1])))
    if not query or len(text) > LONGEST_MISS or "@" in text or sum(sign.isdigit() for sign in text) > MOST_DIGITS:
        return
    today = day or timezone.localdate()
    if ZeroResult.objects.filter(query=query).update(count=F("count") + 1, last_day=today, found_little=found_little):
        return
    if ZeroResult.objects.count() < MISSES_KEPT:
        miss = ZeroResult(query=query, count=1, last_day=today, found_little=found_little)
        ZeroResult.objects.bulk_create([miss], ignore_conflicts=True)


@transaction.atomic
def settle_miss(miss: ZeroResult, *, by: User) -> None:
    """An editor has seen to words that found nothing: they count anew, in case they still find nothing."""
    record(miss, "settled", actor=by, query=miss.query, count=miss.count)
    miss.delete()


def forget_rare_misses(today: dt.date) -> int:
    """Forget what few people asked for and nobody for a month; return how many."""
    old = ZeroResult.objects.filter(count__lt=ASKED_OFTEN, last_day__lt=today - MISS_REMEMBERED)
    return old.delete()[0]
