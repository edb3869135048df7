# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The inbox's filters, and the views that keep them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.forms.fields import LineField
from friedensplatz.concerns.models import Channel, Kind, Protection
from friedensplatz.concerns.queries import OF_OTHERS
from friedensplatz.concerns.workflow import State
from friedensplatz.directory.models import District, Duty, Office

SCOPES = ("", "mine", "unassigned", "late", "escalated", *OF_OTHERS)
ANY = ("", _("any"))


class FilterForm(forms.Form):
    """What an inbox shows; anything unreadable shows everything."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All open ones")), *State.choices])
    office = forms.TypedChoiceField(label=_("Office"), required=False, coerce=int, empty_value=None)
    words = LineField(label=_("Words or reference"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("kind"), required=False, choices=[ANY, *Kind.choices])
    protection = forms.ChoiceField(label=_("protection"), required=False, choices=[ANY, *Protection.choices])
    channel = forms.ChoiceField(label=_("channel"), required=False, choices=[ANY, *Channel.choices])
    district = forms.TypedChoiceField(label=_("District"), required=False, coerce=int, empty_value=None)
    duty = forms.TypedChoiceField(label=_("What it is about"), required=False, coerce=int, empty_value=None)
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("by promise")), ("newest", _("newest first")), ("oldest", _("oldest first"))],
    )
    scope = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(s, s) for s in SCOPES])

    def __init__(self, *args: Any, offices: list[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs["class"] = f"kern-form-input__{'input' if name == 'words' else 'select'}"
        self._offer("district", District.objects.order_by("number"))
        self._offer("duty", Duty.objects.filter(office__in=offices).order_by("slug"))
        if len(offices) > 1:
            self._offer("office", offices, empty=_("All my offices"))
        else:
            del self.fields["office"]

    def _offer(self, name: str, rows: Any, *, empty: Any = ANY[1]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", empty), *((str(row.pk), str(row)) for row in rows)]


class SavedViewForm(forms.Form):
    """A name for what the inbox shows now."""

    title = LineField(label=_("Name of this view"), max_length=60)
    office = forms.TypedChoiceField(label=_("Who sees it?"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, offices: list[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["office"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("only I")), *((str(office.pk), str(office)) for office in offices)]
        self.fields["title"].widget.attrs["class"] = "kern-form-input__input"
        field.widget.attrs["class"] = "kern-form-input__select"
