# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How an asset is shown: which copies, from which address, with which credit. Asks the database for nothing."""

from dataclasses import dataclass

from django.urls import reverse

from friedensplatz.assets.intake.reading import MEDIA_TYPES
from friedensplatz.assets.models import Asset

FULL, TEASER = "full", "teaser"
MODERN = ("avif", "webp")


@dataclass(frozen=True)
class Source:
    """Copies in one format, for the browser to choose from."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Shown:
    """What an `img` needs, and the better formats before it; width and height in pixels keep the page from jumping."""

    address: str
    width: int
    height: int
    srcset: str
    sources: list[Source]


def shown(asset: Asset, shape: str = FULL) -> Shown:
    """The whole picture or its teaser; before the teaser is drawn, or where it is the same, the whole picture."""
    if not asset.sized:
        return Shown(file_address(asset), asset.width or 0, asset.height or 0, "", [])
    shape = shape if shape in asset.renditions else FULL
    copies = asset.renditions[shape]
    fallback = fallback_of(asset)
    width, height = copies[fallback][-1]
    sources = [Source(MEDIA_TYPES[one], _srcset(asset, shape, one)) for one in MODERN if one in copies]
    address = copy_address(asset, f"{shape}-{width}.{fallback}")
    return Shown(address, width, height, _srcset(asset, shape, fallback), sources)


def fallback_of(asset: Asset) -> str:
    """The format every browser reads: PNG where parts are transparent, else JPEG."""
    return "png" if "png" in asset.renditions[FULL] else "jpg"


def file_address(asset: Asset) -> str:
    """Where the file itself is fetched; of a photo its largest copy, as the file may tell where it was taken."""
    if not asset.sized:
        return copy_address(asset, f"{asset.slug}.{asset.ending}")
    fallback = fallback_of(asset)
    return copy_address(asset, f"{FULL}-{asset.renditions[FULL][fallback][-1][0]}.{fallback}")


def copy_address(asset: Asset, name: str) -> str:
    return reverse("asset_file", args=[asset.slug, asset.stamp, name])


def _srcset(asset: Asset, shape: str, ending: str) -> str:
    widths = [width for width, _height in asset.renditions[shape][ending]]
    return ", ".join(f"{copy_address(asset, f'{shape}-{width}.{ending}')} {width}w" for width in widths)
