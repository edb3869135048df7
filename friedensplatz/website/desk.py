# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.rules import is_administrator, is_leadership
from friedensplatz.concerns.queries import counts_for, figures_by_office, offices_of
from friedensplatz.notices.queries import mails_by_state


@staff_only
def desk_home(request: HttpRequest) -> HttpResponse:
    """What needs the person who looks: concerns of their offices, figures for the leadership, mails to decide about."""
    user = signed_in(request)
    offices = offices_of(user)
    parts = {
        "offices": offices,
        "counts": counts_for(user, offices) if offices else None,
        "figures": figures_by_office() if is_leadership(user) else [],
        "mails": mails_by_state() if is_administrator(user) else {},
    }
    return render(request, "website/desk_home.html", parts)
