# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What counsellors do in a case of discrimination."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.claims import incident_of
from friedensplatz.concerns.models import Concern, Counselling, Deadline, PlanStep, Pointer
from friedensplatz.concerns.promises import claim_deadline


@transaction.atomic
def assess_concern(
    concern: Concern, basis: str, *, by: User, incident: dt.date | None = None, claimed: bool = False
) -> None:
    """Say which law applies and when it happened; the statutory day follows. `claimed`: claims have been made."""
    Counselling.objects.update_or_create(concern=concern, defaults={"basis": basis})
    if incident != incident_of(concern.particulars):
        told = {name: value for name, value in concern.particulars.items() if name != "incident_on"}
        concern.tell(particulars={**told, "incident_on": incident.isoformat()} if incident else told)
        concern.save(update_fields=["subject", "place_note", "sealed"])
        concern.deadlines.filter(rule=Deadline.Rule.CLAIM).delete()
        if incident:
            claim_deadline(concern, incident).save()
    open_claim = concern.deadlines.filter(rule=Deadline.Rule.CLAIM)
    if claimed:
        open_claim.filter(met_at=None).update(met_at=timezone.now())
    else:
        open_claim.update(met_at=None)
    record(concern, "assessed", actor=by)


@transaction.atomic
def plan_steps(concern: Concern, done: Collection[PlanStep], *, by: User, words: str = "", day: dt.date | None) -> None:
    """Tick off the steps that are done, and only those; add one when `words` say what it is."""
    finished = {step.pk for step in done}
    concern.plan.filter(pk__in=finished, done_at=None).update(done_at=timezone.now())
    concern.plan.exclude(pk__in=finished).update(done_at=None)
    if words:
        step = PlanStep(concern=concern, day=day, by=by)
        step.write(words)
        step.save()
    record(concern, "planned", actor=by)


def pointers_for(field: str) -> list[Pointer]:
    """Who else helps in a field."""
    return list(Pointer.objects.filter(field=field))
