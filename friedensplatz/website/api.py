# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The front door for programs: the same answer as the page gives."""

from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from ninja import Field, Router, Schema
from pydantic import field_validator

from friedensplatz.core.languages import pick
from friedensplatz.core.text import cleaned
from friedensplatz.search.queries import Hit
from friedensplatz.website.answering import Answer, Door, Helper, compose_answer

LONGEST = 200_000
router = Router(tags=["front door"])


class Question(Schema):
    """What a person wrote; `language` (a code such as `de`) overrules the recognised one."""

    text: str = Field(max_length=LONGEST)
    language: str | None = Field(default=None, pattern=r"^[a-z]{2,3}$")

    @field_validator("text")
    @classmethod
    def has_words(cls, text: str) -> str:
        words = cleaned(text)
        if not words:
            raise ValueError("Write a few words: the text is empty.")
        return words


class ReasonOut(Schema):
    """A word of the text that led to the office, as written; `weight` in nats."""

    term: str
    weight: float


class DutyOut(Schema):
    id: str
    title: str


class NamesOut(Schema):
    """Official names, in the city's own language: the one in use and those before it."""

    current: str
    former: list[str]


class OfficeOut(Schema):
    """`id` is stable over renamings; `name` is the official one, `label` the one in the language of the answer.

    `confidence` lies between 0 and 1; `open_now` is null where no hours are known.
    """

    id: str
    name: str
    label: str
    names: NamesOut
    former_names: list[str]
    confidence: float
    summary: str
    url: str
    phone: str
    email: str
    open_now: bool | None
    duty: DutyOut
    reasons: list[ReasonOut]


class HelperOut(Schema):
    """Somebody outside the city's offices who helps."""

    id: str
    name: str
    phone: str
    summary: str
    confidence: float


class HitOut(Schema):
    """Something else the index knows; `snippet` is HTML with <mark> and nothing else."""

    kind: str
    title: str
    url: str
    snippet: str
    language: str


class AnswerOut(Schema):
    """`offices` are ranked, likeliest first, at most three; `certainty` (sure, likely, guess) speaks of the first.

    `outside_scope`: it is not the business of the offices here, and `helpers` says who helps, if anybody.
    `language` is the recognised one, `answered_in` the one of the texts.
    """

    language: str
    answered_in: str
    certainty: str
    outside_scope: bool
    nothing_fits: bool
    offices: list[OfficeOut]
    helpers: list[HelperOut]
    hits: list[HitOut]


@router.post("/answer", response=AnswerOut, summary="Which office helps with these words?")
def answer(request: HttpRequest, question: Question) -> dict[str, Any]:
    found = compose_answer(question.text, question.language)
    with translation.override(found.language):
        return _as_document(request, found)


def _as_document(request: HttpRequest, found: Answer) -> dict[str, Any]:
    doors = (*found.doors, *found.further)
    prefetch_related_objects([door.office for door in doors], "names")
    return {
        "language": found.recognised,
        "answered_in": found.language,
        "certainty": found.certainty.value,
        "outside_scope": found.outside,
        "nothing_fits": found.nothing_fits,
        "offices": [_office(request, door) for door in doors],
        "helpers": [_helper(helper) for helper in found.helpers],
        "hits": [_hit(request, hit) for hit in found.hits],
    }


def _office(request: HttpRequest, door: Door) -> dict[str, Any]:
    contact = getattr(door.office, "contact", None)
    name = pick(door.office.name, settings.LANGUAGE_CODE).text
    former = [pick(one.name, settings.LANGUAGE_CODE).text for one in door.office.names.all() if one.until]
    return {
        "id": door.office.slug,
        "name": name,
        "label": pick(door.office.name).text,
        "names": {"current": name, "former": former},
        "former_names": former,
        "confidence": round(door.confidence, 4),
        "summary": pick(door.duty.summary or door.office.summary).text,
        "url": request.build_absolute_uri(reverse("office_page", args=[door.office.slug])),
        "phone": contact.phone if contact else "",
        "email": contact.email if contact else "",
        "open_now": door.opening.is_open if door.opening else None,
        "duty": {"id": door.duty.slug, "title": pick(door.duty.title).text},
        "reasons": [{"term": reason.term, "weight": round(reason.weight, 4)} for reason in door.reasons],
    }


def _helper(helper: Helper) -> dict[str, Any]:
    return {
        "id": helper.organisation.slug,
        "name": pick(helper.organisation.name).text,
        "phone": helper.organisation.phone,
        "summary": pick(helper.duty.summary or helper.organisation.summary).text,
        "confidence": round(helper.confidence, 4),
    }


def _hit(request: HttpRequest, hit: Hit) -> dict[str, Any]:
    url = request.build_absolute_uri(hit.url)
    return {"kind": hit.kind, "title": hit.title, "url": url, "snippet": hit.snippet, "language": hit.language}
