# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a petition to the council needs, and the deeds of the office that brings it there (§ 24 GO NRW)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns import actions, petitions
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.discrimination import day_field
from friedensplatz.concerns.forms.fields import LineField, WordsField
from friedensplatz.concerns.forms.particulars import ParticularsForm, asks
from friedensplatz.concerns.models import Kind, Rule
from friedensplatz.directory.models import District

COUNCIL = "council"


@asks(Kind.PETITION)
class PetitionForm(ParticularsForm):
    heading = _("Who shall deal with it?")
    names = ("joint",)

    addressee = forms.ChoiceField(label=_("To whom does it go?"), required=False)
    resident = forms.ChoiceField(
        label=_("Do you live in the city?"), required=False, choices=[("", "–"), ("yes", _("yes")), ("no", _("no"))]
    )
    joint = WordsField(
        label=_("Who petitions with you?"),
        help_text=_("One name a line. Each must know of it."),
        rows=3,
        required=False,
        max_length=5_000,
    )
    publish = forms.BooleanField(
        label=_("It may be published without my name. I see the text before and decide then."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        addressee, resident = self.fields["addressee"], self.fields["resident"]
        assert isinstance(addressee, forms.ChoiceField)
        councils = [(district.slug, _("District council: %s") % district) for district in District.objects.all()]
        addressee.choices = [("", _("I do not know")), (COUNCIL, _("Council of the city")), *councils]
        rule = Rule.objects.filter(kind=Kind.PETITION).first()
        if rule and rule.resident_months:
            resident.label = _("Have you lived in the city for at least %d months?") % rule.resident_months
            resident.help_text = f"{rule.source} ({rule.as_of})" if rule.as_of else rule.source


class ExamineForm(DeedForm):
    complete = forms.ChoiceField(
        label=_("Does it have all the law asks for?"),
        help_text=_("In writing, from whom, an inhabitant long enough, a matter of the city, no claim of its own."),
        choices=[("yes", _("yes, it goes on")), ("no", _("no, I ask the petitioner"))],
        widget=forms.RadioSelect,
    )
    text = WordsField(label=_("What is missing?"), rows=4, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("complete") == "no" and not cleaned.get("text"):
            self.add_error("text", _("Please say what is missing."))
        return cleaned

    def act(self, by: User) -> None:
        if self.cleaned_data["complete"] == "yes":
            petitions.examine_petition(self.concern, by=by)
        else:
            actions.ask_person(self.concern, self.cleaned_data["text"], by=by)


class SittingForm(DeedForm):
    committee = LineField(label=_("Committee"), max_length=200)
    sits_on = day_field(_("Day of the sitting"))
    paper = LineField(label=_("Paper number"), required=False, max_length=40)
    heard_on = day_field(_("The petitioner is heard on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sits_on"].required = True
        row = petitions.petition_so_far(self.concern)
        known = {"committee": row.committee, "sits_on": row.sits_on, "paper": row.paper_number}
        self.initial = {**known, "heard_on": row.heard_on, **self.initial}

    def act(self, by: User) -> None:
        given = self.cleaned_data
        petitions.bring_to_committee(
            self.concern, given["committee"], given["sits_on"], paper=given["paper"], heard_on=given["heard_on"], by=by
        )


class DecideForm(DeedForm):
    decision = WordsField(label=_("What was decided?"), rows=4, help_text=_("Public where the petition is public."))
    decided_on = day_field(_("Decided on"))
    text = WordsField(label=_("Notice to the petitioner"), rows=8)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decided_on"].required = True
        self.initial = {"decided_on": petitions.petition_so_far(self.concern).sits_on, **self.initial}

    def act(self, by: User) -> None:
        given = self.cleaned_data
        petitions.decide_petition(self.concern, given["decision"], given["decided_on"], given["text"], by=by)
