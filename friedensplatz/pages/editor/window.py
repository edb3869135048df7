# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""An open window in which somebody writes a page: what stands in it and what it was made from."""

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import QueryDict

from friedensplatz.accounts.models import User
from friedensplatz.core.forms import LANGUAGES
from friedensplatz.pages.content import Content
from friedensplatz.pages.copies import TOKEN, copy_of, new_token
from friedensplatz.pages.editor.typed import Gone, gone_in, typed_content
from friedensplatz.pages.models import Page, Revision


@dataclass(frozen=True)
class Window:
    """`based_on` is the number of the revision that stood here first; `gone` is folded away but still in `content`."""

    token: str
    language: str
    based_on: int
    content: Content
    gone: Gone = frozenset()


class _Marks(forms.Form):
    token = forms.RegexField(TOKEN)
    based_on = forms.IntegerField(min_value=1)
    language = forms.ChoiceField(choices=LANGUAGES)


def language_asked(data: QueryDict) -> str:
    asked = data.get("language", "")
    return asked if asked in dict(LANGUAGES) else settings.LANGUAGE_CODE


def new_window(revision: Revision, language: str) -> Window:
    return Window(new_token(), language, revision.number, revision.content)


def window_of_copy(page: Page, token: str, *, by: User) -> Window | None:
    """A closed window opened again as it was left."""
    copy = copy_of(page, token, by=by)
    return Window(token, copy.language, copy.based_on, copy.content) if copy else None


def window_sent(page: Page, data: QueryDict, *, by: User, with_gone: bool = False) -> Window:
    """The window as its form was sent. BadRequest when its marks are not those of a window of this page."""
    marks = _Marks(data)
    if not marks.is_valid():
        raise BadRequest
    answers: dict[str, Any] = marks.cleaned_data
    copy = copy_of(page, answers["token"], by=by)
    base = copy or page.revisions.filter(number=answers["based_on"]).first()
    if base is None:
        raise BadRequest
    content = typed_content(data, base.content, answers["language"], with_gone=with_gone)
    window = Window(answers["token"], answers["language"], answers["based_on"], content)
    return replace(window, gone=gone_in(data)) if with_gone else window
