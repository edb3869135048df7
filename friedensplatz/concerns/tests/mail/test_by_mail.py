# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody who only ever wrote mails follows their concern."""

import re

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override

from friedensplatz.concerns import access
from friedensplatz.concerns.actions import answer_concern, change_protection
from friedensplatz.concerns.mail.addresses import concern_of
from friedensplatz.concerns.models import Channel, Protection
from friedensplatz.notices.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def by_mail(hand_in, settings, django_capture_on_commit_callbacks):
    settings.MAIL_REPLY_TO = "antwort@city.example"

    def act(**given):
        with django_capture_on_commit_callbacks(execute=True):
            return hand_in(channel=Channel.MAIL, **given)[0]

    return act


def test_mail_leads_to_the_answer_without_a_code(by_mail, bob, client, django_capture_on_commit_callbacks):
    concern = by_mail()
    with django_capture_on_commit_callbacks(execute=True):
        answer_concern(concern, "Sie leuchtet wieder.", by=bob)
    mail = Mail.objects.filter(to="alice@home.example").latest("pk")
    with override(mail.language):
        assert ("leuchtet" in mail.body, _("You can also simply answer this e-mail.") in mail.body) == (False, True)
    link = re.search(r"https?://[^/]+(/\S*/by-mail/\S+)", mail.body)[1]
    assert "leuchtet" not in client.get(link).content.decode()
    page = client.post(link, follow=True).content.decode()
    assert "Sie leuchtet wieder." in page


def test_link_is_over_when_the_person_protects_more(by_mail, client):
    concern = by_mail()
    token = access.link_token(concern)
    change_protection(concern, Protection.SEALED)
    assert client.get(f"/de/concerns/by-mail/{token}/").status_code == 404


@pytest.mark.parametrize("token", ["x", "x:y:z"])
def test_forged_link_opens_nothing(client, token):
    assert client.post(f"/de/concerns/by-mail/{token}/").status_code == 404


def test_news_about_an_encrypted_concern_carry_no_link_but_an_address(by_mail):
    concern = by_mail(protection=Protection.CONFIDENTIAL)
    mail = Mail.objects.get(to="alice@home.example")
    assert ("by-mail" in mail.body, mail.in_reply_to, concern_of([mail.reply_to])) == (False, "", concern)
