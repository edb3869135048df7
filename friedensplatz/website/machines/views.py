# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The addresses that machines ask for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import conditional_page, require_safe

from friedensplatz.core.addresses import absolute
from friedensplatz.core.caching import public_page
from friedensplatz.website.machines import sitemap

XML = "application/xml; charset=utf-8"
ROBOTS = """User-agent: *
Disallow: /*/answer/
Disallow: /*/desk/
Disallow: /*/accounts/

Sitemap: {sitemap}
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What robots may read, and where everything stands."""
    return HttpResponse(ROBOTS.format(sitemap=absolute("/sitemap.xml")), content_type="text/plain; charset=utf-8")


@require_safe
@public_page()
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """All pages; the list of parts once they are too many for one file."""
    return HttpResponse(sitemap.part(1) if sitemap.number_of_parts() == 1 else sitemap.index(), content_type=XML)


@require_safe
@conditional_page
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    if not 1 <= number <= sitemap.number_of_parts():
        raise Http404
    return HttpResponse(sitemap.part(number), content_type=XML)
