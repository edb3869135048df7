# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One thing of the directory at the desk: part by part."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, ProtectedError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.activity.models import Activity
from friedensplatz.core.listing import slice_of
from friedensplatz.directory.actions import (
    ChangedMeanwhile,
    add_thing,
    change_part,
    move_office,
    remove_thing,
    rename_office,
    undo_change,
)
from friedensplatz.directory.desk.kinds import ADDED, KINDS, PUBLIC, REMOVABLE
from friedensplatz.directory.forms.offices import MoveForm, RenameForm
from friedensplatz.directory.forms.parts import PartForm
from friedensplatz.directory.forms.registry import form_of
from friedensplatz.directory.models import Duty, Office
from friedensplatz.directory.parts.content import fingerprint, key_name, key_of
from friedensplatz.directory.parts.differences import differences
from friedensplatz.directory.parts.offices import RingInTree
from friedensplatz.directory.parts.registry import PARTS, Part, parts_of
from friedensplatz.directory.queries import has_learnt_everything, last_change, newest_router, offices_for_desk
from friedensplatz.directory.trial import try_out

FORMS_BESIDE = {"names": ("office_rename", RenameForm), "places": ("office_move", MoveForm)}


@staff_only
def office_desk_list(request: HttpRequest) -> HttpResponse:
    """The offices a person looks after, with their duties."""
    _permit_desk(request)
    context = {"offices": offices_for_desk(signed_in(request)), "parts": parts_of(Office), "kinds": KINDS}
    context["may_open"] = signed_in(request).has_perm("directory.change_office", Office())
    return render(request, "directory/desk_offices.html", context)


@staff_only
def thing_list(request: HttpRequest, part: str) -> HttpResponse:
    """Everything of one kind that is no office and no duty."""
    _permit_desk(request)
    kind = _part(part)
    if part not in KINDS:
        raise Http404
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    order = [key_name(kind.model)]
    rows = slice_of(kind.model._default_manager.all(), order, after=after, before=before, size=100)
    context = {"part": kind, "kind": KINDS[part], "kinds": KINDS, "slice": rows}
    return render(request, "directory/desk_things.html", context)


@staff_only
def thing_edit(request: HttpRequest, part: str, key: str) -> HttpResponse:
    """One part of a thing. `do=preview` shows what would change, `do=try` asks the door; neither saves."""
    kind = _part(part)
    thing = _thing(request, kind, key)
    form = form_of(part, request.POST or None, kind.read(thing))
    if not form.is_valid():
        return _show(request, thing, kind, form)
    wish = request.POST.get("do", "")
    if wish == "try":
        return _show(request, thing, kind, form, trial=try_out(form.cleaned_data["trial"]))
    if wish == "preview":
        return _show(request, thing, kind, form, preview=True, differences=differences(form.before, form.content()))
    if _saved(request, thing, kind, form):
        return redirect("thing_edit", part, key)
    return _show(request, thing, kind, form)


@staff_only
def thing_new(request: HttpRequest, part: str) -> HttpResponse:
    """Add a thing by its first part; a duty goes to the office in `?office=`."""
    kind = _part(part)
    if part not in ADDED or part == "city":
        raise Http404
    thing = kind.model()
    if isinstance(thing, Duty):
        thing.office = get_object_or_404(Office, slug=request.GET.get("office", ""))
    _permit(request, thing)
    form = form_of(part, request.POST or None, kind.read(thing))
    if form.is_valid():
        added = add_thing(part, form.content(), by=signed_in(request))
        messages.success(request, _("Added. Everybody sees it from now on."))
        return redirect("thing_edit", part, key_of(added))
    context = {"home": part, "kind": ADDED[part], "kinds": KINDS, "form": form, "thing": thing}
    return render(request, "directory/desk_new.html", context)


@staff_only
def thing_remove(request: HttpRequest, part: str, key: str) -> HttpResponse:
    """Show what will be gone; delete it when that is confirmed and nothing hangs on it."""
    kind = _part(part)
    thing = _thing(request, kind, key)
    if part not in REMOVABLE:
        raise Http404
    if request.method != "POST":
        return render(request, "directory/desk_remove.html", {"part": kind, "thing": thing, "key": key})
    try:
        remove_thing(thing, by=signed_in(request))
    except ProtectedError as error:
        names = ", ".join(sorted({str(one) for one in error.protected_objects})[:5])
        messages.warning(request, _("It stays: these need it: %(names)s.") % {"names": names})
        return redirect("thing_edit", part, key)
    messages.success(request, _("Deleted."))
    return redirect("office_desk_list") if part == "duty" else redirect("thing_list", part)


