# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The desk of those who look after the directory."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.activity.models import Activity
from friedensplatz.directory.actions import ChangedMeanwhile, change_part, rename_office, undo_change
from friedensplatz.directory.forms.duties import DutyForm, WordsForm, differences
from friedensplatz.directory.forms.offices import (
    OfficeContactForm,
    OfficeNamesForm,
    OfficePeopleForm,
    OfficePlaceForm,
    OfficeTextsForm,
    RenameForm,
)
from friedensplatz.directory.forms.parts import PartForm
from friedensplatz.directory.models import Duty, Office
from friedensplatz.directory.parts.content import fingerprint
from friedensplatz.directory.parts.offices import RingInTree
from friedensplatz.directory.parts.registry import PARTS, Part, parts_of
from friedensplatz.directory.queries import has_learnt_everything, last_change, newest_router, offices_for_desk
from friedensplatz.directory.trial import try_out

Thing = Office | Duty
TEMPLATES = {"words": "directory/desk_words.html"}


@staff_only
def office_desk_list(request: HttpRequest) -> HttpResponse:
    """The offices a person looks after, with their duties."""
    user = signed_in(request)
    if not user.has_perm("directory.use_desk"):
        raise PermissionDenied
    context = {"offices": offices_for_desk(user), "parts": parts_of(Office)}
    return render(request, "directory/desk_offices.html", context)


@staff_only
def office_edit(request: HttpRequest, slug: str) -> HttpResponse:
    return _edit(request, _office(request, slug), PARTS["texts"], OfficeTextsForm)


@staff_only
def office_names(request: HttpRequest, slug: str) -> HttpResponse:
    """Names through the years, to be corrected; renaming adds one."""
    return _edit(request, _office(request, slug), PARTS["names"], OfficeNamesForm, rename=RenameForm(prefix="new"))


@require_POST
@staff_only
def office_rename(request: HttpRequest, slug: str) -> HttpResponse:
    office = _office(request, slug)
    form = RenameForm(request.POST, prefix="new")
    if form.is_valid():
        answers = form.answers()
        rename_office(office, answers["name"], since=answers["since"], source=None, by=signed_in(request))
        messages.success(request, _("The office has its new name. The former one is kept with its years."))
        return redirect("office_names", slug)
    names = OfficeNamesForm(content=PARTS["names"].read(office))
    return _show(request, office, PARTS["names"], names, rename=form)


@staff_only
def office_place(request: HttpRequest, slug: str) -> HttpResponse:
    return _edit(request, _office(request, slug), PARTS["places"], OfficePlaceForm)


@staff_only
def office_contact(request: HttpRequest, slug: str) -> HttpResponse:
    return _edit(request, _office(request, slug), PARTS["contact"], OfficeContactForm)


@staff_only
def office_people(request: HttpRequest, slug: str) -> HttpResponse:
    return _edit(request, _office(request, slug), PARTS["posts"], OfficePeopleForm)


@staff_only
def duty_edit(request: HttpRequest, slug: str) -> HttpResponse:
    return _edit(request, _duty(request, slug), PARTS["duty"], DutyForm)


@staff_only
def phrasings_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """The words of people for a duty; `do=preview` shows what would change, `do=try` asks the door."""
    duty, part = _duty(request, slug), PARTS["words"]
    router: dict[str, Any] = {"router": newest_router(), "learnt": has_learnt_everything()}
    wish = request.POST.get("do", "")
    if wish not in {"preview", "try"}:
        return _edit(request, duty, part, WordsForm, **router)
    content = part.read(duty)
    form = WordsForm(request.POST, content=content)
    if not form.is_valid():
        return _show(request, duty, part, form, **router)
    if wish == "try":
        return _show(request, duty, part, form, trial=try_out(form.cleaned_data["trial"]), **router)
    return _show(request, duty, part, form, preview=True, differences=differences(content, form.content()), **router)


@require_POST
@staff_only
def change_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring back what stood there before a change, unless somebody has changed it again."""
    change = get_object_or_404(Activity, pk=pk, details__has_key="part")
    part = PARTS[change.details["part"]]
    thing = cast(Thing, get_object_or_404(part.model, pk=change.thing_id))
    _permit(request, thing)
    try:
        undo_change(change, by=signed_in(request))
    except ChangedMeanwhile:
        messages.warning(request, _("Somebody has changed it again since. Nothing was undone."))
    else:
        messages.success(request, _("It is as it was before."))
    return redirect(part.url_name, thing.slug)


def _office(request: HttpRequest, slug: str) -> Office:
    office = get_object_or_404(Office, slug=slug)
    _permit(request, office)
    return office


def _duty(request: HttpRequest, slug: str) -> Duty:
    duty = get_object_or_404(Duty.objects.select_related("office", "organisation"), slug=slug)
    _permit(request, duty)
    return duty


def _permit(request: HttpRequest, thing: Thing) -> None:
    if not signed_in(request).has_perm(f"directory.change_{thing._meta.model_name}", thing):
        raise PermissionDenied


def _edit(
    request: HttpRequest, thing: Thing, part: Part, form_class: Callable[..., PartForm], **context: Any
) -> HttpResponse:
    """Show a part as a form and save it; what a colleague saved meanwhile is shown beside what was typed."""
    form = form_class(request.POST or None, content=part.read(thing))
    if form.is_valid() and _saved(request, thing, part, form):
        return redirect(part.url_name, thing.slug)
    return _show(request, thing, part, form, **context)


def _saved(request: HttpRequest, thing: Thing, part: Part, form: PartForm) -> bool:
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


def _show(request: HttpRequest, thing: Thing, part: Part, form: PartForm, **context: Any) -> HttpResponse:
    change = last_change(thing, part.name)
    context |= {"thing": thing, "part": part, "form": form, "parts": parts_of(type(thing)), "change": change}
    context["can_undo"] = change is not None and change.details["after"] == fingerprint(part.read(thing))
    return render(request, TEMPLATES.get(part.name, "directory/desk_part.html"), context)
