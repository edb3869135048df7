# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms for what is no office and no duty: organisations, subjects, places, people, sources, the city."""

from copy import deepcopy
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.assets.choosing import AssetField
from friedensplatz.core.forms import TextsForm
from friedensplatz.directory.forms.offices import SubjectsForm, named_choices, slugs_field
from friedensplatz.directory.forms.parts import PartForm, source_choices
from friedensplatz.directory.models import District, Goal, Link, Office, Organisation, Topic
from friedensplatz.directory.parts.content import Content
from friedensplatz.directory.parts.links import ENDS

NONE = ("", "–")
NAMED = frozenset({"name"})
SUBJECT_TEXTS = {"name": (_("Name"), 1), "summary": (_("In one sentence"), 2), "text": (_("What it is about"), 8)}


class OrganisationForm(SubjectsForm):
    part = "organisation"
    texts = {
        "name": (_("Name"), 1),
        "summary": (_("In one sentence"), 3),
        "when": (_("Emergencies: when to call at once"), 2),
    }
    required_texts = NAMED
    kind = forms.ChoiceField(label=_("What it is"), choices=Organisation.Kind.choices)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https", max_length=200)
    hours_note = forms.CharField(label=_("When somebody is there"), max_length=200, required=False)
    kept_by = forms.ChoiceField(label=_("Which office keeps this true"), required=False)
    goals = slugs_field(_("Goals of the United Nations"))
    field_order = ["kind", "phone", "website", "hours_note", "kept_by"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goals = [(goal.number, str(goal)) for goal in Goal.objects.all()]
        self.choose(kept_by=[NONE, *named_choices(Office)], goals=goals)


class LinkRow(TextsForm):
    kind = forms.ChoiceField(label=_("How"), choices=Link.Relation.choices)
    to = forms.ChoiceField(label=_("With whom"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
    source = forms.ChoiceField(label=_("Source"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [(model._meta.verbose_name_plural, named_choices(model)) for model in ENDS]
        self.fields["to"].choices = [NONE, *groups]  # type: ignore[attr-defined]
        self.fields["source"].choices = source_choices()  # type: ignore[attr-defined]


class LinksForm(PartForm):
    part = "links"
    row_form = LinkRow
    rows_label = _("Belongs together with")


class SubjectForm(PartForm):
    texts = SUBJECT_TEXTS
    required_texts = NAMED


class TopicForm(SubjectForm):
    part = "topic"
    parent = forms.ChoiceField(label=_("Belongs to the topic"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose(parent=[NONE, *named_choices(Topic)])


class AudienceForm(SubjectForm):
    part = "audience"


class DistrictForm(SubjectForm):
    part = "district"
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=32_767)


class FocusAreaForm(PartForm):
    part = "focus_area"
    texts = {"name": (_("Name"), 1)}
    required_texts = NAMED
    district = forms.ChoiceField(label=_("District"))
    since = forms.IntegerField(label=_("Since (year)"), required=False, min_value=1900, max_value=2200)
    until = forms.IntegerField(label=_("Last year"), required=False, min_value=1900, max_value=2200)
    source = forms.ChoiceField(label=_("Source"), required=False)
    checked = forms.BooleanField(label=_("A source confirms it"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose(district=named_choices(District), source=source_choices())


class PersonForm(PartForm):
    part = "person"
    name = forms.CharField(label=_("Name"), max_length=200)
    title = forms.CharField(label=_("Title"), max_length=60, required=False, help_text=_("For example Dr."))
    portrait = AssetField(label=_("Portrait"))
    invented = forms.BooleanField(label=_("Invented for a demonstration"), required=False)


class SourceForm(PartForm):
    part = "source"
    title = forms.CharField(label=_("Title"), max_length=300)
    date = forms.RegexField(
        r"^\d{4}(-\d\d(-\d\d)?)?$", label=_("Date"), help_text=_("For example 2018, 2018-03 or 2018-03-31.")
    )
    url = forms.URLField(label=_("Address in the net"), required=False, assume_scheme="https", max_length=200)
    note = forms.CharField(label=_("Note"), max_length=500, required=False)


class CityForm(PartForm):
    """The city's own row. Of the imprint's parts each has its field; what else stands in it stays."""

    part = "city"
    texts = {
        "name": (_("Name"), 1),
        "welcome": (_("Welcome"), 3),
        "examples": (_("What people may try at the door, one a line"), 5),
        "note": (_("Note in the foot of every page"), 2),
    }
    required_texts = frozenset({"name", "welcome"})
    full_name = forms.CharField(label=_("Name as it signs"), max_length=200, required=False)
    square = forms.CharField(label=_("The place the house is called after"), max_length=100, required=False)
    regional_key = forms.CharField(label=_("Regional key"), max_length=20, required=False)
    service_number = forms.CharField(label=_("Service number"), max_length=20, required=False)
    IMPRINT = {
        "publisher": _("Publisher"),
        "represented_by": _("Represented by"),
        "responsible": _("Responsible for the content"),
        "street": _("Street and number"),
        "postcode": _("Postcode"),
        "locality": _("Town"),
        "phone": _("Telephone"),
        "email": _("E-mail"),
    }
    PEOPLE = {"accessibility": _("Accessibility"), "data_protection": _("Data protection")}
    WAYS = {"name": _("Name"), "phone": _("Telephone"), "email": _("E-mail")}

    def __init__(self, data: Any = None, *, content: Content) -> None:
        super().__init__(data, content=content)
        for name, label in self._lines().items():
            self.fields[name] = forms.CharField(label=label, max_length=300, required=False)
            self.initial[name] = _inside(content["imprint"], name)

    def _lines(self) -> dict[str, Any]:
        people = {f"{who}.{way}": f"{of}: {how}" for who, of in self.PEOPLE.items() for way, how in self.WAYS.items()}
        return {f"imprint.{name}": f"{_('Imprint')}: {label}" for name, label in (self.IMPRINT | people).items()}

    def shown(self, content: Content) -> Content:
        return {**content, "imprint": "", "note": content["imprint"].get("note", {})}

    def answers(self) -> Content:
        content = super().answers()
        imprint = deepcopy(self.before["imprint"])
        _put(imprint, ["note"], content.pop("note"))
        for name in self._lines():
            _put(imprint, name.split(".")[1:], content.pop(name))
        return content | {"imprint": imprint}


def _inside(imprint: Content, name: str) -> str:
    value: Any = imprint
    for step in name.split(".")[1:]:
        value = value.get(step) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


def _put(imprint: Content, path: list[str], value: Any) -> None:
    """Set a value; what is empty and was not there is not put there."""
    *way, last = path
    for step in way:
        imprint = imprint.setdefault(step, {}) if value or step in imprint else {}
    if value or last in imprint:
        imprint[last] = value
