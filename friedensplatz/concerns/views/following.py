# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A resident follows a concern with what stands on the receipt."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.concerns import access, codes, guessing
from friedensplatz.concerns.actions import change_protection, reopen_concern, withdraw_concern, write_back
from friedensplatz.concerns.files import shown_copy
from friedensplatz.concerns.forms.fields import kept_files
from friedensplatz.concerns.forms.following import MessageForm, ProtectForm, ReceiptForm
from friedensplatz.concerns.models import Attachment, Concern, Protection
from friedensplatz.concerns.moving import ChangedMeanwhile, NotPossible
from friedensplatz.concerns.opinions import can_be_judged, opinion_token
from friedensplatz.concerns.privacy import confidential, posted
from friedensplatz.concerns.promises import can_be_reopened, reopen_until
from friedensplatz.concerns.queries import attachment_of, conversation_of
from friedensplatz.concerns.views.own import own_parts
from friedensplatz.concerns.workflow import Side, moves_from


@confidential
def concern_status(request: HttpRequest) -> HttpResponse:
    """Reference and code, then the conversation."""
    if request.method == "POST":
        return _open(request)
    concern = access.granted(request)
    asked = codes.normal_reference(request.GET.get("reference", ""))
    if concern is None or (asked and asked != concern.reference):
        return render(request, "concerns/concern_status.html", {"form": ReceiptForm(initial={"reference": asked})})
    return _conversation(request, concern, MessageForm())


def _open(request: HttpRequest) -> HttpResponse:
    """Check what was typed; wrong codes cost time."""
    form = ReceiptForm(request.POST)
    concern, status = None, 200
    if form.is_valid():
        concern, status = concern_of_receipt(request, form)
    if concern is None:
        return render(request, "concerns/concern_status.html", {"form": form}, status=status)
    response = redirect("concern_status")
    access.grant(response, concern)
    return response


def concern_of_receipt(
    request: HttpRequest, form: ReceiptForm, *, find: Callable[[str, str], Concern | None] = access.concern_with_receipt
) -> tuple[Concern | None, int]:
    """The concern that is found, or None with the status to answer with and the reason in the form."""
    reference, code = codes.normal_reference(form.cleaned_data["reference"]), form.cleaned_data["code"]
    if wait := guessing.seconds_to_wait(request, reference):
        until = timezone.localtime() + dt.timedelta(seconds=wait)
        form.add_error(None, _("Too many wrong codes. Please try again at %(time)s.") % {"time": f"{until:%H:%M:%S}"})
        return None, 429
    concern = find(reference, code)
    if concern is None:
        guessing.count_wrong_code(request, reference)
        form.add_error(None, _("Reference and code do not belong together. Please look at your receipt again."))
    return concern, 200


def _conversation(request: HttpRequest, concern: Concern, form: MessageForm, status: int = 200) -> HttpResponse:
    context = {
        "concern": concern,
        "entries": conversation_of(concern),
        "moves": {move.name for move in moves_from(concern.state, Side.PERSON) if _in_time(move.name, concern)},
        "reopen_until": reopen_until(concern),
        "form": form,
        "opinion": opinion_token(concern) if can_be_judged(concern) else "",
        **own_parts(concern),
        "can_keep": request.user.is_authenticated and not request.user.has_perm("concerns.follow_concern", concern),
    }
    return render(request, "concerns/concern_conversation.html", context, status=status)


def last_day_to_reopen(concern: Concern) -> dt.date | None:
    """Until when an ended concern can be taken up again; None for others."""
    return reopen_until(concern) if not concern.is_open and _in_time("reopen", concern) else None


def _in_time(move: str, concern: Concern) -> bool:
    return move != "reopen" or can_be_reopened(concern)


@confidential
@require_POST
def concern_reply(request: HttpRequest) -> HttpResponse:
    """Write back; with an ended concern this takes it up again. The text survives an ended access and an error."""
    form = MessageForm(request.POST, request.FILES)
    concern = access.granted(request)
    if concern is None:
        return _ask_again(request, form)
    if not form.is_valid():
        return _conversation(request, concern, form)
    kept = [attachment for _name, attachment in kept_files(form)]
    if form.errors or not _deliver(concern, form, kept):
        return _conversation(request, concern, form)
    return redirect(f"{reverse('concern_status')}#latest")  # There the person sees that their words have arrived.


def _ask_again(request: HttpRequest, message: MessageForm) -> HttpResponse:
    """The two hours are over: ask for the code and keep the text; files must be chosen again."""
    receipt = ReceiptForm(request.POST if "code" in request.POST else None)
    if receipt.is_bound and receipt.is_valid():
        concern, status = concern_of_receipt(request, receipt)
        if concern:
            response = _conversation(request, concern, message)
            access.grant(response, concern)
            return response
    else:
        status = 200
    context: dict[str, Any] = {"form": receipt, "typed": message["text"].value() or ""}
    return render(request, "concerns/concern_status.html", context, status=status)


def _deliver(concern: Concern, form: MessageForm, files: list[Attachment]) -> bool:
    act = write_back if concern.is_open else reopen_concern
    try:
        if not concern.is_open and not _in_time("reopen", concern):
            raise NotPossible("reopen", concern.state)
        act(concern, form.cleaned_data["text"], files=files)
    except ChangedMeanwhile:
        form.add_error(None, _("Something has changed meanwhile. Please look above and send your message again."))
    except NotPossible:
        form.add_error(None, _("This concern has ended. Please hand in a new one."))
    return not form.errors


@confidential
def concern_withdraw(request: HttpRequest) -> HttpResponse:
    """Ask once more, then close."""
    concern = access.granted(request)
    if concern is None:
        return redirect("concern_status")
    context = {"concern": concern, "reopen_until": reopen_until(concern)}
    if request.method != "POST":
        return render(request, "concerns/concern_withdraw.html", context)
    try:
        withdraw_concern(concern)
    except (ChangedMeanwhile, NotPossible):
        return render(request, "concerns/concern_withdraw.html", context | {"changed": True}, status=409)
    return redirect("concern_status")


@confidential
def concern_protect(request: HttpRequest) -> HttpResponse:
    """The person alone chooses more or less protection, and is told what it means before it is done."""
    concern = access.granted(request)
    if concern is None:
        return redirect("concern_status")
    form = ProtectForm(posted(request), concern=concern)
    if form.is_valid():
        with suppress(ChangedMeanwhile):
            change_protection(concern, Protection(form.cleaned_data["protection"]))
            return redirect("concern_status")
        form.add_error(None, _("Something has changed meanwhile. Please look above and choose again."))
    return render(request, "concerns/concern_protect.html", {"concern": concern, "form": form})


@confidential
@require_POST
def concern_leave(request: HttpRequest) -> HttpResponse:
    """Take the concern off this browser."""
    response = redirect("concern_status")
    access.take_away(response)
    return response


@confidential
@require_safe
def concern_file(request: HttpRequest, pk: int) -> HttpResponse:
    concern = access.granted(request)
    attachment = attachment_of(concern, pk, seen_by_person=True) if concern else None
    if attachment is None:
        raise Http404
    return file_response(attachment)


def file_response(attachment: Attachment) -> HttpResponse:
    """The cleaned copy; a browser may show it, but nothing in it can run."""
    data, media_type = shown_copy(attachment)
    response = HttpResponse(data, content_type=media_type)
    way = "inline" if media_type.startswith("image/") else "attachment"
    response["Content-Disposition"] = f'{way}; filename="{attachment.pk}.{attachment.type}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
