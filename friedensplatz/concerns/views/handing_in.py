# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A resident hands in a concern: one question a page, nothing typed is lost, nothing stored in the browser."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from friedensplatz.concerns import drafts, files
from friedensplatz.concerns.actions import AlreadyReceived, hand_in_draft
from friedensplatz.concerns.claims import claim_day
from friedensplatz.concerns.counselling import pointers_for
from friedensplatz.concerns.drafts import Content, find_draft, keep_draft, start_draft
from friedensplatz.concerns.finding import Similar, similar_to
from friedensplatz.concerns.forms.fields import kept_files
from friedensplatz.concerns.forms.following import KeptForm
from friedensplatz.concerns.forms.handing_in import (
    AboutForm,
    ContactForm,
    MoreForm,
    ProtectionForm,
    WordsForm,
    first_missing,
)
from friedensplatz.concerns.forms.particulars import QUESTIONS, answers_of
from friedensplatz.concerns.models import Attachment, Concern, Draft, Kind, Protection
from friedensplatz.concerns.privacy import confidential, posted
from friedensplatz.concerns.promises import answer_due
from friedensplatz.concerns.queries import answering_office, office_for
from friedensplatz.concerns.regimes import ASKED, REGIMES, Regime
from friedensplatz.core.languages import current_language
from friedensplatz.core.qr import qr_path
from friedensplatz.directory.models import District, Office

STEPS = (
    "concern_words",
    "concern_protection",
    "concern_about",
    "concern_particulars",
    "concern_contact",
    "concern_more",
    "concern_check",
)
BARRIER_STEPS = ("barrier_words", "barrier_check")


@dataclass
class Writing:
    """A request's draft, opened."""

    draft: Draft
    token: str
    content: Content

    def keep(self, **told: Any) -> None:
        self.content = self.content.with_(**told)
        keep_draft(self.draft, self.token, self.content)

    def steps(self) -> list[str]:
        if self.content.kind == Kind.BARRIER:
            return list(BARRIER_STEPS)
        skipped = {"concern_contact": self.content.anonymous, "concern_particulars": self.content.kind not in QUESTIONS}
        return [step for step in STEPS if not skipped.get(step)]

    def beside(self, step: str, by: int) -> str:
        """The address of the step before or after."""
        steps = self.steps()
        return reverse(steps[steps.index(step) + by], args=[self.token])

    def page(self, request: HttpRequest, step: str, **context: Any) -> HttpResponse:
        steps = self.steps()
        place = {"step": steps.index(step) + 1, "steps": len(steps), "writing": self}
        office = answering_office(self.content)
        return render(
            request, f"concerns/{step}.html", {**place, **promise(self.content.kind), "office": office, **context}
        )


def promise(kind: str = "") -> dict[str, Any]:
    return {"due": answer_due(timezone.localdate(), kind)}


def with_draft(view: Callable[[HttpRequest, Writing], HttpResponse]) -> Callable[..., HttpResponse]:
    """Open the draft of the address; a sent one leads to its receipt, a lost one says what to do."""

    @confidential
    @wraps(view)
    def wrapper(request: HttpRequest, token: str) -> HttpResponse:
        draft = find_draft(token)
        if draft is None:
            return render(request, "concerns/concern_gone.html", status=410)
        if draft.sent_at:
            return redirect("concern_receipt", token)
        return view(request, Writing(draft, token, drafts.content_of(draft, token)))

    return wrapper


@confidential
def concern_start(request: HttpRequest) -> HttpResponse:
    """The first page, and where the front door sends the words a person has written."""
    given = {name: request.POST.get(name) or request.GET.get(name, "") for name in ("office", "duty")}
    given["text"] = request.POST.get("text", "")
    if request.method == "POST" and "office" in {*request.POST, *request.GET}:
        form = WordsForm(given)
        if form.is_valid():
            content = Content(language=current_language(), **form.told())
            return redirect("concern_protection", start_draft(content))
    else:
        form = WordsForm(initial=given)
    return render(request, "concerns/concern_words.html", {"form": form, "step": 1, "steps": len(STEPS), **promise()})


@with_draft
def concern_words(request: HttpRequest, writing: Writing) -> HttpResponse:
    """The first page again, to change words or office."""
    content = writing.content
    slug = Office.objects.values_list("slug", flat=True).get(pk=content.office)
    form = WordsForm(posted(request), initial={"text": content.text, "office": slug})
    if form.is_valid():
        writing.keep(**form.told())
        return redirect(writing.beside("concern_words", +1))
    return writing.page(request, "concern_words", form=form)


@with_draft
def concern_protection(request: HttpRequest, writing: Writing) -> HttpResponse:
    content = writing.content
    initial = {"protection": content.protection, "anonymous": "yes" if content.anonymous else "no"}
    form = ProtectionForm(posted(request), initial=initial if content.protection else {})
    if "back" in request.POST:
        return redirect(writing.beside("concern_protection", -1))
    if form.is_valid():
        writing.keep(**form.cleaned_data)
        return redirect(writing.beside("concern_protection", +1))
    return writing.page(request, "concern_protection", form=form, Protection=Protection)


@with_draft
def concern_about(request: HttpRequest, writing: Writing) -> HttpResponse:
    """What the person wants, in plain words; each says what happens next, who reads it and by when."""
    content = writing.content
    if not content.protection:
        return redirect("concern_protection", writing.token)
    form = AboutForm(posted(request), initial={"kind": content.kind}, content=content)
    if "back" in request.POST:
        return redirect(writing.beside("concern_about", -1))
    if form.is_valid():
        kind = form.cleaned_data["kind"]
        protection = REGIMES[kind].protection(content.protection)
        writing.keep(kind=kind, particulars=content.particulars if kind == content.kind else {}, protection=protection)
        return redirect(writing.beside("concern_about", +1))
    chosen = Office.objects.get(pk=content.office)
    ways = [Way(regime, office_for(regime.kind, chosen), **promise(regime.kind)) for regime in ASKED]
    return writing.page(request, "concern_about", form=form, ways=ways)


