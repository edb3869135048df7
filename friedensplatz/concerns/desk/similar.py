# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Concerns like the one somebody reads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.concerns.desk.case import concern_or_404
from friedensplatz.concerns.finding import similar_to
from friedensplatz.concerns.models import ENCRYPTED
from friedensplatz.concerns.queries import concerns_visible_to, opening_of


@staff_only
@never_cache
@require_safe
def desk_similar(request: HttpRequest, reference: str) -> HttpResponse:
    """What is like a concern among all one can see, with the reasons; `?part=1` gives the list alone."""
    user = signed_in(request)
    concern = concern_or_404(user, reference)
    rows = concerns_visible_to(user).exclude(pk=concern.pk).exclude(protection__in=ENCRYPTED)
    found = similar_to(
        opening_of(concern), rows, office=concern.office_id, district=concern.district_id, place=concern.place
    )
    template = "concerns/_similar.html" if "part" in request.GET else "concerns/desk_similar.html"
    can_join = concern.is_open and user.has_perm("concerns.work_on_concern", concern)
    return render(request, template, {"concern": concern, "similar": found, "can_join": can_join})
