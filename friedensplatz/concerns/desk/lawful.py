# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the law wants shown: the records of processing, who looked at what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import permitted
from friedensplatz.activity.queries import activities_on
from friedensplatz.concerns.desk.history import DONE
from friedensplatz.concerns.models import Concern, Kind, Retention
from friedensplatz.concerns.promises import promise_for
from friedensplatz.core.listing import slice_of

NAMES = ("name_read", "disclosure_asked", "disclosed", "disclosure_declined")
LOGGED = ("read", "file_taken", *NAMES, "held", "hold_lifted", "packed", "erased")


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
