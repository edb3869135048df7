# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a colleague decides about a mail that waits. Each form does its deed once it is valid."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns import codes
from friedensplatz.concerns.forms.desk import duties_of
from friedensplatz.concerns.forms.fields import LineField
from friedensplatz.concerns.mail.joining import add_mail, ignore_mails, open_mail, return_mail
from friedensplatz.concerns.mail.pen import concern_to_add_to
from friedensplatz.concerns.mail.reading import Mail
from friedensplatz.concerns.models import Concern, Incoming, Protection
from friedensplatz.concerns.queries import concerns_visible_to, office_for
from friedensplatz.concerns.regimes import ASKED, REGIMES
from friedensplatz.directory.actions import teach
from friedensplatz.directory.models import Duty, Office
from friedensplatz.directory.queries import offices_taking_concerns, route

KINDS = [(regime.kind.value, regime.kind.label) for regime in ASKED]


class PostForm(forms.Form):
    """A decision about one mail. What can hardly be undone is shown again before it is done: `certain` repeats it."""

    certain = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, incoming: Incoming, mail: Mail, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.incoming, self.mail, self.user = incoming, mail, user

    def act(self) -> Concern | None:
        """Do it; the concern it went to. Raises ChangedMeanwhile."""
        raise NotImplementedError

    def doubtful(self) -> Concern | None:
        """The concern somebody has to look at before a valid form is done."""
        return None


class AddForm(PostForm):
    reference = LineField(
        label=_("Reference of the concern"),
        max_length=40,
        help_text=_("The mail is added as what the person writes. An ended concern is taken up again."),
    )

    def clean_reference(self) -> Concern:
        reference = codes.normal_reference(self.cleaned_data["reference"])
        concern = concern_to_add_to(reference, concerns_visible_to(self.user))
        if concern is None:
            raise forms.ValidationError(_("No concern has this reference."))
        return concern

    def doubtful(self) -> Concern | None:
        concern: Concern = self.cleaned_data["reference"]
        return None if self.cleaned_data["certain"] == concern.reference else concern

    def act(self) -> Concern:
        concern: Concern = self.cleaned_data["reference"]
        add_mail(self.incoming, self.mail, concern, by=self.user)
        return concern


class OpenForm(PostForm):
    """A new concern; the front door's guess is chosen already, and it learns when that was wrong."""

    target = forms.ChoiceField(label=_("Who answers for this?"))
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Please choose")), *KINDS])
    protection = forms.ChoiceField(label=_("Protection"), choices=Protection.choices, initial=Protection.NORMAL)
    language = forms.ChoiceField(label=_("Language of the person"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["target"]
        assert isinstance(field, forms.ChoiceField)
        offices = offices_taking_concerns().prefetch_related("duties")
        field.choices = [("", _("Please choose")), *map(duties_of, offices)]
        self.guess, language = _guess(self.mail)
        self.initial = {"target": self.guess, "language": language, **self.initial}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        kind, protection = cleaned.get("kind"), cleaned.get("protection")
        if kind and protection and not REGIMES[kind].allows(protection):
            self.add_error("protection", _("This kind cannot be protected so much, because others must read it."))
        return cleaned

    def act(self) -> Concern:
        slug, _dot, name = self.cleaned_data["target"].partition(".")
        kind, duty = self.cleaned_data["kind"], Duty.objects.filter(slug=name).first()
        concern = open_mail(
            self.incoming,
            self.mail,
            office=office_for(kind, Office.objects.get(slug=slug)),
            duty=duty,
            kind=kind,
            protection=REGIMES[kind].protection(self.cleaned_data["protection"]),
            language=self.cleaned_data["language"],
            by=self.user,
        )
        if duty and self.guess != self.cleaned_data["target"] and not concern.is_encrypted:
            teach(duty, self.mail.text, concern.language)
        return concern


class IgnoreForm(PostForm):
    def act(self) -> None:
        ignore_mails([self.incoming], by=self.user)


class ReturnForm(PostForm):
    def act(self) -> None:
        return_mail(self.incoming, by=self.user)


def _guess(mail: Mail) -> tuple[str, str]:
    """The front door's first guess as a value of `target`, and the language the mail seems to be in."""
    ranking = route(f"{mail.subject}\n{mail.text}"[:5000])
    known = dict(settings.LANGUAGES)
    language = next((code for code in (ranking.language, mail.language) if code in known), settings.LANGUAGE_CODE)
    ours = [candidate.duty_id for candidate in ranking.candidates if candidate.office_id]
    duty = Duty.objects.select_related("office").filter(pk__in=ours[:1]).first()
    return (f"{duty.office.slug}.{duty.slug}" if duty and duty.office else ""), language
