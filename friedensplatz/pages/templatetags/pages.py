# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How pages are said in a template."""

import re
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from friedensplatz.core.addresses import in_language as same_page_in
from friedensplatz.core.languages import Text, pick
from friedensplatz.core.templatetags.fp import breadcrumb
from friedensplatz.pages.models import Page

register = template.Library()

ANCHOR = re.compile(r"</?a\b[^>]*>")


@register.inclusion_tag("_breadcrumb.html")
def page_breadcrumb(page: Page, above: list[Page]) -> dict[str, Any]:
    """The way from home over the pages above."""
    steps = [step for one in above for step in (reverse("page", args=[one.slug]), pick(one.title).text)]
    return breadcrumb("page_list", _("Pages from A to Z"), *steps, pick(page.title).text)


@register.filter
def said_in(text: Text | None) -> SafeString:
    """A picked text; marked with its language where it is not the one asked for."""
    if text is None:
        return SafeString()
    if not text.is_fallback:
        return format_html("{}", text.text)
    return format_html('<span lang="{}" dir="{}">{}</span>', text.tag, text.direction, text.text)


@register.filter
def without_links(html: str) -> SafeString:
    """Clean rich text of a revision with its links as plain words."""
    return mark_safe(ANCHOR.sub("", html))


@register.simple_tag
def in_language(path: str, language: str) -> str:
    return same_page_in(path, language)
