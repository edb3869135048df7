# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finding concerns by their words at the desk, and concerns that are like another, with the reasons.

Only what may be read by everybody in the office that answers is kept (`Keyword`): never anything encrypted.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from friedensplatz.activity.models import Activity
from friedensplatz.concerns.codes import REFERENCE_LENGTH
from friedensplatz.concerns.models import ENCRYPTED, Concern, Entry, Keyword
from friedensplatz.search.analysis.stems import stem_german
from friedensplatz.search.analysis.stopwords import STOPWORDS
from friedensplatz.search.analysis.words import fold_german, tidy, words_of

SHORTEST, LONGEST = 3, 40
MOST_KEYWORDS = 300
RECENT = 20_000
"""Only the newest concerns are compared, so that similar ones cost the same however many there are."""
MOST_ROWS = 3_000
MOST_SHOWN = 5
WEIGHED = 12
LEAST = 0.3
"""The part of the weight of a text's rarest words (`WEIGHED` of them) that another has to share."""
SILENT = frozenset({"read", "name_read"})


def stems_of(text: str) -> dict[str, str]:
    """The stems of a text and a word each came from."""
    pieces = (piece for word in words_of(tidy(text)) for piece in word.pieces)
    said = ((fold_german(piece), piece) for piece in pieces)
    kept = ((stem_german(folded), piece) for folded, piece in said if folded not in STOPWORDS["de"])
    return {stem: piece for stem, piece in kept if SHORTEST <= len(stem) <= LONGEST}


def index_concern(concern: Concern) -> None:
    """Store the stems of everything written; an encrypted concern loses them."""
    wanted = {} if concern.is_encrypted else _said_in(concern)
    held = dict(concern.keywords.values_list("stem", "in_opening"))
    changed = dict(wanted.items() - held.items())
    concern.keywords.filter(stem__in=[stem for stem, where in held.items() if wanted.get(stem) != where]).delete()
    Keyword.objects.bulk_create(
        [Keyword(concern=concern, stem=stem, in_opening=where) for stem, where in sorted(changed.items())],
        ignore_conflicts=True,
    )


def _said_in(concern: Concern) -> dict[str, bool]:
    """Stems, and whether the person began with them."""
    entries = list(concern.entries.all())
    opening = " ".join([concern.place_note, *(entry.text for entry in entries if entry.kind == Entry.Kind.OPENING)])
    first, all_of = stems_of(opening), stems_of(" ".join([opening, *(entry.text for entry in entries)]))
    return {stem: stem in first for stem in list(all_of)[:MOST_KEYWORDS]}


@transaction.atomic
def follow_deed(sender: type[Concern], *, activity: Activity, thing: Concern, **kwargs: Any) -> None:
    """Index a concern again after a deed that may have changed its words."""
    if activity.verb not in SILENT and (concern := Concern.objects.filter(pk=thing.pk).first()):
        index_concern(concern)


def without_keywords(most: int) -> list[Concern]:
    """Concerns that came from a file or an older version, and are not indexed yet."""
    bare = Concern.objects.exclude(protection__in=ENCRYPTED)
    return list(bare.filter(~Exists(Keyword.objects.filter(concern=OuterRef("pk")))).order_by("-pk")[:most])


def having_words(text: str) -> Q:
    """Concerns in which every word of a text stands, in whatever form.

    A text without a space is also looked for within the words of subjects and references, where no index helps.
    """
    every = Q()
    for stem in (stems := stems_of(text)):
        every &= Q(pk__in=Keyword.objects.filter(stem=stem).values("concern"))
    if stems and " " in text:
        return every
    within = Q(subject__icontains=text)
    if len(text) <= REFERENCE_LENGTH + len("-"):
        within |= Q(reference__icontains=text)
    return within | every if stems else within


@dataclass(frozen=True)
class Similar:
    """A concern like another, and why: the words of the text that stand in both."""

    concern: Concern
    words: list[str]
    same_place: bool
    same_office: bool


def similar_to(text: str, rows: QuerySet[Concern], *, office: int, district: int | None, place: str) -> list[Similar]:
    """Of `rows` those most like a text, the likest first. `rows` leaves out what may not be seen, and the text itself."""
    stems = stems_of(text)
    since = (Concern.objects.aggregate(newest=Max("pk"))["newest"] or 0) - RECENT
    recent = Keyword.objects.filter(concern__gt=since, in_opening=True)
    seen = dict(recent.filter(stem__in=stems).order_by().values_list("stem").annotate(n=Count("pk")))
    weights = {stem: math.log(1 + RECENT / seen.get(stem, 1)) for stem in stems}
    whole = sum(sorted(weights.values(), reverse=True)[:WEIGHED]) or 1.0
    shared: dict[int, list[str]] = {}
    for pk, stem in recent.filter(stem__in=list(_rare(seen))).values_list("concern_id", "stem"):
        shared.setdefault(pk, []).append(stem)
    likest = sorted(shared, key=lambda pk: -sum(weights[stem] for stem in shared[pk]))[:50]
    scored = []
    for concern in rows.filter(pk__in=likest).select_related("office", "duty", "district"):
        stands = shared[concern.pk]
        same_place = bool(district and concern.district_id == district and _shares(place, concern.place))
        score = sum(weights[stem] for stem in stands) / whole + 0.1 * same_place
        if score >= LEAST and len(stands) > 1:
            words = sorted(stems[stem] for stem in stands)
            scored.append((score, Similar(concern, words, same_place, concern.office_id == office)))
    scored.sort(key=lambda one: -one[0])
    return [similar for _score, similar in scored[:MOST_SHOWN]]


def _rare(seen: dict[str, int]) -> Iterator[str]:
    """The rarest stems, as many as may be read."""
    rows = 0
    for stem, number in sorted(seen.items(), key=lambda pair: pair[1]):
        rows += number
        if rows > MOST_ROWS:
            return
        yield stem


def _shares(place: str, other: str) -> bool:
    """Whether two places have a word in common; one that nobody told speaks against nothing."""
    return not place or not other or bool(stems_of(place).keys() & stems_of(other).keys())
