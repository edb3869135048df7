# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What editors do with the library."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Team, User
from friedensplatz.assets.actions import FACTS
from friedensplatz.assets.intake.captions import MOST_BYTES
from friedensplatz.assets.intake.reading import KINDS
from friedensplatz.assets.licences import Licence
from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import STATES, missing_facts, teams_to_choose
from friedensplatz.assets.uses import uses_of
from friedensplatz.core.forms import SEPARATOR, FilesField, Meanwhile, TextsForm, differing
from friedensplatz.core.uploads.refused import Refused
from friedensplatz.core.uploads.wording import sentence_of

LICENCES = [("", "–"), *Licence.choices]
ACCEPTED = ",".join(f".{ending}" for ending in (*KINDS, "jpeg"))
NEEDED = _("Needed before it can be published.")
NEEDED_FACTS = ("creator", "licence", "source", f"alt{SEPARATOR}{settings.LANGUAGE_CODE}")
TAKEN = _("We can take pictures (JPEG, PNG, WebP, AVIF, SVG), PDF, films (MP4, WebM) and recordings (MP3, Ogg).")


def refusal_of(refused: Refused) -> str:
    return sentence_of(refused, limit=settings.ASSET_LIMIT, taken=TAKEN)


def captions_refusal_of(refused: Refused) -> str:
    return sentence_of(refused, limit=MOST_BYTES, taken=TAKEN)


def day_field(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, **more)


def percent_field(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=100, required=False)


def team_field() -> "forms.ModelChoiceField[Team]":
    """Its teams are set for the person who looks; their names are kept in the city's own language."""
    widget = forms.Select({"lang": settings.LANGUAGE_CODE})
    return forms.ModelChoiceField(None, label=_("Kept by"), required=False, empty_label="–", widget=widget)


class LibraryFilter(forms.Form):
    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("What it is"), choices=[("", "–"), *Asset.Kind.choices], required=False)
    state = forms.ChoiceField(label=_("Look for"), choices=[("", "–"), *STATES.items()], required=False)
    team = team_field()

    def __init__(self, data: QueryDict, user: User) -> None:
        super().__init__(data)
        self.fields["team"].queryset = teams_to_choose(user)  # type: ignore[attr-defined]

    @property
    def chosen(self) -> dict[str, Any]:
        """What somebody looks for, by the name of the field; what is not understood is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class CreditForm(forms.Form):
    """What is true of several files at once."""

    creator = forms.CharField(
        label=_("Photographer, artist or author"), required=False, max_length=200, help_text=NEEDED
    )
    licence = forms.ChoiceField(label=_("Licence"), choices=LICENCES, required=False, help_text=NEEDED)
    source = forms.CharField(
        label=_("Where it comes from"), required=False, max_length=300, help_text=_("For example photo.example.")
    )
    licence_url = forms.URLField(
        label=_("Address of the terms"),
        required=False,
        assume_scheme="https",
        help_text=_("Only where the licence does not say it."),
    )
    licence_until = day_field(_("May be shown until"), help_text=_("Empty = without end."))
    team = team_field()

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams_to_choose(user)  # type: ignore[attr-defined]
        for name in self.fields:
            self.fields[name].needed = name in NEEDED_FACTS  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """What was filled in; an empty field means nothing."""
        return {name: value for name, value in self.cleaned_data.items() if value and name in FACTS}


class UploadForm(CreditForm):
    uploads = FilesField(label=_("Files"), accept=ACCEPTED)
    field_order = ["uploads"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        size = filesizeformat(settings.ASSET_LIMIT)
        self.fields["uploads"].help_text = gettext("Several at once, each up to %(size)s.") % {"size": size}


class FileForm(forms.Form):
    file = forms.FileField(label=_("New file"), widget=forms.FileInput({"accept": ACCEPTED}))


class CaptionsForm(forms.Form):
    """Subtitles of a film in a language."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    captions = forms.FileField(
        label=_("Subtitles"),
        help_text=_("A WebVTT file (.vtt), up to 256 kB."),
        widget=forms.FileInput({"accept": ".vtt,text/vtt"}),
    )


class FactsForm(CreditForm, TextsForm):
    """All facts of an asset. `seen` is the version somebody started from."""

    texts = {"title": (_("Title"), 1), "alt": (_("What is to be seen or heard"), 2)}
    required_texts = frozenset({"title"})
    decorative = forms.BooleanField(
        label=_("Pure ornament: screen readers pass over it"),
        required=False,
        help_text=_("Then nothing is told of it."),
    )
    silent = forms.BooleanField(label=_("Nothing is said in it: it needs no subtitles"), required=False)
    focal_x = percent_field(_("Most important point, percent from the left"))
    focal_y = percent_field(_("Most important point, percent from above"))
    seen = forms.IntegerField(widget=forms.HiddenInput, validators=[MinValueValidator(1), MaxValueValidator(2**31)])

    def __init__(self, data: Any, asset: Asset, *, user: User) -> None:
        shown = {name: getattr(asset, name) for name in FACTS}
        shown |= {"team": asset.team_id, "seen": asset.version}
        shown |= {name: round(getattr(asset, name) * 100) for name in ("focal_x", "focal_y")}
        super().__init__(data, initial=shown, user=user)
        self.asset = asset
        self.meanwhile: list[Meanwhile] = []
        foreign: tuple[str, ...] = () if asset.sized else ("focal",)
        if asset.kind == Asset.Kind.DOCUMENT:
            foreign = ("focal", "alt", "decorative")
        if asset.kind != Asset.Kind.VIDEO:
            foreign = (*foreign, "silent")
        for name in [name for name in self.fields if name.startswith(foreign)]:
            del self.fields[name]

    def clean(self) -> None:
        """What everybody sees somewhere stays complete."""
        if self.errors:
            return
        changed = Asset(kind=self.asset.kind, **self.facts())
        missing = missing_facts(changed)
        if missing and not changed.is_expired() and uses_of([self.asset.pk]):
            self.add_error(
                None, gettext("It is in use, so no fact may be missing.") + " " + " ".join(map(str, missing))
            )

    def facts(self) -> dict[str, Any]:
        """What was typed, as columns of the asset."""
        facts = {name: value for name, value in self.answers().items() if name in FACTS}
        for name in ("focal_x", "focal_y"):
            if name in facts:
                facts[name] = 0.5 if facts[name] is None else facts[name] / 100
        return facts

    def compare(self, asset: Asset, user: User) -> None:
        """Show what a colleague saved beside what was typed; saving again then means to replace it."""
        theirs = FactsForm(None, asset, user=user)
        data = self.data.copy()  # type: ignore[attr-defined]
        data["seen"] = asset.version
        self.data = data
        self.meanwhile = differing((field, theirs[field.name]) for field in self if field.name != "seen")
