# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finding things, and what editors see of the search's words."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils.safestring import SafeString, mark_safe

from friedensplatz.core.languages import current_language
from friedensplatz.search.analysis.analyser import Analyser
from friedensplatz.search.analysis.marking import LONGEST_TEXT, snippet
from friedensplatz.search.analysis.plan import Plan
from friedensplatz.search.belonging import Related, gather, relate, shelve, teasers_of
from friedensplatz.search.belonging import Shelf as Shelf
from friedensplatz.search.finding import KIND, Narrowing, choices, found_by, in_order, narrowed, statistics_of
from friedensplatz.search.lexicon import current_lexicon, spoken
from friedensplatz.search.models import Entry, Facet, IndexState, SearchDoc, SynonymGroup, WordPart, ZeroResult
from friedensplatz.search.planning import make_plan
from friedensplatz.search.plug import points_from
from friedensplatz.search.shown import Teaser as Teaser
from friedensplatz.search.shown import beginnings_of, docs_in, entries_of, entry_key, teaser, with_addresses
from friedensplatz.search.shown import key_of as key_of

IDENTITY = ("entry__thing_type_id", "entry__thing_id")
ASKED_OFTEN = 3
FEW, HALF, THIRD = 2, 1 / 2, 1 / 3
ROWS_AT_ONCE = 2_000


@dataclass(frozen=True)
class Hit:
    """A found thing. `snippet` is safe HTML with `<mark>`; `language` is the language title and snippet are in."""

    kind: str
    title: str
    url: str
    snippet: SafeString
    language: str
    thing_key: str


