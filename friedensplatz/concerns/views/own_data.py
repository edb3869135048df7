# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's own data: taking it along (Art. 15, 20 GDPR) and having it erased (Art. 17 GDPR)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from friedensplatz.concerns import access
from friedensplatz.concerns.erasing import Held, erase_concern
from friedensplatz.concerns.privacy import confidential
from friedensplatz.concerns.takeout import packed


@confidential
@require_safe
def concern_takeout(request: HttpRequest) -> HttpResponse:
    """Everything of theirs in the concern as one ZIP."""
    concern = access.granted(request)
    if concern is None:
        return redirect("concern_status")
    response = HttpResponse(packed(concern), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{concern.reference}.zip"'
    return response


@confidential
def concern_erase(request: HttpRequest) -> HttpResponse:
    """Ask twice, then remove every byte of theirs."""
    concern = access.granted(request)
    if concern is None:
        return redirect("concern_status")
    sure = request.method == "POST" and request.POST.get("sure")
    if sure != "twice":
        context = {"concern": concern, "held": bool(concern.hold), "once": sure == "once"}
        return render(request, "concerns/concern_erase.html", context)
    try:
        erase_concern(concern)
    except Held:
        return render(request, "concerns/concern_erase.html", {"concern": concern, "held": True}, status=409)
    response = render(request, "concerns/concern_erased.html")
    access.take_away(response)
    return response
