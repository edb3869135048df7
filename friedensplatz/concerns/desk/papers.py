# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A petition as the committee gets it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.concerns.desk.case import concern_or_404
from friedensplatz.concerns.disclosing import look_at_names
from friedensplatz.concerns.forms.particulars import answers_of
from friedensplatz.concerns.models import Kind
from friedensplatz.concerns.petitions import petition_so_far
from friedensplatz.concerns.queries import opening_of, reporter_of


@staff_only
@never_cache
@require_safe
def desk_petition_paper(request: HttpRequest, reference: str) -> HttpResponse:
    """A page to print: the whole petition with who brings it."""
    user = signed_in(request)
    concern = concern_or_404(user, reference)
    if concern.kind != Kind.PETITION:
        raise Http404
    names = look_at_names(concern, user)
    context = {
        "concern": concern,
        "reporter": reporter_of(concern) if names else None,
        "words": opening_of(concern),
        "answers": answers_of(concern.kind, concern.particulars, names=names),
        "petition": petition_so_far(concern),
    }
    return render(request, "concerns/desk_petition_paper.html", context)
