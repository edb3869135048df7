# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The inbox: its rows, the views people keep of it, and deeds on several concerns at once."""

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import team_ids
from friedensplatz.concerns.desk.case import done
from friedensplatz.concerns.desk.deeds import DEEDS, Deed
from friedensplatz.concerns.forms.inbox import FilterForm, SavedViewForm
from friedensplatz.concerns.models import Concern, SavedView
from friedensplatz.concerns.queries import (
    Filters,
    concerns_visible_to,
    counts_for,
    figures_by_office,
    inbox_of,
    offices_of,
    views_of,
)
from friedensplatz.concerns.undoing import DEEDS as UNDOABLE
from friedensplatz.concerns.undoing import as_it_is, undo, undo_token
from friedensplatz.concerns.workflow import ENDED, State
from friedensplatz.core.listing import slice_of
from friedensplatz.directory.models import Office

OLDEST_PROMISE_FIRST = ["answer_due", "id"]
NEWEST_PROMISE_FIRST = ["-answer_due", "-id"]
ORDERS = {"newest": ["-received_at", "-id"], "oldest": ["received_at", "id"]}
ROWS = 30
BULK = ("take", "assign", "close", "join", "resume")
MOST_AT_ONCE = 100


def _offices_or_404(user: User) -> list[Office]:
    if not user.has_perm("concerns.use_inbox"):
        raise Http404
    return offices_of(user)


@staff_only
def desk_inbox(request: HttpRequest) -> HttpResponse:
    """The concerns of one's offices: what is due first stands first, of ended ones the newest."""
    user = signed_in(request)
    offices = _offices_or_404(user)
    form = FilterForm(request.GET, offices=offices)
    form.is_valid()
    filters = Filters(**form.cleaned_data)
    by_promise = NEWEST_PROMISE_FIRST if filters.state in ENDED else OLDEST_PROMISE_FIRST
    page = slice_of(
        inbox_of(user, offices, filters),
        ORDERS.get(filters.order, by_promise),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=ROWS,
    )
    context = {"slice": page, "form": form, "filters": filters, "many_offices": len(offices) > 1}
    context |= {"counts": counts_for(user, offices), "views": views_of(user, offices)}
    context |= {"view_form": SavedViewForm(offices=offices), "query": _kept(request.GET)}
    context["leads_here"] = bool(team_ids(user, Role.LEAD))
    context["bulk"] = [DEEDS[name] for name in BULK]
    return render(request, "concerns/desk_inbox.html", context)


def _kept(given: QueryDict) -> str:
    """The filters of an address, as they are stored."""
    kept = QueryDict(mutable=True)
    for name in FilterForm.base_fields:
        if given.get(name):
            kept[name] = given.get(name, "")
    return kept.urlencode()


@require_POST
@staff_only
def desk_view_save(request: HttpRequest) -> HttpResponse:
    """Keep the filters under a name, for oneself or for the team."""
    user = signed_in(request)
    form = SavedViewForm(request.POST, offices=_offices_or_404(user))
    query = _kept(QueryDict(request.POST.get("query", "")))[:500]
    if form.is_valid():
        given = form.cleaned_data
        SavedView.objects.create(owner=user, query=query, title=given["title"], office_id=given["office"])
    else:
        messages.error(request, _("A view needs a name."))
    return redirect(f"{reverse('desk_inbox')}?{query}")


@require_POST
@staff_only
def desk_view_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever made a view takes it away."""
    get_object_or_404(SavedView, pk=pk, owner=signed_in(request)).delete()
    return redirect("desk_inbox")


@require_POST
@staff_only
def desk_bulk(request: HttpRequest) -> HttpResponse:
    """One deed on several concerns: first what it would do, then, when one is sure, each by itself."""
    user = signed_in(request)
    _offices_or_404(user)
    deed, sure = DEEDS.get(request.POST.get("deed", "")), "sure" in request.POST
    if deed is None or deed.name not in BULK:
        raise Http404
    chosen = _chosen(request, user)
    possible = [concern for concern in chosen if _can(user, deed, concern)]
    context = {"deed": deed, "possible": possible, "others": [one for one in chosen if one not in possible]}
    if not possible:
        messages.info(request, _("None of the chosen concerns allows this."))
        return redirect("desk_inbox")
    form = deed.form(request.POST if sure else None, concern=possible[0], initial={"of": possible[0].reference})
    if not (sure and form.is_valid()):
        return render(request, "concerns/desk_bulk.html", {**context, "form": form})
    before = [as_it_is(concern) for concern in possible]
    acted = [(concern, _act(request, user, deed, concern)) for concern in possible]
    kept = [row for row, (_concern, errors) in zip(before, acted, strict=True) if not errors and deed.name in UNDOABLE]
    context = {"deed": deed, "acted": acted, "undo": undo_token(kept, by=user) if kept else ""}
    return render(request, "concerns/desk_bulk_done.html", context)


@require_POST
@staff_only
def desk_bulk_undo(request: HttpRequest) -> HttpResponse:
    """Take a deed on several concerns back, and say which were left."""
    try:
        number, left = undo(request.POST.get("undo", ""), by=signed_in(request))
    except signing.BadSignature:
        messages.error(request, _("It is too late to undo this. Everything is as it was."))
    else:
        messages.success(request, ngettext("Undone for %d concern.", "Undone for %d concerns.", number) % number)
        if left:
            messages.info(request, _("Left as they are, for somebody has touched them since: %s") % ", ".join(left))
    return redirect("desk_inbox")


def _chosen(request: HttpRequest, user: User) -> list[Concern]:
    references = request.POST.getlist("concern")[:MOST_AT_ONCE]
    rows = concerns_visible_to(user).filter(reference__in=references).select_related("office__team", "assignee")
    return list(rows.prefetch_related("admissions__office", "deadlines").order_by("received_at", "pk"))


def _can(user: User, deed: Deed, concern: Concern) -> bool:
    return deed.fits(concern) and user.has_perm(deed.permission, concern) and not deed.is_done(user, concern)


def _act(request: HttpRequest, user: User, deed: Deed, concern: Concern) -> list[str]:
    """What went wrong with one of them; nothing when all is well."""
    if deed.name == "join" and request.POST.get("of") == concern.reference:
        return [_("The others were joined with this one.")]
    form = deed.form(request.POST, concern=concern)
    if form.is_valid():
        done(form, request.POST.get(f"version-{concern.reference}", ""), user)
    return [str(error) for errors in form.errors.values() for error in errors]


@staff_only
def desk_figures(request: HttpRequest) -> HttpResponse:
    """How many concerns stand where, for leadership: numbers, no contents."""
    if not signed_in(request).has_perm("concerns.view_figures"):
        raise Http404
    rows = [(office, [states.get(s, 0) for s in State], sum(states.values())) for office, states in figures_by_office()]
    return render(request, "concerns/desk_figures.html", {"states": State.labels, "rows": rows})
