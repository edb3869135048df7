# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""HTML of a mail to plain text, in one pass over its tags: no tree, so no depth and no disorder can hurt.

The result is text and is escaped wherever it is shown. Quoted blocks get ">" so that they fold like any other.
"""

import re
from html import unescape

TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<mute>script|style|title|template)\b.*?(?:</(?P=mute)\s*>|\Z)"
    r"|<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<rest>[^>]*)(?:>|\Z)"
    r"|<[!?/][^>]*(?:>|\Z)"
    r"|[^<]+|<",
    re.DOTALL | re.IGNORECASE,
)
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "section", "article"}
BREAKS = PARAGRAPHS | {"br", "div", "li", "tr", "hr", "dt", "dd", "option", "header", "footer", "form", "address", "dl"}
ATTRIBUTE = re.compile(r"""\b(href|alt)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
# A number too long for a character makes the standard library raise.
LONG_NUMBER = re.compile(r"&#[0-9]{8,};?")
DEEPEST_QUOTE = 20


def text_of(html: str) -> str:
    """The words of an HTML document, with line breaks where it has blocks and addresses behind their links."""
    page = _Page()
    for token in TOKEN.finditer(html):
        if tag := token["tag"]:
            page.meet(tag.lower(), token["rest"], is_end=bool(token["end"]))
        elif not token["mute"] and not token[0].startswith(("<!", "<?", "</")):
            page.say(token[0])
    page.break_line()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(page.lines)).strip()


class _Page:
    """Lines written so far, the line being written, and where we are."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quotes = self.fixed = 0
        self.target = ""

    def meet(self, tag: str, rest: str, *, is_end: bool) -> None:
        if tag == "br" or (tag in BREAKS and "".join(self.line).strip()):
            self.break_line()
        if tag == "blockquote":
            self.quotes = max(0, self.quotes + (-1 if is_end else 1))
        elif tag == "pre":
            self.fixed = max(0, self.fixed + (-1 if is_end else 1))
        elif tag == "a":
            self._link(rest, is_end=is_end)
        elif not is_end:
            self._mark(tag, rest)
        if tag in PARAGRAPHS and self.lines and self.lines[-1].strip("> "):
            self.lines.append("")

    def _mark(self, tag: str, rest: str) -> None:
        if tag == "li":
            self.line.append("- ")
        elif tag in {"td", "th"}:
            self.line.append(" ")
        elif tag == "img" and (words := _attribute(rest, "alt")):
            self.line.append(f"[{words}]")

    def _link(self, rest: str, *, is_end: bool) -> None:
        if is_end and self.target and self.target not in "".join(self.line):
            self.line.append(f" <{self.target}>")
        target = "" if is_end else _attribute(rest, "href")
        self.target = target if target.lower().startswith(("http://", "https://")) else ""

    def say(self, raw: str) -> None:
        words = unescape(LONG_NUMBER.sub("\ufffd", raw))
        if not self.fixed:
            self.line.append(re.sub(r"[^\S\xa0]+", " ", words))
            return
        first, *others = words.split("\n")
        self.line.append(first)
        for other in others:
            self.break_line()
            self.line.append(other)

    def break_line(self) -> None:
        text = "".join(self.line)
        text = text.rstrip() if self.fixed else re.sub(" {2,}", " ", text).strip()
        self.lines.append("> " * min(self.quotes, DEEPEST_QUOTE) + text.replace("\xa0", " "))
        self.line = []


def _attribute(rest: str, name: str) -> str:
    for found in ATTRIBUTE.finditer(rest[:4000]):
        if found[1].lower() == name:
            return " ".join(unescape(LONG_NUMBER.sub("", found[2].strip("\"'"))).split())
    return ""
