# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages to change how long concerns are kept and who else helps, and to hand over what the archive wants."""

from collections.abc import Callable
from contextlib import suppress

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import permitted, signed_in
from friedensplatz.concerns.disclosing import may_know_names
from friedensplatz.concerns.models import Offer, Pointer, Protection, Retention
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.privacy import posted
from friedensplatz.concerns.queries import concerns_visible_to
from friedensplatz.concerns.retaining import answer_offer, concerns_whose_time_is_over, offers_to_decide
from friedensplatz.website.records.archiving import pack_for_archive
from friedensplatz.website.records.changing import keep_row, remove_row
from friedensplatz.website.records.forms import PointerForm, RetentionForm


@permitted("concerns.change_rules")
@require_safe
def desk_retentions(request: HttpRequest) -> HttpResponse:
    """The classes of retention."""
    return render(request, "website/desk_retentions.html", {"rows": Retention.objects.all()})


@permitted("concerns.change_rules")
def desk_retention(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Change a class, or add one; what would be due is told before."""
    row = Retention.objects.filter(pk=pk).first() if pk else Retention()
    if row is None:
        return redirect("desk_retentions")
    form = RetentionForm(posted(request), instance=row)
    others = list(Retention.objects.exclude(pk=row.pk))
    return _edit(request, form, "desk_retentions", lambda removing: _due(others if removing else [*others, row]))


def _due(classes: list[Retention]) -> str:
    """What the house would do by itself today; without encrypted concerns, of which no number is told."""
    due = sum(not concern.is_encrypted for concern, _rule in concerns_whose_time_is_over(timezone.localdate(), classes))
    return (
        ngettext(
            "With this change %d concern would be due today, to be removed or offered to the archive. Confidential and sealed ones "
            "are not counted here.",
            "With this change %d concerns would be due today, to be removed or offered to the archive. Confidential and sealed ones "
            "are not counted here.",
            due,
        )
        % due
    )


@permitted("concerns.change_pointers")
@require_safe
def desk_pointers(request: HttpRequest) -> HttpResponse:
    """Who else helps, by where it happened."""
    return render(request, "website/desk_pointers.html", {"rows": Pointer.objects.order_by("field", "pk")})


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
    return render(request, "website/desk_row.html", context)


@permitted("concerns.answer_for_archive")
@never_cache
@require_safe
def desk_archive(request: HttpRequest) -> HttpResponse:
    """What is offered to the archive; subjects only of what one may read."""
    user = signed_in(request)
    offers = list(offers_to_decide(user))
    readable = concerns_visible_to(user).in_bulk([offer.concern_id for offer in offers])
    context = {"offers": [(offer, readable.get(offer.concern_id)) for offer in offers], "answers": Offer.Answer}
    return render(request, "website/desk_archive.html", context)


@require_POST
@permitted("concerns.answer_for_archive")
def archive_answer(request: HttpRequest, pk: int) -> HttpResponse:
    user, answer = signed_in(request), request.POST.get("answer", "")
    offer = offers_to_decide(user).filter(pk=pk).first()
    if offer is None or answer not in Offer.Answer.values:
        raise Http404
    with suppress(ChangedMeanwhile):  # A second click, or a colleague: the list shows what is left.
        answer_offer(offer, Offer.Answer(answer), by=user)
    return redirect("desk_archive")


@require_POST
@permitted("concerns.answer_for_archive")
@never_cache
def archive_download(request: HttpRequest, pk: int) -> HttpResponse:
    """What the archive takes in; of sealed concerns nothing leaves the house (docs/threat-model.md)."""
    user = signed_in(request)
    offered = concerns_visible_to(user).filter(offer__in=offers_to_decide(user).filter(pk=pk))
    concern = offered.exclude(protection=Protection.SEALED).first()
    if concern is None:
        raise Http404
    if not may_know_names(concern, user):
        raise PermissionDenied
    response = HttpResponse(pack_for_archive(concern, by=user), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{concern.reference}.zip"'
    return response
