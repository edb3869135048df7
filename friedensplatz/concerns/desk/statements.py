# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What another office says to a concern, on a page of its own."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.concerns.actions import record_reading
from friedensplatz.concerns.desk.case import concern_or_404
from friedensplatz.concerns.forms.together import StatementTextForm
from friedensplatz.concerns.models import Referral
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.privacy import posted
from friedensplatz.concerns.queries import opening_of
from friedensplatz.concerns.referrals import give_statement, take_back_referral


def _referral_or_404(request: HttpRequest, reference: str, pk: int) -> Referral:
    concern = concern_or_404(signed_in(request), reference)
    referral = get_object_or_404(
        Referral.objects.select_related("office", "question", "statement"), pk=pk, concern=concern
    )
    referral.concern = concern
    for entry in filter(None, (referral.question, referral.statement)):
        entry.concern = concern
    return referral


@staff_only
@never_cache
def desk_statement(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The question of the office that answers, and the form for those who were asked."""
    user, referral = signed_in(request), _referral_or_404(request, reference, pk)
    may_state = user.has_perm("concerns.give_statement", referral) and referral.ended_at is None
    form = StatementTextForm(posted(request))
    if request.method == "POST" and not user.has_perm("concerns.give_statement", referral):
        raise PermissionDenied
    if form.is_valid():
        try:
            give_statement(referral, form.cleaned_data["text"], by=user)
        except ChangedMeanwhile:
            form.add_error(None, _("It has been answered or taken back already. Your words are kept below."))
        else:
            messages.success(request, _("Thank you. The office that asked has your statement."))
            return redirect("desk_statement", reference, pk)
    record_reading(referral.concern, user)
    context = {"referral": referral, "concern": referral.concern, "opening": opening_of(referral.concern), "form": form}
    shows_form = may_state or bool(form.errors)
    return render(request, "concerns/desk_statement.html", {**context, "shows_form": shows_form})


@require_POST
@staff_only
def desk_statement_take_back(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    user, referral = signed_in(request), _referral_or_404(request, reference, pk)
    if not user.has_perm("concerns.let_others_in", referral.concern):
        raise PermissionDenied
    try:
        take_back_referral(referral, by=user)
    except ChangedMeanwhile:
        messages.info(request, _("It has been answered or taken back already."))
    return redirect("desk_case", reference)
