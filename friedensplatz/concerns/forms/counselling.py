# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deeds of counsellors."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns import counselling
from friedensplatz.concerns.claims import incident_of
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.discrimination import day_field
from friedensplatz.concerns.forms.fields import LineField
from friedensplatz.concerns.grounds import Basis
from friedensplatz.concerns.models import Counselling, Deadline, PlanStep


class AssessForm(DeedForm):
    basis = forms.ChoiceField(label=_("Which law applies?"), choices=Basis.choices, widget=forms.RadioSelect)
    incident = day_field(
        _("Day of the incident"), help_text=_("Two months later is the last day to make claims under the AGG.")
    )
    claimed = forms.BooleanField(label=_("Claims have been made in time"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = Counselling.objects.filter(concern=self.concern).first()
        made = self.concern.deadlines.filter(rule=Deadline.Rule.CLAIM).exclude(met_at=None).exists()
        known = {"basis": row.basis if row else Basis.UNCLEAR, "incident": incident_of(self.concern.particulars)}
        self.initial = {**known, "claimed": made, **self.initial}

    def act(self, by: User) -> None:
        given = self.cleaned_data
        counselling.assess_concern(
            self.concern, given["basis"], incident=given["incident"], claimed=given["claimed"], by=by
        )


class StepsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Steps of a plan by their words."""

    def label_from_instance(self, obj: Any) -> str:
        assert isinstance(obj, PlanStep)
        return obj.words


class PlanForm(DeedForm):
    done = StepsField(
        PlanStep.objects.none(), label=_("What is done?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = LineField(label=_("Next step"), required=False, max_length=300)
    day = day_field(_("Until"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        steps = self.concern.plan.select_related("concern")
        field = self.fields["done"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = steps
        if not steps:
            field.widget = forms.MultipleHiddenInput()
        self.initial = {"done": [step.pk for step in steps if step.done_at], **self.initial}

    def act(self, by: User) -> None:
        given = self.cleaned_data
        counselling.plan_steps(self.concern, given["done"], words=given["words"], day=given["day"], by=by)
