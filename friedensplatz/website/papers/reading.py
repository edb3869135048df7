# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the HTML of a page to blocks that can be set on paper: headings, paragraphs, lists, tables, pictures.

What is not for paper is left out: forms, menus, buttons, drawings for the eye alone, and whatever is marked
`fp-no-print`.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

Node = dict[str, Any]
Inline = list[Any]

VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
LEFT_OUT = frozenset(
    {"script", "style", "svg", "nav", "form", "button", "template", "noscript", "video", "audio", "input", "textarea"}
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
PARTS = frozenset({"p", "ul", "ol", "dl", "table", "figure", "picture", "img", "blockquote", "div", "section"})
PARTS |= {"article", "aside", "main", "header", "footer", "details", "summary", "address", "figcaption", *HEADINGS}
STRONG = frozenset({"L", "R", "AL"})
MARKS = {"strong": "strong", "b": "strong", "em": "emph", "i": "emph"}


@dataclass
class Element:
    """A tag with what stands in it: elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def has(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()

    def all(self, *tags: str) -> Iterator["Element"]:
        """Elements of these tags below this one, in the order of the page, none inside another."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.all(*tags)

    @property
    def is_left_out(self) -> bool:
        hidden = "hidden" in self.attributes or self.attributes.get("aria-hidden") == "true"
        return hidden or self.tag in LEFT_OUT or self.has("fp-no-print")

    @property
    def is_part(self) -> bool:
        """Whether it stands by itself, not in a line."""
        return self.tag in PARTS or next(self.all(*PARTS), None) is not None


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


@dataclass(frozen=True)
class Page:
    """What of a page goes on paper. Its first heading is of level 1, and no level is skipped below it."""

    title: str
    language: str
    direction: str
    blocks: list[Node]


def read_page(html: str) -> Page:
    tree = _Tree()
    tree.feed(html)
    whole = next(tree.root.all("html"), tree.root)
    content = next(tree.root.all("main"), tree.root)
    blocks = list(_blocks(content))
    level = 0
    for block in _headings(blocks):
        level = block["level"] = min(block["level"], level + 1)
    first = next(_headings(blocks), None)
    title = _plain(first["content"]) if first else ""
    return Page(title, whole.attributes.get("lang", ""), whole.attributes.get("dir", "ltr"), blocks)


def _headings(blocks: Iterable[Node]) -> Iterator[Node]:
    for block in blocks:
        if block["kind"] == "heading":
            yield block
        yield from _headings(block.get("blocks", ()))


def _blocks(element: Element) -> Iterator[Node]:
    """The parts of an element; what stands in lines between them becomes paragraphs."""
    run: list[Element | str] = []
    for child in element.children:
        if isinstance(child, Element) and child.is_left_out:
            continue
        if isinstance(child, Element) and child.is_part:
            yield from _paragraph(run)
            run = []
            yield from _in_its_language(child, list(_part(child)))
        else:
            run.append(child)
    yield from _paragraph(run)


def _in_its_language(element: Element, blocks: list[Node]) -> list[Node]:
    language = element.attributes.get("lang")
    if not language or not blocks:
        return blocks
    return [{"kind": "group", "lang": language, "dir": element.attributes.get("dir", ""), "blocks": blocks}]


def _part(element: Element) -> Iterable[Node]:
    tag = element.tag
    if tag in HEADINGS:
        return [{"kind": "heading", "level": HEADINGS[tag], "content": _line(element.children)}]
    if tag == "img":
        return _picture(element)
    if tag in ("ul", "ol"):
        return _list(element)
    if tag == "dl":
        return _terms(element.all("dt", "dd"))
    if tag == "table":
        return _table(element)
    if tag == "summary":
        return [{"kind": "paragraph", "content": [{"kind": "strong", "content": _line(element.children)}]}]
    if tag == "blockquote":
        return [{"kind": "quote", "blocks": list(_blocks(element))}]
    return _blocks(element)


def _paragraph(run: list[Element | str]) -> Iterable[Node]:
    content = _line(run)
    return [{"kind": "paragraph", "content": content}] if content else []


def _picture(image: Element) -> Iterable[Node]:
    """A picture that says something; one without words for it is ornament and left out."""
    words = image.attributes.get("alt", "").strip()
    return [{"kind": "picture", "source": image.attributes.get("src", ""), "alt": words}] if words else []


def _list(element: Element) -> Iterator[Node]:
    """Entries with headings of their own are no list on paper but parts of the page."""
    entries = [list(_blocks(entry)) for entry in element.all("li")]
    if any(next(_headings(entry), None) for entry in entries):
        for entry in entries:
            yield from entry
    elif any(entries):
        yield {"kind": "list", "ordered": element.tag == "ol", "entries": [entry for entry in entries if entry]}


def _terms(rows: Iterable[Element]) -> Iterator[Node]:
    """Terms and what is said of them; a term without anything said, or the other way round, is a paragraph."""
    entries: list[Node] = []
    for row in rows:
        if row.tag in ("dt", "th"):
            entries.append({"term": _line(row.children), "blocks": []})
        elif entries:
            entries[-1]["blocks"] += _blocks(row)
    told = [entry for entry in entries if entry["term"] and entry["blocks"]]
    if told:
        yield {"kind": "terms", "entries": told}


def _table(table: Element) -> Iterator[Node]:
    """A table with a head; one without is a row of terms and what is said of them.

    Rows that say in `data-share` how much of the largest they are, in per cent, get a bar as long on paper.
    """
    lines = list(table.all("tr"))
    rows = [list(line.all("th", "td")) for line in lines]
    if next(table.all("thead"), None) is None:
        yield from _terms(cell for row in rows for cell in row)
        return
    width = max(map(len, rows), default=0)
    cells = [[_cell(cell) for cell in row] + [[]] * (width - len(row)) for row in rows]
    if width:
        bars = [float(line.attributes["data-share"]) for line in lines if "data-share" in line.attributes]
        drawn = {"bars": bars} if bars and len(bars) == len(cells) - 1 else {}
        yield {"kind": "table", "width": width, "head": cells[0], "rows": cells[1:], **drawn}


def _cell(cell: Element) -> Inline:
    content = _line(cell.children)
    is_head = cell.tag == "th" and cell.attributes.get("scope") == "row"
    return [{"kind": "strong", "content": content}] if is_head and content else content


def _inline(children: Iterable["Element | str"]) -> Inline:
    """Words in a line, with what marks them; white space as a browser shows it."""
    found: Inline = []
    for child in children:
        if isinstance(child, str):
            _append(found, " ".join(f"|{child}|".split())[1:-1])
        elif not child.is_left_out:
            for part in _marked(child):
                _append(found, part) if isinstance(part, str) else found.append(part)
    return found


def _line(children: Iterable["Element | str"]) -> Inline:
    """Words that stand by themselves: no white space around them."""
    found = _inline(children)
    if found and isinstance(found[0], str):
        found[0] = found[0].lstrip()
    if found and isinstance(found[-1], str):
        found[-1] = found[-1].rstrip()
    return [part for part in found if part]


def _append(found: Inline, text: str) -> None:
    if found and isinstance(found[-1], str):
        text = found.pop() + text
        text = " ".join(f"|{text}|".split())[1:-1]
    if text:
        found.append(text)


def _marked(element: Element) -> Inline:
    content = _inline(element.children)
    if element.has("kern-sr-only"):
        return [*content, " "]  # Said instead of a sign that is not on paper, before what it belongs to.
    if element.tag == "br":
        return [{"kind": "break"}]
    if element.tag == "a" and content and element.attributes.get("href"):
        return [{"kind": "link", "to": element.attributes["href"], "content": content}]
    if element.tag in MARKS and content:
        return [{"kind": MARKS[element.tag], "content": content}]
    if content and (element.attributes.get("lang") or element.tag == "bdi"):
        return [{"kind": "words", **_spoken(element), "content": content}]
    return content


def _spoken(element: Element) -> dict[str, str]:
    """Language and direction, as far as they are told; what is isolated goes its own way by its first letter."""
    told = {name: element.attributes[name] for name in ("lang", "dir") if element.attributes.get(name)}
    if told.get("dir", "auto") == "auto":
        letters = (unicodedata.bidirectional(letter) for letter in _plain(_inline(element.children)))
        told["dir"] = "rtl" if next((kind for kind in letters if kind in STRONG), "L") != "L" else "ltr"
    return told


def _plain(content: Inline) -> str:
    return "".join(part if isinstance(part, str) else _plain(part.get("content", [])) for part in content).strip()
