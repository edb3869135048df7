# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the files of a city may hold. `demo/README.md` shows each with an example."""

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from friedensplatz.core.loading import Shape
from friedensplatz.directory.models import Hours, Link, Office, Organisation

WEEKDAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"]
OPENING = re.compile(r"(mo|tu|we|th|fr|sa|su) (\d\d:\d\d)-(\d\d:\d\d)")


def _known_hours(value: str) -> str:
    found = OPENING.fullmatch(value)
    if not found:
        raise ValueError("opening hours look like “mo 09:00-12:00”")
    if dt.time.fromisoformat(found[2]) >= dt.time.fromisoformat(found[3]):
        raise ValueError("opening hours end after they start")
    return value


def _as_german(value: object) -> object:
    return {"de": value} if isinstance(value, str) else value


def _with_german(value: dict[str, str]) -> dict[str, str]:
    if not value.get("de"):
        raise ValueError("the German text is missing")
    return value


Slug = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=50)]
Texts = dict[str, str]
Named = Annotated[Texts, BeforeValidator(_as_german), AfterValidator(_with_german)]
Year = Annotated[str, BeforeValidator(str), Field(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$")]
Opening = Annotated[str, AfterValidator(_known_hours)]
GoalNumber = Annotated[int, Field(ge=1, le=17)]
Plain = Annotated[str, BeforeValidator(lambda v: "" if v is None else str(v))]


class CityShape(Shape):
    name: Named
    full_name: str = ""
    square: str = ""
    welcome: Named
    regional_key: Plain = ""
    service_number: Plain = ""
    imprint: dict[str, object] = {}
    examples: Texts = {}


class SourceShape(Shape):
    slug: Slug
    title: str
    date: Year
    note: str = ""
    url: str = ""


class NameShape(Shape):
    name: Named
    since: Year = ""
    until: Year = ""
    source: Slug | None = None


class ParentShape(Shape):
    office: Slug
    since: Year = ""
    until: Year = ""
    source: Slug | None = None


class ExceptionShape(Shape):
    first_day: dt.date = Field(alias="from")
    last_day: dt.date = Field(alias="until")
    closed: bool = True
    note: Texts = {}


class ContactShape(Shape):
    street: str = ""
    postcode: Plain = ""
    locality: str = ""
    room: str = ""
    phone: Plain = ""
    email: str = ""
    website: str = ""
    languages: list[str] = []
    step_free: bool | None = None
    by_appointment: bool = False
    hours: list[Opening] = []
    exceptions: list[ExceptionShape] = []
    invented: list[str] = []


class PostShape(Shape):
    title: Named
    person: str = ""
    honorary: bool = False
    since: Year = ""
    until: Year = ""
    source: Slug | None = None


class DutyShape(Shape):
    slug: Slug
    title: Named
    summary: Texts = {}
    channels: list[Literal["web", "phone", "mail", "visit"]] = []
    topics: list[Slug] = []
    audiences: list[Slug] = []
    districts: list[Slug] = []


class OfficeShape(Shape):
    slug: Slug
    kind: Office.Kind
    parents: list[ParentShape] = []
    names: list[NameShape] = Field(min_length=1)
    short: str = ""
    summary: Named
    text: Texts = {}
    source: Slug | None = None
    topics: list[Slug] = []
    audiences: list[Slug] = []
    contact: ContactShape | None = None
    posts: list[PostShape] = []
    works_with: list[Slug] = []
    duties: list[DutyShape] = []
    takes_concerns: bool = True


class RelationShape(Shape):
    to: Slug
    kind: Link.Relation
    source: Slug | None = None
    note: str = ""


class OrganisationShape(Shape):
    slug: Slug
    kind: Organisation.Kind
    name: Named
    summary: Texts = {}
    website: str = ""
    source: Slug | None = None
    topics: list[Slug] = []
    audiences: list[Slug] = []
    goals: list[GoalNumber] = []
    relations: list[RelationShape] = []


class OutsideShape(Shape):
    slug: Slug
    kind: Organisation.Kind
    name: Named
    phone: Plain = ""
    summary: Named
    when: Texts = {}
    hours: str = ""


class SubjectShape(Shape):
    slug: Slug
    name: Named
    summary: Texts = {}
    text: Texts = {}
    parent: Slug | None = None


class DistrictShape(Shape):
    slug: Slug
    number: int
    name: Named
    summary: Texts = {}
    text: Texts = {}


class FocusAreaShape(Shape):
    slug: Slug
    name: Named
    district: Slug
    since: int | None = None
    until: int | None = None
    source: Slug | None = None
    checked: bool = True


class PlacesShape(Shape):
    districts: list[DistrictShape] = []
    focus_areas: list[FocusAreaShape] = []


class PhrasingsShape(Shape):
    duty: Slug
    nowhere: bool = False
    terms: dict[str, list[Plain]] = {}
    phrasings: dict[str, list[Plain]] = {}


class WordsShape(Shape):
    parts: list[str] = []
    fillers: list[str] = []
    synonyms: list[dict[str, object]] = []


class LoginShape(Shape):
    email: str
    name: str
    role: Literal["administrator", "leadership", "editor", "case_worker", "lead"]
    office: Slug | None = None
    language: str = "de"


def weekday_of(opening: str) -> tuple[int, dt.time, dt.time]:
    """Weekday (0 = Monday), opening and closing time of “mo 09:00-12:00”."""
    day, opens, closes = OPENING.fullmatch(opening).groups()  # type: ignore[union-attr]
    return Hours.Weekday(WEEKDAYS.index(day)), dt.time.fromisoformat(opens), dt.time.fromisoformat(closes)
