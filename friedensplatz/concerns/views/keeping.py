# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person keeps concerns in their account and follows them from there. Nothing is tied unless they press for it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import account_only, signed_in
from friedensplatz.concerns import access, drafts
from friedensplatz.concerns.actions import keep_concern, release_concern
from friedensplatz.concerns.forms.keeping import KeepForm
from friedensplatz.concerns.models import Concern
from friedensplatz.concerns.privacy import confidential_in_account, posted
from friedensplatz.concerns.queries import concerns_kept_by
from friedensplatz.concerns.views.following import last_day_to_reopen
from friedensplatz.core.listing import slice_of


@confidential_in_account
@require_safe
@account_only
def my_concerns(request: HttpRequest) -> HttpResponse:
    """Every concern kept, newest first: where it stands and the next date."""
    kept = concerns_kept_by(signed_in(request)).select_related("office")
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = slice_of(kept, ["-received_at", "-pk"], after=after, before=before)
    rows = [(concern, last_day_to_reopen(concern)) for concern in page.rows]
    return render(request, "concerns/my_concerns.html", {"slice": page, "rows": rows})


@confidential_in_account
@require_safe
@account_only
def my_concern(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a kept concern: the same page as with reference and code, for as long as its keeper is signed in."""
    concern = get_object_or_404(concerns_kept_by(signed_in(request)), reference=reference)
    response = redirect("concern_status")
    access.grant_to_keeper(response, concern)
    return response


@confidential_in_account
@account_only
def concern_keep(request: HttpRequest) -> HttpResponse:
    """Keep the concern that is open in this browser."""
    return _keep(request, access.granted(request), reverse("concern_status"))


@confidential_in_account
@account_only
def receipt_keep(request: HttpRequest, token: str) -> HttpResponse:
    """Keep the concern whose receipt is being shown."""
    draft = drafts.find_draft(token)
    receipt = drafts.receipt_of(draft, token) if draft and draft.sent_at else None
    concern = access.concern_with_receipt(receipt.reference, receipt.code) if receipt else None
    return _keep(request, concern, reverse("concern_receipt", args=[token]))


def _keep(request: HttpRequest, concern: Concern | None, back: str) -> HttpResponse:
    if concern is None:
        return redirect(back)
    form = KeepForm(posted(request), anonymous=concern.is_anonymous)
    if form.is_valid():
        keep_concern(concern, signed_in(request))
        messages.success(request, _("You find it in your account now."))
        return redirect(back)
    return render(request, "concerns/concern_keep.html", {"concern": concern, "form": form, "back": back})


@confidential_in_account
@require_POST
@account_only
def concern_release(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a concern out of the account; the concern itself stays as it is."""
    user = signed_in(request)
    release_concern(get_object_or_404(concerns_kept_by(user), reference=reference), user)
    messages.success(request, _("It is not in your account any more."))
    return redirect("my_concerns")