@dataclass(frozen=True)
class Way:
    """One of the things a person can want, and where it leads."""

    regime: Regime
    office: Office
    due: dt.date


@with_draft
def concern_particulars(request: HttpRequest, writing: Writing) -> HttpResponse:
    """The questions of the kind; what was told is kept also on the way back."""
    questions = QUESTIONS.get(writing.content.kind)
    if questions is None:
        return redirect("concern_about", writing.token)
    form = questions(posted(request), initial=writing.content.particulars)
    if "back" in request.POST:
        writing.keep(particulars=form.typed())
        return redirect(writing.beside("concern_particulars", -1))
    if form.is_valid():
        writing.keep(particulars=form.told())
        return redirect(writing.beside("concern_particulars", +1))
    return writing.page(request, "concern_particulars", form=form)


@with_draft
def concern_contact(request: HttpRequest, writing: Writing) -> HttpResponse:
    if not writing.content.protection or writing.content.anonymous:
        return redirect("concern_protection", writing.token)
    form = ContactForm(posted(request), initial=vars(writing.content))
    if "back" in request.POST:
        writing.keep(**form.typed())
        return redirect(writing.beside("concern_contact", -1))
    if form.is_valid():
        writing.keep(**form.cleaned_data)
        return redirect(writing.beside("concern_contact", +1))
    return writing.page(request, "concern_contact", form=form)


@with_draft
def concern_more(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Place and files: all voluntary. Whatever button is pressed, everything chosen so far is kept."""
    content = writing.content
    initial = {"district": content.district, "place_note": content.place_note}
    form = MoreForm(posted(request), request.FILES or None, initial=initial)
    if form.is_bound:
        form.is_valid()
        _keep_more(form, writing)
        if "remove" in request.POST:
            _remove_file(writing, request.POST["remove"])
        if not form.errors or "back" in request.POST:
            return redirect(_way_on(request, writing))
    names = writing.content.file_names
    attachments = [(attachment, names.get(str(attachment.pk), "")) for attachment in writing.draft.attachments.all()]
    return writing.page(request, "concern_more", form=form, attachments=attachments)


def _keep_more(form: MoreForm, writing: Writing) -> None:
    names = dict(writing.content.file_names)
    for name, attachment in kept_files(form, already=len(names)):
        attachment.draft = writing.draft
        attachment.save()
        names[str(attachment.pk)] = files.shown_name(name, attachment.type)
    writing.keep(**form.told(), file_names=names)


def _remove_file(writing: Writing, wanted: str) -> None:
    doomed = list(Attachment.objects.filter(draft=writing.draft, pk=int(wanted) if wanted.isdecimal() else 0))
    files.drop(doomed)
    gone = {str(attachment.pk) for attachment in doomed}
    writing.keep(file_names={pk: name for pk, name in writing.content.file_names.items() if pk not in gone})


def _way_on(request: HttpRequest, writing: Writing) -> str:
    if "add" in request.POST or "remove" in request.POST:
        return request.path
    return writing.beside("concern_more", -1 if "back" in request.POST else +1)


@with_draft
def concern_check(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Everything once more, and the button that sends it."""
    if missing := first_missing(writing.content):
        return redirect(missing, writing.token)
    if "back" in request.POST:
        return redirect(writing.beside("concern_check", -1))
    if request.method == "POST":
        return send(writing)
    content = writing.content
    context = {
        "district": District.objects.filter(pk=content.district or 0).first(),
        "protection": Protection(content.protection),
        "regime": REGIMES[content.kind],
        "answers": answers_of(content.kind, content.particulars),
        "claim": claim_day(content.particulars),
        "pointers": pointers_for(content.particulars.get("field", "")),
    }
    return writing.page(request, "concern_check", **context, known=known_already(content))


def known_already(content: Content) -> list[Similar]:
    """Open matters that are like one about to be handed in openly; others are compared with nothing."""
    if content.protection != Protection.OPEN:
        return []
    rows = Concern.objects.filter(protection=Protection.OPEN, is_open=True)
    return similar_to(content.text, rows, office=content.office, district=content.district, place=content.place_note)


def send(writing: Writing) -> HttpResponse:
    with suppress(AlreadyReceived):  # The second click of two; the receipt of the first is waiting.
        hand_in_draft(writing.draft, writing.token, writing.content)
    return redirect("concern_receipt", writing.token)


@confidential
def concern_receipt(request: HttpRequest, token: str) -> HttpResponse:
    """The receipt, until the person says they have kept it; afterwards only that all is well."""
    draft = find_draft(token)
    if draft is None:
        return render(request, "concerns/concern_gone.html", status=410)
    if draft.sent_at is None:
        return redirect("concern_check", token)
    receipt = drafts.receipt_of(draft, token)
    form: Form = KeptForm(posted(request))
    if receipt is None or form.is_valid():
        drafts.forget_receipt(draft)
        return render(request, "concerns/concern_sent.html", {"receipt": receipt})
    address = request.build_absolute_uri(reverse("concern_status"))
    qr = qr_path(f"{address}?reference={receipt.reference}")
    context = {"receipt": receipt, "form": form, "status_url": address, "qr": qr, "token": token}
    return render(request, "concerns/concern_receipt.html", context)
