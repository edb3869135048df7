# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the records of the directory hold, in a city's files (`demo/README.md` shows each), at the desk and in tables."""

import datetime as dt
from typing import Annotated, Literal, Self

from django.utils.translation import gettext as _
from pydantic import AfterValidator, ConfigDict, Field, model_validator

from friedensplatz.core.loading import Shape
from friedensplatz.directory.models import Link, Office, Organisation, Phrasing
from friedensplatz.directory.values import (
    Clock,
    Day,
    Goals,
    Language,
    Line,
    Mail,
    Named,
    Number,
    Openings,
    Phone,
    Reference,
    Short,
    Slug,
    Slugs,
    Texts,
    Web,
    Year,
    YesNo,
)

Channels = Annotated[list[Literal["web", "phone", "mail", "visit"]], AfterValidator(sorted)]


class CityShape(Shape):
    name: Named
    full_name: Short = ""
    square: Annotated[Line, Field(max_length=100)] = ""
    welcome: Named
    regional_key: Annotated[Line, Field(max_length=20)] = ""
    service_number: Annotated[Line, Field(max_length=20)] = ""
    imprint: dict[str, object] = {}
    examples: Texts = {}


class SourceContent(Shape):
    title: Annotated[Line, Field(max_length=300)]
    date: Year
    note: Annotated[Line, Field(max_length=500)] = ""
    url: Web = ""


class SourceShape(SourceContent):
    slug: Slug


class DatedShape(Shape):
    since: Year = ""
    until: Year = ""
    source: Reference = None


class NameShape(DatedShape):
    name: Named


class ParentShape(DatedShape):
    office: Slug


class ClosureShape(Shape):
    model_config = ConfigDict(populate_by_name=True)
    first_day: dt.date = Field(alias="from")
    last_day: dt.date = Field(alias="until")
    opens: Clock = ""
    closes: Clock = ""
    note: Texts = {}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last_day < self.first_day or bool(self.opens) != bool(self.closes) or self.opens > self.closes:
            raise ValueError(_("the end lies before the start"))
        return self


class ExceptionShape(ClosureShape):
    closed: bool = True


class ReachShape(Shape):
    street: Short = ""
    postcode: Annotated[Line, Field(max_length=10)] = ""
    locality: Annotated[Line, Field(max_length=100)] = ""
    room: Short = ""
    phone: Phone = ""
    email: Mail = ""
    website: Web = ""
    languages: list[Language] = []
    step_free: YesNo = None
    by_appointment: bool = False
    hours: Openings = []
    invented: list[str] = []


class ContactShape(ReachShape):
    exceptions: list[ExceptionShape] = []


class PostShape(DatedShape):
    title: Named
    person: Short = ""
    honorary: bool = False


class DutyContent(Shape):
    office: Reference = None
    organisation: Reference = None
    title: Texts = {}
    summary: Texts = {}
    channels: Channels = []
    topics: Slugs = []
    audiences: Slugs = []
    districts: Slugs = []
    position: int = Field(0, ge=0, le=32_767)
    review_by: Day = None

    @model_validator(mode="after")
    def _of_one_at_most(self) -> Self:
        if self.office and self.organisation:
            raise ValueError(_("it is the duty of an office or of an organisation, not of both"))
        return self


class DutyShape(DutyContent):
    slug: Slug
    title: Named


class OfficeContent(Shape):
    kind: Office.Kind
    name: Named
    short: Annotated[Line, Field(max_length=40)] = ""
    summary: Texts = {}
    text: Texts = {}
    source: Reference = None
    image: Reference = None
    topics: Slugs = []
    audiences: Slugs = []
    takes_concerns: bool = True
    closed_on: Day = None
    review_by: Day = None


class OfficeShape(OfficeContent):
    slug: Slug
    name: Named = {}
    summary: Named
    parents: list[ParentShape] = []
    names: list[NameShape] = Field(min_length=1)
    contact: ContactShape | None = None
    posts: list[PostShape] = []
    works_with: list[Slug] = []
    duties: list[DutyShape] = []


class RelationShape(Shape):
    to: Slug
    kind: Link.Relation
    source: Reference = None
    note: Annotated[Line, Field(max_length=300)] = ""


class OrganisationContent(Shape):
    kind: Organisation.Kind
    name: Named
    summary: Texts = {}
    when: Texts = {}
    phone: Phone = ""
    website: Web = ""
    hours_note: Short = ""
    source: Reference = None
    image: Reference = None
    topics: Slugs = []
    audiences: Slugs = []
    goals: Goals = []
    kept_by: Reference = None
    review_by: Day = None


class OrganisationShape(OrganisationContent):
    slug: Slug
    relations: list[RelationShape] = []


class OutsideShape(Shape):
    slug: Slug
    kind: Organisation.Kind
    name: Named
    phone: Phone = ""
    summary: Named
    when: Texts = {}
    hours: Short = ""


class AudienceContent(Shape):
    name: Named
    summary: Texts = {}
    text: Texts = {}


class AudienceShape(AudienceContent):
    slug: Slug


class TopicContent(AudienceContent):
    parent: Reference = None


class TopicShape(TopicContent):
    slug: Slug


class DistrictContent(AudienceContent):
    number: int = Field(ge=1, le=32_767)


class DistrictShape(DistrictContent):
    slug: Slug


class FocusAreaContent(Shape):
    name: Named
    district: Slug
    since: Number = Field(None, ge=1, le=32_767)
    until: Number = Field(None, ge=1, le=32_767)
    source: Reference = None
    checked: bool = True


class FocusAreaShape(FocusAreaContent):
    slug: Slug


class PlacesShape(Shape):
    districts: list[DistrictShape] = []
    focus_areas: list[FocusAreaShape] = []


class PersonContent(Shape):
    name: Annotated[Line, Field(min_length=1, max_length=200)]
    title: Annotated[Line, Field(max_length=60)] = ""
    portrait: Reference = None
    invented: bool = False


class PhrasingShape(Shape):
    kind: Phrasing.Kind = Phrasing.Kind.EXAMPLE
    language: Language = "de"
    text: Annotated[Line, Field(min_length=1)]


class PhrasingsShape(Shape):
    duty: Slug
    nowhere: bool = False
    terms: dict[str, list[Line]] = {}
    phrasings: dict[str, list[Line]] = {}


class WordsShape(Shape):
    parts: list[str] = []
    fillers: list[str] = []
    synonyms: list[dict[str, object]] = []


class LoginShape(Shape):
    email: str
    name: str
    role: Literal["administrator", "leadership", "editor", "case_worker", "counsellor", "lead"]
    office: Slug | None = None
    language: str = "de"
