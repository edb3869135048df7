# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From what a person typed to a plan: which terms to look for, and what to make of words no document has."""

from collections.abc import Iterable
from functools import cached_property

from friedensplatz.search.analysis.compounds import SHORTEST_PART
from friedensplatz.search.analysis.plan import PART, SLIPS, STAND_IN, SYNONYM, Option, Plan, Wish, option_of, synonym_of
from friedensplatz.search.analysis.spelling import Speller
from friedensplatz.search.analysis.stems import GERMAN, forms, languages_of_script, stem_german
from friedensplatz.search.analysis.stopwords import says_nothing
from friedensplatz.search.analysis.words import LONGEST_WORD, Word, fold, fold_german, tidy, words_of
from friedensplatz.search.lexicon import Lexicon, spoken
from friedensplatz.search.models import Term

LONGEST_TEXT = 8_000
MOST_WORDS, MOST_WISHES, MOST_CORRECTED, MOST_OPTIONS = 80, 16, 8, 12
# What the best, second and third guess at a misspelt word is worth.
GUESSES = (1.0, 0.7, 0.5)


def make_plan(text: str, language: str, lexicon: Lexicon) -> Plan:
    """Read a text of any length: its first words, of which the rarest count."""
    languages = tuple(dict.fromkeys([spoken(language), GERMAN, "en"]))
    planner = _Planner(lexicon)
    wishes = [planner.wish(word, languages) for word in _telling_words(text, languages)]
    planner.count(wishes)
    planner.add_synonyms(wishes)
    planner.try_other_languages(wishes)
    corrections = planner.correct(wishes)
    return Plan(planner.rarest(wishes), planner.things, _corrected_text(wishes, corrections))


def _telling_words(text: str, languages: tuple[str, ...]) -> list[Word]:
    """The first different words that say something; all words when none does."""
    words: dict[str, Word] = {}
    for word in words_of(tidy(text[:LONGEST_TEXT])):
        if len(words) == MOST_WORDS:
            break
        if folded := fold(word.text):
            words.setdefault(folded[:LONGEST_WORD], word)
    telling = [word for word in words.values() if not says_nothing(word.text, languages)]
    return telling or list(words.values())


