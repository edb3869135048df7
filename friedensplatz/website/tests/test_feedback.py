# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from friedensplatz.core.attention import group_for
from friedensplatz.directory.models import City, Office, Topic
from friedensplatz.notices.models import Mail
from friedensplatz.search.actions import rebuild_index
from friedensplatz.search.shown import key_of
from friedensplatz.website.feedback.giving import MOST_AN_HOUR
from friedensplatz.website.jobs import forget_feedback, tell_of_new_feedback
from friedensplatz.website.models import Feedback
from friedensplatz.website.queries import feedback_visible_to, feedback_waiting

BABC = "/de/offices/babc/"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_has_answered_yet():
    cache.clear()


def say(client, page=BABC, helpful="no", **more):
    headers = more.pop("headers", {})
    return client.post(reverse("feedback_give"), {"page": page, "helpful": helpful, **more}, headers=headers)


def make(office, text="Die Tür fehlt.", **given):
    return Feedback.objects.create(**{"office": office, "helpful": False, "text": text, "path": BABC, **given})


def test_every_page_about_a_thing_asks_and_no_other(client, cast):
    asks = reverse("feedback_give")
    assert f'action="{asks}"' in client.get(BABC).content.decode()
    assert client.cookies == {}
    for path in ("/de/", "/de/offices/", "/de/imprint/", "/de/offices/nowhere/", reverse("concern_start")):
        assert asks not in client.get(path).content.decode()


def test_an_answer_reaches_the_office_and_the_page_says_thanks(client, cast):
    rebuild_index()
    thanked = say(client, helpful="yes", text="  Gut erklärt.\x00 ")
    assert thanked["Location"] == f"{BABC}#thanks"
    row = Feedback.objects.get()
    assert (row.page, row.thing, row.office) == ("office_page", key_of(cast.office), cast.office)
    assert (row.helpful, row.text, row.language, row.day) == (True, "Gut erklärt.", "de", timezone.localdate())
    assert client.cookies == {}


def test_a_page_of_no_office_belongs_to_the_one_in_the_imprint(client, cast):
    City.objects.create(imprint={"office": cast.other_office.slug})
    Topic.objects.create(slug="licht", name={"de": "Licht"})
    say(client, "/en/topics/licht/")
    assert Feedback.objects.get().office == cast.other_office


def test_a_double_click_counts_once(client, cast):
    for _click in range(3):
        assert say(client).status_code == 302
    say(client, helpful="yes")
    assert Feedback.objects.count() == 2


def test_too_many_characters_are_said_and_kept(client, cast):
    again = say(client, text="x" * 501)
    assert "501" in again.content.decode()
    assert "x" * 501 in again.content.decode()
    assert Feedback.objects.count() == 0


def test_traps_strangers_and_floods_leave_nothing(client, cast):
    assert say(client, website="http://spam.example").status_code == 302
    assert say(client, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    for page in ("/de/nowhere/", "//elsewhere.example/de/", "/de/desk/", "", "/health", reverse("concern_start")):
        assert say(client, page).status_code == 404, page
    assert Feedback.objects.count() == 0
    statuses = [say(client, text=str(number)).status_code for number in range(MOST_AN_HOUR)]
    assert set(statuses) == {302, 429}
    assert Feedback.objects.count() == MOST_AN_HOUR - 1


def test_editors_see_what_is_said_about_their_pages(cast):
    own, others, nobodys = make(cast.office), make(cast.other_office), make(None)
    below = make(Office.objects.create(slug="unten", kind="office", name={"de": "Unten"}, parent=cast.office))
    assert set(feedback_visible_to(cast.eva)) == {own, below}
    assert set(feedback_visible_to(cast.ada)) == {own, others, nobodys, below}
    for user in (cast.alice, cast.bob, cast.dora, cast.leo):
        assert list(feedback_visible_to(user)) == []


def test_words_wait_until_somebody_has_looked_at_them(client, cast):
    rebuild_index()
    make(cast.office, text="")
    row = make(cast.office, thing=key_of(cast.office))
    assert list(feedback_waiting(cast.eva)) == [row]
    assert [task.why for task in group_for(cast.eva, "website.feedback", most=5).tasks] == ["Die Tür fehlt."]
    client.force_login(cast.eva)
    page = client.get(reverse("feedback_list")).content.decode()
    assert "Die Tür fehlt." in page
    assert "Büro für Anregungen" in page
    client.post(reverse("feedback_done", args=[row.pk]))
    row.refresh_from_db()
    assert (row.done_by, list(feedback_waiting(cast.eva))) == (cast.eva, [])
    back = client.post(reverse("feedback_done", args=[row.pk]), {"again": "1", "show": "all"})
    assert back["Location"] == f"{reverse('feedback_list')}?show=all"
    assert list(feedback_waiting(cast.eva)) == [row]


def test_what_is_said_about_other_pages_cannot_be_put_away(client, cast):
    client.force_login(cast.eva)
    assert client.post(reverse("feedback_done", args=[make(cast.other_office).pk])).status_code == 404


def test_votes_of_a_page_are_counted(client, cast):
    rebuild_index()
    for helpful, text in ((True, ""), (False, "Zu lang."), (False, "")):
        make(cast.office, text, helpful=helpful, thing=key_of(cast.office))
    client.force_login(cast.eva)
    (one,) = client.get(reverse("feedback_list")).context["judged"]
    assert (one.name, one.yes, one.no, one.waiting) == ("Büro für Anregungen", 1, 2, 1)


def test_editors_get_one_mail_a_day_at_most(cast, django_capture_on_commit_callbacks):
    make(cast.office)
    make(cast.office, "Noch etwas.")
    make(cast.office, "")
    make(cast.other_office)
    with django_capture_on_commit_callbacks(execute=True):
        assert tell_of_new_feedback(timezone.now()) == 3
        assert tell_of_new_feedback(timezone.now()) == 0
    mails = dict(Mail.objects.values_list("to", "body"))
    assert mails.keys() == {"eva@city.example", "ada@city.example"}  # nobody edits in the other office
    assert "Die Tür fehlt." not in mails["eva@city.example"]


def test_feedback_is_forgotten_in_time(cast):
    today = timezone.localdate()
    make(None, day=today - dt.timedelta(days=761))
    kept = make(None, day=today - dt.timedelta(days=1), once="x")
    assert forget_feedback(timezone.now()) == 1
    kept.refresh_from_db()
    assert kept.once is None


def test_list_costs_the_same_for_one_and_for_three(client, cast, django_assert_num_queries):
    rebuild_index()
    client.force_login(cast.eva)
    make(cast.office, thing=key_of(cast.office))
    client.get(reverse("feedback_list"))
    with django_assert_num_queries(10) as counted:
        client.get(reverse("feedback_list"))
    make(cast.office, thing=key_of(cast.office))
    make(cast.office, done_by=cast.ada, path="/de/offices/x/")
    with django_assert_num_queries(len(counted)):
        client.get(reverse("feedback_list"))
