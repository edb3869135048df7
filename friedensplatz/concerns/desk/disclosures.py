# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from contextlib import suppress

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.concerns.disclosing import decide_disclosure, disclosures_to_decide
from friedensplatz.concerns.models import Disclosure
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.queries import concerns_visible_to


@staff_only
@never_cache
@require_safe
def desk_disclosures(request: HttpRequest) -> HttpResponse:
    """Who asks for a name, and why; neither number nor subject of the concern."""
    user = signed_in(request)
    if not user.has_perm("concerns.use_inbox"):
        raise Http404
    return render(request, "concerns/desk_disclosures.html", {"waiting": disclosures_to_decide(user)})


@require_POST
@staff_only
def disclosure_decide(request: HttpRequest, pk: int) -> HttpResponse:
    user = signed_in(request)
    disclosure = Disclosure.objects.select_related("concern__office").filter(pk=pk).first()
    if disclosure is None:
        raise Http404
    if not user.has_perm("concerns.decide_disclosure", disclosure):
        if concerns_visible_to(user).filter(pk=disclosure.concern_id).exists():
            raise PermissionDenied
        raise Http404
    with suppress(ChangedMeanwhile):  # A second click, or a colleague: the list shows that it is decided.
        decide_disclosure(disclosure, granted=request.POST.get("answer") == "yes", by=user)
    return redirect("desk_disclosures")
