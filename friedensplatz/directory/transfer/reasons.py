# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why a value does not fit, in words for a person."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

REASONS: dict[str, str | Promise] = {
    "missing": gettext_lazy("something has to stand here"),
    "string_too_short": gettext_lazy("something has to stand here"),
    "string_type": gettext_lazy("this has to be a text"),
    "string_pattern_mismatch": gettext_lazy("this is not written as it has to be"),
    "bool_parsing": gettext_lazy("write yes or no"),
    "int_parsing": gettext_lazy("write a whole number"),
    "date_from_datetime_parsing": gettext_lazy("write a day like 2027-03-31"),
    "date_parsing": gettext_lazy("write a day like 2027-03-31"),
}


def reason_of(detail: Any) -> str:
    """The reason of one of pydantic's error details."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_too_long":
        return _("at most %(most)s letters fit here") % {"most": context["max_length"]}
    if kind in {"enum", "literal_error"}:
        return _("write one of these: %(known)s") % {"known": context["expected"].replace("'", "")}
    return str(REASONS.get(kind, detail["msg"]))
