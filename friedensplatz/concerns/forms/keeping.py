# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class KeepForm(forms.Form):
    """Nothing to fill in, unless the concern is anonymous: then the person says that they know what it joins."""

    joins = forms.BooleanField(
        label=_("Yes, join this anonymous concern with the e-mail address of my account."),
        error_messages={"required": _("We do this only if you say so here.")},
    )

    def __init__(self, *args: Any, anonymous: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not anonymous:
            del self.fields["joins"]
