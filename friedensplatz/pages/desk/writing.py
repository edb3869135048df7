# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing a page: the form, what is kept of it every few seconds, and its parts that come one by one."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.core.forms import LANGUAGES
from friedensplatz.core.languages import Text
from friedensplatz.pages.content import FIELDS, languages_of, new_id, references
from friedensplatz.pages.copies import forget_copy, keep_copy, others_writing, unsaved_copies
from friedensplatz.pages.desk.access import page_to_edit, revision_to_edit
from friedensplatz.pages.desk.findings import findings_of
from friedensplatz.pages.editor.arranging import arranged, new_section
from friedensplatz.pages.editor.choosing import shown_things, things_found
from friedensplatz.pages.editor.fields import Form
from friedensplatz.pages.editor.prose import EXTENSIONS
from friedensplatz.pages.editor.typed import ID
from friedensplatz.pages.editor.window import Window, language_asked, new_window, window_of_copy, window_sent
from friedensplatz.pages.models import Page, WorkingCopy
from friedensplatz.pages.saving import Contradiction, save_written
from friedensplatz.pages.wording import SECTIONS


@staff_only
def page_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a page. `do` of the sent form says what the pressed button is for; without one it is saved."""
    page, user = page_to_edit(request, pk), signed_in(request)
    if request.method != "POST":
        copy = window_of_copy(page, request.GET["copy"], by=user) if "copy" in request.GET else None
        return _show(request, page, copy or new_window(revision_to_edit(page), language_asked(request.GET)))
    deed, _colon, place = request.POST.get("do", "save").partition(":")
    sent = window_sent(page, request.POST, by=user)
    if deed in {"save", "review"}:
        return _saved(request, page, sent, to_review=deed == "review")
    window = window_sent(page, request.POST, by=user, with_gone=True)
    if deed == "language" and place in dict(LANGUAGES):
        kept = _keep(request, page, replace(sent, language=place))
        which = f"copy={window.token}" if kept.changed_at else f"language={place}"
        return redirect(f"{reverse('page_edit', args=[pk])}?{which}")
    _keep(request, page, sent)
    gone = {"gone": window.gone | {place}, "back": window.gone - {place}}.get(deed, window.gone)
    window = replace(window, content=arranged(window.content, deed, place), gone=gone)
    return _show(request, page, window, place=place if deed == "find" else "")


def _saved(request: HttpRequest, page: Page, window: Window, *, to_review: bool) -> HttpResponse:
    user, note = signed_in(request), request.POST.get("note", "")[:300]
    try:
        revision, merged = save_written(page, window.content, based_on=window.based_on, by=user, note=note)
    except Contradiction:
        _keep(request, page, window)
        return redirect("page_decide", page.pk, window.token)
    forget_copy(page, window.token, by=user)
    if merged:
        messages.info(request, _("Somebody else saved other passages meanwhile. Both are in; please read it once."))
    messages.success(request, _("Saved as draft %(number)s.") % {"number": revision.number})
    if to_review:
        return redirect("page_review", page.pk)
    return redirect(f"{reverse('page_edit', args=[page.pk])}?language={window.language}")


def _keep(request: HttpRequest, page: Page, window: Window, *, changed: bool = True) -> WorkingCopy:
    return keep_copy(
        page,
        window.token,
        by=signed_in(request),
        based_on=window.based_on,
        language=window.language,
        content=window.content if changed else None,
    )


def _show(request: HttpRequest, page: Page, window: Window, *, place: str = "") -> HttpResponse:
    user, content = signed_in(request), window.content
    form = Form(window.language, window.gone, shown_things([f"{one.kind}/{one.pk}" for one in references(content)]))
    written = languages_of(content)
    words = request.POST.get(f"{place}.words", "")
    context: dict[str, Any] = {
        "page": page,
        "window": window,
        "text": Text("", window.language, window.language),
        "head": form.head(content),
        "sections": form.sections(content),
        "kinds": SECTIONS,
        "languages": [(code, name, code in written, code == window.language) for code, name in LANGUAGES],
        "findings": findings_of(content, window.language),
        "others": others_writing(page, but=user),
        "unsaved": [copy for copy in unsaved_copies(page, by=user) if copy.token != window.token],
        "extensions": EXTENSIONS,
        "place": place,
        "words": words,
    }
    if place:
        context["found"] = things_found(words, request.POST.get(f"{place}.kinds", "").split())
    return render(request, "pages/page_edit.html", context)


@require_POST
@staff_only
def page_keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what stands in a window (`changed`), or only that it is open; says who else writes and what to better."""
    page, user = page_to_edit(request, pk), signed_in(request)
    window = window_sent(page, request.POST, by=user)
    _keep(request, page, window, changed="changed" in request.POST)
    found = findings_of(window.content, window.language)
    return JsonResponse(
        {
            "at": time_format(timezone.localtime(), "H:i"),
            "others": render_to_string("pages/_others.html", _others(page, window, request)),
            "findings": render_to_string("pages/_findings.html", {"findings": found}),
        }
    )


def _others(page: Page, window: Window, request: HttpRequest) -> dict[str, Any]:
    newest = revision_to_edit(page)
    newer = newest if newest.number > window.based_on else None
    return {"others": others_writing(page, but=signed_in(request)), "newer": newer}


@require_safe
@staff_only
def page_part(request: HttpRequest, pk: int) -> HttpResponse:
    """An empty section of a kind or, with the `place` of its list, an empty item of a section (`s1.facts`)."""
    page = page_to_edit(request, pk)
    kind, place = request.GET.get("kind", ""), request.GET.get("place", "")
    name, _dot, word = place.partition(".")
    if kind not in FIELDS or (place and not (ID.fullmatch(name) and isinstance(FIELDS[kind].get(word), dict))):
        raise BadRequest
    section = {"id": name, "kind": kind, word: [{"id": new_id()}]} if place else new_section(kind)
    language = language_asked(request.GET)
    group = Form(language).section(section)
    context = {"page": page, "section": group, "text": Text("", language, language)}
    if place:
        items = next(field for field in group.fields if field.word == word)
        return render(request, "pages/_edit_item.html", context | {"field": items, "item": items.items[0]})
    return render(request, "pages/_edit_section.html", context)


@require_safe
@staff_only
def page_things(request: HttpRequest, pk: int) -> HttpResponse:
    """Things to choose from, by the words of somebody who looks for one."""
    page_to_edit(request, pk)
    found = things_found(request.GET.get("words", ""), request.GET.get("kinds", "").split())
    context = {"found": found, "name": request.GET.get("name", ""), "single": "single" in request.GET}
    return render(request, "pages/_found.html", context)


@require_POST
@staff_only
def page_discard(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    """Throw away what was written in a closed window and never saved."""
    page = page_to_edit(request, pk)
    forget_copy(page, token, by=signed_in(request))
    messages.success(request, _("What was not saved is thrown away. The saved draft is as it was."))
    return redirect("page_edit", pk)
