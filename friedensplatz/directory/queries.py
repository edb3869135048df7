# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading the directory. Everything in it is public."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Count, F, Model, Prefetch, Q, QuerySet, Value

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import Visitor, team_ids
from friedensplatz.activity.models import Activity
from friedensplatz.activity.queries import activities_of
from friedensplatz.core.caching import held
from friedensplatz.core.languages import Translated, current_language, pick
from friedensplatz.directory.models import (
    Audience,
    City,
    District,
    Duty,
    Lesson,
    Office,
    OfficeName,
    Organisation,
    Phrasing,
    RouterModel,
    Topic,
)
from friedensplatz.directory.ranking import Ranking, rank
from friedensplatz.directory.router import current_guide
from friedensplatz.directory.tree import below


@dataclass(frozen=True)
class Subject:
    """A topic, an audience, a district or an office, as a link or a choice shows it. `kind` is the model's name."""

    kind: str
    slug: str
    name: Translated

    @property
    def label(self) -> str:
        return pick(self.name).text


def the_city() -> City:
    """The city of this house; a blank one before anything is loaded."""
    return City.objects.first() or City()


def offices_open_to_people() -> QuerySet[Office]:
    """Offices that exist today, by name in the tree's order."""
    return Office.objects.filter(closed_on=None).order_by("parent_id", "slug")


def offices_taking_concerns() -> QuerySet[Office]:
    """Offices to which a resident can hand in a concern."""
    return offices_open_to_people().filter(takes_concerns=True)


def route(text: str, language: str | None = None) -> Ranking:
    """Which offices answer for these words, how surely and why; or who helps outside; or that nothing fits.

    `language` overrules the recognised one. Before the first training nothing fits.
    """
    return rank(current_guide(), text, language)


def duties_taking_concerns() -> QuerySet[Duty]:
    """What the offices answer for to which a resident can hand in a concern."""
    duties = Duty.objects.filter(office__takes_concerns=True, office__closed_on=None)
    return duties.select_related("office").order_by("office__slug", "position")


def duties_named_for(text: str) -> list[Duty]:
    """The duties the front door would name for these words, likeliest first, of offices that take concerns."""
    wanted = [candidate.duty_id for candidate in route(text).candidates]
    found = duties_taking_concerns().in_bulk(wanted)
    return [found[pk] for pk in wanted if pk in found]


def offices_for_pages() -> QuerySet[Office]:
    """All offices, also those that are no more, with what their page shows of themselves."""
    offices = Office.objects.select_related("parent", "source", "contact", "image")
    return offices.defer("parent__text", "parent__summary")


def offices_matching(
    *, topic: str = "", audience: str = "", district: str = "", changed_since: dt.datetime | None = None
) -> QuerySet[Office]:
    """Offices of today with former names, narrowed down by slugs. A duty without districts holds in the whole city."""
    offices = offices_open_to_people()
    if changed_since:
        offices = offices.filter(changed_at__gte=changed_since)
    if topic:
        offices = offices.filter(topics__slug=topic)
    if audience:
        offices = offices.filter(audiences__slug=audience)
    if district:
        there = Q(duties__districts__slug=district) | Q(duties__isnull=False, duties__districts=None)
        offices = offices.filter(there)
    return offices.select_related("contact").distinct()


def offices_for_list(**choice: Any) -> QuerySet[Office]:
    """Offices of today with only what a list of doors shows: reading all their texts would be most of the work."""
    shown = ("slug", "name", "summary", "parent_id", "contact__by_appointment")
    names = OfficeName.objects.only("office_id", "name")
    return offices_matching(**choice).only(*shown).prefetch_related(Prefetch("names", names))


def offices_for_programs(*, also_closed: bool = False, **choice: Any) -> QuerySet[Office]:
    """Offices with everything the API tells of them."""
    offices = Office.objects.all() if also_closed else offices_matching(**choice)
    return offices.select_related("parent", "source", "contact").prefetch_related("names", "duties")


def organisations_matching(
    *, kind: str = "", topic: str = "", audience: str = "", changed_since: dt.datetime | None = None
) -> QuerySet[Organisation]:
    """Organisations by kind, by the slugs of a topic and an audience, and by their last change."""
    wanted = {"kind": kind, "topics__slug": topic, "audiences__slug": audience, "changed_at__gte": changed_since}
    return Organisation.objects.filter(**{name: value for name, value in wanted.items() if value})


def duties_matching(
    *,
    office: str = "",
    organisation: str = "",
    topic: str = "",
    audience: str = "",
    district: str = "",
    changed_since: dt.datetime | None = None,
) -> QuerySet[Duty]:
    """What offices of today and organisations answer for, narrowed down by slugs and by the last change."""
    duties = Duty.objects.exclude(office=None, organisation=None).filter(office__closed_on=None)
    if district:
        duties = duties.filter(Q(districts__slug=district) | Q(districts=None))
    wanted = {
        "office__slug": office,
        "organisation__slug": organisation,
        "topics__slug": topic,
        "audiences__slug": audience,
        "changed_at__gte": changed_since,
    }
    duties = duties.filter(**{name: value for name, value in wanted.items() if value})
    return duties.select_related("office", "organisation").prefetch_related("topics", "audiences", "districts")


