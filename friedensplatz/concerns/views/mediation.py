# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The mediation room: the other side enters with its own code; both sides agree to minutes and result."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from friedensplatz.concerns import access
from friedensplatz.concerns.forms.following import ReceiptForm
from friedensplatz.concerns.forms.mediation import SideMessageForm
from friedensplatz.concerns.mediations import (
    agreements_of,
    concern_with_side_code,
    confirm_agreement,
    room_of_side,
    write_as_side,
)
from friedensplatz.concerns.models import Concern
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.privacy import confidential
from friedensplatz.concerns.views.following import concern_of_receipt


@confidential
def mediation_side(request: HttpRequest) -> HttpResponse:
    """The other side opens the room, reads, and writes to the mediator."""
    concern = access.granted_side(request)
    if concern is None:
        return _open(request)
    form = SideMessageForm(request.POST if "text" in request.POST else None)
    if form.is_valid() and concern.is_open:
        write_as_side(concern, form.cleaned_data["text"])
        return redirect("mediation_side")
    return _room(request, concern, form)


def _open(request: HttpRequest) -> HttpResponse:
    """Ask for reference and code; a message that was typed before the access ended is kept."""
    receipt = ReceiptForm(request.POST if "code" in request.POST else None)
    concern, status, typed = None, 200, request.POST.get("text", "")
    if receipt.is_valid():
        concern, status = concern_of_receipt(request, receipt, find=concern_with_side_code)
    if concern is None:
        return render(request, "concerns/mediation_door.html", {"form": receipt, "typed": typed}, status=status)
    response = _room(request, concern, SideMessageForm(initial={"text": typed})) if typed else redirect(request.path)
    access.grant_side(response, concern)
    return response


def _room(request: HttpRequest, concern: Concern, form: SideMessageForm) -> HttpResponse:
    context = {
        "concern": concern,
        "entries": room_of_side(concern),
        "agreements": agreements_of(concern, other_side=True),
        "side": "other",
        "form": form,
    }
    return render(request, "concerns/mediation_side.html", context)


@confidential
@require_POST
def agreement_confirm(request: HttpRequest, side: str, what: str) -> HttpResponse:
    """One side agrees to the words that stood before it; newer words are shown first."""
    doors = {"first": (access.granted, "concern_status"), "other": (access.granted_side, "mediation_side")}
    if side not in doors:
        raise Http404
    granted, page = doors[side]
    concern, version = granted(request), request.POST.get("version", "")
    if concern is None:
        return redirect(page)
    try:
        confirm_agreement(concern, what, int(version) if version.isdecimal() else 0, other_side=side == "other")
    except ChangedMeanwhile:
        return render(request, "concerns/agreement_changed.html", {"back": page}, status=409)
    return redirect(page)
