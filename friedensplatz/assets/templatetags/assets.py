# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Showing assets. None of these tags asks the database for anything: they draw what the view has read."""

from typing import Any

from django import template
from django.forms import BoundField
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from friedensplatz.assets.captions import lacks_captions, tracks_of
from friedensplatz.assets.intake.reading import MEDIA_TYPES
from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import SOON, missing_facts
from friedensplatz.assets.showing import FULL, TEASER, file_address, shown
from friedensplatz.core.languages import pick

register = template.Library()

COLUMN = "(min-width: 60rem) 41rem, 100vw"
CARD = "(min-width: 60rem) 20rem, (min-width: 36rem) 50vw, 100vw"


@register.inclusion_tag("assets/_picture.html")
def picture(asset: Asset | None, sizes: str = COLUMN, *, lazy: bool = True) -> dict[str, Any]:
    """A picture with its credit line; nothing for no picture, or one that may not be shown.

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
    """Nothing is drawn for everybody that lacks a fact, whoever forgot to ask."""
    return {"asset": asset, "shown": shown(asset, shape)} if asset and not missing_facts(asset) else {"asset": None}


@register.inclusion_tag("assets/_preview.html")
def preview(asset: Asset, sizes: str = "16rem", shape: str = TEASER) -> dict[str, Any]:
    """What editors see of an asset in the library, also when a fact is missing."""
    return {"asset": asset, "sizes": sizes, "shown": shown(asset, shape) if asset.kind == Asset.Kind.IMAGE else None}


@register.inclusion_tag("assets/_download.html")
def download(asset: Asset | None) -> dict[str, Any]:
    """A file as a link with type, size and pages in words, and a note when it cannot be read aloud in order."""
    if asset is None or missing_facts(asset):
        return {"asset": None}
    return {"asset": asset, "address": file_address(asset), "about": about_file(asset), "title": pick(asset.title)}


@register.inclusion_tag("assets/_player.html")
def player(asset: Asset | None) -> dict[str, Any]:
    """A film or recording with the browser's own controls; it loads nothing before somebody starts it."""
    if asset is None or missing_facts(asset):
        return {"asset": None}
    shown = {"address": file_address(asset), "type": MEDIA_TYPES[asset.ending], "tracks": tracks_of(asset)}
    return {"asset": asset, "uncaptioned": lacks_captions(asset), **shown}


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


@register.filter
def badges(asset: Asset) -> list[dict[str, Any]]:
    """What an editor should know at a glance; `kind` as KERN names its badges."""
    soon = asset.licence_until and not asset.is_expired() and asset.licence_until <= timezone.localdate() + SOON
    until = date_format(asset.licence_until, "SHORT_DATE_FORMAT") if asset.licence_until else ""
    told = [
        ("danger", _("licence has ended"), asset.is_expired()),
        ("warning", _("licence until %(day)s") % {"day": until}, soon),
        ("warning", _("a fact is missing"), not asset.is_expired() and missing_facts(asset)),
        ("info", asset.get_state_display(), asset.state != Asset.State.READY),
        ("info", _("PDF without tags"), asset.tagged is False),
        ("warning", _("no subtitles"), lacks_captions(asset)),
    ]
    return [{"kind": kind, "text": text} for kind, text, holds in told if holds]


@register.filter
def address(asset: Asset) -> str:
    return file_address(asset)


@register.filter
def answer(field: BoundField) -> str:
    """What stands in a field, in the words of its choices."""
    value = field.value()
    choices = {str(key): str(label) for key, label in getattr(field.field, "choices", [])}
    return choices.get(str(value), str(value))
