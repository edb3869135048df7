# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked when somebody shall mediate, and the deeds of the mediator."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns import mediations
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.fields import LineField, WordsField
from friedensplatz.concerns.forms.particulars import ParticularsForm, asks
from friedensplatz.concerns.models import Agreement, Kind, Visibility


@asks(Kind.MEDIATION)
class MediationForm(ParticularsForm):
    heading = _("Who is in the dispute?")
    names = ("other",)

    other = WordsField(
        label=_("With whom do you quarrel?"),
        help_text=_("We write to nobody before you agree."),
        rows=3,
        required=False,
        max_length=5_000,
    )
    wish = WordsField(label=_("What would be a good end for you?"), rows=3, required=False, max_length=5_000)


class SideMessageForm(forms.Form):
    text = WordsField(label=_("Your message"), rows=6)


class SideForm(forms.Form):
    name = LineField(label=_("Who is the other side?"), max_length=200)


class TellForm(DeedForm):
    to = forms.ChoiceField(
        label=_("Who reads it?"),
        choices=[(Visibility.SIDE, _("the other side")), (Visibility.SHARED, _("both sides"))],
        widget=forms.RadioSelect,
    )
    text = WordsField(label=_("Your message"), rows=6)

    def act(self, by: User) -> None:
        mediations.tell_sides(self.concern, self.cleaned_data["text"], Visibility(self.cleaned_data["to"]), by=by)


class AgreementForm(DeedForm):
    what = forms.ChoiceField(label=_("What is it?"), choices=Agreement.What.choices, widget=forms.RadioSelect)
    words = WordsField(label=_("What both sides shall agree to"), rows=10)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = self.concern.agreements.select_related("concern").last()
        if newest and not newest.holds:
            self.initial = {"what": newest.what, "words": newest.words, **self.initial}

    def act(self, by: User) -> None:
        mediations.propose_agreement(self.concern, self.cleaned_data["what"], self.cleaned_data["words"], by=by)
