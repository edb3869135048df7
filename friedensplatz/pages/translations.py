# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Translating a page: side by side, passage by passage, by people or by a machine."""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString

from friedensplatz.core.languages import EASY, Translated
from friedensplatz.pages.blocks import blocks_of
from friedensplatz.pages.content import TEXTS, Content, Role, fingerprint, passages, spots, stamp_of
from friedensplatz.pages.differences import difference
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.translating.freshness import Freshness, Origin, Standing, freshness
from friedensplatz.pages.translating.machine import translate

SOURCE = settings.LANGUAGE_CODE
LANGUAGES: list[str] = [code for code, _name in settings.LANGUAGES if code != SOURCE] + [EASY]


@dataclass(frozen=True)
class Cell:
    """How a page stands in a language."""

    language: str
    freshness: Freshness


@dataclass(frozen=True)
class Passage:
    """A passage with its source text and its translation; `difference` shows what changed since it was translated."""

    name: str
    role: Role
    source: str
    text: str
    changed: bool
    difference: SafeString | None


def standings(content: Content) -> list[Cell]:
    """How a page stands in each language but its own."""
    return [Cell(language, freshness(content, language, SOURCE)) for language in LANGUAGES]


def side_by_side(revision: Revision, language: str) -> list[Passage]:
    """Every passage of a page beside its translation, what changed since marked."""
    content = revision.content
    fresh = freshness(content, language, SOURCE)
    stamp = content["translations"].get(language)
    wanted = {name: stamp["of"][name] for name in fresh.changed if name in stamp["of"]} if stamp else {}
    before = _texts_once_translated(revision.page, wanted)
    roles = {spot.passage: spot.role for spot in spots(content) if spot.role in TEXTS}
    return [
        Passage(
            name,
            roles[name],
            text[SOURCE],
            text.get(language, ""),
            name in fresh.changed,
            _difference(roles[name], before[name], text[SOURCE]) if name in before else None,
        )
        for name, text in passages(content).items()
        if text.get(SOURCE)
    ]


def _difference(role: Role, before: str, now: str) -> SafeString:
    old, new = (blocks_of(text if role == Role.RICH else escape(text)) for text in (before, now))
    return difference(old, new)


def _texts_once_translated(page: Page, wanted: Mapping[str, str]) -> dict[str, str]:
    """The source text each passage had when it was translated, found among older revisions by its fingerprint."""
    found: dict[str, str] = {}
    older = page.revisions.order_by("-number").only("content") if wanted else Revision.objects.none()
    for revision in older.iterator(chunk_size=20):
        for name, text in passages(revision.content).items():
            if name in wanted and name not in found and fingerprint(text.get(SOURCE, "")) == wanted[name]:
                found[name] = text[SOURCE]
        if len(found) == len(wanted):
            break
    return found


def translated(content: Content, language: str, texts: Mapping[str, str]) -> Content:
    """The document with these passages in a language; an empty text takes the passage's translation away."""
    done = copy.deepcopy(content)
    for name, text in passages(done).items():
        if name in texts:
            _put(text, language, texts[name])
    return done


def _put(text: Translated, language: str, value: str) -> None:
    if value:
        text[language] = value
    else:
        text.pop(language, None)


def translated_by_machine(content: Content, language: str) -> Content:
    """The document with every missing or changed passage in a language as a machine translates it. MachineSilent."""
    fresh = freshness(content, language, SOURCE)
    names = [name for name in passages(content) if name in fresh.changed | fresh.missing]
    done = translated(content, language, dict(zip(names, _by_machine(content, names, language), strict=True)))
    done["translations"][language] = stamp_of(done, language, source=SOURCE, origin=Origin.MACHINE)
    return done


def _by_machine(content: Content, names: Sequence[str], language: str) -> list[str]:
    """What the machine makes of each text; plain texts go and come as HTML, like the rich ones."""
    roles = {spot.passage: spot.role for spot in spots(content) if spot.role in TEXTS}
    texts = passages(content)
    asked = [texts[name][SOURCE] if roles[name] == Role.RICH else escape(texts[name][SOURCE]) for name in names]
    found = translate(asked, source=SOURCE, target=language)
    return [text if roles[name] == Role.RICH else unescape(text) for name, text in zip(names, found, strict=True)]


def waits_for_somebody(cell: Cell) -> bool:
    """A translation that exists and is outdated, or that only a machine has seen."""
    return cell.freshness.standing in {Standing.OUTDATED, Standing.MACHINE}
