# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From what a person typed to a plan: which terms to look for, and what to make of words no document has."""

from collections.abc import Iterable
from math import log2

from friedensplatz.search.analysis.compounds import SHORTEST_PART
from friedensplatz.search.analysis.plan import (
    KIND_OF_ANSWER,
    NO_NOUN,
    PART,
    STAND_IN,
    SYNONYM,
    Option,
    Plan,
    Wish,
    left_after,
    option_of,
    synonym_of,
)
from friedensplatz.search.analysis.stems import GERMAN, languages_of_script, stem_german
from friedensplatz.search.analysis.stopwords import asks_for_next, says_nothing
from friedensplatz.search.analysis.words import LONGEST_WORD, Word, fold, fold_german, tidy, words_of
from friedensplatz.search.lexicon import Lexicon, spoken
from friedensplatz.search.models import IndexState, Spelling, Term

LONGEST_TEXT = 8_000
MOST_WORDS, MOST_WISHES, MOST_CORRECTED, MOST_OPTIONS = 80, 16, 12, 12
LONG_PART = 5
# What the best, second and third guess at a misspelt word is worth.
GUESSES = (1.0, 0.7, 0.5)
# How many slips a guess is forgiven for each doubling of the things that have it.
COMMON = 0.08


def make_plan(text: str, language: str, lexicon: Lexicon, state: IndexState) -> Plan:
    """Read a text of any length: its first words, of which the rarest count."""
    languages = tuple(dict.fromkeys([spoken(language), GERMAN, "en"]))
    planner = _Planner(lexicon, state, languages)
    wishes = [planner.wish(word) for word in _telling_words(text, languages)]
    planner.count(wishes)
    wishes = [piece for wish in wishes for piece in planner.pieces(wish)]
    planner.add_synonyms(wishes)
    corrections = planner.mend(wishes)
    _weigh(wishes, text, corrections)
    wishes = [wish for wish in wishes if not wish.says_nothing] or wishes
    return Plan(
        planner.rarest(wishes), planner.things, _corrected_text(text, corrections), min(len(wishes), MOST_WISHES)
    )


