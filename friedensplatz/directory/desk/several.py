# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Several things at once: chosen, shown what would change, confirmed, undone."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import User
from friedensplatz.activity.models import Activity
from friedensplatz.core.listing import slice_of
from friedensplatz.directory.actions import change_part
from friedensplatz.directory.batches import Forged, mark_of, undo_together
from friedensplatz.directory.desk.kinds import ADDED
from friedensplatz.directory.forms.several import SeveralForm
from friedensplatz.directory.parts.content import Content, fingerprint
from friedensplatz.directory.parts.differences import Difference, differences
from friedensplatz.directory.parts.registry import PARTS, Part
from friedensplatz.directory.queries import things_editable_by

KINDS = {name: ADDED[name] for name in ("texts", "organisation", "duty")}
AT_ONCE = 200


@dataclass(frozen=True)
class Planned:
    """A chosen thing, its content now and as it would be."""

    thing: Model
    before: Content
    after: Content

    @property
    def differences(self) -> list[Difference]:
        return differences(self.before, self.after)


@require_safe
@staff_only
def several_choose(request: HttpRequest, part: str) -> HttpResponse:
    """What can be chosen; after a change also what was done, to be undone."""
    things, kind = _things(request, part)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    context = {
        "part": kind,
        "kinds": KINDS,
        "slice": slice_of(things, ["slug"], after=after, before=before, size=AT_ONCE),
        "form": SeveralForm(fields=set(kind.shape.model_fields)),
    }
    return render(request, "directory/desk_several.html", context)


@require_POST
@staff_only
def several_change(request: HttpRequest, part: str) -> HttpResponse:
    """Show what would change; write exactly that when it is confirmed and still the same."""
    things, kind = _things(request, part)
    chosen = request.POST.getlist("chosen")[:AT_ONCE]
    form = SeveralForm(request.POST, fields=set(kind.shape.model_fields))
    if not chosen or not form.is_valid():
        messages.warning(request, _("Choose something, and say what is to change."))
        return redirect("several_choose", part)
    plan = _plan(form, kind, things.filter(slug__in=chosen).prefetch_related(*kind.with_it))
    seen = fingerprint({str(one.thing.pk): [one.before, one.after] for one in plan})
    if form.cleaned_data["seen"] == seen and plan:
        return _done(request, part, _write(plan, part, by=signed_in(request)))
    if form.cleaned_data["seen"]:
        messages.warning(request, _("Something has changed in between. Please look again."))
    context = {"part": kind, "plan": plan, "form": form, "seen": seen, "chosen": chosen}
    return render(request, "directory/desk_several_plan.html", context)


@require_POST
@staff_only
def changes_undo(request: HttpRequest) -> HttpResponse:
    """Take back several changes that were made together; what somebody has changed again since stays."""
    try:
        undone, left, back = undo_together(request.POST.get("changes", ""), by=signed_in(request))
    except Forged:
        raise Http404 from None
    if left:
        told = {"undone": undone, "left": left}
        messages.warning(request, _("%(undone)s were undone; %(left)s have been changed again and stay.") % told)
    else:
        messages.success(request, _("It is as it was before."))
    return redirect(back)


def _things(request: HttpRequest, part: str) -> tuple[QuerySet[Any], Part]:
    user = signed_in(request)
    if part not in KINDS:
        raise Http404
    if not user.has_perm("directory.use_desk"):
        raise PermissionDenied
    return things_editable_by(user, PARTS[part].model).order_by("slug"), PARTS[part]


def _plan(form: SeveralForm, part: Part, things: QuerySet[Any]) -> list[Planned]:
    contents = ((thing, part.read(thing)) for thing in things)
    plans = (Planned(thing, content, form.applied(content)) for thing, content in contents)
    return [one for one in plans if one.before != one.after]


@transaction.atomic
def _write(plan: list[Planned], part: str, *, by: User) -> list[Activity]:
    """The changes, all of them or none."""
    changes = (
        change_part(one.thing, part, one.after, seen=fingerprint(one.before), by=by, verb="changed_with_others")
        for one in plan
    )
    return [change for change in changes if change]


def _done(request: HttpRequest, part: str, changes: list[Activity]) -> HttpResponse:
    count, back = len(changes), reverse("several_choose", args=[part])
    messages.success(request, ngettext("One was changed.", "%(count)s were changed.", count) % {"count": count})
    return redirect(f"{back}?{urlencode({'done': mark_of(changes, back=back)})}")
