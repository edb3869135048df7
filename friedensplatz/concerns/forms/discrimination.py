# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked when somebody was treated worse than others: five questions, and what counselling needs."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.consents import SENSITIVE
from friedensplatz.concerns.forms.fields import LineField, WordsField
from friedensplatz.concerns.forms.particulars import ParticularsForm, asks
from friedensplatz.concerns.grounds import Ground, LegalField
from friedensplatz.concerns.models import Kind, Way


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day that may be left out."""
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, **more)


def _question(label: Any, hint: Any = "") -> WordsField:
    return WordsField(label=label, help_text=hint, rows=3, required=False, max_length=5_000)


@asks(Kind.DISCRIMINATION)
class DiscriminationForm(ParticularsForm):
    heading = _("Tell us what happened, as far as you want.")

    incident_on = day_field(
        _("On which day did it happen?"),
        help_text=_("Under the equal treatment act claims must be made within two months. We tell you the last day."),
    )
    where = _question(_("When and where was it?"), _("For example in the evening, in front of a club."))
    what = _question(_("What happened?"), _("Only what you have not written yet."))
    how = _question(_("How did it go, and what did you do?"))
    why = _question(_("Why do you think you were treated like that?"))
    who = _question(_("Who was it, and who saw it?"))
    grounds = forms.MultipleChoiceField(
        label=_("What was it about?"),
        help_text=_("Several are possible."),
        required=False,
        choices=Ground.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    field = forms.ChoiceField(
        label=_("In which part of life did it happen?"),
        required=False,
        choices=[("", _("Please choose")), *LegalField.choices],
    )
    company = forms.MultipleChoiceField(
        label=_("Who shall be there when we talk?"),
        required=False,
        choices=[("trusted", _("somebody I trust")), ("interpreter", _("an interpreter"))],
        widget=forms.CheckboxSelectMultiple,
    )
    language = LineField(label=_("Interpreter for which language?"), required=False, max_length=60)
    way = forms.ChoiceField(
        label=_("How shall we reach you?"), required=False, choices=[("", _("Please choose")), *Way.choices]
    )
    never = LineField(
        label=_("What must we never do?"),
        required=False,
        max_length=300,
        help_text=_("For example: never call this number, never write to my home."),
    )
    consent = forms.BooleanField(
        label=SENSITIVE,
        error_messages={
            "required": _("Without this we may not advise you. You can also choose something else before.")
        },
    )

    def clean_incident_on(self) -> Any:
        day = self.cleaned_data["incident_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day
