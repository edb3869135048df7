# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deeds that make something public, or something else, of a concern."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns import publishing, threads
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.fields import LineField, WordsField
from friedensplatz.concerns.models import Publication
from friedensplatz.pages.queries import live_pages


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
    page = forms.ModelChoiceField(
        live_pages().none(),
        label=_("Which page did it become?"),
        empty_label=_("Please choose"),
        help_text=_("The person sees it on their status page. Nobody sees the concern on the page."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["page"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = live_pages().order_by("slug")

    def act(self, by: User) -> None:
        threads.let_become(self.concern, self.cleaned_data["page"], by=by)
