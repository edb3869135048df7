# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deeds that make something public, or something else, of a concern."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns import publishing, threads
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.discrimination import day_field
from friedensplatz.concerns.forms.fields import LineField, WordsField
from friedensplatz.concerns.models import Publication
from friedensplatz.concerns.overseeing import remind_oneself
from friedensplatz.core.languages import pick
from friedensplatz.pages.plug import kinds, union_of


class VersionForm(DeedForm):
    title = LineField(label=_("Public title"), max_length=120)
    public = WordsField(
        label=_("Public text"),
        rows=12,
        help_text=_("Names and addresses are blacked out as far as they were found. Please read every line."),
    )
    text = WordsField(label=_("Word to the person"), rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row, suggested = (
            Publication.objects.filter(concern=self.concern).first(),
            publishing.suggested_version(self.concern),
        )
        word = _("Please look at the text we would like to publish, and say on your status page whether you agree.")
        known = {
            "title": row.title if row else suggested["title"],
            "public": row.text if row else suggested["text"],
            "text": word,
        }
        self.initial = {**known, **self.initial}

    def act(self, by: User) -> None:
        given = self.cleaned_data
        publishing.propose_version(self.concern, given["title"], given["public"], given["text"], by=by)


class BecameForm(DeedForm):
    thing = forms.ChoiceField(
        label=_("What did it become?"),
        required=False,
        help_text=_("The person sees it on their status page. Nobody sees the concern there."),
    )
    later = LineField(
        label=_("Or what is to become of it later?"),
        required=False,
        max_length=200,
        help_text=_("Such as a participation process or a project that is not there yet. Only you read this."),
    )
    day = day_field(_("When shall we remind you to link it?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["thing"]
        assert isinstance(field, forms.ChoiceField)
        results = union_of({name: kind.things() for name, kind in kinds().items() if kind.is_result})
        choices: dict[str, list[tuple[str, str]]] = {}
        for card in sorted(results, key=lambda card: (card.kind, pick(card.name).text.casefold())):
            choices.setdefault(str(card.label), []).append((f"{card.kind}/{card.pk}", pick(card.name).text))
        field.choices = [("", _("Please choose")), *choices.items()]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("thing") and not given.get("later"):
            self.add_error("thing", _("Please choose, or say what is to become of it."))
        if given.get("later") and not given.get("day") and "day" not in self.errors:
            self.add_error("day", _("Please say when."))
        return given

    def act(self, by: User) -> None:
        given = self.cleaned_data
        if given["thing"]:
            name, pk = given["thing"].split("/")
            threads.let_become(self.concern, kinds()[name].things().get(pk=pk), by=by)
        if given["later"]:
            remind_oneself(self.concern, given["day"], given["later"], by=by)
