# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands in the way of reading, with where it is in words people use."""

from dataclasses import dataclass

from friedensplatz.assets.queries import missing_facts, with_renditions
from friedensplatz.pages.checking import Finding, findings
from friedensplatz.pages.content import Content, references
from friedensplatz.pages.wording import passage_label


@dataclass(frozen=True)
class Placed:
    """A finding and the label of its passage."""

    finding: Finding
    label: str


def findings_of(content: Content, language: str) -> list[Placed]:
    """All findings in one language of a page, with what its pictures and files lack."""
    assets = with_renditions(one.pk for one in references(content) if one.kind == "asset")
    lacking = {f"asset/{pk}": [str(reason) for reason in missing_facts(asset)] for pk, asset in assets.items()}
    return [Placed(one, passage_label(content, one.passage)) for one in findings(content, language, lacking)]
