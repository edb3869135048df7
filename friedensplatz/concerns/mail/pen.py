# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pen where doubtful mail waits: what a colleague sees of it."""

from django.db.models import Count, Max, QuerySet

from friedensplatz.concerns.models import Concern, Incoming

State = Incoming.State


def mails_in(state: str, sender: str = "") -> QuerySet[Incoming]:
    """The newest mail of each sender, or all of one sender (a digest); whoever writes hundreds takes one line."""
    rows = Incoming.objects.filter(state=state)
    if sender:
        return rows.filter(sender=sender)
    return rows.filter(pk__in=rows.order_by().values("sender").annotate(newest=Max("pk")).values("newest"))


def numbers_of(state: str, mails: list[Incoming]) -> dict[str, int]:
    """How many mails of these senders there are, by digest."""
    rows = Incoming.objects.filter(state=state, sender__in={mail.sender for mail in mails})
    return dict(rows.order_by().values_list("sender").annotate(number=Count("pk")))


def mails_waiting() -> int:
    return Incoming.objects.filter(state=State.WAITING).count()


def concern_to_add_to(reference: str, visible: QuerySet[Concern]) -> Concern | None:
    """The concern with a reference that a mail may be added to: one's own, or any that is not encrypted."""
    concern = Concern.objects.select_related("office").filter(reference=reference).first()
    if concern is None or (concern.is_encrypted and not visible.filter(pk=concern.pk).exists()):
        return None
    return concern
