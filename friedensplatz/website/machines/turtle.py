# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Turtle (RDF 1.1) of a JSON-LD document whose names are all written with prefixes."""

import json
from typing import Any

from friedensplatz.core.linked import Node

INDENT = "  "
LEFT_OUT = {"@id", "@type"}
UNSAFE = str.maketrans({sign: f"\\u{ord(sign):04X}" for sign in '<>"{}|^`\\ '})


def turtle(document: Node) -> str:
    """The document's graph: its prefixes, then each node with what is said of it."""
    prefixes = [f"@prefix {name}: <{address}> ." for name, address in document["@context"].items()]
    nodes = [f"{_iri(node['@id'])}{_said(node, INDENT)} ." for node in document["@graph"]]
    return "\n".join([*prefixes, "", *nodes, ""])


def _said(node: Node, indent: str) -> str:
    kinds = node.get("@type", [])
    pairs = [("a", kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    for name, value in node.items():
        if name not in LEFT_OUT:
            pairs += [(name, _term(one, indent)) for one in (value if isinstance(value, list) else [value])]
    return " ;".join(f"\n{indent}{name} {term}" for name, term in pairs)


def _term(value: Any, indent: str) -> str:
    """A value as a literal, an address, or a node without a name of its own."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if "@value" in value:
        mark = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
        return json.dumps(value["@value"], ensure_ascii=False) + mark
    if set(value) == {"@id"}:
        return _iri(value["@id"])
    return f"[{_said(value, indent + INDENT)}\n{indent}]"


def _iri(address: str) -> str:
    return f"<{address.translate(UNSAFE)}>"
