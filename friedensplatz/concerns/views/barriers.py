# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A barrier on this website is reported: a concern in two pages, to the office the city names for it.

§ 10b BGG NRW wants an accessible form that can be reached directly; the foot of every page leads here.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from friedensplatz.concerns.drafts import start_draft
from friedensplatz.concerns.forms.barriers import BarrierForm
from friedensplatz.concerns.models import Kind
from friedensplatz.concerns.privacy import confidential, posted
from friedensplatz.concerns.queries import office_for_barriers
from friedensplatz.concerns.views.handing_in import BARRIER_STEPS, Writing, promise, send, with_draft


def _of_a_barrier(view: Callable[[HttpRequest, Writing], HttpResponse]) -> Callable[..., HttpResponse]:
    """A draft about something else goes on where it belongs."""

    @with_draft
    @wraps(view)
    def wrapper(request: HttpRequest, writing: Writing) -> HttpResponse:
        if writing.content.kind != Kind.BARRIER:
            return redirect("concern_words", writing.token)
        return view(request, writing)

    return wrapper


@confidential
def barrier_report(request: HttpRequest) -> HttpResponse:
    """The first page; `?page=` is the address of the page the person comes from."""
    office = office_for_barriers()
    form = BarrierForm(posted(request), initial={"page": request.GET.get("page", "")})
    if office and form.is_valid():
        return redirect("barrier_check", start_draft(form.content(office)))
    context = {"form": form, "office": office, "step": 1, "steps": len(BARRIER_STEPS), **promise(Kind.BARRIER)}
    return render(request, "concerns/barrier_words.html", context)


@_of_a_barrier
def barrier_words(request: HttpRequest, writing: Writing) -> HttpResponse:
    """The first page again, to change something."""
    content = writing.content
    form = BarrierForm(posted(request), initial={**vars(content), "page": content.place_note})
    if form.is_valid():
        writing.keep(**form.told())
        return redirect(writing.beside("barrier_words", +1))
    return writing.page(request, "barrier_words", form=form)


@_of_a_barrier
def barrier_check(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Everything once more, and the button that sends it."""
    if "back" in request.POST:
        return redirect(writing.beside("barrier_check", -1))
    if request.method == "POST":
        return send(writing)
    return writing.page(request, "barrier_check")
