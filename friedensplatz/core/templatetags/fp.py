# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Template parts that exist once: translated texts, numbers that keep their direction, form fields, breadcrumbs."""

from typing import Any

from django import forms, template
from django.conf import settings
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info, gettext

from friedensplatz.core.languages import Text, Translated, pick
from friedensplatz.core.linked import breadcrumb_list, data_block
from friedensplatz.core.listing import MOST_COUNTED

register = template.Library()

CHECKS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


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
def native(name: object) -> SafeString:
    """A name that is kept in the city's own language only, such as the title of a document."""
    return format_html('<bdi lang="{}">{}</bdi>', settings.LANGUAGE_CODE, name)


@register.filter
def number(value: object) -> SafeString:
    """A phone number, reference, date or code that must read left to right in every language."""
    return format_html('<bdi dir="ltr" class="fp-number">{}</bdi>', value)


@register.filter
def counted(count: int) -> str:
    """What `core.listing.counted` gave, for people."""
    most = number_format(MOST_COUNTED, force_grouping=True)
    return gettext("more than %(number)s") % {"number": most} if count > MOST_COUNTED else str(count)


@register.filter
def mailbox(address: str) -> SafeString:
    """An e-mail address that reads left to right and breaks, if it must, before its @."""
    name, at, host = address.partition("@")
    return format_html('<bdi dir="ltr">{}<wbr>{}{}</bdi>', name, at, host)


@register.filter
def dial(phone: str) -> str:
    """The address that calls a phone number: digits only, with the plus of a country code."""
    return "tel:" + "".join(sign for sign in phone if sign.isdigit() or sign == "+")


@register.filter
def language_name(code: str) -> str:
    """The name of a language in the page's language; the code itself for one nobody has named."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@register.simple_block_tag
def table(content: str, label: str, *columns: str, small: bool = False) -> SafeString:
    """The rows between its tags as KERN's table: named, with its columns' headings, scrolled by itself where it is too wide."""
    return format_html(
        '<div class="kern-table-responsive" tabindex="0" role="region" aria-label="{}"><table class="kern-table{}">'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
        label,
        " kern-table--small" if small else "",
        format_html_join("", '<th scope="col">{}</th>', ((column,) for column in columns)),
        content,
    )


@register.inclusion_tag("_field.html")
def field(field: forms.BoundField) -> dict[str, Any]:
    """A form field as KERN draws it: label, hint, error beside it, tied together for screen readers.

    A field that may be empty for now but is `needed` in the end is not called optional.
    """
    widget = field.field.widget
    widget.attrs["class"] = f"{_css_class(widget)} {widget.attrs.get('class', '')}".strip()
    optional = not field.field.required and not getattr(field.field, "needed", False)
    return {"field": field, "kind": _kind(widget), "described_by": _described_by(field), "optional": optional}


def _kind(widget: forms.Widget) -> str:
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, CHECKS):
        return "choices"
    return "checkbox" if isinstance(widget, forms.CheckboxInput) else "input"


def _css_class(widget: forms.Widget) -> str:
    if isinstance(widget, forms.RadioSelect):
        return "kern-form-check__radio"
    if isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple):
        return "kern-form-check__checkbox"
    return "kern-form-input__select" if isinstance(widget, forms.Select) else "kern-form-input__input"


def _described_by(field: forms.BoundField) -> str:
    """Ids of hint and error, as Django itself names them on the inputs it draws."""
    parts = {"helptext": field.help_text, "error": field.errors}
    return " ".join(f"{field.auto_id}_{name}" for name, content in parts.items() if content)


@register.inclusion_tag("_breadcrumb.html")
def breadcrumb(*steps: str) -> dict[str, Any]:
    """The way from home: pairs of URL (name or address) and label, then the label of the page itself."""
    *pairs, last = steps
    crumbs = [(_address(url), label) for url, label in zip(pairs[::2], pairs[1::2], strict=True)]
    way = [(reverse("home"), gettext("Home")), *crumbs, ("", last)]
    return {"crumbs": way, "linked": data_block(breadcrumb_list(way))}


def _address(url: str) -> str:
    return url if url.startswith("/") else reverse(url)