@dataclass(frozen=True)
class Findings:
    """The best hits, how many things are worth showing, and what may have been meant.

    `answered` is the share of the asked words that the first hit has (0–1).

    `choices` says for each kind, language, topic and district how many things narrowing down to it would leave.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    suggestion: str = ""
    choices: dict[str, dict[str, int]] = field(default_factory=dict)
    answered: float = 0.0

    @property
    def found_little(self) -> bool:
        """Whether the best has at most a third of the words asked for, or of two things alone less than half."""
        return bool(self.total) and (self.answered <= THIRD or (self.total <= FEW and self.answered < HALF))


def find(
    text: str,
    language: str | None = None,
    *,
    kinds: Collection[str] | None = None,
    topic: str | None = None,
    district: str | None = None,
    written_in: str | None = None,
    limit: int = 10,
    offset: int = 0,
    with_choices: bool = False,
) -> Findings:
    """The things that answer a text best, each once, shown in the asked language where it exists.

    The text may be anything up to a pasted letter; nothing in it is an operator. `kinds`, `topic` and `district`
    (slugs) and `written_in` (a language) narrow the search. At most seven queries, eight with choices.
    """
    asked = language or current_language()
    state = IndexState.objects.first()
    if state is None or not state.things:
        return Findings()
    lexicon = current_lexicon(state)
    plan, statistics = make_plan(text, asked, lexicon, state), statistics_of(state)
    narrowing = _narrowing(kinds, topic=topic, district=district, language=written_in)
    everything = found_by(plan, statistics)
    found, answered = in_order(narrowed(everything, narrowing), plan, statistics)
    shown = found[offset : offset + limit]
    hits = _hits(shown, asked, plan, lexicon.analyser) if shown else []
    counts = choices(everything, narrowing) if with_choices and everything else {}
    return Findings(tuple(hits), len(found), plan.suggestion, counts, answered)


def _narrowing(kinds: Collection[str] | None, **one_of: str | None) -> Narrowing:
    wanted = {aspect: [value] for aspect, value in one_of.items() if value}
    return wanted if kinds is None else {KIND: sorted(kinds), **wanted}


def _hits(entries: list[int], asked: str, plan: Plan, analyser: Analyser) -> list[Hit]:
    docs, wanted = beginnings_of(entries, asked, LONGEST_TEXT), plan.terms()
    return [
        Hit(doc.entry.kind, doc.title, url, _snippet(doc, wanted, analyser), doc.language, entry_key(doc.entry))
        for doc, url in with_addresses((docs[entry] for entry in entries if entry in docs), asked)
    ]


def _snippet(doc: SearchDoc, wanted: set[str], analyser: Analyser) -> SafeString:
    text = " ".join([doc.summary, doc.body]).strip()[:LONGEST_TEXT]
    language = spoken(doc.language)
    return mark_safe(snippet(text, wanted, lambda word: analyser.terms(word, language)))


def gathered(
    kind: str,
    slug: str,
    language: str | None = None,
    *,
    kinds: Collection[str] | None = None,
    exclude: Collection[str] = (),
    limit: int | None = None,
    after: str = "",
) -> list[Teaser]:
    """What belongs to a topic, audience, district, office or goal: current before past, by rank, then by title.

    `kind` and `slug` name the facet, `kinds` the kinds of things wanted, `exclude` keys of things not wanted, `after`
    the key of the last thing that was shown before. Two queries.
    """
    asked = language or current_language()
    found = gather(kind, slug, asked, kinds, exclude)
    keys = [one.key for one in found]
    start = keys.index(after) + 1 if after in keys else 0
    return teasers_of([one.doc for one in found[start : start + limit if limit is not None else None]], asked)


def shelves(
    kind: str, slug: str, language: str | None = None, *, exclude: Collection[str] = (), each: int = 12
) -> list[Shelf]:
    """What belongs to a topic, audience, district, office or goal, kind by kind, at most `each` of a kind.

    `exclude` holds keys of things and kinds not wanted. Two queries.
    """
    asked = language or current_language()
    found = gather(kind, slug, asked, None, exclude)
    return shelve((one for one in found if one.kind not in exclude), asked, each)


def related(
    thing: Model,
    language: str | None = None,
    limit: int = 5,
    *,
    pins: Sequence[str] = (),
    exclude: Collection[str] = (),
) -> list[Related]:
    """What belongs beside a thing, and why: pinned things first, then what shares most with it.

    Office weighs more than topic, goal, audience, district; rare ones more. Points of other components are added.
    `pins` and `exclude` are keys of things. Four queries, beside those of the components that give points.
    """
    key = key_of(thing)
    also: Counter[str] = Counter()
    for points in points_from:
        also.update(points(key))
    return relate(key, language or current_language(), limit, pins, exclude, also)


def changed_lately(
    language: str | None = None,
    *,
    facet: tuple[str, str] | None = None,
    keys: Collection[str] | None = None,
    limit: int = 30,
) -> list[Teaser]:
    """What changed last, newest first: of everything, of what has a facet (kind, slug), or of things by their keys."""
    wanted = Q(entry__changed_at__isnull=False)
    if facet:
        wanted &= Q(entry__facets__kind=facet[0], entry__facets__slug=facet[1])
    if keys is not None:
        wanted &= Q(entry__in=entries_of(keys))
    asked = language or current_language()
    docs = docs_in(asked, wanted).select_related("entry").defer("body").order_by("-entry__changed_at", "entry")
    return [teaser(doc, url) for doc, url in with_addresses(docs[:limit], asked)]


def every_text() -> Iterator[Teaser]:
    """Every thing in every language it is told in, language by language; read in steps, however many there are."""
    docs = SearchDoc.objects.select_related("entry").defer("body").order_by("entry")
    for language in SearchDoc.objects.order_by("language").values_list("language", flat=True).distinct():
        rows = docs.filter(language=language).iterator(chunk_size=ROWS_AT_ONCE)
        yield from (teaser(doc, url) for doc, url in with_addresses(rows, language))


def things_told_in(language: str) -> list[Teaser]:
    """Every thing that is told in a language, by title."""
    docs = SearchDoc.objects.filter(language=language).select_related("entry").defer("body").order_by("title", "pk")
    return [teaser(doc, url) for doc, url in with_addresses(docs, language)]


def teasers_of_things(keys: Iterable[str], language: str | None = None) -> dict[str, Teaser]:
    """What is shown of things, by their keys; those the index does not know are missing. One query."""
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        return {}
    asked = language or current_language()
    docs = docs_in(asked, Q(entry__in=entries_of(wanted))).select_related("entry").defer("body")
    return {one.thing_key: one for one in (teaser(doc, url) for doc, url in with_addresses(docs, asked))}


def kinds_by_page() -> dict[str, ContentType]:
    """What the pages of each name (of their address) are about."""
    kinds = SearchDoc.objects.order_by().values_list("url_name", "entry__thing_type").distinct()
    return {page: ContentType.objects.get_for_id(number) for page, number in kinds}


def offices_by_thing() -> dict[str, list[str]]:
    """The slugs of the offices each thing belongs to, by its key."""
    found: dict[str, list[str]] = {}
    for facet in Facet.objects.filter(kind=Facet.Kind.OFFICE).select_related("entry").only("slug", *IDENTITY):
        found.setdefault(entry_key(facet.entry), []).append(facet.slug)
    return found


def how_many_things() -> int:
    """Things in the index."""
    return Entry.objects.count()


def pages_of_things(first: int, count: int) -> list[Teaser]:
    """Things in a fixed order, with the address of their page in the city's first language."""
    docs = docs_in(settings.LANGUAGE_CODE, Q()).select_related("entry").defer("body").order_by("entry")
    return [teaser(doc, url) for doc, url in with_addresses(docs[first : first + count], settings.LANGUAGE_CODE)]


def word_parts() -> QuerySet[WordPart]:
    """Compound parts and fillers that people wrote."""
    return WordPart.objects.filter(learnt=False)


def synonym_groups() -> QuerySet[SynonymGroup]:
    return SynonymGroup.objects.all()


def words_that_found_nothing() -> QuerySet[ZeroResult]:
    """What several people looked for and found nothing, or little; most often asked first."""
    return ZeroResult.objects.filter(count__gte=ASKED_OFTEN)
