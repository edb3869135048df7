# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures and files on pages: shown with their credit, known to the library, never published without their facts."""

import pytest

from friedensplatz.assets.models import Asset
from friedensplatz.assets.tests.samples import FACTS, make_asset
from friedensplatz.assets.uses import uses_of
from friedensplatz.pages.actions import save_draft
from friedensplatz.pages.models import Page
from friedensplatz.pages.publishing import NotPublishable, publish
from friedensplatz.pages.tests.conftest import approved, section, written


@pytest.fixture
def asset(db):
    return make_asset()


def sections_with(asset):
    named = f"asset/{asset.pk}"
    return [
        section("image", image=named),
        {"id": "s2", "kind": "gallery", "heading": {"de": "Bilder"}, "images": [named, named]},
        {"id": "s3", "kind": "downloads", "heading": {"de": "Dateien"}, "files": [named]},
        {"id": "s4", "kind": "text", "text": {"de": f'<p><a href="fp:{named}">Plan</a></p>'}},
    ]


def test_a_page_shows_pictures_with_their_credit(client, make_page, asset):
    make_page(sections=sections_with(asset))
    Page.objects.update(image=asset)
    html = client.get("/de/pages/kumasi/").content.decode()
    assert html.count("<figure") == 4
    assert html.count('<figcaption class="fp-credit">') == 4
    assert 'id="s2-2"' in html
    assert ">Plan</a>" in html


def test_a_picture_without_credit_is_not_published(make_page, cast, asset):
    page = make_page(live=False, sections=sections_with(asset)[:1])
    Asset.objects.update(creator="")
    with pytest.raises(NotPublishable) as refused:
        publish(approved(page, cast), by=cast.eva)
    assert [one.passage for one in refused.value.problems] == ["s1.image"]


def test_the_picture_of_a_page_needs_its_facts_too(make_page, cast, asset):
    page = make_page(live=False)
    Page.objects.update(image=asset)
    Asset.objects.update(licence="", alt={})
    page.refresh_from_db()
    with pytest.raises(NotPublishable) as refused:
        publish(approved(page, cast), by=cast.eva)
    assert [one.passage for one in refused.value.problems] == ["image", "image"]


def test_the_library_knows_what_is_shown_to_everybody(make_page, cast, asset):
    draft = make_page("draft", title="Entwurf", live=False, sections=sections_with(asset))
    live = make_page(sections=sections_with(asset)[:1])
    found = {use.label: (use.asset, use.public) for use in uses_of([asset.pk])}
    assert found == {"Kumasi": (asset.pk, True), "Entwurf": (asset.pk, False)}
    save_draft(live, written(), based_on=1, by=cast.eva)
    assert {use.label for use in uses_of(None) if use.public} == {"Kumasi"}
    assert draft.state == Page.State.DRAFT
    assert FACTS["creator"] == asset.creator
