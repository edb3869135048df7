# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading what the website keeps, through who asks."""

from django.db.models import QuerySet

from friedensplatz.accounts.models import User
from friedensplatz.accounts.queries import Visitor
from friedensplatz.directory.queries import offices_editable_by
from friedensplatz.website.models import Feedback


def feedback_visible_to(user: Visitor) -> QuerySet[Feedback]:
    """What was said about the pages of the offices a person edits; everything for administrators."""
    if isinstance(user, User) and user.is_administrator:
        return Feedback.objects.all()
    return Feedback.objects.filter(office__in=offices_editable_by(user))


def feedback_waiting(user: Visitor) -> QuerySet[Feedback]:
    """Words about pages that nobody has looked at yet, the oldest first."""
    return feedback_visible_to(user).filter(done_at=None).exclude(text="").order_by("pk")
