# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where editors read what was said about their pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import User
from friedensplatz.core.listing import slice_of
from friedensplatz.search.queries import teasers_of_things
from friedensplatz.website.feedback.actions import put_away, take_up_again
from friedensplatz.website.models import Feedback
from friedensplatz.website.queries import feedback_visible_to, feedback_waiting

PAGES_SHOWN = 50


@dataclass(frozen=True)
class Judged:
    """How many people found a page helpful and how many did not."""

    path: str
    name: str
    yes: int
    no: int
    waiting: int


def _editors_only(request: HttpRequest) -> User:
    user = signed_in(request)
    if not user.has_perm("website.use_feedback"):
        raise PermissionDenied
    return user


@require_safe
@staff_only
def feedback_list(request: HttpRequest) -> HttpResponse:
    """Words that wait, oldest first (`show=all`: all, newest first; `page=`: of one page), and the pages' votes."""
    user = _editors_only(request)
    path, every = request.GET.get("page", ""), request.GET.get("show") == "all"
    words = feedback_visible_to(user).exclude(text="") if every else feedback_waiting(user)
    if path:
        words = words.filter(path=path)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = slice_of(words.select_related("done_by"), ["-pk"] if every else ["pk"], after=after, before=before)
    votes = list(_votes(user)[:PAGES_SHOWN])
    names = _names([*page.rows, *(Feedback(path=row["path"], thing=row["thing"]) for row in votes)])
    context = {
        "slice": page,
        "rows": [(row, names[row.path]) for row in page.rows],
        "judged": [Judged(row["path"], names[row["path"]], row["yes"], row["no"], row["waiting"]) for row in votes],
        "path": path,
        "every": every,
    }
    return render(request, "website/feedback_list.html", context)


@require_POST
@staff_only
def feedback_done(request: HttpRequest, pk: int) -> HttpResponse:
    """Put it away, or (`again`) back on the pile."""
    user = _editors_only(request)
    feedback = get_object_or_404(feedback_visible_to(user), pk=pk)
    (take_up_again if "again" in request.POST else put_away)(feedback, by=user)
    asked = {name: request.POST[name] for name in ("show", "page") if request.POST.get(name)}
    return redirect(f"{reverse('feedback_list')}?{urlencode(asked)}")


def _votes(user: User) -> QuerySet[Feedback, Any]:
    """Pages by how many people they did not help."""
    waiting = Count("pk", Q(done_at=None) & ~Q(text=""))
    pages = feedback_visible_to(user).order_by().values("path", "thing")
    helped, not_helped = Count("pk", Q(helpful=True)), Count("pk", Q(helpful=False))
    return pages.annotate(yes=helped, no=not_helped, waiting=waiting).order_by("-no", "path")


def _names(rows: Iterable[Feedback]) -> dict[str, str]:
    """What pages are called: by the thing they are about, else by their address."""
    rows = list(rows)
    teasers = teasers_of_things(row.thing for row in rows if row.thing)
    return {row.path: teasers[row.thing].title if row.thing in teasers else row.path for row in rows}
