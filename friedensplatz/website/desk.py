# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.rules import is_administrator, is_leadership
from friedensplatz.concerns.queries import counts_for, figures_by_office, offices_of
from friedensplatz.core.attention import group_for, groups_for
from friedensplatz.notices.queries import mails_by_state

SHOWN, SHOWN_OF_ONE_KIND = 5, 200


@staff_only
def desk_home(request: HttpRequest) -> HttpResponse:
    """What needs the person who looks: concerns of their offices, what other components know to be due, figures for the
    leadership, mails to decide about."""
    user = signed_in(request)
    offices = offices_of(user)
    parts = {
        "groups": groups_for(user, most=SHOWN),
        "edits": user.has_perm("directory.use_desk"),
        "offices": offices,
        "counts": counts_for(user, offices) if offices else None,
        "figures": figures_by_office() if is_leadership(user) else [],
        "mails": mails_by_state() if is_administrator(user) else {},
    }
    return render(request, "website/desk_home.html", parts)


@staff_only
def desk_tasks(request: HttpRequest, name: str) -> HttpResponse:
    """Everything of one kind that needs the person who looks."""
    try:
        group = group_for(signed_in(request), name, most=SHOWN_OF_ONE_KIND)
    except KeyError:
        raise Http404 from None
    return render(request, "website/desk_tasks.html", {"group": group})
