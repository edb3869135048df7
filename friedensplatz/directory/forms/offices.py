# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One form for each part of an office."""

import datetime as dt
import re
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from friedensplatz.assets.choosing import AssetField
from friedensplatz.core.forms import TextsForm
from friedensplatz.directory.forms.parts import DatedForm, PartForm, source_choices
from friedensplatz.directory.models import Audience, Hours, Office, Topic
from friedensplatz.directory.parts.content import Content, key_of
from friedensplatz.directory.values import opening, weekday_of

SPAN = re.compile(r"(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)")
YES_NO = [("", _("unknown")), ("yes", _("yes")), ("no", _("no"))]
REVIEW = _("Everything here is to be read again by then. Empty = no reminder.")


def named_choices(rows: QuerySet[Any, Any] | type[Model]) -> list[tuple[str, str]]:
    """Slug and name of all rows, by name in the page's language."""
    found = rows.objects.all() if isinstance(rows, type) else rows  # type: ignore[attr-defined]
    return sorted(((str(key_of(row)), str(row)) for row in found), key=lambda choice: choice[1].casefold())


def slugs_field(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple)


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **more)


class SubjectsForm(PartForm):
    """A part whose thing has topics and audiences, a source, a picture and a day to be read again."""

    topics = slugs_field(_("Topics"))
    audiences = slugs_field(_("For whom"))
    source = forms.ChoiceField(label=_("Source"), required=False)
    image = AssetField(label=_("Picture"))
    review_by = day_field(_("To be read again by"), required=False, help_text=REVIEW)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose(topics=named_choices(Topic), audiences=named_choices(Audience), source=source_choices())


class OfficeTextsForm(SubjectsForm):
    part = "texts"
    texts = {"name": (_("Name"), 1), "summary": (_("In one sentence"), 2), "text": (_("Who we are"), 8)}
    required_texts = frozenset({"name", "summary"})
    kind = forms.ChoiceField(label=_("What it is"), choices=Office.Kind.choices)
    short = forms.CharField(label=_("Short name"), max_length=40, required=False)
    takes_concerns = forms.BooleanField(label=_("Residents can hand in a concern here"), required=False)
    field_order = ["kind", "short", "takes_concerns"]


class NameRow(DatedForm):
    texts = {"name": (_("Name"), 1)}
    required_texts = frozenset({"name"})


class OfficeNamesForm(PartForm):
    """All names, oldest first, to be corrected; a new one goes through RenameForm."""

    row_form = NameRow
    part = "names"
    rows_label = _("Names, oldest first")
    rows_required = True


class SinceForm(TextsForm):
    """Something an office has from a day, month or year on."""

    since = forms.RegexField(
        r"^\d{4}(-\d\d(-\d\d)?)?$", label=_("Since"), help_text=_("For example 2018, 2018-03 or 2018-03-31.")
    )


class RenameForm(SinceForm):
    heading = _("The office gets a new name")
    texts = {"name": (_("New name"), 1)}
    required_texts = frozenset({"name"})


