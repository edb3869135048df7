# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of initiatives."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.concerns.initiatives import initiatives_visible_to
from friedensplatz.core.listing import slice_of


@staff_only
@never_cache
@require_safe
def desk_initiatives(request: HttpRequest) -> HttpResponse:
    """Everybody's initiatives one may read; the newest first."""
    user = signed_in(request)
    if not user.has_perm("concerns.use_inbox"):
        raise Http404
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    rows = initiatives_visible_to(user)
    return render(
        request, "concerns/desk_initiatives.html", {"slice": slice_of(rows, ["-pk"], after=after, before=before)}
    )
