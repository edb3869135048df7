# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directory as tables: given out, taken in after a look at every change."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.core.listing import slice_of
from friedensplatz.directory.forms.tables import ImportForm
from friedensplatz.directory.models import Import
from friedensplatz.directory.parts.differences import differences
from friedensplatz.directory.transfer.csvs import write_csv
from friedensplatz.directory.transfer.jsons import write_json
from friedensplatz.directory.transfer.tables import TABLES
from friedensplatz.directory.transfer.writing import confirm, give_up, take_files

CHANGES_SHOWN, IMPORTS_SHOWN = 50, 10


@staff_only
def table_list(request: HttpRequest) -> HttpResponse:
    """All tables to take away, and, for those who may, the door for files that come in."""
    _permit(request, "directory.use_desk")
    may_import = signed_in(request).has_perm("directory.import_tables")
    form = ImportForm() if may_import else None
    if request.method == "POST":
        _permit(request, "directory.import_tables")
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            files = [(file.name, file) for file in form.cleaned_data["tables"]]
            return redirect("import_show", take_files(files, by=signed_in(request)).pk)
    context = {"tables": TABLES.values(), "form": form, "imports": Import.objects.all()[:IMPORTS_SHOWN]}
    return render(request, "directory/desk_tables.html", context)


@require_safe
@staff_only
def table_csv(request: HttpRequest, name: str) -> HttpResponseBase:
    _permit(request, "directory.use_desk")
    if name not in TABLES:
        raise Http404
    return _file(write_csv(TABLES[name]), f"{name}.csv", "text/csv; charset=utf-8")


@require_safe
@staff_only
def table_json(request: HttpRequest) -> HttpResponseBase:
    _permit(request, "directory.use_desk")
    return _file(write_json(TABLES.values()), "directory.json", "application/json")


@require_safe
@staff_only
def import_show(request: HttpRequest, pk: int) -> HttpResponse:
    """How far an import has come, what is wrong with it, or every change it would make."""
    one = _import(request, pk)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = slice_of(one.changes.all(), ["pk"], after=after, before=before, size=CHANGES_SHOWN)
    changes = [(change, TABLES[change.table].part, differences(change.before, change.after)) for change in page.rows]
    counts = {"new": one.changes.filter(is_new=True).count(), "all": one.changes.count()}
    context = {"one": one, "changes": changes, "slice": page, "counts": counts}
    return render(request, "directory/desk_import.html", context)


@require_POST
@staff_only
def import_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    one = _import(request, pk)
    if not confirm(one, request.POST.get("mark", "")):
        messages.warning(request, _("Something has changed in between. Please look again."))
    return redirect("import_show", one.pk)


@require_POST
@staff_only
def import_give_up(request: HttpRequest, pk: int) -> HttpResponse:
    give_up(_import(request, pk))
    messages.success(request, _("Nothing was written."))
    return redirect("table_list")


def _import(request: HttpRequest, pk: int) -> Import:
    _permit(request, "directory.import_tables")
    return get_object_or_404(Import, pk=pk)


def _permit(request: HttpRequest, permission: str) -> None:
    if not signed_in(request).has_perm(permission):
        raise PermissionDenied


def _file(lines: Iterable[str], name: str, kind: str) -> HttpResponseBase:
    headers: dict[str, Any] = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type=kind, headers=headers)
