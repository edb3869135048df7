# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.concerns.forms.desk import FilterForm
from friedensplatz.concerns.queries import Filters, counts_for, figures_by_office, inbox_of, offices_of
from friedensplatz.concerns.workflow import ENDED, State
from friedensplatz.core.listing import slice_of

OLDEST_PROMISE_FIRST = ["answer_due", "id"]
NEWEST_PROMISE_FIRST = ["-answer_due", "-id"]
ROWS = 30


@staff_only
def desk_inbox(request: HttpRequest) -> HttpResponse:
    """The concerns of one's offices: what is due first stands first, of ended ones the newest."""
    user = signed_in(request)
    if not user.has_perm("concerns.use_inbox"):
        raise Http404
    offices = offices_of(user)
    form = FilterForm(request.GET, offices=offices)
    form.is_valid()
    filters = Filters(**form.cleaned_data)
    order = NEWEST_PROMISE_FIRST if filters.state in ENDED else OLDEST_PROMISE_FIRST
    page = slice_of(
        inbox_of(user, offices, filters),
        order,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=ROWS,
    )
    context = {"slice": page, "form": form, "filters": filters, "many_offices": len(offices) > 1}
    context["counts"] = counts_for(user, offices)
    return render(request, "concerns/desk_inbox.html", context)


@staff_only
def desk_figures(request: HttpRequest) -> HttpResponse:
    """How many concerns stand where, for leadership: numbers, no contents."""
    if not signed_in(request).has_perm("concerns.view_figures"):
        raise Http404
    rows = [(office, [states.get(s, 0) for s in State], sum(states.values())) for office, states in figures_by_office()]
    return render(request, "concerns/desk_figures.html", {"states": State.labels, "rows": rows})
