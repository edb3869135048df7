# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.accounts.queries import people_named
from friedensplatz.core.forms import TextsForm
from friedensplatz.website.models import Barrier, Statement


def _day(label: Any, *, required: bool = False) -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


class KeptForm(TextsForm):
    """A form over a row of the statement. `seen` is the version somebody started from."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, row: Statement | Barrier) -> None:
        told = {name: getattr(row, name) for name in (*self.texts, *self.base_fields) if name != "seen"}
        super().__init__(data, initial={**told, "seen": row.version})

    def changes(self) -> dict[str, Any]:
        """What was typed, by the names of the row's fields."""
        return {name: value for name, value in self.answers().items() if name != "seen"}

    def take_version(self, version: int) -> None:
        """Saving again means to replace what a colleague has saved meanwhile."""
        data = cast(QueryDict, self.data).copy()
        data["seen"] = str(version)
        self.data = data


class StatementForm(KeptForm):
    texts = {
        "summary": (_("What people can rely on"), 6),
        "method_note": (_("How it was tested, in your words"), 3),
    }
    method = forms.ChoiceField(label=_("How it was tested"), choices=Statement.Method.choices)
    made_on = _day(_("First made on"))
    reviewed_on = _day(_("Last tested on"))
    responsible = forms.ModelChoiceField(
        User.objects.none(), label=_("Who keeps it true"), required=False, help_text=_("Reminded once a year.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = people_named().filter(is_active=True)  # type: ignore[attr-defined]


class BarrierForm(KeptForm):
    texts = {
        "what": (_("What cannot be used by everybody"), 2),
        "where": (_("Where"), 1),
        "alternative": (_("What people can do instead"), 2),
    }
    required_texts = frozenset({"what", "where", "alternative"})
    reason = forms.ChoiceField(label=_("Why it is there"), choices=Barrier.Reason.choices)
    criterion = forms.RegexField(
        r"^\d\.\d\.\d{1,2}$", label=_("Success criterion"), required=False, help_text=_("WCAG, e.g. 1.2.5")
    )
    blocks = forms.BooleanField(label=_("It keeps people from something this website is for"), required=False)
    since = _day(_("Known since"), required=True)
    planned_until = _day(_("To be removed by"))
    removed_on = _day(_("Removed on"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, removed = cleaned.get("since"), cleaned.get("removed_on")
        if since and removed and removed < since:
            self.add_error("removed_on", _("That is before it was known."))
        return cleaned
