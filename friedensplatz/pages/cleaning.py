# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rich text made safe and plain: whatever is pasted, the result holds only what a page can show."""

import re

import nh3

from friedensplatz.core.text import cleaned

TAGS = {
    "p", "ul", "ol", "li", "strong", "em", "h3", "h4", "br", "blockquote", "a",
    "table", "thead", "tbody", "tr", "th", "td", "caption",
}  # fmt: skip
SCHEMES = {"fp", "https", "mailto", "tel"}
OURS = {"b": "strong", "i": "em", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4", "div": "p"}

_TAG = re.compile(rf"<(/?)({'|'.join(OURS)})(?=[\s>/])", re.IGNORECASE)
_SPACE = r"(?:\s|&nbsp;|</?(?:span|!--|!\[)[^>]{0,300}>)*"
_BULLET_ITEM = re.compile(
    rf"<p[^>]{{0,500}}MsoList[^>]{{0,500}}>{_SPACE}[·•▪§o–-](?=\s|&nbsp;|<){_SPACE}(.*?)</p>", re.IGNORECASE | re.DOTALL
)
_EMPTY = re.compile(r"<(p|li|ul|ol|h3|h4|strong|em|a|blockquote)(?: [^>]*)?>(?:\s|&nbsp;|<br>)*</\1>")
_BETWEEN = re.compile(
    r"(</(?:p|ul|ol|li|h3|h4|blockquote|table|thead|tbody|tr|th|td|caption)>|<(?:ul|ol|table|thead|tbody|tr)>)\s+(?=<)"
)
_LONE_PARAGRAPH = re.compile(r"<(li|td|th)((?: [^>]*)?)><p>((?:(?!</?p>).)*)</p>(?=</\1>|<ul>|<ol>)", re.DOTALL)
_DEAD_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)


def clean_html(html: str) -> str:
    """HTML with the tags of TAGS only; links lead to a record (`fp:office/12`), a mailbox, a phone or an https page.

    What word processors paste becomes plain markup: bold and italics, lists, lower headings. One document is written
    in one way, so that nothing seems changed that reads the same: no space between blocks, no paragraph alone in an item.
    """
    html = _as_lists(cleaned(html))
    html = _TAG.sub(lambda found: f"<{found[1]}{OURS[found[2].lower()]}", html)
    html = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        tag_attribute_values={"th": {"scope": {"row", "col"}}},
        clean_content_tags={"script", "style"},
        url_schemes=SCHEMES,
        link_rel=None,
    )
    html = _DEAD_LINK.sub(r"\1", html.replace("\u00a0", "&nbsp;"))
    return _LONE_PARAGRAPH.sub(r"<\1\2>\3", _BETWEEN.sub(r"\1", _without_empty(html))).strip()


def _as_lists(html: str) -> str:
    """Word's list paragraphs (“· first”) as a list; a run of them is one list."""
    marked = _BULLET_ITEM.sub("\0<li>\\1</li>\0", html)
    joined = re.sub(r"</li>\0\s*\0<li>", "</li><li>", marked)
    return joined.replace("\0<li>", "<ul><li>").replace("</li>\0", "</li></ul>")


def _without_empty(html: str) -> str:
    """Drop elements that hold nothing, and what becomes empty by that."""
    while (shorter := _EMPTY.sub("", html)) != html:
        html = shorter
    return html
