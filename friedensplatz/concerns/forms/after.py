# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.forms.fields import WordsField
from friedensplatz.concerns.models import Rule
from friedensplatz.concerns.models.opinion import Reason

GRADES = [
    ("5", _("very")),
    ("4", _("mostly")),
    ("3", _("partly")),
    ("2", _("little")),
    ("1", _("not at all")),
]


class OpinionForm(forms.Form):
    """Only the first question needs an answer; "not solved" needs words, for the office goes on with them."""

    satisfied = forms.TypedChoiceField(
        label=_("How satisfied are you?"), choices=GRADES, coerce=int, widget=forms.RadioSelect
    )
    reasons = forms.MultipleChoiceField(
        label=_("Why?"), choices=Reason.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    words = WordsField(label=_("What else do you want to say?"), rows=4, max_length=5_000, required=False)
    unsolved = forms.BooleanField(label=_("It is not solved. Please take it up again."), required=False)

    def clean(self) -> None:
        if self.cleaned_data.get("unsolved") and not self.cleaned_data.get("words"):
            self.add_error("words", _("Please write what is still missing."))


class RuleForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Rule
        fields = ("acknowledge_days", "answer_days", "remind_days", "office", "also", "source", "as_of")

    def clean_answer_days(self) -> int:
        days: int = self.cleaned_data["answer_days"]
        if not days:
            raise forms.ValidationError(_("A promise takes at least one working day."))
        return days
