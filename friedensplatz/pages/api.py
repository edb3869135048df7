# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for programs: all that is live, in every language it exists in."""

import datetime as dt
from typing import Any, cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import AwareDatetime

from friedensplatz.core.addresses import absolute
from friedensplatz.core.listing import slice_of
from friedensplatz.directory.values import Asked
from friedensplatz.pages.content import references
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.plug import Card, Key, cards
from friedensplatz.pages.queries import pages_for_programs, pages_matching
from friedensplatz.pages.reading import ANCHOR, key_of

PAGE = 50
router = Router(tags=["pages"])
Texts = dict[str, str]


class PageEntry(Schema):
    """`id` is its slug; `as_of` a year, month or day; `goals` are numbers, `office` to `topics` ids."""

    id: str
    title: Texts
    summary: Texts
    languages: list[str]
    office: str
    parent: str | None
    topics: list[str]
    audiences: list[str]
    districts: list[str]
    goals: list[int]
    as_of: str
    confirmed_on: dt.date | None
    changed_at: dt.datetime
    url: str


class NamedOut(Schema):
    """What a reference such as `office/12` stands for; `url` is empty for a thing without a page."""

    kind: str
    id: str
    name: Texts
    url: str


class PageOut(PageEntry):
    """A whole page. Texts may hold links to addresses of this house; `named` explains the references of sections.

    `translations` tells of each language by whom and from what it was made.
    """

    sections: list[dict[str, Any]]
    named: dict[str, NamedOut]
    translations: dict[str, Any]


class Pages(Schema):
    """One slice; `next` is the mark for the parameter `after` of the following one, empty on the last."""

    items: list[PageEntry]
    next: str


class PageChoice(Schema):
    """Slugs, the number of a goal, a language the page exists in, the moment since which it changed; empty = all."""

    topic: Asked = ""
    audience: Asked = ""
    district: Asked = ""
    office: Asked = ""
    goal: int | None = None
    language: Asked = ""
    changed_since: AwareDatetime | None = None


@router.get("/pages", response=Pages, summary="Pages, by slug")
def pages(request: HttpRequest, choice: Query[PageChoice], after: str = "") -> Pages:
    found = slice_of(pages_for_programs(pages_matching(**choice.dict())), ["slug"], after=after, size=PAGE)
    return Pages(items=[PageEntry(**_entry(page)) for page in found.rows], next=found.after)


@router.get("/pages/{slug:slug}", response=PageOut, summary="One page with all it says")
def page(request: HttpRequest, slug: str) -> PageOut:
    found = get_object_or_404(pages_for_programs(pages_matching()), slug=slug)
    content = cast(Revision, found.live).content
    named = cards({one.key for one in references(content)})
    return PageOut(
        **_entry(found),
        sections=_linked(content["sections"], named),
        named={f"{kind}/{pk}": _named(card) for (kind, pk), card in named.items()},
        translations=content["translations"],
    )


def _entry(page: Page) -> dict[str, Any]:
    return {
        "id": page.slug,
        "title": page.title,
        "summary": page.summary,
        "languages": list(page.title),
        "office": page.office.slug,
        "parent": page.parent.slug if page.parent else None,
        "topics": [topic.slug for topic in page.topics.all()],
        "audiences": [audience.slug for audience in page.audiences.all()],
        "districts": [district.slug for district in page.districts.all()],
        "goals": [goal.number for goal in page.goals.all()],
        "as_of": page.as_of,
        "confirmed_on": page.confirmed_on,
        "changed_at": page.changed_at,
        "url": absolute(reverse("page", args=[page.slug])),
    }


def _named(card: Card) -> NamedOut:
    return NamedOut(kind=card.kind, id=card.address, name=card.name, url=absolute(card.url) if card.url else "")


def _linked(thing: Any, named: dict[Key, Card]) -> Any:
    """A part of a document with addresses in place of references; one to what nobody may see is plain words."""
    if isinstance(thing, dict):
        return {name: _linked(value, named) for name, value in thing.items()}
    if isinstance(thing, list):
        return [_linked(value, named) for value in thing]
    return ANCHOR.sub(lambda found: _link(found[1], found[2], named), thing) if isinstance(thing, str) else thing


def _link(address: str, words: str, named: dict[Key, Card]) -> str:
    if not address.startswith("fp:"):
        return f'<a href="{address}">{words}</a>'
    card = named.get(key_of(address.removeprefix("fp:")) or ("", 0))
    return f'<a href="{absolute(card.url)}">{words}</a>' if card and card.url else words
