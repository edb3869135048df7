# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Trying out at the desk what the front door would answer."""

from dataclasses import dataclass

from friedensplatz.core.languages import Translated
from friedensplatz.directory.models import Duty
from friedensplatz.directory.queries import route
from friedensplatz.directory.routing.decision import Certainty


@dataclass(frozen=True)
class TrialDoor:
    """A door the router names: whose, for which duty, how surely (0–100) and by which words."""

    name: Translated
    duty: Duty
    percent: int
    words: list[str]


@dataclass(frozen=True)
class Trial:
    """What the door answers now. Outside doors are who helps when it is not the city's business."""

    text: str
    certainty: Certainty
    outside: bool
    doors: list[TrialDoor]


def try_out(text: str) -> Trial:
    """Ask the router in force."""
    ranking = route(text)
    found = [*ranking.candidates, *ranking.helpers]
    duties = Duty.objects.select_related("office", "organisation").in_bulk([one.duty_id for one in found])
    doors = []
    for one in found:
        duty = duties[one.duty_id]
        whose = duty.office or duty.organisation
        words = [reason.term for reason in one.reasons]
        doors.append(TrialDoor(whose.name if whose else duty.title, duty, round(100 * one.confidence), words))
    return Trial(text, ranking.certainty, ranking.outside, doors)
