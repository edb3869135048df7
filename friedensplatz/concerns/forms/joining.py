# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deeds that join and part concerns."""

from typing import Any

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns.codes import normal_reference
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.fields import LineField, WordsField
from friedensplatz.concerns.joining import join_concern, split_concern
from friedensplatz.concerns.queries import concerns_visible_to, opening_of


class JoinForm(DeedForm):
    of = LineField(label=_("Reference of the other concern"), max_length=20, help_text=_("That one stays open."))
    text = WordsField(label=_("What do we tell the person?"), rows=5)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with override(self.concern.language):
            told = gettext(
                "Somebody has told us about this before, and we are working on it. We look after both together."
            )
        self.initial.setdefault("text", told)

    def act(self, by: User) -> None:
        given = self.cleaned_data
        others = concerns_visible_to(by).exclude(pk=self.concern.pk).select_related("duplicate_of")
        other = others.filter(reference=normal_reference(given["of"])).first()
        if other is None:
            self.add_error("of", _("You can see no other concern with this reference."))
        else:
            join_concern(self.concern, other, given["text"], by=by)


class SplitForm(DeedForm):
    text = WordsField(
        label=_("The part that becomes a concern of its own"),
        rows=8,
        help_text=_(
            "Leave what belongs to the new concern. The person is told its reference; their code opens it too."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial["text"] = opening_of(self.concern)

    def act(self, by: User) -> None:
        split_concern(self.concern, self.cleaned_data["text"], by=by)
