# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A petition as the committee gets it: to look at, and as PDF/UA."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import User
from friedensplatz.concerns.desk.case import concern_or_404
from friedensplatz.concerns.disclosing import look_at_names
from friedensplatz.concerns.forms.particulars import answers_of
from friedensplatz.concerns.models import Concern, Kind
from friedensplatz.concerns.petitions import petition_so_far
from friedensplatz.concerns.printing.committee import public_file, whole_file
from friedensplatz.concerns.publishing import publications_of
from friedensplatz.concerns.queries import opening_of, reporter_of


def _petition_or_404(user: User, reference: str) -> Concern:
    concern = concern_or_404(user, reference)
    if concern.kind != Kind.PETITION:
        raise Http404
    return concern


@staff_only
@never_cache
@require_safe
def desk_petition_paper(request: HttpRequest, reference: str) -> HttpResponse:
    """The whole petition with who brings it."""
    user = signed_in(request)
    concern = _petition_or_404(user, reference)
    names = look_at_names(concern, user)
    context = {
        "concern": concern,
        "reporter": reporter_of(concern) if names else None,
        "words": opening_of(concern),
        "answers": answers_of(concern.kind, concern.particulars, names=names),
        "petition": petition_so_far(concern),
        "is_public": publications_of(Kind.PETITION).filter(concern=concern).exists(),
    }
    return render(request, "concerns/desk_petition_paper.html", context)


@staff_only
@never_cache
@require_safe
def desk_petition_pdf(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """`whole` for the members, `public` for the agenda while the petitioner agrees to what is published."""
    user = signed_in(request)
    concern = _petition_or_404(user, reference)
    petition = petition_so_far(concern)
    if part == "public":
        pdf = public_file(petition, get_object_or_404(publications_of(Kind.PETITION), concern=concern))
    elif part == "whole":
        pdf = whole_file(petition, names=look_at_names(concern, user))
    else:
        raise Http404
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{concern.reference}-{part}.pdf"'
    return response
