# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The files of the library, and whom the city thanks for its pictures."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from friedensplatz.assets.captions import captions_named
from friedensplatz.assets.intake.reading import MEDIA_TYPES
from friedensplatz.assets.models import Asset, folder_of
from friedensplatz.assets.queries import credited
from friedensplatz.assets.serving import send, send_captions
from friedensplatz.assets.showing import file_address
from friedensplatz.core.caching import public_page
from friedensplatz.core.listing import slice_of


@require_safe
def asset_file(request: HttpRequest, slug: str, stamp: str, name: str) -> HttpResponseBase:
    """A file or one of a picture's copies; addresses of former files lead to the present one."""
    asset = get_object_or_404(Asset, slug=slug)
    if asset.is_expired() and not request.user.has_perm("assets.use_library"):
        raise Http404
    if stamp != asset.stamp:
        return redirect(file_address(asset))
    if captions := captions_named(asset, name):
        return send_captions(captions)
    stored = _stored(asset, name)
    if stored is None:
        raise Http404
    return send(request, stored, MEDIA_TYPES[name.rpartition(".")[2]])


def _stored(asset: Asset, name: str) -> str | None:
    """Name in the storage of what a page may ask for; None for anything else."""
    if not asset.sized:
        return asset.file if name == f"{asset.slug}.{asset.ending}" else None
    for shape, endings in asset.renditions.items():
        for ending, sizes in endings.items():
            if name in {f"{shape}-{width}.{ending}" for width, _height in sizes}:
                return f"{folder_of(asset.stamp)}/{name}"
    return None


@require_safe
@public_page(parameters=("after", "before"))
def image_credits(request: HttpRequest) -> HttpResponse:
    """Every picture that is shown somewhere, with its creator and licence."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = slice_of(credited(timezone.localdate()), ["slug"], after=after, before=before)
    return render(request, "assets/image_credits.html", {"slice": page})
