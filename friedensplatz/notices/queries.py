# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading the outbox. For administrators only."""

from django.db.models import Count, QuerySet

from friedensplatz.notices.models import Mail


def mails_in_outbox(state: str = "", *, with_text: bool = False) -> QuerySet[Mail]:
    """All mails, or those in one state; their texts only where they are asked for."""
    mails = Mail.objects.all() if with_text else Mail.objects.defer("body")
    return mails.filter(state=state) if state in Mail.State.values else mails


def mails_by_state() -> dict[str, int]:
    """State → how many, for every state."""
    counts = dict(Mail.objects.order_by().values_list("state").annotate(Count("pk")))
    return {state: counts.get(state, 0) for state in Mail.State.values}