class MoveForm(SinceForm):
    heading = _("The office moves within the city administration")
    office = forms.ChoiceField(label=_("Belongs to"))
    field_order = ["office", "since"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = named_choices(Office.objects.filter(closed_on=None))
        self.fields["office"].choices = [("", "–"), *choices]  # type: ignore[attr-defined]


class PlaceRow(DatedForm):
    office = forms.ChoiceField(label=_("Belongs to"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [("", "–"), *named_choices(Office)]  # type: ignore[attr-defined]


class OfficePlaceForm(PartForm):
    row_form = PlaceRow
    part = "places"
    rows_label = _("Places in the city administration, oldest first")


class PostRow(DatedForm):
    texts = {"title": (_("Function"), 1)}
    required_texts = frozenset({"title"})
    person = forms.CharField(label=_("Who"), max_length=200, required=False)
    honorary = forms.BooleanField(label=_("honorary"), required=False)


class OfficePeopleForm(PartForm):
    row_form = PostRow
    part = "posts"
    rows_label = _("People and their functions")


class ClosureRow(TextsForm):
    texts = {"note": (_("Why"), 1)}
    first_day = day_field(_("From"))
    last_day = day_field(_("Until"))
    opens = forms.TimeField(
        label=_("Opens"),
        required=False,
        help_text=_("Empty = closed"),
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    closes = forms.TimeField(
        label=_("Closes"), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )

    def clean(self) -> None:
        first, last = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", gettext("The last day lies before the first one."))
        opens, closes = self.cleaned_data.get("opens"), self.cleaned_data.get("closes")
        if bool(opens) != bool(closes) or (opens and closes and closes <= opens):
            self.add_error("closes", gettext("Give both times, the earlier one first."))

    def answers(self) -> Content:
        content = super().answers()
        return content | {name: f"{content[name]:%H:%M}" if content[name] else "" for name in ("opens", "closes")}


class ClosuresForm(PartForm):
    part = "closures"
    row_form = ClosureRow
    rows_label = _("Different on these days")


class ReachForm(PartForm):
    part = "contact"
    street = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    locality = forms.CharField(label=_("Town"), max_length=100, required=False)
    room = forms.CharField(label=_("Room"), max_length=200, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    languages = forms.CharField(
        label=_("Languages spoken"),
        required=False,
        help_text=_("Codes with commas between them, for example de, en, tr."),
    )
    step_free = forms.ChoiceField(label=_("Step-free"), choices=YES_NO, required=False)
    by_appointment = forms.BooleanField(label=_("By appointment"), required=False)

    def __init__(self, data: Any = None, *, content: Content) -> None:
        super().__init__(data, content=content)
        for day, label in Hours.Weekday.choices:
            self.fields[f"day{day}"] = forms.CharField(label=label, required=False)

    def shown(self, content: Content) -> Content:
        days: dict[str, list[str]] = {}
        for one in content["hours"]:
            weekday, opens, closes = weekday_of(one)
            days.setdefault(f"day{weekday}", []).append(f"{opens:%H:%M}-{closes:%H:%M}")
        spoken = {True: "yes", False: "no", None: ""}[content["step_free"]]
        typed = {day: ", ".join(spans) for day, spans in days.items()}
        return content | typed | {"languages": ", ".join(content["languages"]), "step_free": spoken}

    def clean(self) -> None:
        for day in Hours.Weekday.values:
            typed = self.cleaned_data.get(f"day{day}", "")
            spans = _spans(typed)
            if spans is None:
                self.add_error(f"day{day}", gettext("Write opening times like 09:00-12:00, 13:00-16:00."))
            self.cleaned_data[f"day{day}"] = spans or []

    def answers(self) -> Content:
        """A field that somebody changes is not an invented one any more."""
        content = super().answers()
        hours = [opening(day, *span) for day in Hours.Weekday.values for span in content.pop(f"day{day}")]
        languages = [code for code in re.split(r"[,\s]+", content["languages"]) if code]
        step_free = {"yes": True, "no": False}.get(content["step_free"])
        content |= {"hours": hours, "languages": languages, "step_free": step_free}
        invented = [name for name in self.before["invented"] if content.get(name) == self.before.get(name)]
        return content | {"invented": invented}


def _spans(typed: str) -> list[tuple[dt.time, dt.time]] | None:
    """Opening and closing times of one day, in order; None when that is not what was typed."""
    spans = [_span(part) for part in re.split(r"\s*[,;]\s*", typed.strip()) if part]
    return sorted(span for span in spans if span) if all(spans) else None


def _span(typed: str) -> tuple[dt.time, dt.time] | None:
    found = SPAN.fullmatch(typed)
    if not found:
        return None
    try:
        opens, closes = dt.time(int(found[1]), int(found[2])), dt.time(int(found[3]), int(found[4]))
    except ValueError:
        return None
    return (opens, closes) if opens < closes else None
