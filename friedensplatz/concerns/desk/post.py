# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""E-mails that wait for a decision, and those that became part of a concern."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.actions import record_reading
from friedensplatz.concerns.disclosing import look_at_names, may_know_names
from friedensplatz.concerns.forms.post import AddForm, IgnoreForm, OpenForm, PostForm, ReturnForm
from friedensplatz.concerns.mail.joining import ignore_mails
from friedensplatz.concerns.mail.pen import mails_in, numbers_of
from friedensplatz.concerns.mail.receiving import mail_of
from friedensplatz.concerns.mail.sorting import knows
from friedensplatz.concerns.models import Concern, Incoming
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.core.files import unseen_file
from friedensplatz.core.listing import slice_of

ROWS = 30
State = Incoming.State


@dataclass(frozen=True)
class Decision:
    name: str
    label: str | Promise
    form: type[PostForm]
    states: tuple[str, ...]
    at_once: bool = False
    """Nothing is asked and it can be undone: a button does it."""


DECISIONS = {
    decision.name: decision
    for decision in (
        Decision("open", gettext_lazy("Make a concern of it"), OpenForm, (State.WAITING, State.IGNORED)),
        Decision("add", gettext_lazy("Add it to a concern"), AddForm, (State.WAITING, State.IGNORED)),
        Decision("ignore", gettext_lazy("Put it aside"), IgnoreForm, (State.WAITING,), at_once=True),
        Decision("return", gettext_lazy("Take it back"), ReturnForm, (State.IGNORED,), at_once=True),
    )
}


def _sorter(request: HttpRequest) -> User:
    user = signed_in(request)
    if not user.has_perm("concerns.sort_mail"):
        raise Http404
    return user


def _mail_or_404(request: HttpRequest, pk: int) -> Incoming:
    incoming = get_object_or_404(Incoming.objects.select_related("concern__office"), pk=pk)
    if not signed_in(request).has_perm("concerns.view_mail", incoming):
        raise Http404
    return incoming


@staff_only
@never_cache
@require_safe
def desk_post(request: HttpRequest) -> HttpResponse:
    """What waits, oldest first, or what was put aside; one line a sender."""
    _sorter(request)
    is_aside, sender = request.GET.get("scope") == "aside", request.GET.get("sender", "")
    state = State.IGNORED if is_aside else State.WAITING
    order = ["-received_at", "-id"] if is_aside else ["received_at", "id"]
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = slice_of(mails_in(state, sender), order, after=after, before=before, size=ROWS)
    numbers = {} if sender else numbers_of(state, page.rows)
    context = {
        "slice": page,
        "rows": [(mail, numbers.get(mail.sender, 1)) for mail in page.rows],
        "is_aside": is_aside,
        "sender": sender,
    }
    return render(request, "concerns/desk_post.html", context)


@staff_only
@never_cache
@require_safe
def desk_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail as text, with what can be decided about it."""
    incoming = _mail_or_404(request, pk)
    if incoming.concern:
        record_reading(incoming.concern, signed_in(request))
    return _page(request, incoming)


@staff_only
@never_cache
def desk_mail_file(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A file as it came, after a warning, on record; of a concern for those who work on it and may know names."""
    user, incoming = signed_in(request), _mail_or_404(request, pk)
    if incoming.concern and not may_know_names(incoming.concern, user):
        raise PermissionDenied
    file = dict(enumerate(mail_of(incoming).files, start=1)).get(number)
    if file is None:
        raise Http404
    if request.method != "POST":
        return render(request, "concerns/desk_mail_file.html", {"incoming": incoming, "file": file})
    record(incoming.concern or incoming, "file_taken", actor=user)
    return unseen_file(file.name, file.data)


@staff_only
@never_cache
def desk_mail_decide(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """The form of one decision below the mail; sending it decides."""
    user, incoming, decision = _sorter(request), _mail_or_404(request, pk), DECISIONS.get(name)
    if decision is None:
        raise Http404
    if incoming.state not in decision.states:
        return _decided_before(request, incoming)
    mail = mail_of(incoming)
    if request.method != "POST":
        return _page(request, incoming, decision, decision.form(incoming=incoming, mail=mail, user=user))
    form = decision.form(request.POST, incoming=incoming, mail=mail, user=user)
    if not form.is_valid() or form.doubtful():
        return _page(request, incoming, decision, form)
    try:
        concern = form.act()
    except ChangedMeanwhile:
        return _decided_before(request, incoming)
    return _done(request, incoming, concern)


@require_POST
@staff_only
def desk_post_aside(request: HttpRequest) -> HttpResponse:
    """Put all mails of one sender aside."""
    user = _sorter(request)
    mails = Incoming.objects.filter(state=State.WAITING, sender=request.POST.get("sender", ""))
    number = ignore_mails(mails, by=user)
    messages.success(request, ngettext("%d mail put aside.", "%d mails put aside.", number) % number)
    return redirect("desk_post")


def _done(request: HttpRequest, incoming: Incoming, concern: Concern | None) -> HttpResponse:
    if concern and signed_in(request).has_perm("concerns.view_concern", concern):
        return redirect("desk_case", concern.reference)
    said = _("Done. The office that answers takes care of it now.") if concern else _("Done. You can take it back.")
    messages.success(request, said)
    return redirect("desk_post") if concern else redirect("desk_mail", incoming.pk)


def _decided_before(request: HttpRequest, incoming: Incoming) -> HttpResponse:
    messages.info(request, _("Somebody has decided about this mail already. Look at what is new."))
    incoming.refresh_from_db()
    may_look = signed_in(request).has_perm("concerns.view_mail", incoming)
    return redirect("desk_mail", incoming.pk) if may_look else redirect("desk_post")


def _described(request: HttpRequest, form: PostForm) -> dict[str, Any] | None:
    """What is shown of a concern before a mail is added to it: its subject only to those who may read it."""
    concern = form.doubtful()
    if concern is None:
        return None
    may_read = signed_in(request).has_perm("concerns.view_concern", concern)
    is_known = knows(concern, form.mail.sender.email) if may_know_names(concern, signed_in(request)) else None
    return {"concern": concern, "title": concern.title if may_read else "", "is_known": is_known}


def _page(
    request: HttpRequest, incoming: Incoming, decision: Decision | None = None, form: PostForm | None = None
) -> HttpResponse:
    user, concern = signed_in(request), incoming.concern
    sorts = user.has_perm("concerns.sort_mail")
    context = {
        "incoming": incoming,
        "mail": mail_of(incoming),
        "names": concern is None or look_at_names(concern, user),
        "decisions": [one for one in DECISIONS.values() if sorts and incoming.state in one.states],
        "decision": decision,
        "form": form,
        "doubtful": _described(request, form) if form and form.is_bound and form.is_valid() else None,
    }
    return render(request, "concerns/desk_mail.html", context)
