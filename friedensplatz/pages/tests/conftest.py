# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.pages.actions import approve, create_page, submit_for_review
from friedensplatz.pages.content import blank
from friedensplatz.pages.publishing import publish
from tests.cast import make_cast


@pytest.fixture
def cast(db):
    return make_cast()


def written(title="Kumasi", **fields):
    """A document that can be published."""
    return blank() | {"title": {"de": title}, "summary": {"de": f"Über {title}."}} | fields


def section(kind, **fields):
    return {"id": "s1", "kind": kind} | fields


@pytest.fixture
def make_page(cast):
    """A page of eva's office; live unless told otherwise, approved by the administrator."""

    def make(slug="kumasi", *, live=True, office=None, **fields):
        page = create_page(slug, office=office or cast.office, content=written(**fields), by=cast.eva)
        if live:
            publish(approved(page, cast), by=cast.eva)
            page.refresh_from_db()
        return page

    return make


def approved(page, cast):
    """The newest revision, written by eva and approved by ada."""
    revision = page.revisions.first()
    submit_for_review(revision, by=cast.eva)
    approve(revision, by=cast.ada)
    return revision
