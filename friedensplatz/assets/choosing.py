# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A field by which other components' forms choose a picture or file."""

from functools import partial
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import expired, incomplete


class AssetField(forms.ChoiceField):
    """The slug of an asset that may be published, or "" for none."""

    default_error_messages = {
        "invalid_choice": _("This cannot be shown: its licence has ended, or a fact about it is missing.")
    }

    def __init__(self, *, kind: Asset.Kind = Asset.Kind.IMAGE, **kwargs: Any) -> None:
        super().__init__(choices=partial(_choices, kind), required=kwargs.pop("required", False), **kwargs)


def _choices(kind: Asset.Kind) -> list[tuple[str, str]]:
    assets = Asset.objects.filter(kind=kind).exclude(incomplete()).exclude(expired(timezone.localdate()))
    named = [(asset.slug, str(asset)) for asset in assets.only("slug", "title")]
    return [("", "–"), *sorted(named, key=lambda choice: choice[1].casefold())]
