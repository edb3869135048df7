# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be changed for several things at once."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.directory.forms.offices import day_field, named_choices, slugs_field
from friedensplatz.directory.models import Audience, Office, Topic
from friedensplatz.directory.parts.content import Content

A_YEAR = dt.timedelta(days=365)
SUBJECTS = ("topics", "audiences")


class SeveralForm(forms.Form):
    """Wishes for all chosen things; what is left empty stays as it is. `seen` tells which preview was confirmed."""

    still_true = forms.BooleanField(
        label=_("Everything is still true"), required=False, help_text=_("It is to be read again in a year.")
    )
    review_by = day_field(_("To be read again by"), required=False)
    kept_by = forms.ChoiceField(label=_("Which office keeps this true"), required=False)
    add_topics = slugs_field(_("Add topics"))
    take_topics = slugs_field(_("Take topics away"))
    add_audiences = slugs_field(_("Add groups of people"))
    take_audiences = slugs_field(_("Take groups of people away"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, fields: set[str]) -> None:
        """`fields` are those the things have."""
        super().__init__(data)
        choices = {"topics": named_choices(Topic), "audiences": named_choices(Audience)}
        for name, values in choices.items():
            for wish in ("add", "take"):
                self.fields[f"{wish}_{name}"].choices = values  # type: ignore[attr-defined]
        self.fields["kept_by"].choices = [("", "–"), *named_choices(Office)]  # type: ignore[attr-defined]
        if "kept_by" not in fields:
            del self.fields["kept_by"]

    def applied(self, content: Content) -> Content:
        """The content of a thing with the wishes fulfilled."""
        wishes = self.cleaned_data
        day = timezone.localdate() + A_YEAR if wishes["still_true"] else wishes["review_by"]
        changed = {"review_by": day.isoformat()} if day else {}
        if wishes.get("kept_by"):
            changed["kept_by"] = wishes["kept_by"]
        for name in SUBJECTS:
            slugs = {*content[name], *wishes[f"add_{name}"]} - {*wishes[f"take_{name}"]}
            changed[name] = sorted(slugs)
        return content | changed
