# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands in the way of reading: checks for accessibility and plain language, run while somebody writes.

Each finding says where, what, and what to do. Sources: WCAG 2.2 (1.1.1, 1.3.1, 2.4.4, 2.4.6, 3.1.2) and, for the
length of sentences, the rules of the Netzwerk Leichte Sprache and of plain administrative German.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from friedensplatz.core.languages import EASY
from friedensplatz.pages.blocks import Block, blocks_of, words_in
from friedensplatz.pages.content import Content, Role, spots
from friedensplatz.pages.plainness import DIRECTION_MARKS, capitals_in, count_words, looks_foreign, sentences

LONGEST_SENTENCE, LONGEST_PARAGRAPH = 25, 100
LONGEST_EASY_SENTENCE, LONGEST_EASY_PARAGRAPH = 12, 40
LONGEST_BOLD_HEADING = 12
VAGUE = {
    "hier", "mehr", "weiter", "link", "klick", "hier klicken", "klicken sie hier", "mehr erfahren", "weiterlesen",
    "weitere informationen", "mehr informationen", "here", "click here", "more", "read more", "learn more", "this page",
    "buraya tıklayın", "tıklayın", "devamı", "тут", "докладніше", "детальніше", "هنا", "المزيد", "اقرأ المزيد",
    "tutaj", "kliknij tutaj", "więcej", "czytaj więcej",
}  # fmt: skip


class Weight(StrEnum):
    MUST = "must"  # shuts somebody out
    SHOULD = "should"  # makes it harder than it need be


@dataclass(frozen=True)
class Finding:
    """One thing to better: the passage's id, its language ("" for a picture), what it is and what to do."""

    passage: str
    language: str
    weight: Weight
    message: str
    advice: str


Remark = tuple[Weight, str, str]
Links = dict[str, str]
"""Words of a link → where those words led first."""


def findings(content: Content, language: str, lacking: Mapping[str, list[str]] | None = None) -> list[Finding]:
    """What to better in one language of a page, in reading order.

    `lacking` tells for a picture or file (asset/12) what is missing for it to be shown, such as its alt text.
    """
    found: list[Finding] = []
    links: Links = {}
    for spot in spots(content):
        if spot.role in {Role.PLAIN, Role.RICH} and spot.value.get(language):
            text = spot.value[language]
            rich = spot.role == Role.RICH
            blocks = blocks_of(text) if rich else [Block("p", words_in(text))]
            remarks = [*_of_text(blocks, language), *(_of_markup(blocks) if rich else ()), *_of_links(blocks, links)]
            found += [Finding(spot.passage, language, *remark) for remark in remarks]
        elif spot.role in {Role.THING, Role.THINGS}:
            things = [spot.value] if spot.role == Role.THING else spot.value
            found += [Finding(spot.passage, "", *one) for thing in things for one in _of_asset(thing, lacking or {})]
    return found


def _of_text(blocks: list[Block], language: str) -> Iterator[Remark]:
    easy = language == EASY
    for block in blocks:
        for check in (_long_sentences, _long_paragraph):
            yield from check(block, easy)
        if capitals := capitals_in(block.text):
            yield (
                Weight.SHOULD,
                _("“%(words)s” is in capitals.") % {"words": capitals},
                _("Write it as usual. Capitals are hard to read, and some screen readers spell them."),
            )
    text = " ".join(block.text for block in blocks)
    if looks_foreign(text, "de" if easy else language):
        yield (
            Weight.MUST,
            _("This text seems to be in another language than it is filed under."),
            _("Move it to its language. Screen readers would read it out with the wrong sounds."),
        )
    if DIRECTION_MARKS.search(text):
        yield (
            Weight.SHOULD,
            _("There are invisible marks of writing direction in this text."),
            _("Type the place anew. The page keeps the direction right without them."),
        )


