# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages to change how long concerns are kept, and who else helps."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import permitted, signed_in
from friedensplatz.concerns.forms.rows import PointerForm, RetentionForm
from friedensplatz.concerns.models import Pointer, Retention
from friedensplatz.concerns.privacy import posted
from friedensplatz.concerns.retaining import concerns_whose_time_is_over
from friedensplatz.concerns.rows import keep_row, remove_row


@permitted("concerns.change_rules")
@require_safe
def desk_retentions(request: HttpRequest) -> HttpResponse:
    """The classes of retention."""
    return render(request, "concerns/desk_retentions.html", {"rows": Retention.objects.all()})


@permitted("concerns.change_rules")
def desk_retention(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Change a class, or add one; what would be due is told before."""
    row = Retention.objects.filter(pk=pk).first() if pk else Retention()
    if row is None:
        return redirect("desk_retentions")
    form = RetentionForm(posted(request), instance=row)
    others = list(Retention.objects.exclude(pk=pk))
    return _edit(request, form, "desk_retentions", lambda removing: _due(others if removing else [*others, row]))


def _due(classes: list[Retention]) -> str:
    """What the house would do by itself today."""
    due = sum(1 for _one in concerns_whose_time_is_over(timezone.localdate(), classes))
    return (
        ngettext(
            "With this change %d concern would be due today, to be removed or offered to the archive.",
            "With this change %d concerns would be due today, to be removed or offered to the archive.",
            due,
        )
        % due
    )


@permitted("concerns.change_pointers")
@require_safe
def desk_pointers(request: HttpRequest) -> HttpResponse:
    """Who else helps, by where it happened."""
    return render(request, "concerns/desk_pointers.html", {"rows": Pointer.objects.order_by("field", "pk")})


@permitted("concerns.change_pointers")
def desk_pointer(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Change who else helps, or add somebody."""
    row = Pointer.objects.filter(pk=pk).first() if pk else Pointer()
    if row is None:
        return redirect("desk_pointers")
    question = _("Nobody will be told of it any more.")
    form = PointerForm(posted(request), instance=row)
    return _edit(request, form, "desk_pointers", lambda removing: question if removing else "")


def _edit(
    request: HttpRequest, form: RetentionForm | PointerForm, back: str, question: Callable[[bool], str]
) -> HttpResponse:
    """Keep or remove a row; where there is a question, only when the very same was answered."""
    removing, asked = "remove" in request.POST, ""
    if form.is_bound and (removing or form.is_valid()):
        asked = question(removing)
        if not asked or request.POST.get("sure") == asked:
            (remove_row if removing else keep_row)(form.instance, by=signed_in(request))
            messages.success(request, _("Removed.") if removing else _("Saved."))
            return redirect(back)
    context = {"form": form, "back": back, "asked": asked, "removing": removing}
    return render(request, "concerns/desk_row.html", context)
