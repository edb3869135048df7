# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Translations at the desk: all pages by all languages, and one page side by side."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.core.forms import LANGUAGES as ALL_LANGUAGES
from friedensplatz.core.languages import EASY, Text
from friedensplatz.core.listing import slice_of
from friedensplatz.pages.content import Content, Role
from friedensplatz.pages.desk.access import page_to_edit, revision_to_edit
from friedensplatz.pages.editor.fields import Field
from friedensplatz.pages.editor.plainly import html_of, typed_of
from friedensplatz.pages.editor.prose import EXTENSIONS
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.queries import pages_editable_by
from friedensplatz.pages.saving import Contradiction, save_written
from friedensplatz.pages.translating.freshness import Standing, confirmed, freshness
from friedensplatz.pages.translating.machine import MachineSilent, is_set_up
from friedensplatz.pages.translations import (
    LANGUAGES,
    SOURCE,
    Cell,
    Passage,
    side_by_side,
    standings,
    translated,
    translated_by_machine,
)
from friedensplatz.pages.wording import passage_label

PAGES_AT_ONCE = 50


@dataclass(frozen=True)
class Row:
    """A page and how it stands in each language."""

    page: Page
    cells: list[Cell]
    film: bool


@dataclass(frozen=True)
class Pair:
    """A passage as source text and as a field to fill in."""

    passage: Passage
    label: str
    field: Field


@require_safe
@staff_only
def translation_matrix(request: HttpRequest) -> HttpResponse:
    """Which page stands how in which language."""
    user = signed_in(request)
    if not user.has_perm("pages.use_desk"):
        raise PermissionDenied
    pages = pages_editable_by(user).filter(archived_at=None)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    shown = slice_of(pages, ["slug"], size=PAGES_AT_ONCE, after=after, before=before)
    newest = _newest_of(shown.rows)
    rows = [
        Row(page, standings(newest[page.pk]), _has_film(newest[page.pk])) for page in shown.rows if page.pk in newest
    ]
    languages = [(code, name) for code, name in ALL_LANGUAGES if code != SOURCE]
    context = {"rows": rows, "slice": shown, "languages": languages, "standings": list(Standing)}
    return render(request, "pages/translation_matrix.html", context)


def _newest_of(pages: list[Page]) -> dict[int, Content]:
    """The newest content of each page, in one query."""
    revisions = Revision.objects.filter(page__in=pages).order_by("page", "-number")
    newest: dict[int, Content] = {}
    for revision in revisions.only("page_id", "content"):
        newest.setdefault(revision.page_id, revision.content)
    return newest


def _has_film(content: Content) -> bool:
    return any(section["kind"] == "video" and section.get("video") for section in content["sections"])


@staff_only
def page_translate(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """A page side by side with its translation. `do`: save (also what was found right), or machine."""
    if language not in LANGUAGES:
        raise Http404
    page = page_to_edit(request, pk)
    revision = revision_to_edit(page)
    if request.method != "POST":
        return _show(request, page, revision, language)
    if request.POST.get("do") == "machine":
        return _machine(request, page, revision, language)
    return _save(request, page, language)


def _save(request: HttpRequest, page: Page, language: str) -> HttpResponse:
    base = page.revisions.filter(number=_number(request.POST.get("based_on", ""))).first() or revision_to_edit(page)
    content = _written(base, language, request.POST)
    try:
        revision, _merged = save_written(page, content, based_on=base.number, by=signed_in(request))
    except Contradiction:
        messages.warning(request, _("Somebody else translated the same passages meanwhile. Yours stand in the form."))
        return _show(request, page, revision_to_edit(page), language, typed=request.POST)
    messages.success(request, _("Saved as draft %(number)s.") % {"number": revision.number})
    return redirect("page_translate", page.pk, language)


def _written(base: Revision, language: str, data: QueryDict) -> Content:
    pairs = side_by_side(base, language)
    texts = {one.name: _clean(one.role, str(data[one.name])) for one in pairs if one.name in data}
    content = translated(base.content, language, texts)
    every = frozenset(one.name for one in pairs)
    right = every if "all_right" in data else every & frozenset(data.getlist("right"))
    return confirmed(content, language, SOURCE, right) if right else content


def _clean(role: Role, typed: str) -> str:
    return html_of(typed) if role == Role.RICH else typed.strip()


def _machine(request: HttpRequest, page: Page, revision: Revision, language: str) -> HttpResponse:
    if language == EASY or not is_set_up():
        raise Http404
    try:
        content = translated_by_machine(revision.content, language)
    except MachineSilent:
        messages.error(request, _("The machine did not answer. Nothing was changed; try again later."))
        return redirect("page_translate", page.pk, language)
    saved, _merged = save_written(page, content, based_on=revision.number, by=signed_in(request))
    messages.success(
        request, _("Translated by a machine as draft %(number)s. Please read it.") % {"number": saved.number}
    )
    return redirect("page_translate", page.pk, language)


def _show(
    request: HttpRequest, page: Page, revision: Revision, language: str, *, typed: QueryDict | None = None
) -> HttpResponse:
    content = revision.content
    context = {
        "page": page,
        "revision": revision,
        "target": language,
        "target_name": dict(ALL_LANGUAGES)[language],
        "text": Text("", language, language),
        "source": Text("", SOURCE, SOURCE),
        "freshness": freshness(content, language, SOURCE),
        "pairs": [_pair(content, one, typed) for one in side_by_side(revision, language)],
        "languages": [(code, name) for code, name in ALL_LANGUAGES if code in LANGUAGES],
        "machine": is_set_up() and language != EASY,
        "extensions": EXTENSIONS,
    }
    return render(request, "pages/page_translate.html", context)


def _pair(content: Content, passage: Passage, typed: QueryDict | None) -> Pair:
    text = _clean(passage.role, str(typed[passage.name])) if typed and passage.name in typed else passage.text
    shown = typed_of(text) if passage.role == Role.RICH else text
    field = Field(passage.name, passage.name.rpartition(".")[2], passage.role, shown, text)
    return Pair(passage, passage_label(content, passage.name), field)


def _number(sent: str) -> int:
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 8 else 0
