# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture others show beside a link to a page: its title on paper, with the house's mark and name.

The address holds what stands on it, signed: nobody can have anything else drawn, and a new title has a new address.
"""

from functools import partial

from django.core.cache import caches
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from friedensplatz.core.addresses import absolute

SIGNER = Signer(salt="friedensplatz.card.1")
FOREVER = "public, max-age=31536000, immutable"


def address_of(title: str, name: str) -> str:
    """Where the card of a page stands; `name` is that of the house."""
    return absolute(reverse("card", args=[SIGNER.sign_object([title, name], compress=True)]))


@require_safe
def card(request: HttpRequest, token: str) -> HttpResponse:
    """A card as PNG. It is drawn once and never changes."""
    try:
        title, name = SIGNER.unsign_object(token)
    except (BadSignature, ValueError) as forged:
        raise Http404 from forged
    picture = caches["default"].get_or_set(f"card:{token[-43:]}", partial(_drawn, title, name), timeout=None)
    return HttpResponse(picture, content_type="image/png", headers={"Cache-Control": FOREVER})


def _drawn(title: str, name: str) -> bytes:
    from friedensplatz.website.machines.drawing import drawn  # noqa: PLC0415 (Pillow waits for the first card)

    return drawn(title, name)
