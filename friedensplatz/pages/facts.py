# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is true of a page as a whole, beside what it says: read, compared and written as one plain document."""

import hashlib
import json
from typing import TypedDict

from django.utils.dateparse import parse_date, parse_datetime

from friedensplatz.pages.models import Page

ROWS = ("topics", "audiences", "districts", "goals")


class Facts(TypedDict):
    """Primary keys of rows, dates as ISO 8601 (empty = none), references such as `page/3` as pins."""

    office: int
    owner: int | None
    source: int | None
    image: int | None
    as_of: str
    review_by: str
    expire_at: str
    pins: list[str]
    topics: list[int]
    audiences: list[int]
    districts: list[int]
    goals: list[int]


def facts_of(page: Page) -> Facts:
    """The facts as they stand in the database."""
    keys = {name: sorted(row.pk for row in getattr(page, name).all()) for name in ROWS}
    return Facts(
        office=page.office_id,
        owner=page.owner_id,
        source=page.source_id,
        image=page.image_id,
        as_of=page.as_of,
        review_by=page.review_by.isoformat() if page.review_by else "",
        expire_at=page.expire_at.isoformat() if page.expire_at else "",
        pins=page.pins,
        topics=keys["topics"],
        audiences=keys["audiences"],
        districts=keys["districts"],
        goals=keys["goals"],
    )


def write_facts(page: Page, facts: Facts) -> None:
    """Write facts as they are; whoever calls has checked them."""
    page.office_id = facts["office"]
    page.owner_id = facts["owner"]
    page.source_id = facts["source"]
    page.image_id = facts["image"]
    page.as_of = facts["as_of"]
    page.review_by = parse_date(facts["review_by"])
    page.expire_at = parse_datetime(facts["expire_at"])
    page.pins = facts["pins"]
    page.save(update_fields=["office", "owner", "source", "image", "as_of", "review_by", "expire_at", "pins"])
    page.topics.set(facts["topics"])
    page.audiences.set(facts["audiences"])
    page.districts.set(facts["districts"])
    page.goals.set(facts["goals"])


def fingerprint_of(facts: Facts) -> str:
    """Changes when one of the facts does."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]
