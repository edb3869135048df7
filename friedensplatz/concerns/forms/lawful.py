# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns.forms.desk import DeedForm
from friedensplatz.concerns.forms.fields import WordsField
from friedensplatz.concerns.retaining import hold_concern, lift_hold


class HoldForm(DeedForm):
    reason = WordsField(
        label=_("Why must it be kept?"),
        rows=3,
        help_text=_("Nothing of it is deleted until you lift the hold; the person cannot erase it either."),
    )

    def act(self, by: User) -> None:
        hold_concern(self.concern, self.cleaned_data["reason"], by=by)


class LiftForm(DeedForm):
    def act(self, by: User) -> None:
        lift_hold(self.concern, by=by)
