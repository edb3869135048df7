# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deeds that bring others in: waiting for them, asking them for a statement, letting them read or work."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.accounts.queries import is_staff
from friedensplatz.concerns import actions, admissions, referrals
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.fields import WordsField
from friedensplatz.concerns.models import Admission, Referral
from friedensplatz.concerns.promises import statement_due
from friedensplatz.concerns.queries import offices_that_can_read
from friedensplatz.concerns.workflow import WaitingFor
from friedensplatz.directory.models import Office

FOR = (WaitingFor.COMMITTEE, WaitingFor.MEDIATION, WaitingFor.EXTERNAL)
"""A question to the person and a request for a statement are deeds of their own."""


class WaitForm(DeedForm):
    waiting_for = forms.ChoiceField(
        label=_("For whom?"), choices=[(w.value, w.label) for w in FOR], widget=forms.RadioSelect
    )
    reason = WordsField(
        label=_("What for, and until when?"), rows=3, help_text=_("The person does not see this. The clock goes on.")
    )

    def act(self, by: User) -> None:
        given = self.cleaned_data
        actions.await_others(self.concern, WaitingFor(given["waiting_for"]), given["reason"], by=by)


class GoOnForm(DeedForm):
    def act(self, by: User) -> None:
        actions.go_on_concern(self.concern, by=by)


class StatementForm(DeedForm):
    """Who is asked may read the concern from then on, but not who brought it."""

    office = forms.ModelChoiceField(
        Office.objects.none(), label=_("Which office shall say something to it?"), empty_label=_("Please choose")
    )
    question = WordsField(label=_("What do you want to know?"), rows=6)
    due = forms.DateField(label=_("By when?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "office", offices_that_can_read(self.concern))
        self.fields["due"].initial = statement_due(timezone.localdate())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if (due := given.get("due")) and due < timezone.localdate():
            self.add_error("due", _("This day has passed."))
        office = given.get("office")
        if office and Referral.objects.filter(concern=self.concern, office=office, ended_at=None).exists():
            self.add_error("office", _("This office has been asked already and has not answered yet."))
        return given

    def act(self, by: User) -> None:
        given = self.cleaned_data
        referrals.ask_for_statement(self.concern, given["office"], given["question"], due=given["due"], by=by)


class LetInForm(DeedForm):
    office = forms.ModelChoiceField(
        Office.objects.none(), label=_("An office"), required=False, empty_label=_("Please choose")
    )
    email = forms.EmailField(label=_("Or one colleague, by e-mail address"), required=False)
    right = forms.ChoiceField(
        label=_("What for?"),
        choices=Admission.Right.choices,
        widget=forms.RadioSelect,
        initial=Admission.Right.READ,
        help_text=_("Who may only read does not see who brought it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "office", offices_that_can_read(self.concern))

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email and self.colleague(email) is None:
            raise forms.ValidationError(_("Nobody who works for the city has this address."))
        return email

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("office")) == bool(given.get("email")) and not self.errors:
            self.add_error("office", _("Please choose an office or write an address, one of both."))
        return given

    def colleague(self, email: str) -> User | None:
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        return user if user and is_staff(user) else None

    def act(self, by: User) -> None:
        given = self.cleaned_data
        who: Office | User | None = given["office"] or self.colleague(given["email"])
        assert who is not None  # clean() saw to it
        admissions.let_in(self.concern, who, Admission.Right(given["right"]), by=by)


class LetOutForm(DeedForm):
    admission = forms.ModelChoiceField(
        Admission.objects.none(), label=_("Who shall not see it any more?"), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["admission"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.concern.admissions.select_related("office", "user")

    def act(self, by: User) -> None:
        admissions.let_out(self.cleaned_data["admission"], by=by)


class StatementTextForm(forms.Form):
    """What the office that was asked says."""

    text = WordsField(label=_("Your statement"), rows=10, help_text=_("The office that asked reads it."))


def _choose(form: DeedForm, name: str, offices: list[Office]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = Office.objects.filter(pk__in=[office.pk for office in offices]).order_by("slug")
