# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a translation stands: pure functions of a page's document."""

from dataclasses import dataclass
from enum import StrEnum

from friedensplatz.pages.content import Content, Stamp, fingerprint, passages


class Origin(StrEnum):
    """Who made a translation."""

    HUMAN = "human"
    MACHINE = "machine"  # and nobody has read it since


class Standing(StrEnum):
    MISSING = "missing"
    OUTDATED = "outdated"
    MACHINE = "machine"
    CURRENT = "current"


@dataclass(frozen=True)
class Freshness:
    """How a translation stands, and the passages that keep it from being current."""

    standing: Standing
    changed: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()

    @property
    def open(self) -> int:
        """How many passages wait for somebody."""
        return len(self.changed) + len(self.missing)


def freshness(content: Content, language: str, source: str) -> Freshness:
    """How a page stands in a language. `source` is the language it is written in first.

    A passage is missing when it has no text in the language, and changed when the text it was made from reads
    differently today, or nobody knows from what it was made.
    """
    texts = {name: text for name, text in passages(content).items() if text.get(source)}
    missing = frozenset(name for name, text in texts.items() if not text.get(language))
    if not content["title"].get(language):
        return Freshness(Standing.MISSING, missing=missing)
    stamp = content["translations"].get(language)
    known = stamp["of"] if stamp else {}
    changed = frozenset(
        name for name, text in texts.items() if name not in missing and known.get(name) != fingerprint(text[source])
    )
    return Freshness(_standing(stamp, changed | missing), changed, missing)


def _standing(stamp: Stamp | None, waiting: frozenset[str]) -> Standing:
    if waiting:
        return Standing.OUTDATED
    return Standing.MACHINE if stamp and stamp["origin"] == Origin.MACHINE else Standing.CURRENT


def restamped(before: Content | None, after: Content, source: str) -> dict[str, Stamp]:
    """The stamps of a document somebody wrote: whatever they wrote anew renders the source text as it stands now.

    Stamps that were set on purpose (a translation was confirmed, or made by a machine) stay as they are. Passages that
    are gone have none.
    """
    old = before["translations"] if before else {}
    texts, was = passages(after), passages(before) if before else {}
    stamps: dict[str, Stamp] = {}
    for language in sorted({language for text in texts.values() for language in text} - {source}):
        given = after["translations"].get(language)
        on_purpose = given is not None and given != old.get(language)
        of = dict(given["of"]) if given else {}
        for name, text in texts.items():
            if not on_purpose and text.get(language) and text[language] != was.get(name, {}).get(language):
                of[name] = fingerprint(text.get(source, ""))
        kept = {name: print_ for name, print_ in of.items() if texts.get(name, {}).get(language)}
        stamps[language] = {"origin": given["origin"] if given else Origin.HUMAN, "of": kept}
    return stamps


def confirmed(content: Content, language: str, source: str, names: frozenset[str]) -> Content:
    """The document in which somebody says that these passages of a translation are right as they are.

    Once none is left that nobody looked at, the translation counts as made by people.
    """
    texts = passages(content)
    stamp = content["translations"].get(language) or Stamp(origin=Origin.HUMAN, of={})
    of = stamp["of"] | {name: fingerprint(texts[name].get(source, "")) for name in names if name in texts}
    whole = set(of) >= {name for name, text in texts.items() if text.get(source)} and names >= set(of)
    origin = Origin.HUMAN if whole else stamp["origin"]
    return {**content, "translations": {**content["translations"], language: {"origin": origin, "of": of}}}
