# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading concerns, always through who asks."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import CASE_ROLES, Visitor, roles_of, team_ids
from friedensplatz.concerns.drafts import Content
from friedensplatz.concerns.finding import having_words
from friedensplatz.concerns.keeping import concern_in, owner_key
from friedensplatz.concerns.models import (
    ENCRYPTED,
    Absence,
    Admission,
    Attachment,
    Concern,
    Deadline,
    Entry,
    Incoming,
    Keeping,
    Party,
    Protection,
    Referral,
    Reporter,
    Rule,
    SavedView,
    Template,
    Visibility,
)
from friedensplatz.concerns.workflow import OPEN, WaitingFor
from friedensplatz.core.listing import counted
from friedensplatz.directory.models import Duty, Office
from friedensplatz.directory.queries import offices_taking_concerns, the_city

# A comparison, so that SQLite walks the index; Django writes `is_open=True` as a bare column, which it cannot.
OPEN_ONES = Q(is_open__in=[True])
EVER = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)
DUE_EVER = Q(answer_due__gte=EVER.date())


def offices_of(user: Visitor, *roles: str) -> list[Office]:
    """Offices in whose team a person works on concerns, or holds one of these roles."""
    teams = set(team_ids(user, *(roles or CASE_ROLES)))
    return [office for office in _offices_around(user) if office.team_id in teams] if teams else []


def _offices_around(user: Visitor) -> list[Office]:
    """Offices of all teams a person is in, read once per request."""
    kept: list[Office] | None = getattr(user, "_offices", None)
    if kept is None:
        rows = Office.objects.filter(team__in=list(roles_of(user))).defer("text", "summary")
        kept = list(rows.order_by("slug"))
        user._offices = kept  # type: ignore[union-attr]
    return kept


def office_for_barriers() -> Office | None:
    """The office the city names for barriers on this website; None where it names none that takes concerns."""
    named = the_city().imprint.get("accessibility", {}).get("office", "")
    return offices_taking_concerns().filter(slug=named).first()


def office_for(kind: str, chosen: Office) -> Office:
    """The office that takes a concern of this kind from somebody who turned to an office."""
    rules = Rule.objects.filter(kind=kind, office__takes_concerns=True, office__closed_on=None)
    rule = rules.exclude(also=chosen).select_related("office").first()
    return rule.office if rule and rule.office else chosen


def answering_office(content: Content) -> Office:
    """The office a draft goes to: the one chosen, or the one that takes its kind."""
    return office_for(content.kind, Office.objects.get(pk=content.office))


def concerns_visible_to(user: Visitor) -> QuerySet[Concern]:
    """What the rule `may_read` allows: concerns of one's offices as their protection says, and where one is let in."""
    if not isinstance(user, User):
        return Concern.objects.none()
    mine = Q(office__team__in=team_ids(user, *CASE_ROLES))
    return Concern.objects.exclude(key=b"").filter(mine & readable_by(user) | let_in(user))


def readable_by(user: User) -> Q:
    """Of the concerns of one's own offices those their protection lets one read."""
    counselled = [office.pk for office in offices_of(user, Role.COUNSELLOR)]
    confidential = Q(protection=Protection.CONFIDENTIAL, office__in=counselled)
    waiting_sealed = Q(protection=Protection.SEALED, office__in=counselled, assignee=None)
    return ~Q(protection__in=ENCRYPTED) | confidential | waiting_sealed | Q(assignee=user)


def let_in(user: User) -> Q:
    """Concerns of others a person was let in to, by name or with their office."""
    by_office = Q(office__team__in=team_ids(user, *CASE_ROLES)) & ~Q(concern__protection__in=ENCRYPTED)
    trusted = Q(office__team__in=team_ids(user, Role.COUNSELLOR), concern__protection=Protection.CONFIDENTIAL)
    return Q(pk__in=Admission.objects.filter(Q(user=user) | by_office | trusted).values("concern"))


def concerns_kept_by(user: Visitor) -> QuerySet[Concern]:
    """Concerns a person keeps in their account."""
    rows = Keeping.objects.filter(owner_key=owner_key(user)) if isinstance(user, User) else []
    return Concern.objects.exclude(key=b"").filter(pk__in=[concern_in(keeping) for keeping in rows])


def concern_for_desk(user: Visitor, reference: str) -> Concern | None:
    """A concern with what the case page shows of it, if the person may see it."""
    ties = ("duplicate_of", "split_from")
    whole = concerns_visible_to(user).select_related("office__team", "duty", "assignee", "district", *ties, "routing")
    admissions = Prefetch("admissions", Admission.objects.select_related("office", "user"))
    referrals = Prefetch("referrals", Referral.objects.select_related("office"))
    return whole.prefetch_related("parties", "deadlines", admissions, referrals).filter(reference=reference).first()


