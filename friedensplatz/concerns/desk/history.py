# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happened with a concern, as one story: what was written, and between it in quiet lines what was done."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge

from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.activity.models import Activity
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.models import Concern, Entry, Opinion
from friedensplatz.concerns.workflow import Outcome, WaitingFor
from friedensplatz.directory.models import Office

DONE = {
    "received": _("received"),
    "assigned": _("assigned"),
    "taken": _("taken"),
    "passed_on": _("passed on"),
    "passed_on_by_itself": _("passed on by itself, because it is sure where it belongs"),
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
    "called": _("called the person"),
    "call_undone": _("did not call after all"),
    "letter_printed": _("printed a letter"),
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
    "file_taken": _("took a file of an e-mail as it came"),
    "supported": _("supported it"),
    "became": _("tied it to what it became"),
    "side_invited": _("invited the other side"),
    "sides_told": _("wrote to the other side"),
    "side_wrote": _("the other side wrote"),
    "agreement_proposed": _("proposed an agreement"),
    "agreed": _("a side agreed"),
    "examined": _("found it complete"),
    "held": _("put a hold on it: nothing is deleted"),
    "hold_lifted": _("lifted the hold"),
    "offered": _("offered to the archive"),
    "packed": _("took a copy for the archive"),
    "archive_answered": _("wrote down what the archive wants"),
    "erased": _("every word and the person were removed"),
    "judged": _("the person said how it was"),
    "undone": _("took the last deed back"),
    "became_late": _("the promised day passed"),
    "claim_near": _("a day of the law is near"),
    "statement_asked": _("asked for a statement"),
    "stated": _("gave a statement"),
    "statement_taken_back": _("took the request for a statement back"),
    "statement_late": _("the day for the statement passed"),
    "let_in": _("let in"),
    "let_out": _("let out again"),
    "escalated": _("asked the leads to see to it"),
    "joined": _("joined another concern with it"),
    "split": _("made a second concern of a part"),
}
TOLD_BY_ENTRY = {"informed", "asked", "answered", "wrote_back", "noted", "stated", "statement_asked"}
"""What was written says these by itself."""


@dataclass(frozen=True)
class Line:
    activity: Activity
    done: str
    object: str
    """To whom, for whom or how: the new office, the assignee, the outcome; empty for most."""
    times: int = 1
    """How often the same person did the same in a row."""

    @property
    def at(self) -> dt.datetime:
        return self.activity.at


def story_of(concern: Concern, entries: Iterable[Entry]) -> list[Entry | Line]:
    """Entries and quiet lines in the order in which they happened.

    Each kind keeps the order it was written in, also when the clock was set back between.
    """
    quiet = (line for line in history_of(concern) if line.activity.verb not in TOLD_BY_ENTRY)
    return list(_folded(merge(entries, quiet, key=lambda part: part.at)))


def _folded(parts: Iterable[Entry | Line]) -> Iterator[Entry | Line]:
    """Looks of one person one after the other become one line that counts them."""
    last: Entry | Line | None = None
    for part in parts:
        if isinstance(part, Line) and isinstance(last, Line) and _same_look(last, part):
            last = Line(last.activity, last.done, last.object, last.times + 1)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _same_look(one: Line, other: Line) -> bool:
    first, second = one.activity, other.activity
    return first.verb == second.verb == "read" and first.actor_id == second.actor_id


def history_of(concern: Concern) -> list[Line]:
    """All deeds, oldest first, with names for the offices and people they point to."""
    activities = list(activities_of(concern))
    offices = Office.objects.in_bulk(_ids(activities, "to"))
    people = User.objects.in_bulk(_ids(activities, "assignee"))
    return [
        Line(activity, str(DONE.get(_deed(activity), activity.verb)), _object(activity, offices, people))
        for activity in activities
    ]


def _object(activity: Activity, offices: dict[int, Office], people: dict[int, User]) -> str:
    told = activity.details
    named = offices.get(told.get("to")) or people.get(told.get("assignee"))
    words = {"outcome": Outcome, "for": WaitingFor}
    labels = [str(choices(told[name]).label) for name, choices in words.items() if name in told]
    return str(named) if named else ", ".join([*labels, *([told["with"]] if "with" in told else [])])


def _deed(activity: Activity) -> str:
    return f"{activity.verb}_by_itself" if activity.details.get("by_itself") else activity.verb


def opinions_in(concern: Concern, story: list[Entry | Line]) -> list[Opinion]:
    """What the person thought each time it had ended."""
    return (
        list(concern.opinions.all())
        if any(isinstance(part, Line) and part.activity.verb == "judged" for part in story)
        else []
    )


def _ids(activities: list[Activity], name: str) -> set[int]:
    return {activity.details[name] for activity in activities if name in activity.details}
