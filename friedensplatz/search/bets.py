# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Best bets: what editors put first for certain words, with a reason and, if they like, a last day."""

import datetime as dt

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.core.caching import content_changed
from friedensplatz.core.languages import current_language
from friedensplatz.search.analysis.words import fold_german, words_of
from friedensplatz.search.models import BestBet, SearchDoc
from friedensplatz.search.shown import Teaser, docs_in, entries_of, teaser, with_addresses


def folded(words: str) -> str:
    """Words so that case, umlauts, signs and blanks do not count."""
    return " ".join(fold_german(word.text.lower()) for word in words_of(words))[:100]


def bets_in_force(today: dt.date | None = None) -> QuerySet[BestBet]:
    day = today or timezone.localdate()
    return BestBet.objects.filter(Q(until=None) | Q(until__gte=day))


def bets_with_things() -> QuerySet[BestBet]:
    """All bets with the title of what stands first, in the city's first language."""
    docs = SearchDoc.objects.filter(
        entry__thing_type=OuterRef("thing_type"), entry__thing_id=OuterRef("thing_id"), language=settings.LANGUAGE_CODE
    )
    return BestBet.objects.annotate(title=Subquery(docs.values("title")[:1])).select_related("by")


def bets_for(words: str, language: str | None = None) -> list[Teaser]:
    """What stands first for these words, in the order it was put there. At most two queries."""
    wanted = folded(words)
    bets = list(bets_in_force().filter(folded=wanted).select_related("thing_type").order_by("pk")) if wanted else []
    keys = [f"{'.'.join(bet.thing_type.natural_key())}:{bet.thing_id}" for bet in bets]
    asked = language or current_language()
    docs = docs_in(asked, Q(entry__in=entries_of(keys))).select_related("entry").defer("body") if keys else ()
    shown = {hit.thing_key: hit for hit in (teaser(doc, url) for doc, url in with_addresses(docs, asked))}
    return [shown[key] for key in keys if key in shown]


@transaction.atomic
def place_bet(words: str, thing_key: str, *, reason: str, until: dt.date | None, by: User) -> BestBet:
    """Put a thing first for some words; placed again, it has the new reason and day."""
    label, _, thing_id = thing_key.partition(":")
    kind = ContentType.objects.get_by_natural_key(*label.split("."))
    bet, _new = BestBet.objects.update_or_create(
        folded=folded(words),
        thing_type=kind,
        thing_id=thing_id,
        defaults={"words": words, "reason": reason, "until": until, "by": by},
    )
    record(bet, "placed", actor=by, words=words, key=thing_key)
    content_changed()
    return bet


@transaction.atomic
def take_bet_back(bet: BestBet, *, by: User) -> None:
    record(bet, "taken_back", actor=by, words=bet.words)
    bet.delete()
    content_changed()
