# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from friedensplatz.accounts.models import User
from friedensplatz.notices.actions import put_into_outbox
from friedensplatz.notices.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    user = User.objects.create_user("ada@dortmund.example", is_administrator=True)
    client.force_login(user)
    return user


def add_mail(state="queued", to="alice@example.org"):
    mail = put_into_outbox(to=to, language="de", subject="Ihre Antwort", body="Geheim")
    Mail.objects.filter(pk=mail.pk).update(state=state)
    return mail


def test_administrators_see_states_but_neither_texts_nor_whole_addresses(client, administrator):
    add_mail("unknown")
    page = client.get(reverse("outbox")).content.decode()
    assert "Ihre Antwort" in page
    assert "a…@example.org" in page
    assert "alice@example.org" not in page
    assert "Geheim" not in page


def test_the_demo_shows_the_text(client, administrator, settings):
    settings.DEMO = True
    add_mail()
    assert "Geheim" in client.get(reverse("outbox")).content.decode()


def test_the_list_is_filtered_by_state(client, administrator):
    add_mail("sent")
    unknown = add_mail("unknown")
    page = client.get(reverse("outbox"), {"state": "unknown"})
    assert page.context["slice"].rows == [unknown]


def test_a_mail_whose_fate_is_unknown_is_sent_again_when_an_administrator_says_so(client, administrator):
    mail = add_mail("unknown")
    client.post(reverse("mail_retry", args=[mail.pk]))
    client.post(reverse("mail_mark_sent", args=[mail.pk]))
    mail.refresh_from_db()
    assert (mail.state, mail.body) == ("queued", "Geheim")


def test_a_mail_is_done_when_an_administrator_knows_that_it_arrived(client, administrator):
    mail = add_mail("unknown")
    client.post(reverse("mail_mark_sent", args=[mail.pk]))
    mail.refresh_from_db()
    assert (mail.state, mail.body) == ("sent", "")


def test_a_sent_mail_cannot_be_sent_again(client, administrator):
    mail = add_mail("sent")
    client.post(reverse("mail_retry", args=[mail.pk]))
    mail.refresh_from_db()
    assert mail.state == "sent"


def test_others_do_not_find_the_outbox(client):
    assert client.get(reverse("outbox")).status_code == 302
    client.force_login(User.objects.create_user("leo@dortmund.example", is_leadership=True))
    assert client.get(reverse("outbox")).status_code == 404


def test_the_outbox_needs_as_many_queries_for_three_as_for_one(client, administrator, django_assert_num_queries):
    add_mail("unknown")
    client.get(reverse("outbox"))
    with CaptureQueriesContext(connection) as for_one:
        client.get(reverse("outbox"))
    add_mail("unknown")
    add_mail("failed")
    with django_assert_num_queries(len(for_one)):
        client.get(reverse("outbox"))
    assert len(for_one) <= 6