class _Planner:
    """Collects the wishes of one query and how many things have their terms."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.things: dict[str, int] = {}

    @cached_property
    def speller(self) -> Speller:
        return self.lexicon.speller

    def wish(self, word: Word, languages: tuple[str, ...]) -> Wish:
        """A word as the languages of a page and the city's own would write it, as far as its letters allow."""
        possible = languages_of_script(word.text)
        chosen = [language for language in languages if language in possible] or possible
        return Wish(word.text, self._options(word, chosen))

    def _options(self, word: Word, languages: Iterable[str]) -> list[Option]:
        found = (self.lexicon.analyser.terms(word, language) for language in languages)
        return [option_of(terms) for terms in dict.fromkeys(found) if terms]

    def count(self, wishes: Iterable[Wish]) -> None:
        """Look up how many things have the terms that were not looked up yet, and those of their synonyms with them."""
        terms = {term for wish in wishes for term in wish.terms()}
        new = (terms | self._synonyms_of(terms)) - self.things.keys()
        if new:
            self.things |= dict.fromkeys(new, 0)
            self.things |= dict(Term.objects.filter(text__in=sorted(new)).values_list("text", "things"))

    def _synonyms_of(self, terms: Iterable[str]) -> set[str]:
        groups = [others for term in terms for _phrase, others in self.lexicon.synonyms_from(term)]
        return {term for others in groups for phrase in others for term in phrase}

    def unknown(self, wishes: Iterable[Wish]) -> list[Wish]:
        return [wish for wish in wishes if not wish.known(self.things)]

    def add_synonyms(self, wishes: list[Wish]) -> None:
        """Where the query has an expression of a group, the others of the group will do as well."""
        for place, wish in enumerate(wishes):
            weight = SYNONYM if wish.known(self.things) else STAND_IN
            for first in [option.terms[0][0] for option in wish.options]:
                for phrase, others in self.lexicon.synonyms_from(first):
                    if _reads(phrase, wishes[place:]):
                        wish.options += [synonym_of(other, weight) for other in others]
            wish.options = list(dict.fromkeys(wish.options))[:MOST_OPTIONS]
        self.count(wishes)

    def try_other_languages(self, wishes: list[Wish]) -> None:
        unknown = self.unknown(wishes)
        for wish in unknown:
            word = Word(wish.text, 0, len(wish.text))
            wish.options = list(dict.fromkeys([*wish.options, *self._options(word, languages_of_script(wish.text))]))
        self.count(unknown)

    def correct(self, wishes: list[Wish]) -> dict[str, str]:
        """Give misspelt words what is nearest to them; return each with its best correction."""
        corrections: dict[str, str] = {}
        for wish, near in self._near(self.unknown(wishes)[:MOST_CORRECTED]):
            for number, (term, slips) in enumerate(near):
                terms = self.lexicon.analyser.terms(Word(term.shown, 0, len(term.shown)), GERMAN)
                wish.options.append(option_of(dict.fromkeys([term.text, *terms[1:]]), SLIPS[slips] * GUESSES[number]))
            if near:
                corrections[wish.text] = near[0][0].shown
            else:
                wish.options += self._by_parts(fold_german(wish.text))
        self.count(wishes)
        return corrections

    def _near(self, wishes: list[Wish]) -> list[tuple[Wish, list[tuple[Term, int]]]]:
        """For each misspelt word the nearest terms with the number of slips; of equally near ones the common ones."""
        if not wishes:
            return []
        slips = [_slips(wish.text, self.speller) for wish in wishes]
        rows = Term.objects.filter(things__gt=0).in_bulk({term for one in slips for term in one}, field_name="text")
        self.things |= {text: row.things for text, row in rows.items()}
        return [(wish, _nearest(own, rows)) for wish, own in zip(wishes, slips, strict=True)]

    def _by_parts(self, folded: str) -> list[Option]:
        """A known part at the beginning or end of an unknown word, with what is nearest to the rest."""
        parts = self.lexicon.analyser.splitter.parts
        best: list[Option] = []
        for size in range(len(folded) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            for part, rest in ((folded[:size], folded[size:]), (folded[-size:], folded[:-size])):
                if part not in parts:
                    continue
                near = self.speller.near(stem_german(rest), limit=1)
                found = [(term, PART * SLIPS[slips]) for term, slips in near]
                best = best or [Option(((stem_german(part), PART),))]
                if found:
                    return [Option(((stem_german(part), PART), *found))]
        return best

    def rarest(self, wishes: list[Wish]) -> tuple[Wish, ...]:
        """At most so many wishes as a ranking can weigh quickly, in the order of the query."""

        def commonness(wish: Wish) -> int:
            counts = [self.things[term] for term in wish.terms() if self.things[term]]
            return min(counts, default=0)

        known = [wish for wish in wishes if any(self.things[term] for term in wish.terms())]
        kept = {id(wish) for wish in sorted(known, key=commonness)[:MOST_WISHES]}
        return tuple(wish for wish in known if id(wish) in kept)


def _slips(text: str, speller: Speller) -> dict[str, int]:
    """Terms near a word, each with the slips between them. Its ending may be misspelt, so it is tried unstemmed too."""
    slips: dict[str, int] = {}
    for form in dict.fromkeys([*forms(text, GERMAN), fold_german(text)]):
        for term, count in speller.near(form):
            slips[term] = min(count, slips.get(term, count))
    return slips


def _nearest(slips: dict[str, int], rows: dict[str, Term]) -> list[tuple[Term, int]]:
    found = [(rows[text], count) for text, count in slips.items() if text in rows]
    return sorted(found, key=lambda one: (one[1], -one[0].things, one[0].text))[: len(GUESSES)]


def _reads(phrase: tuple[str, ...], wishes: list[Wish]) -> bool:
    """Whether wishes begin with the words of an expression."""
    if len(phrase) > len(wishes):
        return False
    return all(
        term in {option.terms[0][0] for option in wish.options} for term, wish in zip(phrase, wishes, strict=False)
    )


def _corrected_text(wishes: list[Wish], corrections: dict[str, str]) -> str:
    """What the person may have meant; empty when nothing was corrected."""
    return " ".join(corrections.get(wish.text, wish.text) for wish in wishes) if corrections else ""
