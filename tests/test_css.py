# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Right-to-left needs no second stylesheet, and no page carries styles or scripts inside (the CSP forbids both)."""

import re

from tests.machine import APP, files_named, short

PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:"
    r"|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b"
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*(?:\bsrc=|application/(?:ld\+)?json))", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
}


def test_stylesheets_know_no_left_and_right():
    found = []
    for path in files_named(".css", under=APP):
        text = COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), path.read_text(encoding="utf-8"))
        for number, line in enumerate(text.splitlines(), start=1):
            found += [f"{short(path)}:{number} {match.group()}" for match in PHYSICAL.finditer(line)]
    assert found == []


def test_templates_carry_no_styles_or_scripts():
    texts = {short(path): path.read_text(encoding="utf-8") for path in files_named(".html", under=APP)}
    found = [f"{path}: {what}" for path, text in texts.items() for what, shape in INLINE.items() if shape.search(text)]
    assert found == []