def reporter_of(concern: Concern) -> Reporter | None:
    """Who brought it; None for an anonymous concern."""
    reporters = [party for party in concern.parties.all() if party.role == Party.Role.REPORTER]
    return reporters[0].person if reporters else None


def timeline_of(concern: Concern, user: User) -> list[Entry]:
    """Everything written on a concern, and on those joined with it that somebody may see, oldest first.

    With authors and files, and the mail it came with.
    """
    mail = Incoming.objects.filter(entry=OuterRef("pk")).values("pk")[:1]
    joined = concerns_visible_to(user).filter(duplicate_of=concern).values("pk")
    together = Concern.objects.filter(pk=concern.pk).values("pk").union(joined)
    entries = Entry.objects.filter(concern__in=together).select_related("concern", "author", "office")
    return list(entries.order_by("pk").prefetch_related("attachments").annotate(mail=Subquery(mail)))


def conversation_of(concern: Concern) -> QuerySet[Entry]:
    """What the person sees of the timeline."""
    seen = concern.entries.filter(visibility__in=[Visibility.PERSON, Visibility.SHARED])
    return seen.order_by("pk").select_related("office").prefetch_related("attachments")


def attachment_of(concern: Concern, pk: int, *, seen_by_person: bool) -> Attachment | None:
    """A file of a concern, if this side may see the entry it belongs to."""
    files = Attachment.objects.filter(pk=pk, entry__concern=concern)
    return (files.filter(entry__visibility=Visibility.PERSON) if seen_by_person else files).first()


def opening_of(concern: Concern) -> str:
    """The words a concern began with."""
    return concern.entries.get(kind=Entry.Kind.OPENING).words


@dataclass(frozen=True)
class Filters:
    """What an inbox shows: the open concerns unless a state says otherwise."""

    office: int | None = None
    state: str = ""
    scope: str = ""
    """mine, unassigned, late, shared (those of other offices one was let in to), asked (those that wait for a statement
    of one's office) or empty for all."""
    words: str = ""
    kind: str = ""
    protection: str = ""
    channel: str = ""
    district: int | None = None
    duty: int | None = None
    order: str = ""
    """newest, oldest, or empty for by promise."""


def late() -> Q:
    """The promised day has passed and the city is to act."""
    return OPEN_ONES & Q(answer_due__lt=timezone.localdate()) & ~Q(waiting_for=WaitingFor.PERSON)


def inbox_of(user: User, offices: list[Office], filters: Filters) -> QuerySet[Concern]:
    """The rows of an inbox, unordered; `offices` are those of the person."""
    allowed = [office.pk for office in offices]
    wanted = [filters.office] if filters.office in allowed else allowed
    names = Prefetch("office", Office.objects.only("name"))
    if filters.scope in OF_OTHERS:
        rows = of_others(user, allowed, filters.scope)
    else:
        rows = Concern.objects.filter(_in(wanted), readable_by(user))
    # No join: SQLite then leaves each office's part of the index once the page is full; the bound says which index.
    rows = rows.prefetch_related(names, "assignee").filter(Q(received_at__gte=EVER) if filters.order else DUE_EVER)
    stands = Q(state=filters.state, is_open__in=[filters.state in OPEN]) & ~Q(key=b"") if filters.state else OPEN_ONES
    rows = rows.filter(stands)
    exact = {name: getattr(filters, name) for name in ("kind", "protection", "channel", "district", "duty")}
    rows = rows.filter(_scope(user, filters.scope), **{name: value for name, value in exact.items() if value})
    if filters.words:
        rows = rows.filter(having_words(filters.words))
    return rows


def _scope(user: User, scope: str) -> Q:
    scopes = {"mine": assigned_to(user), "unassigned": Q(assignee=None), "late": late()}
    return scopes.get(scope, ~Q(escalated_at=None) if scope == "escalated" else Q())


def assigned_to(user: User) -> Q:
    """What a person takes care of, and what those do who are away while this person stands in for them."""
    return Q(assignee__in=[user.pk, *_away_and_stood_in_for(user)])


def _away_and_stood_in_for(user: User) -> list[int]:
    """Read once per request: as plain numbers they lead both databases to the right index."""
    kept: list[int] | None = getattr(user, "_stood_in_for", None)
    if kept is None:
        today = timezone.localdate()
        away = Absence.objects.filter(substitute=user, first__lte=today, last__gte=today)
        kept = user._stood_in_for = list(away.values_list("user", flat=True))  # type: ignore[attr-defined]
    return kept


def unanswered_words_for(user: User) -> QuerySet[Concern]:
    """Open concerns of a person in which whoever wrote last is no colleague; what is promised first stands first."""
    written = Entry.objects.filter(Q(author__isnull=False) | Q(kind=Entry.Kind.MESSAGE), concern=OuterRef("pk"))
    last = Subquery(written.order_by("-at", "-pk").values("kind")[:1])
    mine = concerns_visible_to(user).filter(OPEN_ONES & assigned_to(user))
    return mine.alias(last=last).filter(last=Entry.Kind.MESSAGE).order_by("answer_due", "pk")


