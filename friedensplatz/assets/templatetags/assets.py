# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Showing assets. None of these tags asks the database for anything: they draw what the view has read."""

from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from friedensplatz.assets.intake.reading import MEDIA_TYPES
from friedensplatz.assets.models import Asset
from friedensplatz.assets.showing import FULL, TEASER, file_address, shown
from friedensplatz.core.languages import pick

register = template.Library()

COLUMN = "(min-width: 60rem) 41rem, 100vw"
CARD = "(min-width: 60rem) 20rem, (min-width: 36rem) 50vw, 100vw"


@register.inclusion_tag("assets/_picture.html")
def picture(asset: Asset | None, sizes: str = COLUMN, *, lazy: bool = True) -> dict[str, Any]:
    """A picture with its credit line; nothing for no picture, or one whose licence has ended.

    `sizes` tells the browser how wide it will stand; `lazy=False` for the first picture of a page.
    """
    return _drawn(asset, FULL) | {"sizes": sizes, "lazy": lazy, "alt": pick(asset.alt) if asset else None}


@register.inclusion_tag("assets/_teaser_picture.html")
def teaser_picture(asset: Asset | None, sizes: str = CARD, *, lazy: bool = True) -> dict[str, Any]:
    """A picture as 3:2 around its focal point, for a card. The card's words say what it is, so it is silent.

    Its credit stands on the page of all image credits, and at the picture on the page the card leads to.
    """
    return _drawn(asset, TEASER) | {"sizes": sizes, "lazy": lazy}


def _drawn(asset: Asset | None, shape: str) -> dict[str, Any]:
    if asset is None or asset.is_expired():
        return {"asset": None}
    return {"asset": asset, "shown": shown(asset, shape)}


@register.inclusion_tag("assets/_download.html")
def download(asset: Asset | None) -> dict[str, Any]:
    """A file as a link with type, size and pages in words, and a note when it cannot be read aloud in order."""
    if asset is None or asset.is_expired():
        return {"asset": None}
    return {"asset": asset, "address": file_address(asset), "about": about_file(asset), "title": pick(asset.title)}


@register.inclusion_tag("assets/_player.html")
def player(asset: Asset | None) -> dict[str, Any]:
    """A film or recording with the browser's own controls; it loads nothing before somebody starts it."""
    if asset is None or asset.is_expired():
        return {"asset": None}
    return {"asset": asset, "address": file_address(asset), "type": MEDIA_TYPES[asset.ending]}


@register.filter
def about_file(asset: Asset) -> str:
    """Type, size and number of pages: "PDF, 121 kB, 4 pages"."""
    facts = [asset.ending.upper(), filesizeformat(asset.bytes)]
    if asset.pages:
        facts.append(ngettext("%(pages)s page", "%(pages)s pages", asset.pages) % {"pages": asset.pages})
    return _(", ").join(facts)


@register.filter
def credit_text(asset: Asset) -> str:
    """Where it comes from and who made it: "photo.example / Ada Beispiel"."""
    return " / ".join(part for part in (asset.source, asset.creator) if part)


@register.filter
def lacks_text(asset: Asset) -> list[str | Promise]:
    """What a PDF lacks to be accessible, in words."""
    words = {
        "tags": _("It has no tags: a screen reader cannot tell headings, lists and tables."),
        "language": _("It does not say in which language it is."),
        "title": _("It has no title of its own."),
        "claim": _("It does not claim to follow PDF/UA."),
    }
    return [words[fact] for fact in asset.lacks]
