# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.forms.fields import FilesField, WordsField
from friedensplatz.concerns.models import Concern, Protection
from friedensplatz.concerns.regimes import REGIMES

TYPED = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}


class ReceiptForm(forms.Form):
    """What stands on the receipt; never said which of the two is wrong."""

    reference = forms.CharField(
        label=_("Reference"),
        max_length=40,
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Please write the reference from your receipt.")},
    )
    code = forms.CharField(
        label=_("Receipt code"),
        max_length=80,
        widget=forms.TextInput(TYPED),
        help_text=_("Four groups of four letters and digits. Capitals and hyphens do not matter."),
        error_messages={"required": _("Please write the code from your receipt.")},
    )


class MessageForm(forms.Form):
    text = WordsField(label=_("Your message"), rows=6)
    uploads = FilesField()


class ProtectForm(forms.Form):
    """Who may read it from now on: what its kind allows."""

    protection = forms.ChoiceField(label=_("Who may read it?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, concern: Concern, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regime = REGIMES[concern.kind]
        fits = [p for p in Protection if regime.protection(p) == p and regime.allows(p)]
        field = self.fields["protection"]
        assert isinstance(field, forms.ChoiceField)
        field.initial = concern.protection
        field.choices = [(protection.value, protection.label) for protection in fits]


class KeptForm(forms.Form):
    kept = forms.BooleanField(
        label=_("I have kept the code."),
        error_messages={"required": _("Please keep the code first. Nobody can give it to you again.")},
    )
