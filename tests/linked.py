# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a page's linked data says, read by rdflib. schema.org's context stands here in short: nothing is fetched."""

import json
import warnings
from html.parser import HTMLParser

from rdflib import Graph, Namespace

SCHEMA = Namespace("https://schema.org/")
CONTEXT = {
    "@vocab": str(SCHEMA),
    **{name: {"@type": "@id"} for name in ("url", "item", "dayOfWeek", "sameAs", "license", "contentUrl")},
}


class _Blocks(HTMLParser):
    def __init__(self):
        super().__init__()
        self.texts, self._inside = [], False

    def handle_starttag(self, tag, attributes):
        self._inside = tag == "script" and dict(attributes).get("type") == "application/ld+json"

    def handle_data(self, text):
        if self._inside:
            self.texts.append(text)

    def handle_endtag(self, tag):
        self._inside = False


def documents_in(html):
    blocks = _Blocks()
    blocks.feed(html)
    return [json.loads(text) for text in blocks.texts]


def graph_of(html):
    """Everything the data blocks of a page say, as one graph."""
    graph = Graph()
    for document in documents_in(html):
        assert document["@context"] == "https://schema.org"
        parse_json_ld(graph, json.dumps(document | {"@context": CONTEXT}))
    return graph


def parse_json_ld(graph, text):
    """rdflib's parser uses a class of its own that it calls old."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        graph.parse(data=text, format="json-ld")
