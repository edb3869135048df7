# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a group that needs support is asked, and what the office writes down of the support it gave."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.fields import LineField, WordsField
from friedensplatz.concerns.forms.particulars import ParticularsForm, asks
from friedensplatz.concerns.initiatives import support_initiative
from friedensplatz.concerns.models import Kind


class Need(models.TextChoices):
    ROOM = "room", _("a room")
    PEOPLE = "people", _("people who join")
    CONTACTS = "contacts", _("contacts in the city")
    ADVICE = "advice", _("advice")
    MONEY = "money", _("money")
    PUBLICITY = "publicity", _("publicity")


@asks(Kind.INITIATIVE)
class InitiativeForm(ParticularsForm):
    heading = _("Tell us about your group.")
    names = ("contact",)

    group = LineField(label=_("What is your group called?"), required=False, max_length=120)
    needs = forms.MultipleChoiceField(
        label=_("What do you need?"),
        help_text=_("Several are possible."),
        required=False,
        choices=Need.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    contact = WordsField(label=_("Who speaks for you, and how are they reached?"), rows=3, required=False)
    profile = WordsField(
        label=_("What may others read about you?"),
        help_text=_("Only if you want a public profile. You see it before and decide then."),
        rows=4,
        required=False,
        max_length=5_000,
    )


class SupportForm(DeedForm):
    what = forms.ChoiceField(label=_("What did you help with?"), choices=Need.choices, widget=forms.RadioSelect)
    text = WordsField(label=_("What was done, and what comes next?"), rows=4, help_text=_("The person never sees it."))

    def act(self, by: User) -> None:
        what = Need(self.cleaned_data["what"])
        support_initiative(self.concern, f"{what.label}: {self.cleaned_data['text']}", by=by)
