# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One form per intention at the desk of pages; the text itself is read by `editor`."""

import datetime as dt
import re
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import colleagues_in
from friedensplatz.core.languages import pick
from friedensplatz.directory.models import Audience, District, Goal, Office, Source, Topic
from friedensplatz.pages.content import REFERENCE
from friedensplatz.pages.facts import Facts
from friedensplatz.pages.models import Page

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
DATE = r"^\d{4}(-\d\d(-\d\d)?)?$"
ASSET = re.compile(r"asset/\d{1,18}")
Choices = list[tuple[Any, str]]


def day_input() -> forms.DateInput:
    return forms.DateInput({"type": "date"}, format="%Y-%m-%d")


def time_input() -> forms.DateTimeInput:
    return forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class CommentForm(forms.Form):
    """A step with the `number` of the revision somebody had before their eyes."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    comment = forms.CharField(label=_("Comment"), required=False, widget=forms.Textarea({"rows": 2}))


class RejectForm(CommentForm):
    comment = forms.CharField(label=_("What should be changed?"), widget=forms.Textarea({"rows": 3}))


class PublishForm(CommentForm):
    at = forms.DateTimeField(label=_("Not before"), required=False, widget=time_input(), help_text=_("Empty = now"))


class ConfirmForm(CommentForm):
    review_by = forms.DateField(
        label=_("To be looked over again by"), required=False, widget=day_input(), help_text=_("Empty = in a year")
    )


def address_of(title: str) -> str:
    """The end of an address made of a title: `Wohnen für Studierende` → `wohnen-fuer-studierende`."""
    return slugify(title.lower().translate(GERMAN))[:50].strip("-")


class NewPageForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    office = forms.ModelChoiceField(Office.objects.none(), label=_("Office that keeps it true"))

    def __init__(self, data: Any = None, *, offices: QuerySet[Office]) -> None:
        super().__init__(data)
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]
        if len(offices) == 1:
            self.initial["office"] = offices[0]


class PlaceForm(forms.Form):
    slug = forms.SlugField(label=_("End of the address"), help_text=_("Old addresses go on leading here."))
    parent = forms.ModelChoiceField(Page.objects.none(), label=_("Page above"), required=False)

    def __init__(self, data: Any = None, *, page: Page) -> None:
        super().__init__(data, initial={"slug": page.slug, "parent": page.parent_id})
        others = Page.objects.filter(archived_at=None).exclude(pk=page.pk).order_by("slug")
        self.fields["parent"].queryset = others  # type: ignore[attr-defined]


def _several(label: Any) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(label=label, required=False, coerce=int, widget=forms.CheckboxSelectMultiple)


class FactsForm(forms.Form):
    """The facts of a page; `seen` tells which state of them somebody started from. Pins and the picture are chosen beside it."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    office = forms.TypedChoiceField(label=_("Office that keeps it true"), coerce=int)
    owner = forms.TypedChoiceField(label=_("Who looks it over"), coerce=int, required=False, empty_value=None)
    review_by = forms.DateField(label=_("To be looked over by"), required=False, widget=day_input())
    expire_at = forms.DateTimeField(
        label=_("Withdrawn by itself at"), required=False, widget=time_input(), help_text=_("Empty = it stays")
    )
    as_of = forms.RegexField(
        DATE, label=_("As of"), required=False, help_text=_("For example 2018, 2018-03 or 2018-03-31.")
    )
    source = forms.TypedChoiceField(label=_("Source"), coerce=int, required=False, empty_value=None)
    topics = _several(_("Topics"))
    audiences = _several(_("For whom"))
    districts = _several(_("City districts"))
    goals = _several(_("Sustainable development goals"))

    def __init__(self, data: Any = None, *, facts: Facts, seen: str, offices: QuerySet[Office]) -> None:
        super().__init__(data, initial=_shown(facts) | {"seen": seen})
        choices: dict[str, Choices] = {
            "office": _named(offices),
            "owner": [("", "–"), *((user.pk, str(user)) for user in _owners(facts))],
            "source": [("", "–"), *((source.pk, str(source)) for source in Source.objects.order_by("date", "slug"))],
            "topics": _named(Topic.objects.all()),
            "audiences": _named(Audience.objects.all()),
            "districts": _named(District.objects.all()),
            "goals": [(goal.pk, f"{goal.number} {pick(goal.name)}") for goal in Goal.objects.order_by("number")],
        }
        for name, choice in choices.items():
            self.fields[name].choices = choice  # type: ignore[attr-defined]

    def facts(self, *, pins: list[str], image: list[str]) -> Facts:
        """What was filled in, with the things chosen beside it, of which only references are taken."""
        answers = self.cleaned_data
        review_by, expire_at = answers["review_by"], answers["expire_at"]
        return Facts(
            office=answers["office"],
            owner=answers["owner"],
            source=answers["source"],
            image=next((int(one.removeprefix("asset/")) for one in image if ASSET.fullmatch(one)), None),
            as_of=answers["as_of"],
            review_by=review_by.isoformat() if review_by else "",
            expire_at=expire_at.astimezone(dt.UTC).isoformat() if expire_at else "",
            pins=[pin for pin in dict.fromkeys(pins) if REFERENCE.fullmatch(pin)],
            topics=sorted(answers["topics"]),
            audiences=sorted(answers["audiences"]),
            districts=sorted(answers["districts"]),
            goals=sorted(answers["goals"]),
        )


def _shown(facts: Facts) -> dict[str, Any]:
    expire_at = parse_datetime(facts["expire_at"])
    return {**facts, "expire_at": timezone.localtime(expire_at) if expire_at else None}


def _named(rows: QuerySet[Any]) -> Choices:
    return sorted(((row.pk, pick(row.name).text) for row in rows), key=lambda choice: choice[1].casefold())


def _owners(facts: Facts) -> QuerySet[User]:
    """The editors of the page's office, and whoever looks it over now."""
    team = Office.objects.get(pk=facts["office"]).team
    editors = colleagues_in(team, Role.EDITOR).values("pk") if team else User.objects.none().values("pk")
    return User.objects.filter(pk__in=[*(row["pk"] for row in editors), facts["owner"] or 0]).order_by("name", "pk")
