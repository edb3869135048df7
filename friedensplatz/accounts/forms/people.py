# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Invitation, Role, Team, User

LANGUAGES = settings.LANGUAGES


class InvitationForm(forms.ModelForm):  # type: ignore[type-arg]
    """Whom to invite, and as what."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)

    class Meta:
        model = Invitation
        fields = ["email", "language", "team", "role", "is_administrator", "is_leadership"]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError(_("This person has an account already. You can give them roles there."))
        return email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if bool(cleaned.get("team")) != bool(cleaned.get("role")):
            self.add_error("role", _("Choose a team and a role in it, or neither."))
        elif not any(cleaned.get(right) for right in ("team", "is_administrator", "is_leadership")):
            raise forms.ValidationError(_("Say what this person is to do: a role in a team, or a right."))
        return cleaned


class WelcomeForm(forms.Form):
    """What an invited person says of themselves."""

    name = forms.CharField(label=_("Your name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least 12 characters. A short sentence is easy to remember."),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        person = User(email=self.email, name=self.cleaned_data.get("name", ""))
        password_validation.validate_password(password, person)
        return password


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]
    """What an administrator may change of a person."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    is_active = forms.BooleanField(label=_("May sign in"), required=False)

    class Meta:
        model = User
        fields = ["name", "language", "is_administrator", "is_leadership", "is_active"]


class MemberForm(forms.Form):
    """A role in a team."""

    team = forms.ModelChoiceField(Team.objects.order_by("name"), label=_("Team"))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
