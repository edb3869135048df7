# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions only some kinds of concern ask. A form registers itself for its kind:

    @asks(Kind.DISCRIMINATION)
    class DiscriminationForm(ParticularsForm): …

What it cleans is kept as JSON with the concern, sealed, by the names of the fields.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from friedensplatz.concerns.models import Kind

QUESTIONS: dict[str, type["ParticularsForm"]] = {}


class ParticularsForm(forms.Form):
    """Questions of one kind. Every field should be voluntary unless the matter cannot go on without it."""

    heading: Any = ""
    names: tuple[str, ...] = ()
    """Fields whose answers say who people are, a line each."""

    def told(self) -> dict[str, Any]:
        """The answers as JSON can hold them; what was left empty is left out."""
        return {name: _plain(value) for name, value in self.cleaned_data.items() if value not in (None, "", [], False)}

    def typed(self) -> dict[str, Any]:
        """What is right of what stands in the fields, to be kept on the way back."""
        self.is_valid()
        return self.told()


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def asks(kind: Kind) -> Callable[[type[ParticularsForm]], type[ParticularsForm]]:
    def register(form: type[ParticularsForm]) -> type[ParticularsForm]:
        QUESTIONS[kind] = form
        return form

    return register


def answers_of(kind: str, particulars: dict[str, Any], *, names: bool = True) -> list[tuple[str, str]]:
    """Questions and answers as lines to read, in the order of the form; of a kind without questions none.

    Without `names` those that say who people are tell only how many.
    """
    form = QUESTIONS.get(kind, ParticularsForm)()
    return [
        (
            str(field.label),
            _shown(field, particulars[name]) if names or name not in form.names else _number(particulars[name]),
        )
        for name, field in form.fields.items()
        if particulars.get(name) not in (None, "", [])
    ]


def _number(lines: str) -> str:
    number = len(lines.splitlines())
    return ngettext("%d line, closed with the names", "%d lines, closed with the names", number) % number


def _shown(field: forms.Field, value: Any) -> str:
    labels = {str(key): str(label) for key, label in getattr(field, "choices", [])}
    if value is True:
        return str(_("yes"))
    if isinstance(field, forms.DateField):
        return date_format(dt.date.fromisoformat(value))
    values = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(str(one), str(one)) for one in values)
