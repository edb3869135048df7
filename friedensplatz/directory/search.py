# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What of the directory can be found. All of it is public."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Protocol

from django.conf import settings
from django.db.models import Model, Prefetch
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import Translated, pick
from friedensplatz.directory.models import (
    Audience,
    District,
    Duty,
    FocusArea,
    Goal,
    Office,
    OfficeName,
    Organisation,
    Phrasing,
    Post,
    Topic,
)
from friedensplatz.search.plug import Document, findable


class Related(Protocol):
    """What a foreign key is from the other side."""

    def all(self) -> Iterable[Model]: ...


OFFICE_RANK, CLOSED_RANK, ORGANISATION_RANK, GOAL_RANK = 1.25, 0.8, 0.9, 0.7

SUBJECTS = ("topics", "audiences", "duties__topics", "duties__audiences", "duties__districts")
TERMS = Prefetch("duties__phrasings", Phrasing.objects.filter(kind=Phrasing.Kind.TERM).order_by("pk"))


@findable(
    Office,
    also={
        Duty: lambda duty: [duty.office],
        OfficeName: lambda name: [name.office],
        Phrasing: lambda phrasing: [phrasing.duty.office],
        Post: lambda post: [post.office],
    },
    prefetch=["names", "posts__tenures__person", "parent", *SUBJECTS, TERMS],
    names={"office": _("Offices")},
)
def office_documents(office: Office) -> Iterator[Document]:
    """An office by its names of all times, its people and everything it answers for."""
    duties = list(office.duties.all())
    for language in _languages([office.name, office.summary, office.text], duties):
        yield Document(
            language=language,
            kind="office",
            title=pick(office.name, language).text,
            summary=office.summary.get(language, ""),
            body=_joined([office.text, *(duty.summary for duty in duties)], language),
            keywords=[*_names_and_people(office, language), *_words(office, duties, language)],
            url_name="office_page",
            url_args=[office.slug],
            rank=CLOSED_RANK if office.closed_on else OFFICE_RANK,
            topics=_slugs([office.topics, *(duty.topics for duty in duties)]),
            districts=_slugs(duty.districts for duty in duties),
            offices=[office.slug, *([office.parent.slug] if office.parent else [])],
            audiences=_slugs([office.audiences, *(duty.audiences for duty in duties)]),
            until=office.closed_on,
            changed_at=_last_change(office, duties),
        )


@findable(
    Organisation,
    also={Duty: lambda duty: [duty.organisation], Phrasing: lambda phrasing: [phrasing.duty.organisation]},
    prefetch=[*SUBJECTS, TERMS, "goals"],
    names={"organisation": _("Organisations")},
)
def organisation_documents(organisation: Organisation) -> Iterator[Document]:
    """A club, body, partner, or who helps when it is not the city's business."""
    duties = list(organisation.duties.all())
    for language in _languages([organisation.name, organisation.summary], duties):
        yield Document(
            language=language,
            kind="organisation",
            title=pick(organisation.name, language).text,
            summary=organisation.summary.get(language, ""),
            body=organisation.when.get(language, ""),
            keywords=[organisation.phone, *_words(organisation, duties, language)],
            url_name="organisation_page",
            url_args=[organisation.slug],
            rank=ORGANISATION_RANK,
            topics=_slugs([organisation.topics, *(duty.topics for duty in duties)]),
            districts=_slugs(duty.districts for duty in duties),
            audiences=_slugs([organisation.audiences, *(duty.audiences for duty in duties)]),
            goals=[str(goal.number) for goal in _in_order(organisation.goals)],
            changed_at=_last_change(organisation, duties),
        )


@findable(
    District,
    also={FocusArea: lambda area: [area.district]},
    prefetch=["focus_areas"],
    names={"district": _("City districts")},
)
def district_documents(district: District) -> Iterator[Document]:
    """A part of the city, also by the quarters in it."""
    areas = _in_order(district.focus_areas)
    for language in _languages([district.name, *(area.name for area in areas)], []):
        yield Document(
            language=language,
            kind="district",
            title=pick(district.name, language).text,
            summary=", ".join(pick(area.name, language).text for area in areas),
            body="",
            keywords=[],
            url_name="district_page",
            url_args=[district.slug],
            districts=[district.slug],
        )