@require_POST
@staff_only
def office_rename(request: HttpRequest, slug: str) -> HttpResponse:
    office = _thing(request, PARTS["names"], slug)
    form = RenameForm(request.POST, prefix="new")
    if form.is_valid():
        answers = form.answers()
        rename_office(office, answers["name"], since=answers["since"], source=None, by=signed_in(request))
        messages.success(request, _("The office has its new name. The former one is kept with its years."))
        return redirect("thing_edit", "names", slug)
    return _show_again(request, office, "names", form)


@require_POST
@staff_only
def office_move(request: HttpRequest, slug: str) -> HttpResponse:
    office = _thing(request, PARTS["places"], slug)
    form = MoveForm(request.POST, prefix="new")
    if form.is_valid():
        above = Office.objects.get(slug=form.cleaned_data["office"])
        try:
            move_office(office, above, since=form.cleaned_data["since"], source=None, by=signed_in(request))
        except RingInTree:
            form.add_error("office", _("An office cannot stand below itself."))
        else:
            messages.success(request, _("The office has its new place. The former one is kept with its years."))
            return redirect("thing_edit", "places", slug)
    return _show_again(request, office, "places", form)


@require_POST
@staff_only
def change_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring back what stood there before a change, unless somebody has changed it again."""
    change = get_object_or_404(Activity, pk=pk, details__has_key="part")
    part = PARTS[change.details["part"]]
    thing = get_object_or_404(part.model, pk=change.thing_id)
    _permit(request, thing)
    try:
        undo_change(change, by=signed_in(request))
    except ChangedMeanwhile:
        messages.warning(request, _("Somebody has changed it again since. Nothing was undone."))
    else:
        messages.success(request, _("It is as it was before."))
    return redirect("thing_edit", part.name, key_of(thing))


def _part(name: str) -> Part:
    if name not in PARTS:
        raise Http404
    return PARTS[name]


def _thing(request: HttpRequest, part: Part, key: str) -> Any:
    name = key_name(part.model)
    if name == "pk" and not key.isdecimal():
        raise Http404
    thing = get_object_or_404(part.model, **{name: key})
    _permit(request, thing)
    return thing


def _permit(request: HttpRequest, thing: Model) -> None:
    if not signed_in(request).has_perm(f"directory.change_{thing._meta.model_name}", thing):
        raise PermissionDenied


def _permit_desk(request: HttpRequest) -> None:
    if not signed_in(request).has_perm("directory.use_desk"):
        raise PermissionDenied


def _saved(request: HttpRequest, thing: Model, part: Part, form: PartForm) -> bool:
    """Save a form; what a colleague saved meanwhile is shown beside what was typed."""
    try:
        change_part(thing, part.name, form.content(), seen=form.cleaned_data["seen"], by=signed_in(request))
    except ChangedMeanwhile as meanwhile:
        form.compare(meanwhile.content)
    except RingInTree:
        form.add_error(None, _("An office cannot stand below itself."))
    else:
        messages.success(request, _("Saved. Everybody sees it from now on."))
        return True
    return False


def _show_again(request: HttpRequest, office: Office, part: str, beside: Any) -> HttpResponse:
    """A part with the form beside it, in which something was wrong."""
    return _show(request, office, PARTS[part], form_of(part, None, PARTS[part].read(office)), beside=beside)


def _show(request: HttpRequest, thing: Model, part: Part, form: PartForm, **context: Any) -> HttpResponse:
    change = last_change(thing, part.name)
    context = {
        "thing": thing,
        "key": key_of(thing),
        "part": part,
        "form": form,
        "parts": parts_of(type(thing)),
        "change": change,
        "can_undo": change is not None and change.details["after"] == fingerprint(part.read(thing)),
        "public": PUBLIC.get(type(thing)),
        "may_go": part.name in REMOVABLE,
        "home": parts_of(part.model)[0].name,
        "kinds": KINDS,
        **_beside(part),
        **context,
    }
    if part.model is Duty:
        context |= {"router": newest_router(), "learnt": has_learnt_everything()}
    return render(request, "directory/desk_part.html", context)


def _beside(part: Part) -> dict[str, Any]:
    if part.name not in FORMS_BESIDE:
        return {}
    url_name, form = FORMS_BESIDE[part.name]
    return {"beside": form(prefix="new"), "beside_url": url_name}
