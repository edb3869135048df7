# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was done with a concern, as lines to read."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.activity.models import Activity
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.models import Concern
from friedensplatz.directory.models import Office

DONE = {
    "received": _("received"),
    "assigned": _("assigned"),
    "taken": _("taken"),
    "passed_on": _("passed on"),
    "informed": _("sent an interim message"),
    "asked": _("asked the person"),
    "answered": _("answered"),
    "closed": _("closed"),
    "dismissed": _("closed without an answer"),
    "resumed": _("took up again"),
    "wrote_back": _("the person wrote back"),
    "withdrawn": _("the person withdrew it"),
    "reopened": _("the person took it up again"),
    "noted": _("wrote a note"),
    "mail_returned": _("a mail to the person came back"),
    "waited": _("waits for others"),
    "went_on": _("went on"),
    "read": _("looked into it"),
    "protection_changed": _("the person changed the protection"),
    "consented": _("the person agreed"),
    "consent_withdrawn": _("the person took a consent back"),
    "assessed": _("assessed it"),
    "planned": _("changed the plan"),
    "disclosure_asked": _("asked for the name"),
    "disclosed": _("agreed that the name is shown"),
    "disclosure_declined": _("kept the name closed"),
    "name_read": _("saw the name"),
    "became_late": _("the promised day passed"),
}


@dataclass(frozen=True)
class Line:
    activity: Activity
    done: str
    object: str
    """To whom: the new office or the assignee; empty for most."""


def history_of(concern: Concern) -> list[Line]:
    """All deeds, oldest first, with names for the offices and people they point to."""
    activities = list(activities_of(concern))
    offices = Office.objects.in_bulk(_ids(activities, "to"))
    people = User.objects.in_bulk(_ids(activities, "assignee"))
    return [
        Line(
            activity,
            str(DONE.get(activity.verb, activity.verb)),
            str(offices.get(activity.details.get("to")) or people.get(activity.details.get("assignee")) or ""),
        )
        for activity in activities
    ]


def _ids(activities: list[Activity], name: str) -> set[int]:
    return {activity.details[name] for activity in activities if name in activity.details}
