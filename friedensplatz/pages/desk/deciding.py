# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two people changed the same passages: one of them decides, with both texts in front of them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.pages.actions import Stale, save_draft
from friedensplatz.pages.copies import copy_of, forget_copy
from friedensplatz.pages.desk.access import page_to_edit, revision_to_edit
from friedensplatz.pages.editor.deciding import decided, questions
from friedensplatz.pages.saving import put_together


@staff_only
def page_decide(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    """Choose, passage by passage, what is to stand. What was written is safe in the working copy meanwhile."""
    page, user = page_to_edit(request, pk), signed_in(request)
    copy = copy_of(page, token, by=user)
    if copy is None:
        raise Http404
    together = put_together(page, copy.content, based_on=copy.based_on, newest=revision_to_edit(page))
    newest = together.newest
    if request.method == "POST" and request.POST.get("newest") == str(newest.number):
        content = decided(together.content, together.asked, request.POST.dict())
        try:
            revision = save_draft(page, content, based_on=newest.number, by=user)
        except Stale:
            return redirect("page_decide", pk, token)
        forget_copy(page, token, by=user)
        messages.success(request, _("Saved as draft %(number)s.") % {"number": revision.number})
        return redirect(f"{reverse('page_edit', args=[pk])}?language={copy.language}")
    context = {"page": page, "copy": copy, "newest": newest}
    return render(
        request, "pages/page_decide.html", context | {"questions": questions(together.content, together.asked)}
    )
