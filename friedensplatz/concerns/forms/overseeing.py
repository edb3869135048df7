# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reminders to oneself, asking a lead, standing in for somebody."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import CASE_ROLES, team_ids
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.fields import WordsField
from friedensplatz.concerns.models import Absence
from friedensplatz.concerns.overseeing import escalate_concern, remind_oneself


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


class RemindForm(DeedForm):
    day = _day(_("When do you want to look at it again?"))
    text = WordsField(label=_("What for?"), rows=2, required=False, help_text=_("Only you read this."))

    def act(self, by: User) -> None:
        remind_oneself(self.concern, self.cleaned_data["day"], self.cleaned_data["text"], by=by)


class EscalateForm(DeedForm):
    text = WordsField(label=_("Why shall the leads see to it?"), rows=3, help_text=_("The person does not see this."))

    def act(self, by: User) -> None:
        escalate_concern(self.concern, self.cleaned_data["text"], by=by)


class AbsenceForm(forms.ModelForm):  # type: ignore[type-arg]
    """Everybody says when they are away; who leads a team says it for its people too."""

    first, last = _day(_("first day")), _day(_("last day"))

    class Meta:
        model = Absence
        fields = ("user", "substitute", "first", "last")
        labels = {"user": _("Who is away?"), "substitute": _("Who stands in?")}

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(is_active=True, memberships__role__in=CASE_ROLES)
        led = Q(memberships__team__in=team_ids(by, Role.LEAD)) | Q(pk=by.pk)
        colleagues = Q(memberships__team__in=team_ids(by, *CASE_ROLES))
        for name, which in {"user": led, "substitute": colleagues}.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = people.filter(which).distinct().order_by("name")
            field.empty_label = _("Please choose")
        self.fields["user"].initial = by.pk

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("user") and given.get("user") == given.get("substitute"):
            self.add_error("substitute", _("Somebody else has to stand in."))
        if given.get("first") and given.get("last") and given["last"] < given["first"]:
            self.add_error("last", _("The last day lies before the first."))
        if given.get("last") and given["last"] < timezone.localdate():
            self.add_error("last", _("This day has passed."))
        return given
