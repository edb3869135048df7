# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the case page shows of concerns of one kind beside what all have."""

from collections.abc import Callable
from typing import Any

from friedensplatz.concerns.consents import consents_in_force
from friedensplatz.concerns.counselling import pointers_for
from friedensplatz.concerns.models import Concern, Counselling, Kind, Party, Publication
from friedensplatz.concerns.petitions import petition_so_far
from friedensplatz.concerns.threads import became_of


def _discrimination(concern: Concern) -> dict[str, Any]:
    return {
        "counselling": Counselling.objects.filter(concern=concern).first(),
        "plan": concern.plan.select_related("concern"),
        "pointers": pointers_for(concern.particulars.get("field", "")),
        "consents": consents_in_force(concern),
    }


def _petition(concern: Concern) -> dict[str, Any]:
    return {"petition": petition_so_far(concern), **_initiative(concern)}


def _initiative(concern: Concern) -> dict[str, Any]:
    return {"publication": Publication.objects.filter(concern=concern).first()}


def _mediation(concern: Concern) -> dict[str, Any]:
    return {"side": concern.parties.filter(role=Party.Role.SIDE).select_related("concern").first()}


FACTS: dict[str, Callable[[Concern], dict[str, Any]]] = {
    Kind.DISCRIMINATION: _discrimination,
    Kind.PETITION: _petition,
    Kind.INITIATIVE: _initiative,
    Kind.MEDIATION: _mediation,
}


def facts_of_kind(concern: Concern) -> dict[str, Any]:
    """Template variables; `of_kind` is the part of the page that shows them."""
    facts = FACTS.get(concern.kind)
    known = {"became": became_of(concern)}
    return {**known, "of_kind": f"concerns/_of_{concern.kind}.html", **facts(concern)} if facts else known
