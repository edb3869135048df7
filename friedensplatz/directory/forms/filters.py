# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms of the public pages: how a list is narrowed down."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.directory.models import Organisation
from friedensplatz.directory.queries import Subject


class SubjectFilter(forms.Form):
    """Choices among topics, audiences and districts; an unknown one is as good as none."""

    topic = forms.ChoiceField(label=_("Topic"), required=False)
    audience = forms.ChoiceField(label=_("For whom"), required=False)

    def __init__(self, data: Any, subjects: Iterable[Subject]) -> None:
        super().__init__(data, use_required_attribute=False)
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField) and not field.choices:
                own = [(subject.slug, subject.label) for subject in subjects if subject.kind == name]
                field.choices = [("", _("All")), *own]
        self.full_clean()

    @property
    def chosen(self) -> dict[str, Any]:
        """What was chosen, without what no list knows."""
        return {name: value for name, value in self.cleaned_data.items() if value}


class OfficeFilter(SubjectFilter):
    district = forms.ChoiceField(label=_("Where"), required=False)
    open = forms.BooleanField(label=_("Open now"), required=False)


class OrganisationFilter(SubjectFilter):
    kind = forms.ChoiceField(
        label=_("What it is"), required=False, choices=[("", _("All")), *Organisation.Kind.choices]
    )
