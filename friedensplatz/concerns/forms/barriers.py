# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.core.validators import MinLengthValidator
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.drafts import Content
from friedensplatz.concerns.forms.fields import LineField, WordsField
from friedensplatz.concerns.forms.handing_in import SHORTEST_TEXT
from friedensplatz.concerns.models import Kind, Protection
from friedensplatz.core.languages import current_language
from friedensplatz.directory.models import Office


class BarrierForm(forms.Form):
    """What kept somebody from using a page. Name and address are voluntary: nobody has to say who they are."""

    text = WordsField(
        label=_("What did not work?"),
        help_text=_("What did you want to do, and what kept you from it? If you like, name your device and your aids."),
        validators=[MinLengthValidator(SHORTEST_TEXT, _("Please write a few words more, so that we understand it."))],
    )
    page = LineField(
        label=_("On which page?"),
        required=False,
        max_length=300,
        help_text=_("The address of the page, or what stands at its top."),
    )
    name = LineField(
        label=_("Your name"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("We write to you when there is an answer. Without it you read the answer with your receipt."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )

    def told(self) -> dict[str, Any]:
        """What a draft keeps of it. Somebody who tells neither name nor address stays anonymous."""
        given = self.cleaned_data
        name = (given["name"] or given["email"])[:200]
        return {
            "text": given["text"],
            "place_note": given["page"],
            "name": name,
            "email": given["email"],
            "wants_mail": bool(given["email"]),
            "protection": Protection.NORMAL,
            "anonymous": not name,
        }

    def content(self, office: Office) -> Content:
        return Content(office=office.pk, kind=Kind.BARRIER, language=current_language(), **self.told())