def _weigh(wishes: list[Wish], text: str, corrections: dict[str, str]) -> None:
    """Make less of words that only name the kind of answer that is wanted."""
    asked, asking, capitals = set(), False, False
    for place, word in enumerate(words_of(tidy(text[:LONGEST_TEXT]))):
        asked |= {word.text} if asking else set()
        asking = asks_for_next(corrections.get(word.text, word.text))
        capitals |= place > 0 and word.text[0].isupper()
    for wish in wishes:
        is_noun = not capitals or not wish.text.islower()
        wish.weight = (KIND_OF_ANSWER if wish.text in asked else 1.0) * (1.0 if is_noun else NO_NOUN)


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

    def __init__(self, lexicon: Lexicon, state: IndexState, languages: tuple[str, ...]) -> None:
        self.lexicon, self.state, self.languages = lexicon, state, languages
        self.things: dict[str, int] = {}

    def wish(self, word: Word) -> Wish:
        return Wish(word.text, self._options(word, self._languages_of(word.text)))

    def _languages_of(self, word: str) -> Iterable[str]:
        """The languages of a page and the city's own, as far as the letters of a word allow."""
        possible = languages_of_script(word)
        return [language for language in self.languages if language in possible] or possible

    def _options(self, word: Word, languages: Iterable[str], factor: float = 1.0) -> list[Option]:
        found = (self.lexicon.analyser.terms(word, language) for language in languages)
        return [option_of(terms, factor) for terms in dict.fromkeys(found) if terms]

    def count(self, wishes: Iterable[Wish]) -> None:
        """Look up how many things have the terms that were not looked up yet, and those of their synonyms with them."""
        terms = {term for wish in wishes for term in wish.terms()}
        new = (terms | self._synonyms_of(terms)) - self.things.keys()
        if new:
            self.things |= dict.fromkeys(new, 0)
            self.things |= dict(Term.objects.filter(text__in=sorted(new)).values_list("text", "things"))

    def pieces(self, wish: Wish) -> list[Wish]:
        """A wish, or one for each piece of a word with hyphens that nobody knows."""
        pieces = wish.text.split("-")
        known = len(pieces) == 1 or wish.known(self.things)
        return [wish] if known else [self.wish(Word(piece, 0, len(piece))) for piece in pieces]

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

    def mend(self, wishes: list[Wish]) -> dict[str, str]:
        """Read unknown words as other languages would, and as the words nearest to them.

        Returns each corrected word with what was probably meant.
        """
        unknown = self.unknown(wishes)
        guesses = [self._guesses(wish) for wish in unknown[:MOST_CORRECTED]]
        for wish in unknown:
            wish.options += self._options(Word(wish.text, 0, len(wish.text)), languages_of_script(wish.text))
        for wish, found in zip(unknown, guesses, strict=False):
            folded = fold_german(wish.text)
            wish.options += [] if found else self._by_parts(folded)
            wish.options += self._as_part(folded) if all(slips >= 1 for _, slips in found) else []
        self.count([*unknown, *(guess for found in guesses for guess, _ in found)])
        best = {wish.text: self._correct(wish, found) for wish, found in zip(unknown, guesses, strict=False) if found}
        shown = dict(Spelling.objects.filter(text__in=best.values()).values_list("text", "shown")) if best else {}
        return {word: shown.get(text, text) for word, text in best.items()}

    def _guesses(self, wish: Wish) -> list[tuple[Wish, float]]:
        """The words and stems nearest to an unknown word, as wishes of their own, with how unlikely each is."""
        typed = fold_german(wish.text)
        cost: dict[str, float] = {}
        for form in dict.fromkeys([typed, stem_german(typed)]):
            for word, unlikely in self.lexicon.speller(self.state).near(form):
                cost[word] = min(unlikely, cost.get(word, unlikely))
        return [(self._guess(word), unlikely) for word, unlikely in cost.items()]

    def _guess(self, word: str) -> Wish:
        """A spelling: a word that is analysed as if it were typed, or a stem that is a term already."""
        wish = self.wish(Word(word, 0, len(word)))
        wish.options.append(option_of([word]))
        return wish

    def _correct(self, wish: Wish, guesses: list[tuple[Wish, float]]) -> str:
        """Let the likeliest guesses stand in for a word, each term once; return the best."""
        likely = sorted(guesses, key=lambda one: (*self._unlikely(*one), one[0].text))
        best = likely[0][0].text
        wish.says_nothing = says_nothing(best, self.languages)
        weights = iter(GUESSES)
        taken = {option.terms[0][0] for option in wish.options}
        for guess, unlikely in likely:
            new = [one for one in guess.options if one.terms[0][0] not in taken and one.known(self.things)]
            if new and (weight := next(weights, 0)):
                wish.options += [option.times(weight * left_after(unlikely, len(wish.text))) for option in new]
                taken |= {option.terms[0][0] for option in new}
        return best

    def _unlikely(self, guess: Wish, slips: float) -> tuple[float, int]:
        """A common word is likelier; of a word and its stem the word, because it may have parts."""
        things = max(self.things.get(option.terms[0][0], 0) for option in guess.options)
        return slips - COMMON * log2(1 + things), -len(guess.text)

    def _by_parts(self, folded: str) -> list[Option]:
        """A known word at the beginning or end of an unknown one, with what is nearest to the rest.

        A short part of a long word needs such a rest: else any nonsense would be found by its last letters.
        """
        speller = self.lexicon.speller(self.state)
        parts = self.lexicon.analyser.splitter.parts
        best: list[Option] = []
        for size in range(len(folded) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            for part, rest in ((folded[:size], folded[size:]), (folded[-size:], folded[:-size])):
                if part not in parts and part not in speller.known:
                    continue
                found = [
                    (stem_german(word), PART * left_after(unlikely, len(rest)))
                    for word, unlikely in speller.near(rest)[:1]
                ]
                if not best and (len(part) >= LONG_PART or 2 * len(part) >= len(folded)):
                    best = [Option(((stem_german(part), PART),))]
                if found:
                    return [Option(((stem_german(part), PART), *found))]
        return best

    def _as_part(self, folded: str) -> list[Option]:
        """Known words that an unknown one begins or ends: witnesses in "Trauzeugen"."""
        compounds = self.lexicon.speller(self.state).compounds_with(folded)
        return [Option(((term, PART),)) for term in dict.fromkeys(map(stem_german, compounds))]

    def rarest(self, wishes: list[Wish]) -> tuple[Wish, ...]:
        """At most so many wishes as a ranking can weigh quickly, in the order of the query."""

        def commonness(wish: Wish) -> int:
            counts = [self.things[term] for term in wish.terms() if self.things[term]]
            return min(counts, default=0)

        known = [wish for wish in wishes if any(self.things[term] for term in wish.terms())]
        kept = {id(wish) for wish in sorted(known, key=commonness)[:MOST_WISHES]}
        return tuple(wish for wish in known if id(wish) in kept)


def _reads(phrase: tuple[str, ...], wishes: list[Wish]) -> bool:
    """Whether wishes begin with the words of an expression."""
    if len(phrase) > len(wishes):
        return False
    return all(
        term in {option.terms[0][0] for option in wish.options} for term, wish in zip(phrase, wishes, strict=False)
    )


def _corrected_text(text: str, corrections: dict[str, str]) -> str:
    """What the person may have meant: the text with corrected words; empty when nothing was corrected."""
    if not corrections:
        return ""
    pieces, done = [], 0
    for word in words_of(tidied := tidy(text[:LONGEST_TEXT])):
        pieces += [tidied[done : word.start], corrections.get(word.text, word.text)]
        done = word.end
    return "".join([*pieces, tidied[done:]])
