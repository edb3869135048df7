# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the law wants shown: what is offered to the archive, the records of processing, who looked at what."""

from contextlib import suppress

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import permitted, signed_in
from friedensplatz.activity.queries import activities_on
from friedensplatz.concerns.archiving import pack_for_archive
from friedensplatz.concerns.desk.history import DONE
from friedensplatz.concerns.disclosing import may_know_names
from friedensplatz.concerns.models import Concern, Kind, Offer, Protection, Retention
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.promises import promise_for
from friedensplatz.concerns.queries import concerns_visible_to
from friedensplatz.concerns.retaining import answer_offer, offers_to_decide
from friedensplatz.core.listing import slice_of

NAMES = ("name_read", "disclosure_asked", "disclosed", "disclosure_declined")
LOGGED = ("read", "file_taken", *NAMES, "held", "hold_lifted", "packed", "erased")


@permitted("concerns.answer_for_archive")
@never_cache
@require_safe
def desk_archive(request: HttpRequest) -> HttpResponse:
    """What is offered to the archive; subjects only of what one may read."""
    user = signed_in(request)
    offers = list(offers_to_decide(user))
    readable = concerns_visible_to(user).in_bulk([offer.concern_id for offer in offers])
    context = {"offers": [(offer, readable.get(offer.concern_id)) for offer in offers], "answers": Offer.Answer}
    return render(request, "concerns/desk_archive.html", context)


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


@permitted("concerns.view_records")
@require_safe
def desk_records(request: HttpRequest) -> HttpResponse:
    """The record of processing activities (Art. 30 GDPR), as far as concerns go, from the data in force."""
    classes = list(Retention.objects.all())
    kinds = [(kind, promise_for(kind).source, [one for one in classes if one.kind in {"", kind}]) for kind in Kind]
    return render(request, "concerns/desk_records.html", {"kinds": kinds})


@permitted("concerns.view_records")
@never_cache
@require_safe
def desk_looks(request: HttpRequest) -> HttpResponse:
    """Who looked into what is encrypted, who asked for names, who erased: times and staff, neither number nor subject."""
    rows = activities_on(Concern, LOGGED)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    shown = slice_of(rows, ["-at", "-pk"], after=after, before=before)
    lines = [(row, DONE[row.verb]) for row in shown.rows]
    return render(request, "concerns/desk_looks.html", {"lines": lines, "page": shown})
