# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Easy language and sign language on the start page, and the pages every public body owes."""

import pytest
from django.urls import reverse

from friedensplatz.assets.models import Asset
from friedensplatz.core.attention import group_for
from friedensplatz.directory.models import City, Office
from friedensplatz.search.actions import rebuild_index
from friedensplatz.website.welcome import what_is_missing

EASY = [{"heading": "Was ist das?", "text": "Das ist eine Internet-Seite."}]
pytestmark = pytest.mark.django_db


def make_film(**given):
    facts = {
        "title": {"de": "Über uns"},
        "alt": {"de": "Was hier zu finden ist."},
        "creator": "Stadt",
        "licence": "CC0-1.0",
        "source": "eigen",
        "ending": "mp4",
    }
    return Asset.objects.create(
        slug="dgs", kind=Asset.Kind.VIDEO, bytes=1, stamp="s", file="f", sha256="x", **facts | given
    )


def test_start_page_leads_to_both_where_they_exist(client):
    City.objects.create(imprint={"easy": EASY, "sign_language": "dgs"})
    make_film()
    page = client.get("/de/").content.decode()
    assert f'href="{reverse("easy_language")}"' in page
    assert f'href="{reverse("sign_language")}"' in page
    assert "<video" in client.get(reverse("sign_language")).content.decode()
    assert what_is_missing() == []


def test_nothing_is_promised_that_is_not_there(client, cast):
    City.objects.create(imprint={"sign_language": "dgs"})
    make_film(creator="")
    page = client.get("/de/").content.decode()
    assert reverse("easy_language") not in page
    assert reverse("sign_language") not in page
    assert client.get(reverse("easy_language")).status_code == 404
    assert client.get(reverse("sign_language")).status_code == 404
    assert len(what_is_missing()) == 2
    sentences = [str(sentence) for sentence in what_is_missing()]
    assert [task.why for task in group_for(cast.ada, "website.accessibility", most=9).tasks][1:] == sentences


def test_easy_page_gathers_what_else_is_told_easily(client, cast):
    City.objects.create(imprint={"easy": EASY})
    Office.objects.filter(pk=cast.office.pk).update(summary={"de": "Wir helfen.", "easy": "Wir helfen Ihnen."})
    rebuild_index()
    page = client.get("/ar/easy-language/").content.decode()
    assert '<div class="fp-column" lang="de" dir="ltr" data-read-aloud>' in page
    assert "Das ist eine Internet-Seite." in page
    assert "/offices/babc/?text=easy" in page
    assert "/offices/miado/" not in page


def test_privacy_names_what_is_counted_and_kept(client):
    page = client.get("/en/privacy/").content.decode()
    for heading in ("How we count", "When you say whether a page was helpful", "What is kept on your device"):
        assert f"<h2>{heading}</h2>" in page


def test_imprint_shows_only_what_is_known(client):
    City.objects.create(imprint={"publisher": "Stadt", "vat_id": "DE 1", "supervision": "Bezirksregierung"})
    page = client.get("/de/imprint/").content.decode()
    assert ("Bezirksregierung" in page, "DE 1" in page, "mailto:" in page) == (True, True, False)
