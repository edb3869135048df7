# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the accessibility statement is kept true."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.website.models import Barrier
from friedensplatz.website.statements.actions import ChangedMeanwhile, add_barrier, change_barrier, keep_statement
from friedensplatz.website.statements.conformance import conformance, review_due, the_statement
from friedensplatz.website.statements.forms import BarrierForm, KeptForm, StatementForm

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def _keepers_only(view: View[P]) -> View[P]:
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.has_perm("website.keep_statement"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return staff_only(guarded)


@_keepers_only
def statement_edit(request: HttpRequest) -> HttpResponse:
    """The statement as a form, with its known barriers and those that are gone."""
    statement = the_statement()
    form = StatementForm(request.POST or None, row=statement)
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        if _saved(form, lambda: keep_statement(statement, seen=seen, by=signed_in(request), **form.changes())):
            messages.success(request, _("Saved. Everybody sees it from now on."))
            return redirect("statement_edit")
        form.take_version(the_statement().version)
    barriers = list(Barrier.objects.all())
    context = {
        "form": form,
        "open": [barrier for barrier in barriers if barrier.removed_on is None],
        "gone": [barrier for barrier in barriers if barrier.removed_on],
        "status": conformance(statement, [barrier for barrier in barriers if barrier.removed_on is None]),
        "due": review_due(statement),
    }
    return render(request, "website/statement_edit.html", context)


@_keepers_only
def barrier_add(request: HttpRequest) -> HttpResponse:
    form = BarrierForm(request.POST or None, row=Barrier(since=timezone.localdate()))
    if form.is_valid():
        add_barrier(by=signed_in(request), **form.changes())
        messages.success(request, _("Saved. Everybody sees it from now on."))
        return redirect("statement_edit")
    return render(request, "website/barrier_edit.html", {"form": form})


@_keepers_only
def barrier_edit(request: HttpRequest, pk: int) -> HttpResponse:
    barrier = get_object_or_404(Barrier, pk=pk)
    form = BarrierForm(request.POST or None, row=barrier)
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        if _saved(form, lambda: change_barrier(barrier, seen=seen, by=signed_in(request), **form.changes())):
            messages.success(request, _("Saved. Everybody sees it from now on."))
            return redirect("statement_edit")
        form.take_version(Barrier.objects.get(pk=pk).version)
    return render(request, "website/barrier_edit.html", {"form": form, "barrier": barrier})


def _saved(form: KeptForm, save: Callable[[], None]) -> bool:
    try:
        save()
    except ChangedMeanwhile:
        form.add_error(
            None, _("Somebody has changed it meanwhile. Your text is still here: look at theirs, then save.")
        )
        return False
    return True
