# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.contrib.auth.models import AnonymousUser

from friedensplatz.directory.models import Office
from friedensplatz.pages.models import Page
from friedensplatz.pages.queries import pages_editable_by, pages_visible_to

EVERYBODY = ("alice", "bob", "carol", "dora", "eva", "lena", "leo", "ada")


@pytest.fixture
def pages(make_page, cast):
    below = Office.objects.create(slug="below", kind="office", name={"de": "Darunter"}, parent=cast.office)
    make_page("live")
    make_page("draft", live=False)
    make_page("below", live=False, office=below)
    make_page("elsewhere", live=False, office=cast.other_office)
    make_page("elsewhere-live", office=cast.other_office)
    return Page.objects.all()


@pytest.mark.parametrize("name", [*EVERYBODY, "anonymous"])
def test_visible_is_permitted(pages, cast, name):
    user = getattr(cast, name, None) or AnonymousUser()
    assert set(pages_visible_to(user)) == {page for page in pages if user.has_perm("pages.view_page", page)}
    assert set(pages_editable_by(user)) == {page for page in pages if user.has_perm("pages.change_page", page)}


def test_editors_write_for_their_office_and_those_below(pages, cast):
    assert sorted(page.slug for page in pages_editable_by(cast.eva)) == ["below", "draft", "live"]
    assert pages_editable_by(cast.bob).count() == 0
    assert pages_editable_by(cast.ada).count() == 5
