# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What editors read: the names of the kinds of sections, of their fields and of passages."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import pick
from friedensplatz.pages.content import Content, Section

SECTIONS: dict[str, Any] = {
    "text": _("Text"),
    "facts": _("Facts and figures"),
    "steps": _("Step by step"),
    "image": _("Picture"),
    "gallery": _("Gallery"),
    "contact": _("Contact"),
    "downloads": _("Downloads"),
    "cards": _("Cards"),
    "links": _("Links to other websites"),
    "video": _("Video"),
}
FIELDS: dict[str, Any] = {
    "title": _("Title"),
    "summary": _("In one or two sentences"),
    "heading": _("Heading"),
    "text": _("Text"),
    "facts": _("Facts"),
    "value": _("Figure or fact"),
    "label": _("What it says"),
    "as_of": _("As of"),
    "source": _("Source"),
    "steps": _("Steps"),
    "links": _("Links"),
    "url": _("Address"),
    "image": _("Picture"),
    "images": _("Pictures"),
    "video": _("Video"),
    "files": _("Files"),
    "things": _("What is shown"),
    "pins": _("Shown first under “More about it”"),
}


def passage_label(content: Content, passage: str) -> str:
    """Where a passage stands, for people: the number and heading of its section, its field, and which of several."""
    first, *rest = passage.split(".")
    for number, section in enumerate(content["sections"], 1):
        if section["id"] == first:
            name = pick(section.get("heading")).text or str(SECTIONS[section["kind"]])
            field = f"{FIELDS.get(rest[-1], '')} {_number_of(section, rest[0])}".strip() if rest else ""
            values = {"number": number, "name": name, "field": field}
            return gettext("Section %(number)s, %(name)s: %(field)s") % values if field else f"{number} {name}"
    return str(FIELDS.get(passage, passage))


def _number_of(section: Section, part: str) -> int | str:
    """Which of the section's items one is, counted from 1; nothing for a field of the section itself."""
    lists = [items for items in section.values() if isinstance(items, list)]
    ids = [[item["id"] for item in items if isinstance(item, dict)] for items in lists]
    return next((found.index(part) + 1 for found in ids if part in found), "")
