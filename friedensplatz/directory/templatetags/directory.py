# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the directory's facts are said in a template."""

import datetime as dt
from typing import Any

from django import template
from django.db.models import Model
from django.utils.formats import date_format, time_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from friedensplatz.core.templatetags.fp import native, number
from friedensplatz.directory.forms.registry import FORMS
from friedensplatz.directory.models import Office, Source
from friedensplatz.directory.opening import Opening
from friedensplatz.directory.parts.content import key_of
from friedensplatz.directory.parts.registry import Part, parts_of
from friedensplatz.directory.years import say_date, say_years

register = template.Library()

# What a form asks for in several fields, or takes care of by itself.
WITHOUT_A_FIELD = {
    "hours": gettext_lazy("When we are open"),
    "invented": gettext_lazy("Invented for a demonstration"),
}


@register.filter
def date_of_source(value: str) -> SafeString:
    """A year, month or day as a source gives it, kept together in every writing direction."""
    return format_html("<bdi>{}</bdi>", say_date(value))


@register.simple_tag
def years(since: object, until: object) -> SafeString:
    """From when to when; empty when no source tells."""
    said = say_years(str(since), str(until))
    return format_html("<bdi>{}</bdi>", said) if said else SafeString()


@register.simple_tag
def stand(source: Source | None) -> SafeString:
    """Where a fact comes from and how old it is; empty when no source is named."""
    if source is None:
        return SafeString()
    told = {"title": native(source.title), "date": date_of_source(source.date)}
    sentence = mark_safe(conditional_escape(_("As of: %(title)s, %(date)s")) % told)
    return format_html('<p class="fp-source fp-muted"><small>{}</small></p>', sentence)


register.filter("key_of", key_of)


@register.filter
def label_in(name: str, part: Part) -> str:
    """What a field of a part is called in its form."""
    form = FORMS[part.name]
    if name in WITHOUT_A_FIELD:
        return str(WITHOUT_A_FIELD[name])
    label = form.texts[name][0] if name in form.texts else getattr(form.base_fields.get(name), "label", name)
    return str(label or form.rows_label or part.label)


@register.inclusion_tag("directory/_edit_here.html", takes_context=True)
def edit_here(context: dict[str, Any], thing: Model) -> dict[str, Any]:
    """The ways from a thing's page to the desk, for those who may change it; nothing for everybody else."""
    if not context["user"].has_perm(f"directory.change_{thing._meta.model_name}", thing):
        return {}
    return {"parts": parts_of(type(thing)), "key": key_of(thing), "has_duties": isinstance(thing, Office)}


@register.filter
def said(opening: Opening | None) -> SafeString:
    """One line that says whether somebody is there now; empty where no hours are known."""
    if not opening:
        return SafeString()
    if opening.open_until:
        return format_html('<span class="fp-open">{}</span>', _filled(_("open until %(time)s"), opening.open_until))
    return format_html("<span>{}</span>", _said_when_closed(opening))


def _said_when_closed(opening: Opening) -> str:
    if opening.next_opening:
        return _filled(_("closed now, opens on %(weekday)s, %(day)s at %(time)s"), opening.next_opening)
    return _("by appointment") if opening.by_appointment else _("closed now")


def _filled(sentence: str, moment: dt.datetime) -> SafeString:
    """A sentence with the weekday, day and time of a moment in it."""
    parts = {
        "weekday": date_format(moment, "l"),
        "day": date_format(moment, "MONTH_DAY_FORMAT"),
        "time": number(time_format(moment, "H:i")),
    }
    return mark_safe(conditional_escape(sentence) % parts)
