# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Template parts that exist once: translated texts, numbers that keep their direction."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from friedensplatz.core.languages import Text, Translated, pick

register = template.Library()


@register.filter
def text(texts: Translated | None, language: str | None = None) -> SafeString:
    """A translated text; marked with its language where it is not the page's."""
    picked = pick(texts, language)
    if not picked.is_fallback:
        return format_html("{}", picked.text)
    return format_html('<span lang="{}" dir="{}">{}</span>', picked.tag, picked.direction, picked.text)


@register.filter
def plain_text(texts: Translated | None, language: str | None = None) -> str:
    """A translated text without markup, for attributes and titles."""
    return pick(texts, language).text


@register.filter
def picked(texts: Translated | None, language: str | None = None) -> Text:
    return pick(texts, language)


@register.filter
def number(value: object) -> SafeString:
    """A phone number, reference, date or code that must read left to right in every language."""
    return format_html('<bdi dir="ltr">{}</bdi>', value)
