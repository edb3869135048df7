# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages to take along: collected in the address, without a cookie; as one PDF; a page's address as a QR code."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import slugify
from django.urls import reverse
from django.views.decorators.http import require_safe

from friedensplatz.core.addresses import absolute
from friedensplatz.core.papers.setting import SVG
from friedensplatz.core.qr import qr_path
from friedensplatz.core.text import cleaned
from friedensplatz.directory.queries import offices_open_to_people
from friedensplatz.search.queries import find, teasers_of_things
from friedensplatz.website.papers.making import MOST_PAGES, Busy, NothingThere, paper
from friedensplatz.website.places import Place, place_of, things_at

SECONDS_TO_WAIT = 2
A_DAY = 86_400
LONGEST_QUESTION = 200
HITS_SHOWN = 20


@dataclass(frozen=True)
class Choice:
    """A page to tick."""

    address: str
    name: str
    chosen: bool


@require_safe
def take_along(request: HttpRequest) -> HttpResponse:
    """Tick pages, from a search or the list of offices. The address holds what is ticked."""
    chosen = _chosen(request)
    words = cleaned(request.GET.get("q", ""))[:LONGEST_QUESTION]
    hits = find(words, limit=HITS_SHOWN).hits if words else []
    offices = (
        (reverse("office_page", args=[one.slug]), str(one)) for one in offices_open_to_people().only("slug", "name")
    )
    context = {
        "chosen": [Choice(address, name, True) for address, name in _names(chosen).items()],
        "found": [Choice(hit.url, hit.title, False) for hit in hits if hit.url not in chosen],
        "offices": [Choice(address, name, False) for address, name in offices if address not in chosen],
        "words": words,
        "most": MOST_PAGES,
        "too_many": len(request.GET.getlist("page")) > MOST_PAGES,
    }
    return render(request, "website/take_along.html", context)


@require_safe
def take_along_pdf(request: HttpRequest) -> HttpResponse:
    """The ticked pages as one PDF/UA. While another is being made, a page that asks again by itself."""
    chosen = list(_chosen(request))
    try:
        content = paper(chosen)
    except NothingThere:
        raise Http404 from None
    except Busy:
        response = render(request, "website/paper_busy.html", status=503)
        response["Retry-After"] = response["Refresh"] = str(SECONDS_TO_WAIT)
        return response
    name = slugify(chosen[0].strip("/").split("/")[-1]) if len(chosen) == 1 else "friedensplatz"
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name or "friedensplatz"}.pdf"'
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def qr_code(request: HttpRequest) -> HttpResponse:
    """The address of a public page of this house as a QR code; of nothing else."""
    path = request.GET.get("page", "")
    place = place_of(path)
    if place is None or not place.is_public:
        raise Http404
    response = HttpResponse(SVG.format(**qr_path(absolute(path))), content_type="image/svg+xml")
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


def _chosen(request: HttpRequest) -> dict[str, Place]:
    """The public pages an address names, each once, as many as fit into one paper."""
    asked = dict.fromkeys(request.GET.getlist("page"))
    places = {address: place_of(address.partition("?")[0]) for address in asked}
    public = [(address, place) for address, place in places.items() if place and place.is_public]
    return dict(public[:MOST_PAGES])


def _names(chosen: dict[str, Place]) -> dict[str, str]:
    """What pages are called: by the thing they are about, else by their address."""
    things = things_at(chosen.values())
    keys = {address: things.get((place.page, place.part), "") for address, place in chosen.items()}
    teasers = teasers_of_things(key for key in keys.values() if key)
    return {address: teasers[key].title if key in teasers else address for address, key in keys.items()}
