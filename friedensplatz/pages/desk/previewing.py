# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A draft as its readers will see it, as wide as a phone and as a desk, in every language."""

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import staff_only
from friedensplatz.core.forms import LANGUAGES
from friedensplatz.core.languages import EASY
from friedensplatz.pages.content import languages_of
from friedensplatz.pages.desk.access import page_to_edit, revision_to_edit
from friedensplatz.pages.editor.window import language_asked
from friedensplatz.pages.views import page_parts


@require_safe
@staff_only
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]  # typed for views without arguments
def page_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest revision in two frames, in the language that is asked for."""
    page = page_to_edit(request, pk)
    revision = revision_to_edit(page)
    asked, written = language_asked(request.GET), languages_of(revision.content)
    languages = [(code, name, code in written, code == asked) for code, name in LANGUAGES]
    context = {"page": page, "revision": revision, "language_asked": asked, "languages": languages}
    return render(request, "pages/page_preview.html", context)


@require_safe
@staff_only
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]  # typed for views without arguments
def page_draft(request: HttpRequest, pk: int, number: int, language: str) -> HttpResponse:
    """A revision in the very template of the public page; only this house may frame it."""
    page = page_to_edit(request, pk)
    revision = get_object_or_404(page.revisions, number=number)
    if language not in dict(LANGUAGES):
        raise Http404
    page.title, page.summary = revision.content["title"], revision.content["summary"]
    with override("de" if language == EASY else language):
        return render(request, "pages/page.html", page_parts(page, revision.content, language) | {"draft": True})
