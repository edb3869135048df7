# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Subtitles of films, one text a language: kept, taken away, and shown as tracks (WCAG 2.2, 1.2.2)."""

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.assets.intake.captions import MOST_BYTES, BadCaptions, Fault, read_captions
from friedensplatz.assets.models import Asset
from friedensplatz.assets.showing import copy_address
from friedensplatz.core.caching import content_changed
from friedensplatz.core.languages import current_language
from friedensplatz.core.uploads.refused import Reason, Refused

SENTENCES = {
    Fault.NO_HEADER: _("Line %(line)s: the file has to begin with the word WEBVTT."),
    Fault.NO_TIMING: _("Line %(line)s: here times are expected, such as 00:00:01.000 --> 00:00:04.000."),
    Fault.ENDS_EARLY: _("Line %(line)s: this subtitle ends before it begins."),
    Fault.GOES_BACK: _("Line %(line)s: this subtitle begins before the one above it."),
    Fault.NO_WORDS: _("Line %(line)s: no words follow these times."),
    Fault.NOTHING: _("There is no subtitle in this file."),
}


@dataclass(frozen=True)
class Track:
    """Subtitles in a language as a player takes them."""

    language: str
    name: str
    address: str
    is_readers: bool


def tracks_of(asset: Asset) -> list[Track]:
    """The subtitles of a film, in the order of the languages of the house."""
    names, here = dict(settings.LANGUAGES), current_language()
    found = [language for language in names if language in asset.captions]
    return [Track(one, str(names[one]), address_of(asset, one), one == here) for one in found]


def name_of(asset: Asset, language: str) -> str:
    """The end of the address, another one whenever the text is."""
    digest = hashlib.sha256(asset.captions[language].encode()).hexdigest()[:8]
    return f"captions-{language}-{digest}.vtt"


def address_of(asset: Asset, language: str) -> str:
    return copy_address(asset, name_of(asset, language))


def captions_named(asset: Asset, name: str) -> str | None:
    """The text at an address; None where there is none."""
    return next((text for one, text in asset.captions.items() if name_of(asset, one) == name), None)


def lacks_captions(asset: Asset) -> bool:
    """Whether something is to be heard in a film that nobody who does not hear can read."""
    return asset.kind == Asset.Kind.VIDEO and not asset.silent and not asset.captions


def uncaptioned() -> Q:
    """Films of which `lacks_captions` is true."""
    return Q(kind=Asset.Kind.VIDEO, silent=False, captions={})


def sentence_of_fault(bad: BadCaptions) -> str:
    return str(SENTENCES[bad.fault]) % {"line": bad.line}


def keep_captions(asset: Asset, language: str, data: bytes, *, by: User | None) -> None:
    """Give a film subtitles in a language, in place of those it had. Raises BadCaptions or Refused."""
    if len(data) > MOST_BYTES:
        raise Refused(Reason.TOO_LARGE)
    _change(asset, {language: read_captions(data)}, verb="captioned", language=language, by=by)


def remove_captions(asset: Asset, language: str, *, by: User | None) -> None:
    """Take the subtitles of a language away; nothing happens where there are none."""
    _change(asset, {language: None}, verb="captions_removed", language=language, by=by)


@transaction.atomic
def _change(asset: Asset, texts: dict[str, str | None], *, verb: str, language: str, by: User | None) -> None:
    """Hold the row first, so that two people who add two languages at once keep both."""
    Asset.objects.filter(pk=asset.pk).update(slug=asset.slug)
    asset.refresh_from_db()
    captions = {one: text for one, text in (asset.captions | texts).items() if text}
    if captions == asset.captions:
        return
    asset.captions = captions
    asset.save(update_fields=["captions"])
    record(asset, verb, actor=by, language=language)
    content_changed()
