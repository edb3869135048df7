# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rich text read as what a person sees: paragraphs, list items, headings and cells, each made of words."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

HOLDERS = frozenset({"li", "td", "th", "blockquote", "caption"})
BLOCKS = HOLDERS | {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"}
MARKS = frozenset({"strong", "em", "a"})
WORD = re.compile(r"(\s*)(\w+|[^\w\s])")


@dataclass(frozen=True)
class Word:
    """A word or a sign of punctuation. `marks` are `strong`, `em` and the target of a link, as `a <target>`."""

    text: str
    marks: frozenset[str] = frozenset()
    spaced: bool = field(default=False, compare=False)

    @property
    def target(self) -> str | None:
        return next((mark[2:] for mark in self.marks if mark.startswith("a ")), None)


@dataclass
class Block:
    """A paragraph, list item, heading or cell. `table` numbers the tables of a text from 1; 0 = in none."""

    tag: str
    words: list[Word] = field(default_factory=list)
    table: int = 0

    @property
    def text(self) -> str:
        return text_of(self.words)

    @property
    def links(self) -> list[tuple[str, str]]:
        """Target and words of each link."""
        found: list[tuple[str, list[Word]]] = []
        last: str | None = None
        for word in self.words:
            if word.target is not None and word.target == last:
                found[-1][1].append(word)
            elif word.target is not None:
                found.append((word.target, [word]))
            last = word.target
        return [(target, text_of(words)) for target, words in found]


def text_of(words: list[Word]) -> str:
    return "".join(f" {word.text}" if word.spaced else word.text for word in words).strip()


def words_in(text: str, marks: frozenset[str] = frozenset()) -> list[Word]:
    """The words of a plain text."""
    return [Word(found[2], marks, bool(found[1])) for found in WORD.finditer(text)]


def blocks_of(html: str) -> list[Block]:
    """The blocks of a rich text in reading order. Text outside of any element is a paragraph."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [block for block in reader.blocks if block.words or block.tag not in {"p", "li", "blockquote"}]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.open: list[str] = []
        self.marks: list[str] = []
        self.tables = self.table = 0
        self.gap = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables += 1
            self.table = self.tables
        elif tag == "br":
            self.gap = True
        elif tag in MARKS:
            self.marks.append(f"a {dict(attributes).get('href') or ''}" if tag == "a" else tag)
        elif tag in BLOCKS:
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.table = 0
        elif tag in MARKS:
            at = next((n for n in range(len(self.marks) - 1, -1, -1) if self.marks[n].split(" ")[0] == tag), None)
            if at is not None:
                del self.marks[at]
        elif tag in BLOCKS and tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not self.open:
            self._begin("p")
        words = words_in(data, frozenset(self.marks))
        if words and self.blocks:
            words[0] = Word(words[0].text, words[0].marks, words[0].spaced or self.gap)
            self.blocks[-1].words += words
        self.gap = (not words and bool(data)) or data[-1:].isspace()

    def _begin(self, tag: str) -> None:
        """Start a block; the first paragraph within an item, a cell or a quotation is that item."""
        within = self.open[-1] if self.open else ""
        first = within in HOLDERS and not self.blocks[-1].words
        self.open.append(tag)
        self.gap = False
        if not (tag == "p" and first):
            self.blocks.append(Block(tag, table=self.table))
