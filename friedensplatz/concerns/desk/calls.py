# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import signed_in
from friedensplatz.concerns.calling import callbacks_for, calls_for, mark_called, undo_called
from friedensplatz.concerns.desk.intake import case_work


@case_work
def call_list(request: HttpRequest) -> HttpResponse:
    """Who waits for a call, with name and number; what is done can be undone for the day."""
    return render(request, "concerns/call_list.html", {"calls": calls_for(signed_in(request))})


@require_POST
@case_work
def call_done(request: HttpRequest, pk: int) -> HttpResponse:
    callback = get_object_or_404(callbacks_for(signed_in(request)), pk=pk)
    act = undo_called if "undo" in request.POST else mark_called
    act(callback, by=signed_in(request))
    return redirect("call_list")
