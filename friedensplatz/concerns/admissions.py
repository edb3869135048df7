# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Working together: other offices and colleagues are let in to a concern, and out again."""

from django.db import transaction

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Admission, Concern
from friedensplatz.directory.models import Office


@transaction.atomic
def let_in(concern: Concern, who: Office | User, right: Admission.Right, *, by: User) -> None:
    """Let an office or a person read a concern, or work on it; a second time changes the right."""
    office, user = (who, None) if isinstance(who, Office) else (None, who)
    Admission.objects.update_or_create(concern=concern, office=office, user=user, defaults={"right": right, "by": by})
    record(concern, "let_in", actor=by, right=str(right), **_whom(office, user))


@transaction.atomic
def let_out(admission: Admission, *, by: User) -> None:
    """Take the right away; who was let in sees it no more from now on."""
    admission.delete()
    record(admission.concern, "let_out", actor=by, **_whom(admission.office, admission.user))


def _whom(office: Office | None, user: User | None) -> dict[str, int]:
    return {"to": office.pk} if office else {"assignee": user.pk} if user else {}
