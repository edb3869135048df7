# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the desk can do with a concern: the buttons of the case page, each with its form and its permission."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.concerns.disclosing import disclosure_of
from friedensplatz.concerns.forms import (
    counselling,
    initiative,
    joining,
    lawful,
    mediation,
    overseeing,
    petition,
    publishing,
    together,
)
from friedensplatz.concerns.forms import desk as forms
from friedensplatz.concerns.models import Concern, Kind, Protection
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
    when: Callable[[Concern], bool] | None = None
    """When a deed is possible that is no move of the table; None for always."""

    move: str = ""
    """The move it makes where that has another name."""

    @property
    def is_seldom(self) -> bool:
        """Stands behind "more", so that the page begins with what is done every day."""
        return self.name in SELDOM

    def fits(self, concern: Concern) -> bool:
        if self.kind not in {"", concern.kind}:
            return False
        move = self.move or self.name
        return (move not in MOVES or can_move(move, concern.state)) and (not self.when or self.when(concern))

    def is_done(self, user: User, concern: Concern) -> bool:
        """Whether doing it again would change nothing."""
        if self.name in {"hold", "lift_hold"}:
            return bool(concern.hold) == (self.name == "hold")
        if self.name == "disclose":
            return disclosure_of(concern, user) is not None
        return self.name == "take" and concern.assignee_id == user.pk


OWN = "concerns.let_others_in"
SELDOM = {"wait", "hold", "lift_hold", "let_in", "let_out", "join", "split", "remind", "escalate", "dismiss"}


def _can_be_shown(concern: Concern) -> bool:
    """A sealed concern is never shown to a whole office."""
    return can_move("wait", concern.state) and concern.protection != Protection.SEALED


def _is_running(concern: Concern) -> bool:
    return concern.is_open


def _is_plain(concern: Concern) -> bool:
    """What ties a concern to something public would tell of one that is encrypted."""
    return not concern.is_encrypted


def _is_over(concern: Concern) -> bool:
    """What became of it is told when it has ended."""
    return not concern.is_open and _is_plain(concern)


DEEDS = {
    deed.name: deed
    for deed in (
        Deed("take", _("Take"), forms.TakeForm),
        Deed("answer", _("Answer"), forms.AnswerForm),
        Deed("ask", _("Ask the person"), forms.AskForm),
        Deed("inform", _("Interim message"), forms.InformForm),
        Deed("note", _("Internal note"), forms.NoteForm),
        Deed("disclose", _("Ask for the name"), forms.DiscloseForm, "concerns.ask_disclosure"),
        Deed("statement", _("Ask for a statement"), together.StatementForm, OWN, when=_can_be_shown),
        Deed("wait", _("Wait for others"), together.WaitForm),
        Deed("go_on", _("Go on"), together.GoOnForm),
        Deed("hold", _("Put a hold on it"), lawful.HoldForm, "concerns.hold_concern"),
        Deed("lift_hold", _("Lift the hold"), lawful.LiftForm, "concerns.hold_concern"),
        Deed("assign", _("Assign"), forms.AssignForm, "concerns.assign_concern"),
        Deed("let_in", _("Let in"), together.LetInForm, OWN),
        Deed(
            "let_out", _("Let out again"), together.LetOutForm, OWN, when=lambda concern: bool(concern.admissions.all())
        ),
        Deed("pass_on", _("Pass on"), forms.PassOnForm),
        Deed("join", _("Join with another"), joining.JoinForm, when=_is_running),
        Deed("split", _("Split"), joining.SplitForm, when=_is_running),
        Deed("remind", _("Remind me"), overseeing.RemindForm, "concerns.view_concern"),
        Deed(
            "escalate",
            _("Ask the leads"),
            overseeing.EscalateForm,
            when=lambda concern: concern.is_open and concern.escalated_at is None,
        ),
        Deed("dismiss", _("Close without an answer"), forms.DismissForm),
        Deed("close", _("Close"), forms.CloseForm),
        Deed("assess", _("Law and day"), counselling.AssessForm, kind=Kind.DISCRIMINATION),
        Deed("plan", _("Plan"), counselling.PlanForm, kind=Kind.DISCRIMINATION),
        Deed("examine", _("Examine"), petition.ExamineForm, kind=Kind.PETITION, move="ask"),
        Deed("sitting", _("Sitting"), petition.SittingForm, kind=Kind.PETITION, move="wait"),
        Deed("decide", _("Decision"), petition.DecideForm, kind=Kind.PETITION, move="answer"),
        Deed("version", _("Public version"), publishing.VersionForm, kind=Kind.PETITION, move="inform"),
        Deed("support", _("Support"), initiative.SupportForm, kind=Kind.INITIATIVE),
        Deed(
            "profile", _("Public profile"), publishing.VersionForm, kind=Kind.INITIATIVE, move="inform", when=_is_plain
        ),
        Deed("tell", _("Write to the other side"), mediation.TellForm, kind=Kind.MEDIATION, when=_is_running),
        Deed("agreement", _("Agreement"), mediation.AgreementForm, kind=Kind.MEDIATION, when=_is_running),
        Deed("became", _("It became …"), publishing.BecameForm, when=_is_over),
        Deed("resume", _("Take up again"), forms.ResumeForm),
    )
}


def deeds_for(user: User, concern: Concern) -> list[Deed]:
    """What this person can do with this concern now."""
    possible = (deed for deed in DEEDS.values() if deed.fits(concern) and not deed.is_done(user, concern))
    allowed = {name: user.has_perm(name, concern) for name in {deed.permission for deed in DEEDS.values()}}
    return [deed for deed in possible if allowed[deed.permission]]