def _long_sentences(block: Block, easy: bool) -> Iterator[Remark]:
    longest = LONGEST_EASY_SENTENCE if easy else LONGEST_SENTENCE
    for sentence in sentences(block.text):
        words = count_words(sentence)
        if words > longest:
            message = ngettext(
                "A sentence has %(count)s word: “%(start)s …”", "A sentence has %(count)s words: “%(start)s …”", words
            )
            start = " ".join(sentence.split()[:5])
            advice = _("Make two of it. Up to %(longest)s words are easy to follow.") % {"longest": longest}
            yield Weight.SHOULD, message % {"count": words, "start": start}, advice


def _long_paragraph(block: Block, easy: bool) -> Iterator[Remark]:
    words = count_words(block.text)
    if words > (LONGEST_EASY_PARAGRAPH if easy else LONGEST_PARAGRAPH):
        yield (
            Weight.SHOULD,
            _("A paragraph has %(count)s words.") % {"count": words},
            _("Begin a new paragraph with each thought, or make a list of it."),
        )


def _of_markup(blocks: list[Block]) -> Iterator[Remark]:
    last = "h2"
    for block in blocks:
        if block.tag in {"h3", "h4"}:
            if block.tag == "h4" and last == "h2":
                yield (
                    Weight.MUST,
                    _("“%(words)s” is a lower heading without a higher one above it.") % {"words": block.text},
                    _("Make it a heading of the higher level."),
                )
            last = block.tag
            if not block.text:
                yield Weight.MUST, _("A heading is empty."), _("Write what follows, or take the heading out.")
        elif block.tag == "p" and _is_bold_line(block):
            yield (
                Weight.MUST,
                _("“%(words)s” looks like a heading but is bold text.") % {"words": block.text},
                _("Make it a heading, so that people who hear the page find it too."),
            )
    for number, cells in groupby(blocks, lambda block: block.table):
        if number:
            yield from _of_table(list(cells))


def _is_bold_line(block: Block) -> bool:
    bold = bool(block.words) and all("strong" in word.marks for word in block.words)
    return bold and len(block.words) <= LONGEST_BOLD_HEADING and block.words[-1].text not in set(".!?")


def _of_table(cells: list[Block]) -> Iterator[Remark]:
    tags = {cell.tag for cell in cells}
    if "th" not in tags:
        yield (
            Weight.MUST,
            _("A table has no header cells."),
            _("Make the first row or column header cells, so that each number is read with what it means."),
        )
    if "caption" not in tags:
        yield (
            Weight.SHOULD,
            _("A table has no caption."),
            _("Say in the sentence above it, or in its caption, what the table shows."),
        )


def _of_links(blocks: list[Block], links: Links) -> Iterator[Remark]:
    for block in blocks:
        for target, words in block.links:
            yield from _of_link(target, words, links)
        bare = [word for word in block.text.split() if word.startswith(("http://", "https://", "www."))]
        for address in bare:
            yield (
                Weight.MUST,
                _("An address stands in the text: %(address)s") % {"address": address},
                _("Link words that say where it leads. Nobody wants to hear an address read out."),
            )


def _of_link(target: str, words: str, links: Links) -> Iterator[Remark]:
    said = words.strip(" .:…»→>").casefold()
    if said in VAGUE:
        yield (
            Weight.MUST,
            _("The link “%(words)s” does not say where it leads.") % {"words": words},
            _("Link the words that name the target. Many people jump from link to link and hear nothing else."),
        )
    elif links.setdefault(said, target) != target:
        yield (
            Weight.MUST,
            _("Two links are called “%(words)s” and lead to different places.") % {"words": words},
            _("Give each a name of its own."),
        )


def _of_asset(thing: str, lacking: Mapping[str, list[str]]) -> Iterator[Remark]:
    for missing in lacking.get(thing, ()):
        yield (
            Weight.MUST,
            _("A picture or file cannot be shown yet: %(missing)s") % {"missing": missing},
            _("Add it in the library. The page goes live when it is there."),
        )
