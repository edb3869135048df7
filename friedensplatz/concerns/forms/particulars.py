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

from friedensplatz.concerns.models import Kind

QUESTIONS: dict[str, type["ParticularsForm"]] = {}


class ParticularsForm(forms.Form):
    """Questions of one kind. Every field should be voluntary unless the matter cannot go on without it."""

    heading: Any = ""

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


def answers_of(kind: str, particulars: dict[str, Any]) -> list[tuple[str, str]]:
    """Questions and answers as lines to read, in the order of the form; of a kind without questions none."""
    form = QUESTIONS.get(kind)
    fields = form().fields.items() if form else []
    return [
        (str(field.label), _shown(field, particulars[name]))
        for name, field in fields
        if particulars.get(name) not in (None, "", [])
    ]


def _shown(field: forms.Field, value: Any) -> str:
    labels = {str(key): str(label) for key, label in getattr(field, "choices", [])}
    if value is True:
        return str(_("yes"))
    if isinstance(field, forms.DateField):
        return date_format(dt.date.fromisoformat(value))
    values = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(str(one), str(one)) for one in values)
