# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures in the words of schema.org."""

from django.urls import reverse

from friedensplatz.assets.models import Asset
from friedensplatz.assets.showing import shown
from friedensplatz.core.addresses import absolute
from friedensplatz.core.languages import pick
from friedensplatz.core.linked import Node, known


def image_object(asset: Asset) -> Node:
    """A picture with its credit and licence, as search engines show it."""
    picture = shown(asset)
    node = {
        "@type": "ImageObject",
        "contentUrl": absolute(picture.address),
        "name": pick(asset.title).text,
        "description": pick(asset.alt).text,
        "width": picture.width,
        "height": picture.height,
        "creditText": " / ".join(part for part in (asset.source, asset.creator) if part),
        "creator": {"@type": "Person", "name": asset.creator} if asset.creator else None,
        "license": asset.licence_link,
        "acquireLicensePage": absolute(reverse("image_credits")),
        "copyrightNotice": asset.creator,
    }
    return known(node)
