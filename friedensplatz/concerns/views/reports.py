# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The annual report in public: as a page (and with it as PDF/UA), as CSV and as JSON."""

import csv
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from friedensplatz.concerns.models import Report
from friedensplatz.concerns.reporting import tables_of
from friedensplatz.core.caching import for_programs, public_page


def report_or_404(year: int) -> Report:
    report = Report.objects.filter(year=year).first()
    if report is None:
        raise Http404
    return report


@public_page()
def report_list(request: HttpRequest) -> HttpResponse:
    return render(request, "concerns/report_list.html", {"reports": Report.objects.all()})


@public_page()
def report(request: HttpRequest, year: int) -> HttpResponse:
    found = report_or_404(year)
    return render(request, "concerns/report.html", {"report": found, "tables": tables_of(found.figures)})


@for_programs
def report_json(request: HttpRequest, year: int) -> HttpResponse:
    """The figures to the number; null is too small to be told."""
    return JsonResponse(report_or_404(year).figures)


@for_programs
def report_csv(request: HttpRequest, year: int) -> HttpResponse:
    """One line a cell; a count too small to be told is empty."""
    found = report_or_404(year)
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(["year", "as_of", "table", "key", "label", "count"])
    for table in tables_of(found.figures):
        for line in table.lines:
            count = "" if line.count is None else line.count
            writer.writerow([year, found.figures["as_of"], table.name, line.key, line.label, count])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="concerns-{year}.csv"'
    return response
