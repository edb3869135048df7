# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rich text as one types it without an editor: paragraphs with an empty line between, `- ` and `1. ` for lists,

`## ` for a heading, `**bold**`, `[words](fp:office/12)`. What cannot be said like this stays HTML, so nothing is lost.
"""

import re
from html import escape, unescape

from friedensplatz.pages.cleaning import clean_html

BLOCK = re.compile(r"<(p|h3|ul|ol)>(.*?)</\1>", re.DOTALL)
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
LINK = re.compile(r"\[([^\]\n]+)\]\(((?:fp:|https:|mailto:|tel:)[^\s)]+)\)")
LIST = {"ul": re.compile(r"^- "), "ol": re.compile(r"^\d+\. ")}


def html_of(typed: str) -> str:
    """Clean HTML of what was typed, be it HTML or plain."""
    typed = typed.replace("\r\n", "\n").strip()
    if not re.match(r"<[a-zA-Z]", typed):
        return clean_html("".join(_block(block) for block in re.split(r"\n\s*\n", typed) if block.strip()))
    html = clean_html(typed)
    return html if html.startswith("<") or not html else clean_html(f"<p>{html}</p>")


def typed_of(html: str) -> str:
    """The plain form of clean HTML, or the HTML itself where the plain form could not hold all of it."""
    plain = "\n\n".join(_typed_block(found[1], found[2]) for found in BLOCK.finditer(html))
    return plain if html_of(plain) == html else html


def _block(block: str) -> str:
    lines = block.strip().split("\n")
    for tag, mark in LIST.items():
        if all(mark.match(line) for line in lines):
            items = "".join(f"<li>{_inline(mark.sub('', line))}</li>" for line in lines)
            return f"<{tag}>{items}</{tag}>"
    if len(lines) == 1 and lines[0].startswith("## "):
        return f"<h3>{_inline(lines[0][3:])}</h3>"
    return f"<p>{'<br>'.join(_inline(line) for line in lines)}</p>"


def _inline(line: str) -> str:
    linked = LINK.sub(lambda found: f'<a href="{found[2]}">{found[1]}</a>', escape(line, quote=False))
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", linked)


def _typed_block(tag: str, inner: str) -> str:
    if tag in LIST:
        marks = (f"{number}. " if tag == "ol" else "- " for number in range(1, 10_000))
        return "\n".join(mark + _typed_inline(item) for mark, item in zip(marks, ITEM.findall(inner), strict=False))
    return ("## " if tag == "h3" else "") + _typed_inline(inner).replace("<br>", "\n")


def _typed_inline(inner: str) -> str:
    linked = re.sub(r'<a href="([^"]+)">(.*?)</a>', r"[\2](\1)", inner)
    return unescape(re.sub(r"</?strong>", "**", linked))
