# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.concerns.models import RoutingModel
from friedensplatz.concerns.suggesting import choose_routing, months, the_choice


@staff_only
@never_cache
def desk_routing(request: HttpRequest) -> HttpResponse:
    """How often suggestions were right, what they were learnt from, and whether sure ones are passed on by themselves."""
    user = signed_in(request)
    if not user.has_perm("concerns.view_routing"):
        raise Http404
    if request.method == "POST":
        if not user.has_perm("concerns.choose_routing"):
            raise PermissionDenied
        choose_routing(passes_on=request.POST.get("passes_on") == "yes", by=user)
        messages.success(request, _("Kept. It holds for concerns that arrive from now on."))
        return redirect("desk_routing")
    context = {
        "months": months(),
        "choice": the_choice(),
        "newest": RoutingModel.objects.defer("data").order_by("-pk").first(),
    }
    return render(request, "concerns/desk_routing.html", context)
