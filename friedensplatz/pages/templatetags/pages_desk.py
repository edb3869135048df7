# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the desk calls the parts of a page."""

from typing import Any

from django import template

from friedensplatz.core.forms import LANGUAGES
from friedensplatz.core.languages import Text
from friedensplatz.pages import wording
from friedensplatz.pages.models import Page, Revision

register = template.Library()


@register.filter
def section_name(kind: str) -> Any:
    return wording.SECTIONS[kind]


@register.filter
def field_name(word: str) -> Any:
    return wording.FIELDS[word]


@register.filter
def text_language(code: str) -> Any:
    """The name of a language of texts, easy language among them."""
    return dict(LANGUAGES).get(code, code)


@register.filter
def language_tag(code: str) -> str:
    return Text("", code, code).tag


@register.filter
def revision_state(state: str) -> Any:
    return Revision.State(state).label


@register.inclusion_tag("pages/_edit_page.html", takes_context=True)
def edit_page(context: dict[str, Any], page: Page) -> dict[str, Any]:
    """The ways from a page to the desk, for those who may change it; nothing for everybody else."""
    may = "draft" not in context and context["user"].has_perm("pages.change_page", page)
    return {"page": page} if may else {}
