# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Does everything that pages name exist, once? Is their markup what a page can show?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from django.conf import settings

from friedensplatz.core.languages import EASY
from friedensplatz.core.loading import Problem
from friedensplatz.pages.cleaning import TAGS
from friedensplatz.pages.content import Content, passages, problems
from friedensplatz.pages.loading.shapes import PageShape
from friedensplatz.pages.loading.turning import content_of, reference

Known = Mapping[str, set[str]]
"""Kind → slugs of what there is."""

TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")
ADDRESS = re.compile(r'href="(?!fp:|mailto:|tel:)([^"]*)"')


def check_pages(pages: list[PageShape], known: Known) -> list[Problem]:
    """Problems of pages and between them; `known` says what the city's other files hold."""
    known = {**known, "page": {page.slug for page in pages}, "goal": {str(number) for number in range(1, 18)}}
    found = [problem for page in pages for problem in _problems_of(page, known)]
    return [*found, *_double(pages), *_rings(pages)]


def _problems_of(page: PageShape, known: Known) -> Iterator[Problem]:
    file = f"pages/{page.slug}.yaml"
    unknown: list[str] = []

    def resolve(kind: str, slug: str) -> int:
        if slug not in known.get(kind, set()):
            unknown.append(f"{kind}/{slug}")
        return 0

    content = content_of(page, resolve)
    for named in [*named_by(page), *page.related]:
        reference(named, resolve)
    yield from (Problem(file, "", f"unknown: {named}") for named in dict.fromkeys(unknown))
    yield from (Problem(file, one.passage, str(one.reason)) for one in problems(content, settings.LANGUAGE_CODE))
    yield from _odd_texts(file, page, content)


def named_by(page: PageShape) -> Iterator[str]:
    """What a page names outside its sections."""
    single = {"office": page.office, "page": page.parent, "source": page.source, "asset": page.image}
    yield from (f"{kind}/{slug}" for kind, slug in single.items() if slug)
    several = {"topic": page.topics, "audience": page.audiences, "district": page.districts}
    yield from (f"{kind}/{slug}" for kind, slugs in several.items() for slug in slugs)


def _odd_texts(file: str, page: PageShape, content: Content) -> Iterator[Problem]:
    """Languages nobody knows, markup that would be dropped, addresses where a reference belongs."""
    spoken = {*dict(settings.LANGUAGES), EASY}
    used = {language for texts in passages(content).values() for language in texts}
    yield from (Problem(file, "", f"unknown language: {language}") for language in sorted(used - spoken))
    for number, section in enumerate(page.sections, 1):
        for text in _rich_texts(section):
            odd = {tag for tag in TAG.findall(text) if tag not in TAGS}
            yield from (Problem(file, f"section {number}", f"<{tag}> is not shown") for tag in sorted(odd))
            addresses = ADDRESS.findall(text)
            yield from (Problem(file, f"section {number}", f"not a reference: {one}") for one in addresses)


def _rich_texts(section: dict[str, object]) -> Iterable[str]:
    items = section.get("steps") or [section]
    return [text for item in items for text in item.get("text", {}).values()]  # type: ignore[attr-defined]


def _double(pages: list[PageShape]) -> Iterator[Problem]:
    for slug, count in Counter(page.slug for page in pages).items():
        if count > 1:
            yield Problem(f"pages/{slug}.yaml", "slug", f"{count} files have it")


def _rings(pages: list[PageShape]) -> Iterator[Problem]:
    above = {page.slug: page.parent for page in pages}
    for page in pages:
        seen, step = {page.slug}, page.parent
        while step and step not in seen:
            seen.add(step)
            step = above.get(step)
        if step == page.slug:
            yield Problem(f"pages/{page.slug}.yaml", "parent", "stands below itself")
