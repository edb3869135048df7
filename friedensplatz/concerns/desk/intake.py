# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking a concern in for somebody on the phone, at the counter or in a letter: one page, read back, stored.

What is written lies in a draft under a token of its own, as that of a resident does, so that neither a double click
nor a session that ends can double or lose it.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from friedensplatz.accounts.access import P, Page, View, signed_in, staff_only
from friedensplatz.concerns import codes, drafts, files
from friedensplatz.concerns.actions import AlreadyReceived, hand_in_draft
from friedensplatz.concerns.drafts import Content, find_draft, start_draft
from friedensplatz.concerns.forms.fields import kept_files
from friedensplatz.concerns.forms.intake import KEYS, GivenForm, IntakeForm
from friedensplatz.concerns.forms.particulars import QUESTIONS
from friedensplatz.concerns.models import Concern, Protection, Way
from friedensplatz.concerns.privacy import confidential_in_account, posted
from friedensplatz.concerns.promises import answer_due
from friedensplatz.concerns.queries import answering_office, concern_for_desk
from friedensplatz.concerns.regimes import REGIMES
from friedensplatz.concerns.views.handing_in import Writing
from friedensplatz.core.qr import qr_path
from friedensplatz.directory.models import District, Duty, Office
from friedensplatz.directory.queries import duties_named_for


def case_work(view: Page[P]) -> View[P]:
    """For those who work on concerns; for others there is no such page."""

    @wraps(view)
    def wrapper(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not signed_in(request).has_perm("concerns.use_inbox"):
            raise Http404
        return view(request, *args, **kwargs)

    return staff_only(confidential_in_account(wrapper))


def with_intake(view: Callable[[HttpRequest, Writing], HttpResponse]) -> View[...]:
    """Open what is being taken in; what was stored leads to its receipt."""

    @case_work
    @wraps(view)
    def wrapper(request: HttpRequest, token: str) -> HttpResponse:
        draft = find_draft(token)
        if draft is None:
            return redirect("desk_intake")
        if draft.sent_at:
            return redirect("desk_intake_receipt", token)
        return view(request, Writing(draft, token, drafts.content_of(draft, token)))

    return wrapper


@case_work
def desk_intake(request: HttpRequest) -> HttpResponse:
    """The form, empty."""
    return _ask(request, None)


@with_intake
def desk_intake_change(request: HttpRequest, writing: Writing) -> HttpResponse:
    """The form as it was filled in, to set right what was read back."""
    return _ask(request, writing)


def _ask(request: HttpRequest, writing: Writing | None) -> HttpResponse:
    doors: list[Duty] = []
    form = IntakeForm(posted(request), request.FILES or None, initial=_initial(writing.content) if writing else None)
    if "suggest" in request.POST:
        typed = {name: request.POST[name] for name in form.fields if name in request.POST}
        doors = duties_named_for(typed.get("text", ""))
        if doors and doors[0].office:
            typed |= {"office": doors[0].office.slug, "duty": doors[0].slug}
        form = IntakeForm(initial=typed)
    elif form.is_valid() and (token := _kept(form, writing)):
        return redirect("desk_intake_check", token)
    return render(
        request, "concerns/desk_intake.html", {"form": form, "doors": doors, "keys": KEYS, "writing": writing}
    )


def _initial(content: Content) -> dict[str, Any]:
    slug = Office.objects.values_list("slug", flat=True).get(pk=content.office)
    return {**vars(content), "office": slug, "duty": "", "arrived": content.arrived or timezone.localdate()}


def _kept(form: IntakeForm, writing: Writing | None) -> str:
    """Keep a valid form; returns the token of the draft, or nothing when a file is refused."""
    names = dict(writing.content.file_names) if writing else {}
    uploads = kept_files(form, already=len(names))
    if form.errors:
        files.drop([attachment for _name, attachment in uploads])
        return ""
    token = writing.token if writing else start_draft(Content(**form.told()))
    draft = find_draft(token)
    if draft is None or draft.sent_at:
        return token
    for name, attachment in uploads:
        attachment.draft = draft
        attachment.save()
        names[str(attachment.pk)] = files.shown_name(name, attachment.type)
    before = drafts.content_of(draft, token)
    answers = before.particulars if before.kind == form.cleaned_data["kind"] else {}
    Writing(draft, token, before).keep(**form.told(), file_names=names, particulars=answers)
    return token


@with_intake
def desk_intake_check(request: HttpRequest, writing: Writing) -> HttpResponse:
    """What was understood, to read out in the caller's language; then it is stored."""
    content, questions = writing.content, QUESTIONS.get(writing.content.kind)
    form = questions(posted(request), initial=content.particulars) if questions else None
    if request.method == "POST" and (form is None or form.is_valid()):
        if form:
            writing.keep(particulars=form.told())
        with suppress(AlreadyReceived):  # The second click of two; the receipt of the first is waiting.
            hand_in_draft(writing.draft, writing.token, writing.content, by=signed_in(request))
        return redirect("desk_intake_receipt", writing.token)
    return render(
        request, "concerns/desk_intake_check.html", {"writing": writing, "form": form, **_understood(content)}
    )


def _understood(content: Content) -> dict[str, Any]:
    day = timezone.localdate(content.received_at)
    return {
        "content": content,
        "office": answering_office(content),
        "regime": REGIMES[content.kind],
        "protection": Protection(content.protection),
        "way": Way(content.way) if content.way else None,
        "district": District.objects.filter(pk=content.district or 0).first(),
        "arrived": day,
        "due": answer_due(day, content.kind),
    }


@case_work
def desk_intake_receipt(request: HttpRequest, token: str) -> HttpResponse:
    """The receipt to read out or to print, until the caller has it; then the next concern."""
    draft = find_draft(token)
    if draft is None or draft.sent_at is None:
        return redirect("desk_intake")
    receipt = drafts.receipt_of(draft, token)
    form = GivenForm(posted(request))
    if receipt is None or form.is_valid():
        drafts.forget_receipt(draft)
        return redirect("desk_intake")
    address = request.build_absolute_uri(reverse("concern_status"))
    context = {
        "receipt": receipt,
        "form": form,
        "groups": codes.spelled(receipt.code),
        "status_url": address,
        "qr": qr_path(f"{address}?reference={receipt.reference}"),
        "language": Concern.objects.values_list("language", flat=True).get(reference=receipt.reference),
        "case": concern_for_desk(signed_in(request), receipt.reference),
    }
    return render(request, "concerns/desk_intake_receipt.html", context)