def views_of(user: User, offices: list[Office]) -> QuerySet[SavedView]:
    """The views a person keeps, and those shared with their offices."""
    return SavedView.objects.filter(Q(owner=user) | Q(office__in=offices)).distinct()


OF_OTHERS = ("shared", "asked")


def of_others(user: User, offices: list[int], scope: str) -> QuerySet[Concern]:
    """Concerns of other offices a person was let in to, or those of them that wait for a statement of theirs."""
    visible = Concern.objects.filter(let_in(user)).exclude(office__in=offices)
    if scope == "shared":
        return visible
    return visible.filter(pk__in=Referral.objects.filter(office__in=offices, ended_at=None).values("concern"))


def _in(offices: list[int]) -> Q:
    """One office as an equation: then the index gives the order and no row is sorted."""
    return Q(office=offices[0]) if len(offices) == 1 else Q(office__in=offices)


@dataclass(frozen=True)
class Counts:
    mine: int
    unassigned: int
    late: int
    asked: int


def counts_for(user: User, offices: list[Office]) -> Counts:
    """How many open concerns need somebody, as `listing.counted` counts, read from indexes alone."""
    allowed = [office.pk for office in offices]
    rows = Concern.objects.filter(OPEN_ONES, _in(allowed) & readable_by(user))
    return Counts(
        mine=counted(rows.filter(assigned_to(user))),
        unassigned=counted(rows.filter(assignee=None)),
        late=counted(rows.filter(late())),
        asked=counted(of_others(user, allowed, "asked").filter(OPEN_ONES)),
    )


def figures_by_office() -> list[tuple[Office, dict[str, int]]]:
    """Per office how many concerns stand in which state; no contents, for leadership. Encrypted ones are left out:
    where there are few, a number that moves tells who has been there.
    """
    table: dict[int, dict[str, int]] = {}
    rows = Concern.objects.exclude(protection__in=ENCRYPTED).order_by().values_list("office", "state")
    for office, state, number in rows.annotate(number=Count("pk")):
        table.setdefault(office, {})[state] = number
    offices = Office.objects.filter(pk__in=table).order_by("slug")
    return [(office, table[office.pk]) for office in offices]


def deadlines_missed(day: dt.date) -> QuerySet[Deadline]:
    """Promises broken by this day of which nobody was reminded yet."""
    missed = Deadline.objects.filter(met_at=None, reminded_at=None, due__lt=day, concern__is_open=True)
    missed = missed.exclude(concern__waiting_for=WaitingFor.PERSON).exclude(rule=Deadline.Rule.CLAIM)
    return missed.select_related("concern__office").order_by("pk")


def open_concerns_of(office: Office) -> QuerySet[Concern]:
    """What an office has not answered yet, oldest first."""
    return Concern.objects.filter(OPEN_ONES, office=office).order_by("pk")


def templates_for(concern: Concern) -> list[Template]:
    """What an answer can start from: the office's own and the city's, for this kind; those in its language first."""
    fitting = Template.objects.filter(Q(office=concern.office_id) | Q(office=None), kind__in=["", concern.kind])
    return sorted(fitting, key=lambda template: template.language != concern.language)


def templates_of(offices: list[Office]) -> QuerySet[Template]:
    """Templates these offices can use."""
    return Template.objects.filter(Q(office__in=offices) | Q(office=None)).select_related("office")


def offices_that_can_read(concern: Concern) -> list[Office]:
    """Other offices a concern can be shown to as its protection says; none of a sealed one, where people are named."""
    offices = Office.objects.filter(closed_on=None, team__isnull=False).exclude(pk=concern.office_id)
    if concern.protection == Protection.SEALED:
        return []
    roles = [Role.COUNSELLOR] if concern.is_encrypted else list(CASE_ROLES)
    return list(offices.filter(team__memberships__role__in=roles).distinct().order_by("slug"))


def statements_missed(day: dt.date) -> QuerySet[Referral]:
    """Statements wanted by a day before this one of which nobody was reminded yet."""
    missed = Referral.objects.filter(ended_at=None, reminded_at=None, due__lt=day)
    return missed.select_related("concern__office", "office").order_by("pk")


def offices_to_pass_to(concern: Concern) -> QuerySet[Office]:
    """Other offices that take concerns, with their duties."""
    duties = Prefetch("duties", Duty.objects.order_by("position"))
    others = Office.objects.filter(takes_concerns=True, closed_on=None).exclude(pk=concern.office_id)
    return others.order_by("slug").prefetch_related(duties)