def subjects_to_choose(*models: type[Model]) -> list[Subject]:
    """Every row of the given models as a choice, by name in the page's language; held until something changes."""
    names = " ".join(model.__name__ for model in models)
    return held(f"subjects {names} {current_language()}", partial(_all_subjects, *models))


def _all_subjects(*models: type[Model]) -> list[Subject]:
    first, *others = [_subjects(model._default_manager.all()) for model in models]
    return _sorted(first.union(*others, all=True))


def around(office: Office) -> list[Subject]:
    """The topics and audiences of an office and the offices below it, in one query."""
    offices = _subjects(Office.objects.filter(parent=office, closed_on=None))
    return _sorted(_subjects(office.topics.all()).union(_subjects(office.audiences.all()), offices, all=True))


def subjects_of(organisation: Organisation) -> list[Subject]:
    """The topics and audiences of an organisation, in one query."""
    return _sorted(_subjects(organisation.topics.all()).union(_subjects(organisation.audiences.all()), all=True))


def duties_limited_to(district: District) -> QuerySet[Duty]:
    """What offices do in this district and not in the whole city."""
    return district.duties.filter(office__closed_on=None).select_related("office").order_by("office__slug", "position")


def duties_about(subject: Topic | Audience) -> QuerySet[Duty]:
    """What offices do about a topic or for an audience, office by office."""
    return (
        subject.duties.filter(office__closed_on=None)
        .exclude(office=None)
        .select_related("office")
        .order_by("office__slug", "position")
    )


def keys_of_offices_edited_in(teams: list[int]) -> set[int]:
    """Offices of the given teams and all offices below them."""
    if not teams:
        return set()
    rows = list(Office.objects.values_list("pk", "parent_id", "team_id"))
    tops = [key for key, _parent, team in rows if team in teams]
    tree = [(key, parent) for key, parent, _team in rows]
    return set().union(*(below(top, tree) for top in tops))


def offices_editable_by(user: Visitor) -> QuerySet[Office]:
    """Offices whose texts a person looks after: those of their teams and below; all for administrators."""
    if isinstance(user, User) and user.is_administrator:
        return Office.objects.all()
    return Office.objects.filter(pk__in=keys_of_offices_edited_in(team_ids(user, Role.EDITOR)))


def things_editable_by(user: User, model: type[Model]) -> QuerySet[Any]:
    """Offices of today, organisations or duties a person looks after."""
    offices = offices_editable_by(user).filter(closed_on=None)
    if model is Office:
        return offices
    if user.is_administrator:
        return model._default_manager.all()
    if model is Duty:
        return Duty.objects.filter(office__in=offices)
    if not team_ids(user, Role.EDITOR):
        return Organisation.objects.none()
    return Organisation.objects.filter(Q(kept_by__in=offices) | Q(kept_by=None))


def offices_for_desk(user: Visitor) -> list[Office]:
    """The offices of today a person looks after, by name, with their duties and how many words these have."""
    duties = Duty.objects.annotate(words=Count("phrasings")).order_by("position")
    offices = offices_editable_by(user).filter(closed_on=None).prefetch_related(Prefetch("duties", duties))
    return sorted(offices, key=lambda office: pick(office.name).text.casefold())


def newest_router() -> RouterModel | None:
    """When and from how much the router in force was learnt, without its weights."""
    return RouterModel.objects.defer("data").order_by("-pk").first()


def has_learnt_everything() -> bool:
    """Whether no duty, word or lesson is newer than the router in force."""
    router = newest_router()
    if router is None:
        return not Phrasing.objects.exists()
    changed = Duty.objects.filter(changed_at__gte=router.trained_at).exists()
    return not changed and not Lesson.objects.filter(at__gte=router.trained_at).exists()


def last_change(thing: Model, part: str) -> Activity | None:
    """The newest change of a part, whoever made it by whichever action."""
    return activities_of(thing).filter(details__part=part).last()


def _subjects(rows: QuerySet[Any]) -> QuerySet[Any, dict[str, Any]]:
    model = Value(rows.model._meta.model_name)
    return rows.order_by().values(model=model, its_slug=F("slug"), its_name=F("name"))


def _sorted(rows: QuerySet[Any, dict[str, Any]]) -> list[Subject]:
    found = [Subject(row["model"], row["its_slug"], row["its_name"]) for row in rows]
    return sorted(found, key=lambda subject: (subject.kind, subject.label.casefold()))
