# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from friedensplatz.accounts.access import permitted, signed_in
from friedensplatz.concerns.models import Report
from friedensplatz.concerns.reporting import figures_of, publish_report, tables_of

YEARS = 5


@permitted("concerns.publish_report")
@never_cache
def desk_report(request: HttpRequest) -> HttpResponse:
    """The figures of a year as they stand, to look at and to publish."""
    this = timezone.localdate().year
    asked = request.POST.get("year") or request.GET.get("year") or str(this)
    years = range(this, this - YEARS, -1)
    if not asked.isdecimal() or int(asked) not in years:
        raise Http404
    year = int(asked)
    if request.method == "POST":
        publish_report(year, by=signed_in(request))
        messages.success(request, _("The report is published."))
        return redirect("report", year)
    figures = figures_of(year)
    context = {
        "figures": figures,
        "tables": tables_of(figures),
        "years": years,
        "published": Report.objects.filter(year=year).first(),
    }
    return render(request, "concerns/desk_report.html", context)
