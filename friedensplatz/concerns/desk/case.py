# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import User
from friedensplatz.concerns.actions import record_reading
from friedensplatz.concerns.desk.deeds import DEEDS, Deed, deeds_for
from friedensplatz.concerns.desk.history import opinions_in, story_of
from friedensplatz.concerns.desk.kinds import facts_of_kind
from friedensplatz.concerns.disclosing import disclosure_of, look_at_names
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.particulars import answers_of
from friedensplatz.concerns.letters import fields_of, filled
from friedensplatz.concerns.models import Concern, Template
from friedensplatz.concerns.moving import ChangedMeanwhile, NotPossible
from friedensplatz.concerns.printing.letters import words_for_letters
from friedensplatz.concerns.queries import attachment_of, concern_for_desk, reporter_of, templates_for, timeline_of
from friedensplatz.concerns.suggesting import proposals_for
from friedensplatz.concerns.views.following import file_response
from friedensplatz.concerns.watching import watch


def concern_or_404(user: User, reference: str) -> Concern:
    concern = concern_for_desk(user, reference)
    if concern is None:
        raise Http404
    return concern


@staff_only
@never_cache
@require_safe
def desk_case(request: HttpRequest, reference: str) -> HttpResponse:
    """A concern with everything written and done, and what can be done now."""
    concern = concern_or_404(signed_in(request), reference)
    record_reading(concern, signed_in(request))
    return _page(request, concern)


@staff_only
@never_cache
def desk_deed(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """The form of one deed on the case page; sending it does the deed."""
    user = signed_in(request)
    concern, deed = concern_or_404(user, reference), DEEDS.get(name)
    if deed is None:
        raise Http404
    if not user.has_perm(deed.permission, concern):
        raise PermissionDenied
    asking = _template(request, concern)
    if request.method == "GET" and asking and asking.asks:
        return _page(request, concern, deed=deed, form=deed.form(concern=concern), asking=asking)
    if request.method != "POST" or "fill" in request.POST:
        form = deed.form(concern=concern, initial=_from_template(request, concern, user))
        return _page(request, concern, deed=deed, form=form) if deed.fits(concern) else redirect("desk_case", reference)
    form = deed.form(request.POST, concern=concern)
    if "preview" in request.POST and form.is_valid():
        return _page(request, concern, deed=deed, form=form, preview=form.cleaned_data["text"])
    if form.is_valid() and done(form, request.POST.get("version", ""), user):
        if user.has_perm("concerns.view_concern", concern):
            return redirect("desk_case", reference)
        messages.success(request, _("Passed on. The other office takes care of it now."))
        return redirect("desk_inbox")
    newest = concern_or_404(user, reference)
    return _page(request, newest, deed=deed, form=form, status=409 if form.non_field_errors() else 200)


def done(form: DeedForm, version: str, by: User) -> bool:
    """Do the deed on the version the person looked at; a colleague who was faster becomes an error of the form."""
    form.concern.version = int(version) if version.isdecimal() else 0
    try:
        form.act(by)
    except ChangedMeanwhile:
        form.add_error(None, _("Somebody was faster. Look at what is new, then send again; your words are kept."))
    except NotPossible:
        form.add_error(None, _("This is not possible any more: the concern has moved on. Your words are kept below."))
    return not form.errors


def _from_template(request: HttpRequest, concern: Concern, user: User) -> dict[str, str]:
    """What a form starts with: a template with its marks filled in, or the concern to join with."""
    template = _template(request, concern)
    if template is None:
        return {"of": request.GET["of"]} if "of" in request.GET else {}
    told = {mark: request.POST.get(f"ask-{mark}", "") for mark in template.asks}
    return {"text": filled(template.text, {**told, **fields_of(concern, user)})}


def _template(request: HttpRequest, concern: Concern) -> Template | None:
    """The template that was chosen; what fills it comes by POST, so that it stands in no address."""
    chosen = request.POST.get("fill", request.GET.get("template", ""))
    return next((one for one in templates_for(concern) if str(one.pk) == chosen), None) if chosen else None


def _page(
    request: HttpRequest, concern: Concern, *, deed: Deed | None = None, status: int = 200, **context: Any
) -> HttpResponse:
    user = signed_in(request)
    names = look_at_names(concern, user)
    reporter = reporter_of(concern) if names else None
    entries = timeline_of(concern, user)
    context |= {
        "concern": concern,
        "answers_for_it": user.has_perm("concerns.let_others_in", concern),
        "names": names,
        "reporter": reporter,
        "letters": words_for_letters(concern) if reporter and reporter.address else (),
        "disclosure": disclosure_of(concern, user),
        "reminders": concern.reminders.filter(user=user),
        "asked": [one for one in concern.referrals.all() if user.has_perm("concerns.give_statement", one)],
        "joined": sorted({entry.concern for entry in entries} - {concern}, key=lambda other: other.pk),
        "story": (story := story_of(concern, entries)),
        "opinions": opinions_in(concern, story),
        "others": watch(concern, user, writes=deed is not None),
        "answers": answers_of(concern.kind, concern.particulars, names=names),
        **facts_of_kind(concern),
        "deeds": (deeds := deeds_for(user, concern)),
        "proposals": proposals_for(concern),
        "can_pass_on": DEEDS["pass_on"] in deeds,
        "deed": deed,
        "templates": templates_for(concern) if deed and deed.name == "answer" else (),
    }
    return render(request, "concerns/desk_case.html", context, status=status)


@staff_only
@never_cache
@require_safe
def desk_file(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The cleaned copy of a file; the sealed original is not opened here."""
    concern = concern_or_404(signed_in(request), reference)
    attachment = attachment_of(concern, pk, seen_by_person=False)
    if attachment is None:
        raise Http404
    record_reading(concern, signed_in(request))
    return file_response(attachment)
