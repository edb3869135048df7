# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long concerns are kept, and who else helps."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models import Kind, Pointer, Protection, Retention
from friedensplatz.concerns.workflow import Outcome
from friedensplatz.core.forms import TextsForm

ANY_OF = {"kind": Kind.choices, "protection": Protection.choices, "outcome": Outcome.choices}


class RetentionForm(forms.ModelForm):  # type: ignore[type-arg]
    months = forms.IntegerField(label=_("Kept for (months)"), min_value=1, max_value=1200)

    class Meta:
        model = Retention
        fields = ("kind", "protection", "outcome", "start", "months", "deed", "offer", "source", "as_of")
        labels = {"start": _("Counted from"), "deed": _("What happens then")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in ANY_OF.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("any")), *choices]


class PointerForm(TextsForm, forms.ModelForm):  # type: ignore[type-arg]
    texts = {"name": (_("Who helps"), 1), "why": (_("With what, and what it costs"), 3)}
    required_texts = frozenset({"name"})
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https", max_length=200)

    class Meta:
        model = Pointer
        fields = ("field", "phone", "website", "source", "as_of")
        labels = {
            "field": _("Where it happened"),
            "phone": _("Telephone"),
            "source": _("Where that is laid down"),
            "as_of": _("As of"),
        }

    def __init__(self, data: Any, *, instance: Pointer) -> None:
        super().__init__(data, initial={"name": instance.name, "why": instance.why}, instance=instance)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        texts = self.answers()
        self.instance.name, self.instance.why = texts["name"], texts["why"]
        return given
