# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The demo's invented petitions, initiatives and annual report, so that its public lists show what they look like.

They go the way of all others: handed in, shown to their people, agreed to, decided. Only days lie in the past.
"""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.accounts.queries import CASE_ROLES, colleagues_in
from friedensplatz.concerns.actions import answer_concern, close_concern, receive_concern
from friedensplatz.concerns.consents import PUBLIC, give_consent
from friedensplatz.concerns.models import Concern, Kind, Protection, Publication, Report, Reporter, Rule
from friedensplatz.concerns.petitions import bring_to_committee, decide_petition, examine_petition
from friedensplatz.concerns.publishing import propose_version
from friedensplatz.concerns.reporting import publish_report
from friedensplatz.concerns.workflow import Outcome
from friedensplatz.core.loading import Folder, Shape
from friedensplatz.directory.models import District, Office

FILE = "examples.yaml"
PERSON = Reporter("Beate Beispiel")
WORD = "Bitte sehen Sie sich an, was wir veröffentlichen möchten. (Beispiel)"
NOTICE = "Der Ausschuss hat über Ihre Eingabe entschieden. (Beispiel)"
ANSWER = "Vielen Dank, das ist erledigt. (Beispiel)"


class PetitionShape(Shape):
    title: str
    text: str
    joint: int
    committee: str
    sits_in_days: int
    paper: str
    decision: str = ""


class InitiativeShape(Shape):
    group: str
    text: str
    profile: str
    needs: list[str]


class CountedShape(Shape):
    kind: Kind
    office: str
    district: str
    text: str
    times: int
    day: int
    days: int
    outcome: Outcome


class ExamplesShape(Shape):
    petitions: list[PetitionShape] = []
    initiatives: list[InitiativeShape] = []
    report: list[CountedShape] = []


def examples_are_there() -> bool:
    """Loaded before; or people have published something themselves, which is better."""
    return Publication.objects.exists() or Report.objects.exists()


@transaction.atomic
def load_examples() -> None:
    """All of them or none."""
    shape = Folder(settings.ROOT / "demo").read(FILE, ExamplesShape)
    leader = User.objects.filter(is_leadership=True).order_by("pk").first()
    if shape is None or leader is None or examples_are_there():
        return
    for petition in shape.petitions:
        _petition(petition)
    for initiative in shape.initiatives:
        told = initiative.model_dump(exclude={"text"})
        _published(Kind.INITIATIVE, initiative.text, told, initiative.group, initiative.profile)
    for counted in shape.report:
        _counted(counted, timezone.localdate().year - 1, leader)
    publish_report(timezone.localdate().year - 1, by=leader)


def _published(kind: Kind, text: str, told: dict[str, object], title: str, public: str) -> tuple[Concern, User]:
    """Handed in at the office that takes its kind, and published as its person agreed; with who works on it there."""
    office = Office.objects.select_related("team").get(pk__in=Rule.objects.filter(kind=kind).values("office"))
    assert office.team is not None
    by = colleagues_in(office.team, *CASE_ROLES).order_by("pk")[0]
    concern, _code = receive_concern(
        text,
        office=office,
        kind=kind,
        protection=Protection.NORMAL,
        language="de",
        reporter=PERSON,
        particulars=told,
    )
    propose_version(concern, title, public, WORD, by=by)
    give_consent(concern, PUBLIC[kind])
    return concern, by


def _petition(petition: PetitionShape) -> None:
    """Before its committee, or decided where the sitting lies in the past."""
    joint = "\n".join(f"Beispielperson {number + 1}" for number in range(petition.joint))
    told: dict[str, object] = {"addressee": "council", "resident": "yes", "publish": True, "joint": joint}
    concern, by = _published(Kind.PETITION, petition.text, told, petition.title, petition.text)
    day = timezone.localdate() + dt.timedelta(days=petition.sits_in_days)
    examine_petition(concern, by=by)
    bring_to_committee(concern, petition.committee, day, paper=petition.paper, by=by)
    if petition.decision:
        decide_petition(concern, petition.decision, day, NOTICE, by=by)


def _counted(counted: CountedShape, year: int, by: User) -> None:
    """Concerns of last year, each answered after so many days and closed."""
    office, district = Office.objects.get(slug=counted.office), District.objects.get(slug=counted.district)
    first = timezone.make_aware(dt.datetime(year, 1, 1, 12)) + dt.timedelta(days=counted.day)
    for place in range(counted.times):
        received = first + dt.timedelta(days=place)
        concern, _code = receive_concern(
            counted.text,
            office=office,
            district=district,
            kind=counted.kind,
            protection=Protection.NORMAL,
            language="de",
            received_at=received,
        )
        answer_concern(concern, ANSWER, by=by)
        close_concern(concern, counted.outcome, by=by)
        answered = received + dt.timedelta(days=counted.days)
        Concern.objects.filter(pk=concern.pk).update(ended_at=answered)
        concern.deadlines.update(met_at=answered)
