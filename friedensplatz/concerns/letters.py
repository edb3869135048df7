# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Starting an answer from a template: the marks a template may hold, and what they become."""

import re
from collections.abc import Iterable, Mapping

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from friedensplatz.accounts.models import User
from friedensplatz.concerns.disclosing import shown_reporter
from friedensplatz.concerns.models import Concern

MARK = re.compile(r"\{(\w+)\}")
LIKE_A_MARK = re.compile(r"\{+[^{}]*\}+")
FIELDS = ("greeting", "reference", "office", "clerk", "received", "due", "today")


def fields_of(concern: Concern, clerk: User) -> dict[str, str]:
    """What each mark becomes, in the person's language."""
    reporter = shown_reporter(concern, clerk)
    with override(concern.language):
        days = {
            "received": timezone.localdate(concern.received_at),
            "due": concern.answer_due,
            "today": timezone.localdate(),
        }
        return {
            "greeting": _("Good day, %(name)s,") % {"name": reporter.name} if reporter else _("Good day,"),
            "reference": concern.reference,
            "office": str(concern.office),
            "clerk": str(clerk),
            **{name: formats.date_format(day, "DATE_FORMAT") for name, day in days.items()},
        }


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its marks replaced; marks nobody knows stay as they are."""
    return MARK.sub(lambda mark: values.get(mark.group(1), mark.group(0)), text)


def unknown_marks(text: str, own: Iterable[str] = ()) -> list[str]:
    """Whatever stands in braces and would reach a person as it is, such as `{nme}` or `{{ due }}`.

    `own` are the marks of a template that are asked for when it is used.
    """
    known = {f"{{{name}}}" for name in (*FIELDS, *own)}
    return sorted({mark.strip("{} ") for mark in LIKE_A_MARK.findall(text) if mark not in known})
