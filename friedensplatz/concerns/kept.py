# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How often the city kept what it promised, computed from the clocks of the concerns."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.utils import timezone

from friedensplatz.concerns.models import Deadline, Kind
from friedensplatz.concerns.promises import Promise, promise_for
from friedensplatz.concerns.workflow import WaitingFor

A_YEAR = dt.timedelta(days=365)
FEWEST = 5


@dataclass(frozen=True)
class Kept:
    kind: Kind
    promise: Promise
    promised: int
    """Answers that were due within the last year."""
    kept: int

    @property
    def per_cent(self) -> int | None:
        """None where so few were due that the number would tell of single people."""
        return round(100 * self.kept / self.promised) if self.promised >= FEWEST else None


def promises_kept() -> list[Kept]:
    """For every kind; an answer that is still missing on its day is a broken promise. One query."""
    today = timezone.localdate()
    due = Deadline.objects.filter(rule=Deadline.Rule.ANSWER, due__gte=today - A_YEAR, due__lt=today).order_by()
    due = due.exclude(met_at=None, concern__waiting_for=WaitingFor.PERSON)
    in_time = Count("pk", filter=Q(met_at__date__lte=F("due")))
    rows = {
        kind: (promised, kept)
        for kind, promised, kept in due.values_list("concern__kind").annotate(all=Count("pk"), kept=in_time)
    }
    return [Kept(kind, promise_for(kind), *rows.get(kind, (0, 0))) for kind in Kind]
