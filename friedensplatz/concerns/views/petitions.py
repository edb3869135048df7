# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Petitions their people agreed to publish."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from friedensplatz.concerns.petitions import public_petitions
from friedensplatz.core.caching import public_page
from friedensplatz.core.listing import slice_of


@require_safe
@public_page(parameters=("after", "before"))
def petition_list(request: HttpRequest) -> HttpResponse:
    """All public petitions with their progress, the newest first."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    return render(
        request,
        "concerns/petition_list.html",
        {"slice": slice_of(public_petitions(), ["-pk"], after=after, before=before)},
    )


@require_safe
@public_page()
def petition(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "concerns/petition.html", {"petition": get_object_or_404(public_petitions(), pk=pk)})
