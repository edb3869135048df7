# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Official schemas to check what the house publishes. They are no part of it: FRIEDENSPLATZ_SCHEMAS names their folder."""

import json
import os
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from pyshacl import validate
from rdflib import Graph


def schema_folder(name):
    """The folder of one standard's schemas; without it the test says so and does not run."""
    root = os.environ.get("FRIEDENSPLATZ_SCHEMAS")
    if not root:
        pytest.skip("FRIEDENSPLATZ_SCHEMAS is not set: not checked against the official schemas (docs/standards.md)")
    return Path(root) / name


def errors_of(document, schema):
    """What is wrong with a document, in words; empty when it is valid."""
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in _validator(schema).iter_errors(document)]


@cache
def _validator(schema):
    return Draft202012Validator(json.loads(schema.read_text("utf-8")), format_checker=FormatChecker())


def shacl_errors_of(graph, folder):
    """What a folder of SHACL shapes finds wrong with a graph, in words; empty when nothing is."""
    shapes = Graph()
    for file in folder.glob("*.ttl"):
        shapes.parse(file)
    valid, _report, text = validate(graph, shacl_graph=shapes, do_owl_imports=False, advanced=True)
    return "" if valid else text
