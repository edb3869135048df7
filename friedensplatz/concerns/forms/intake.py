# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody tells on the phone, at the counter or in a letter, on one page for quick fingers."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.forms.fields import FilesField, LineField, WordsField
from friedensplatz.concerns.forms.handing_in import WordsForm
from friedensplatz.concerns.models import Channel, Kind, Protection, Way
from friedensplatz.concerns.regimes import ASKED, REGIMES
from friedensplatz.directory.models import District

CHANNELS = [Channel.PHONE, Channel.COUNTER, Channel.LETTER]
NEEDED = {Way.MAIL.value: "email", Way.PHONE.value: "phone", Way.LETTER.value: "address"}
WHO = ("name", "phone", "email", "address", "never")
KEYS = {"text": "1", "office": "2", "kind": "3", "name": "4", "place_note": "5", "channel": "6"}
"""Field → the key that, with those a browser adds, leads to it."""


class IntakeForm(WordsForm):
    """The order of the fields is the order of the tabulator. Without a name the person stays anonymous."""

    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(regime.kind.value, regime.kind.label) for regime in ASKED], initial=Kind.DEFECT
    )
    protection = forms.ChoiceField(label=_("Protection"), choices=Protection.choices, initial=Protection.NORMAL)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE)
    name = LineField(label=_("Name"), required=False, max_length=200, help_text=_("Empty: the person stays anonymous."))
    phone = LineField(label=_("Phone number"), required=False, max_length=40)
    never = LineField(
        label=_("Never"), required=False, max_length=300, help_text=_("For example: never call this number.")
    )
    way = forms.ChoiceField(
        label=_("How shall we answer?"), choices=[("", _("The person did not say")), *Way.choices], required=False
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    address = WordsField(
        label=_("Postal address"), required=False, rows=3, max_length=400, help_text=_("As it stands on a letter.")
    )
    district = forms.ModelChoiceField(District.objects.all(), label=_("City district"), required=False, empty_label="–")
    place_note = LineField(label=_("Street or place"), required=False, max_length=300)
    channel = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[(channel.value, channel.label) for channel in CHANNELS],
        initial=Channel.PHONE,
    )
    arrived = forms.DateField(
        label=_("When?"),
        initial=timezone.localdate,
        help_text=_("For a letter the day it arrived: our promise counts from there."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    uploads = FilesField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, key in KEYS.items():
            self.fields[name].widget.attrs["accesskey"] = key
        self.fields["text"].widget.attrs |= {"autofocus": True, "rows": 5}
        self.fields["text"].help_text = _("As they say it: what, where, since when, what should change.")
        for name in ("phone", "email"):
            self.fields[name].widget.attrs["dir"] = "ltr"

    def clean_arrived(self) -> dt.date:
        arrived: dt.date = self.cleaned_data["arrived"]
        if arrived > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return arrived

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        named = bool(given.get("name"))
        if not named and any(given.get(name) for name in WHO):
            self.add_error("name", _("Please add the name, or leave everything about the person empty."))
        needed = NEEDED.get(given.get("way", ""))
        if needed and not given.get(needed) and needed not in self.errors:
            self.add_error(needed, _("We need this to answer in the way chosen."))
        regime = REGIMES.get(given.get("kind", ""))
        if regime and regime.named and not named and "name" not in self.errors:
            self.add_error("name", _("For this kind we have to know who it is."))
        if regime and not regime.allows(given.get("protection", Protection.NORMAL)):
            self.add_error("protection", _("A committee deals with this kind, so it cannot be locked away."))
        return given

    def told(self) -> dict[str, Any]:
        """What a draft keeps; the protection is raised where the kind asks for it."""
        given, words = self.cleaned_data, super().told()
        lines = ("kind", "language", "place_note", "channel", "way", *WHO)
        today = given["arrived"] == timezone.localdate()
        return {
            **words,
            **{name: given[name] for name in lines},
            "protection": REGIMES[given["kind"]].protection(given["protection"]).value,
            "anonymous": not given["name"],
            "wants_mail": given["way"] == Way.MAIL,
            "district": given["district"] and given["district"].pk,
            "arrived": "" if today else given["arrived"].isoformat(),
        }


class GivenForm(forms.Form):
    """The colleague's word that the person has the receipt."""

    kept = forms.BooleanField(
        label=_("The person has the code."),
        error_messages={"required": _("Please give the code first. Nobody can give it again.")},
    )
