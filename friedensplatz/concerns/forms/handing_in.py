# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person is asked, one question a page."""

from typing import Any

from django import forms
from django.core.validators import MinLengthValidator
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.drafts import Content
from friedensplatz.concerns.forms.fields import FilesField, LineField, WordsField
from friedensplatz.concerns.models import Protection
from friedensplatz.concerns.regimes import ASKED, REGIMES
from friedensplatz.directory.models import District, Duty, Office
from friedensplatz.directory.queries import offices_taking_concerns

SHORTEST_TEXT = 5


class OfficeField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Offices that take concerns, by name in the page's language."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Office.objects.none(),
            to_field_name="slug",
            empty_label=_("Please choose"),
            label=_("Which office is it for?"),
            error_messages={"required": _("Please choose an office.")},
            **kwargs,
        )

    def fill(self) -> None:
        self.queryset = offices_taking_concerns().order_by("slug")


class WordsForm(forms.Form):
    text = WordsField(
        label=_("What is it about?"),
        help_text=_("Write as you speak, in any language. What happened, where, since when, what should change?"),
        validators=[MinLengthValidator(SHORTEST_TEXT, _("Please write a few words more, so that we understand it."))],
    )
    office = OfficeField()
    duty = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = self.fields["office"]
        assert isinstance(office, OfficeField)
        office.fill()

    def told(self) -> dict[str, Any]:
        """Text, office and duty as a draft keeps them; a duty of another office is dropped."""
        office: Office = self.cleaned_data["office"]
        duty = Duty.objects.filter(slug=self.cleaned_data["duty"], office=office).first()
        return {"text": self.cleaned_data["text"], "office": office.pk, "duty": duty and duty.pk}


class ProtectionForm(forms.Form):
    protection = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=Protection.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one of the four.")},
    )
    anonymous = forms.TypedChoiceField(
        label=_("Shall we know who you are?"),
        choices=[("no", _("Yes, with my name")), ("yes", _("No, I stay anonymous"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one of the two.")},
    )


class AboutForm(forms.Form):
    """What a person wants to happen; from that follows the kind."""

    kind = forms.ChoiceField(
        label=_("What do you want?"),
        choices=[(regime.kind.value, regime.plain) for regime in ASKED],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what fits best.")},
    )

    def __init__(self, *args: Any, content: Content, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.content = content

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        regime = REGIMES[kind]
        if regime.named and self.content.anonymous:
            raise forms.ValidationError(
                _("For this we have to know who you are. Go back and give your name, or choose something else.")
            )
        if not regime.allows(self.content.protection):
            raise forms.ValidationError(
                _("A committee deals with this, so it cannot be locked away. Go back, or choose something else.")
            )
        return kind


class ContactForm(forms.Form):
    name = LineField(
        label=_("Your name"),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Please tell us your name, or go back and stay anonymous.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"), required=False, widget=forms.EmailInput({"autocomplete": "email"})
    )
    phone = LineField(
        label=_("Your phone number"),
        required=False,
        max_length=40,
        widget=forms.TextInput({"autocomplete": "tel", "type": "tel"}),
    )
    wants_mail = forms.BooleanField(label=_("Tell me by e-mail when there is news"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("wants_mail") and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("We need your address to write to you."))
        return cleaned

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, right or wrong, to be kept on the way back."""
        lines = {name: str(self.data.get(name, ""))[:254] for name in ("name", "email", "phone")}
        return {**lines, "wants_mail": bool(self.data.get("wants_mail"))}


class MoreForm(forms.Form):
    district = forms.ModelChoiceField(District.objects.all(), label=_("City district"), required=False, empty_label="–")
    place_note = LineField(
        label=_("Street or place"),
        required=False,
        max_length=300,
        help_text=_("For example a street and house number."),
    )
    uploads = FilesField()

    def told(self) -> dict[str, Any]:
        district: District | None = self.cleaned_data.get("district")
        return {"district": district and district.pk, "place_note": self.cleaned_data.get("place_note", "")}


def first_missing(content: Content) -> str | None:
    """The URL name of the first question that is not answered yet."""
    if not content.protection:
        return "concern_protection"
    if not AboutForm({"kind": content.kind}, content=content).is_valid():
        return "concern_about"
    if not content.anonymous and not ContactForm(vars(content)).is_valid():
        return "concern_contact"
    return None
