# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Petitions and initiatives whose people agreed to publish them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from friedensplatz.concerns.models import Kind
from friedensplatz.concerns.publishing import publications_of
from friedensplatz.core.caching import public_page
from friedensplatz.core.listing import slice_of


def _list(request: HttpRequest, kind: str) -> HttpResponse:
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = slice_of(publications_of(kind), ["-pk"], after=after, before=before)
    return render(request, f"concerns/{kind}_list.html", {"slice": page})


def _page(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    return render(request, f"concerns/{kind}.html", {"publication": get_object_or_404(publications_of(kind), pk=pk)})


@require_safe
@public_page(parameters=("after", "before"))
def petition_list(request: HttpRequest) -> HttpResponse:
    """All public petitions with their progress, the newest first."""
    return _list(request, Kind.PETITION)


@require_safe
@public_page()
def petition(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, Kind.PETITION, pk)


@require_safe
@public_page(parameters=("after", "before"))
def initiative_list(request: HttpRequest) -> HttpResponse:
    """All initiatives with a public profile, the newest first."""
    return _list(request, Kind.INITIATIVE)


@require_safe
@public_page()
def initiative(request: HttpRequest, pk: int) -> HttpResponse:
    """Its page in the directory; here only where editors took it out of there."""
    organisation = get_object_or_404(publications_of(Kind.INITIATIVE), pk=pk).organisation
    return redirect("organisation_page", organisation.slug) if organisation else _page(request, Kind.INITIATIVE, pk)
