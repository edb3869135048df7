# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.concerns.desk.case import concern_or_404
from friedensplatz.concerns.disclosing import shown_reporter
from friedensplatz.concerns.printing.letters import print_letter, words_for_letters


@require_POST
@staff_only
@never_cache
def desk_letter(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """What the office wrote to the person, as a letter to print; for those who may know name and address."""
    user = signed_in(request)
    concern = concern_or_404(user, reference)
    if not user.has_perm("concerns.work_on_concern", concern):
        raise PermissionDenied
    person = shown_reporter(concern, user)
    entry = next((one for one in words_for_letters(concern) if one.pk == pk), None)
    if person is None or not person.address or entry is None:
        raise Http404
    response = HttpResponse(print_letter(concern, entry, person, by=user), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{concern.reference}.pdf"'
    return response
