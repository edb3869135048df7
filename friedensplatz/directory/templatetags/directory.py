# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the directory's facts are said in a template."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from friedensplatz.directory.models import Source
from friedensplatz.directory.years import say_date, say_years

register = template.Library()


@register.filter
def date_of_source(value: str) -> SafeString:
    """A year, month or day as a source gives it, kept together in every writing direction."""
    return format_html("<bdi>{}</bdi>", say_date(value))


@register.simple_tag
def years(since: object, until: object) -> SafeString:
    """From when to when; empty when no source tells."""
    said = say_years(str(since), str(until))
    return format_html("<bdi>{}</bdi>", said) if said else SafeString()


@register.inclusion_tag("directory/_source.html")
def stand(source: Source | None) -> dict[str, Source | None]:
    """Where a fact comes from and how old it is."""
    return {"source": source}
