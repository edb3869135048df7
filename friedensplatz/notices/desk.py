# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import administrator_only, signed_in
from friedensplatz.core.listing import slice_of
from friedensplatz.notices.actions import mark_mail_sent, retry_mail
from friedensplatz.notices.models import Mail
from friedensplatz.notices.queries import mails_by_state, mails_in_outbox


@administrator_only
def outbox(request: HttpRequest) -> HttpResponse:
    """What became of the mails of the house. Their texts are shown in the demo only."""
    state = request.GET.get("state", "")
    mails = mails_in_outbox(state, with_text=settings.DEMO)
    page = slice_of(
        mails, ["-created_at", "-pk"], after=request.GET.get("after", ""), before=request.GET.get("before", "")
    )
    counts = mails_by_state()
    filters = [(choice, label, counts[choice]) for choice, label in Mail.State.choices]
    return render(request, "notices/outbox.html", {"slice": page, "filters": filters, "state": state})


@require_POST
@administrator_only
def mail_retry(request: HttpRequest, pk: int) -> HttpResponse:
    return _decided(request, retry_mail(get_object_or_404(Mail, pk=pk), by=signed_in(request)))


@require_POST
@administrator_only
def mail_mark_sent(request: HttpRequest, pk: int) -> HttpResponse:
    return _decided(request, mark_mail_sent(get_object_or_404(Mail, pk=pk), by=signed_in(request)))


def _decided(request: HttpRequest, done: bool) -> HttpResponse:
    if done:
        messages.success(request, _("That is noted."))
    else:
        messages.warning(request, _("Somebody has decided about this mail meanwhile, or it is on its way."))
    return redirect("outbox")
