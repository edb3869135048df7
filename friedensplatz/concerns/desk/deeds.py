# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the desk can do with a concern: the buttons of the case page, each with its form and its permission."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns.disclosing import disclosure_of
from friedensplatz.concerns.forms import counselling
from friedensplatz.concerns.forms import desk as forms
from friedensplatz.concerns.models import Concern, Kind
from friedensplatz.concerns.workflow import MOVES, can_move


@dataclass(frozen=True)
class Deed:
    name: str
    """The move of the workflow, if it is one."""
    label: str | Promise
    form: type[forms.DeedForm]
    permission: str = "concerns.work_on_concern"
    kind: str = ""
    """Only for concerns of this kind; empty for all."""

    def fits(self, concern: Concern) -> bool:
        """A deed that is no move of the table is always possible."""
        return self.kind in {"", concern.kind} and (self.name not in MOVES or can_move(self.name, concern.state))

    def is_done(self, user: User, concern: Concern) -> bool:
        """Whether doing it again would change nothing."""
        if self.name == "disclose":
            return disclosure_of(concern, user) is not None
        return self.name == "take" and concern.assignee_id == user.pk


DEEDS = {
    deed.name: deed
    for deed in (
        Deed("take", _("Take"), forms.TakeForm),
        Deed("answer", _("Answer"), forms.AnswerForm),
        Deed("ask", _("Ask the person"), forms.AskForm),
        Deed("inform", _("Interim message"), forms.InformForm),
        Deed("note", _("Internal note"), forms.NoteForm),
        Deed("disclose", _("Ask for the name"), forms.DiscloseForm, "concerns.ask_disclosure"),
        Deed("assign", _("Assign"), forms.AssignForm, "concerns.assign_concern"),
        Deed("pass_on", _("Pass on"), forms.PassOnForm),
        Deed("dismiss", _("Close without an answer"), forms.DismissForm),
        Deed("close", _("Close"), forms.CloseForm),
        Deed("assess", _("Law and day"), counselling.AssessForm, kind=Kind.DISCRIMINATION),
        Deed("plan", _("Plan"), counselling.PlanForm, kind=Kind.DISCRIMINATION),
        Deed("resume", _("Take up again"), forms.ResumeForm),
    )
}


def deeds_for(user: User, concern: Concern) -> list[Deed]:
    """What this person can do with this concern now."""
    possible = (deed for deed in DEEDS.values() if deed.fits(concern) and not deed.is_done(user, concern))
    return [deed for deed in possible if user.has_perm(deed.permission, concern)]
