# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Linked data in the words of schema.org (JSON-LD 1.1), and how it stands in a page."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from friedensplatz.core.addresses import absolute

Node = dict[str, Any]

CONTEXT = "https://schema.org"
ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def known(node: Mapping[str, Any]) -> Node:
    """A node with only what is known of it: nothing empty is told."""
    return {name: value for name, value in node.items() if value not in ("", None, [], {})}


def document(*nodes: Node) -> Node:
    """Nodes as one document."""
    return {"@context": CONTEXT, "@graph": list(nodes)}


def data_block(linked: Node) -> SafeString:
    """A document for a page's head. Browsers never run it, so the Content Security Policy needs no exception."""
    text = json.dumps(linked, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def breadcrumb_list(steps: Iterable[tuple[str, str]]) -> Node:
    """The way to a page: pairs of path and name; the page itself has an empty path."""
    places = [
        known({"@type": "ListItem", "position": position, "name": name, "item": absolute(path) if path else ""})
        for position, (path, name) in enumerate(steps, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": places}
