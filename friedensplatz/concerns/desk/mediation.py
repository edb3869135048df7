# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The mediator invites the other side."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.concerns.desk.case import concern_or_404
from friedensplatz.concerns.forms.mediation import SideForm
from friedensplatz.concerns.mediations import invite_side
from friedensplatz.concerns.models import Kind


@staff_only
@never_cache
def desk_side(request: HttpRequest, reference: str) -> HttpResponse:
    """Name the other side; then the invitation with its code is shown once, to be printed. A former code ends."""
    user = signed_in(request)
    concern = concern_or_404(user, reference)
    if concern.kind != Kind.MEDIATION:
        raise Http404
    if not user.has_perm("concerns.work_on_concern", concern):
        raise PermissionDenied
    form = SideForm(request.POST if request.method == "POST" else None)
    code = invite_side(concern, form.cleaned_data["name"], by=user) if form.is_valid() else ""
    address = request.build_absolute_uri(reverse("mediation_side"))
    return render(
        request, "concerns/desk_side.html", {"concern": concern, "form": form, "code": code, "address": address}
    )