@findable(Topic, prefetch=["children", "parent"], names={"topic": _("Topics")})
def topic_documents(topic: Topic) -> Iterator[Document]:
    """What things are about, also by its narrower topics."""
    for language in _languages([topic.name, topic.summary], []):
        yield Document(
            language=language,
            kind="topic",
            title=pick(topic.name, language).text,
            summary=topic.summary.get(language, ""),
            body=topic.text.get(language, ""),
            keywords=[child.name[language] for child in _in_order(topic.children) if language in child.name],
            url_name="topic_page",
            url_args=[topic.slug],
            topics=[topic.slug, *([topic.parent.slug] if topic.parent else [])],
        )


@findable(Audience, names={"audience": _("Groups of people")})
def audience_documents(audience: Audience) -> Iterator[Document]:
    """Whom things are for."""
    for language in _languages([audience.name, audience.summary], []):
        yield Document(
            language=language,
            kind="audience",
            title=pick(audience.name, language).text,
            summary=audience.summary.get(language, ""),
            body=audience.text.get(language, ""),
            keywords=[],
            url_name="audience_page",
            url_args=[audience.slug],
            audiences=[audience.slug],
        )


@findable(Goal, names={"goal": _("Goals of the United Nations")})
def goal_documents(goal: Goal) -> Iterator[Document]:
    """What the world has set itself until 2030."""
    for language in _languages([goal.name], []):
        yield Document(
            language=language,
            kind="goal",
            title=pick(goal.name, language).text,
            summary=goal.text.get(language, ""),
            body="",
            keywords=[str(goal.number), "SDG", f"SDG {goal.number}"],
            url_name="goal_page",
            url_args=[goal.number],
            rank=GOAL_RANK,
            goals=[str(goal.number)],
        )


def _last_change(thing: Office | Organisation, duties: list[Duty]) -> datetime:
    """When anything its page shows changed last."""
    return max([thing.changed_at, *(duty.changed_at for duty in duties)])


def _languages(texts: Iterable[Translated], duties: Iterable[Duty]) -> list[str]:
    """Every language something is said in, the city's first."""
    said = {language for text in texts for language in text}
    said |= {phrasing.language for duty in duties for phrasing in duty.phrasings.all()}
    return sorted(said, key=lambda language: (language != settings.LANGUAGE_CODE, language))


def _names_and_people(office: Office, language: str) -> Iterator[str]:
    """Short and former names, and in the city's own language who works there as what."""
    yield office.short
    yield from (former.name[language] for former in office.names.all() if former.name.get(language))
    for post in office.posts.all():
        yield post.title.get(language, "")
        if language == settings.LANGUAGE_CODE:
            yield from (str(tenure.person) for tenure in _in_order(post.tenures))


def _words(thing: Office | Organisation, duties: list[Duty], language: str) -> Iterator[str]:
    """The words of people for what a thing does, whom it is for and what it is about."""
    for duty in duties:
        yield duty.title.get(language, "")
        yield from (term.text for term in duty.phrasings.all() if term.language == language)
    names = [subject.name for subject in (*_in_order(thing.topics), *_in_order(thing.audiences))]
    yield from (name[language] for name in names if language in name)


def _slugs(subjects: Iterable[Related]) -> list[str]:
    """The slugs of topics, audiences or districts, each once."""
    return list(dict.fromkeys(subject.slug for some in subjects for subject in _in_order(some)))


def _in_order(things: Related) -> list[Any]:
    """Prefetched things in an order that does not depend on the database."""
    return sorted(things.all(), key=lambda thing: thing.pk)


def _joined(texts: Iterable[Translated], language: str) -> str:
    return "\n\n".join(text[language] for text in texts if text.get(language))
