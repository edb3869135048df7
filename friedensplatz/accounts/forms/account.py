# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person tells at the door of their account and in it."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User

TYPED = {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}


class AddressField(forms.EmailField):
    """An address as accounts are found by it. The mail goes to exactly this spelling and to no look-alike of it."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").lower()


class EnterForm(forms.Form):
    email = AddressField(label=_("E-mail"), widget=forms.EmailInput({"autocomplete": "email", "dir": "ltr"}))


class CodeForm(forms.Form):
    code = forms.CharField(label=_("Code from the mail"), max_length=40, widget=forms.TextInput(TYPED))


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]
    """What people may change of their own account."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = User
        fields = ["name", "language"]
