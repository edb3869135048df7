# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Residents make and enter an account with a code by mail."""

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from friedensplatz.accounts import one_time
from friedensplatz.accounts.actions import add_member, open_account
from friedensplatz.accounts.models import RightsChange, User
from friedensplatz.accounts.queries import is_staff

pytestmark = pytest.mark.django_db
RITA = "rita@home.example"


@pytest.fixture(autouse=True)
def no_tries_yet():
    cache.clear()


def ask(client, email=RITA, **query):
    return client.post(reverse("account_enter", query=query), {"email": email})


def code_in(letter):
    return letter.body.splitlines()[4]


def enter(client, email=RITA, **query):
    ask(client, email, **query)
    return client.post(reverse("account_code"), {"code": code_in(mail.outbox[-1])})


def test_a_resident_makes_an_account_with_the_first_code(client):
    assert ask(client, "Rita@Home.example").url == reverse("account_code")
    (letter,) = mail.outbox
    code = code_in(letter)
    assert letter.to == [RITA]
    assert code not in letter.subject
    assert User.objects.count() == 0
    assert client.post(reverse("account_code"), {"code": f" {code.lower().replace('-', ' ')} "}).url == reverse(
        "account_home"
    )
    rita = User.objects.get()
    assert (rita.email, rita.language, is_staff(rita), rita.has_usable_password()) == (RITA, "de", False, False)
    assert RightsChange.objects.count() == 0
    assert client.get(reverse("desk_home")).status_code == 404


def test_a_second_code_enters_the_same_account(client):
    rita = open_account(RITA, "tr")
    enter(client)
    assert client.session["_auth_user_id"] == str(rita.pk)
    assert User.objects.get().language == "tr"


def test_the_mail_speaks_the_language_of_the_page(client):
    with override("en"):
        ask(client)
    assert "with this code you enter your account" in mail.outbox[0].body


def test_a_code_opens_nothing_in_another_browser(client):
    ask(client)
    other = Client()
    ask(other, "eve@elsewhere.example")
    other.post(reverse("account_code"), {"code": code_in(mail.outbox[0])})
    assert Client().post(reverse("account_code"), {"code": code_in(mail.outbox[0])}).url == reverse("account_enter")
    assert User.objects.count() == 0


def test_a_code_works_once_and_for_ten_minutes(client, monkeypatch):
    ask(client)
    later = time.time() + 601
    monkeypatch.setattr(one_time.time, "time", lambda: later)
    client.post(reverse("account_code"), {"code": code_in(mail.outbox[0])})
    assert User.objects.count() == 0
    monkeypatch.undo()
    enter(client)
    assert one_time.KEY not in client.session


def test_wrong_codes_end_it(client):
    ask(client)
    tries = [client.post(reverse("account_code"), {"code": "WRNG-CODE"}).status_code for _ in range(5)]
    assert tries == [200, 200, 200, 200, 302]
    client.post(reverse("account_code"), {"code": code_in(mail.outbox[0])})
    assert User.objects.count() == 0


def test_too_many_codes_lead_to_a_pause(client):
    for _ in range(3):
        assert ask(client).status_code == 302
    assert ask(client).status_code == 200
    assert len(mail.outbox) == 3


def test_the_code_is_not_stored_readably(client):
    ask(client)
    code = code_in(mail.outbox[0])
    (session,) = Session.objects.all()
    assert code not in str(session.get_decoded())
    assert code.replace("-", "") not in str(session.get_decoded())


def seen(email):
    """Everything a visitor sees of one address at the door, with the address itself left out."""
    client = Client()
    asked = ask(client, email)
    page = client.get(asked.url)
    wrong = client.post(asked.url, {"code": "WRNG-CODE"})
    return asked.status_code, asked.url, _plain(page, email), _plain(wrong, email), list(client.session.keys())


def _plain(response, email):
    name, host = email.split("@")
    text = response.content.decode().replace(name, "").replace(host, "")
    token = str(response.context["csrf_token"])
    return response.status_code, text.replace(token, "")


def test_nobody_learns_whether_an_address_has_an_account(ada):
    open_account(RITA, "de")
    gone = open_account("gone@home.example", "de")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    unknown = seen("nobody@home.example")
    for email in (RITA, ada.email, gone.email):
        assert seen(email) == unknown
    assert [len(letter.to) for letter in mail.outbox] == [1, 1, 1, 1]


def test_staff_are_sent_to_their_password_and_never_get_a_code(client, ada):
    ask(client, ada.email)
    assert reverse("account_login") in mail.outbox[0].body
    assert "ten minutes" not in mail.outbox[0].body
    assert User.objects.count() == 1


def test_a_role_given_meanwhile_closes_the_door_of_codes(client, team):
    rita = open_account(RITA, "de")
    ask(client)
    add_member(rita, team, "lead")
    assert client.post(reverse("account_code"), {"code": code_in(mail.outbox[0])}).url == reverse("account_login")
    assert "_auth_user_id" not in client.session


def test_a_second_factor_stands_behind_the_code(client):
    TOTP.activate(open_account(RITA, "de"), generate_totp_secret())
    assert enter(client).url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [("/de/concerns/mine/", "/de/concerns/mine/"), ("https://evil.example/", "/de/accounts/"), ("", "/de/accounts/")],
)
def test_the_way_goes_on_where_the_person_wanted_to(client, wanted, reached):
    assert enter(client, next=wanted).url == reached


def test_name_and_language_can_be_changed_and_nothing_else(client):
    enter(client)
    told = {"name": "Rita", "language": "tr", "is_administrator": "on", "email": "other@home.example"}
    with override("de"):
        assert client.post(reverse("account_home"), told).url == "/tr/accounts/"
    rita = User.objects.get()
    assert (rita.name, rita.language, rita.email, rita.is_administrator) == ("Rita", "tr", RITA, False)


def test_allauths_own_sign_up_stays_closed(client):
    assert client.get("/de/accounts/signup/").status_code == 404


def test_a_resident_may_choose_a_password(client):
    enter(client)
    assert client.get(reverse("account_change_password")).url == reverse("account_set_password")
    assert client.get(reverse("account_set_password")).status_code == 200


def test_residents_and_staff_land_where_they_belong(client, ada):
    enter(client)
    assert client.get(reverse("account_login")).url == reverse("account_home")
    assert client.post(reverse("account_logout")).url == reverse("home")
    client.force_login(ada)
    assert client.get(reverse("account_login")).url == reverse("desk_home")
    assert client.post(reverse("account_logout")).url == reverse("account_login")


def test_residents_are_not_in_the_list_of_people(desk):
    open_account(RITA, "de")
    assert desk.get(reverse("people_list")).context["slice"].rows == [User.objects.get(is_administrator=True)]
    assert desk.get(reverse("people_list"), {"q": "rita"}).context["slice"].rows == []
    assert desk.get(reverse("people_list"), {"q": RITA}).context["slice"].rows == [User.objects.get(email=RITA)]


@pytest.mark.parametrize("name", ["account_enter", "account_code", "account_home", "account_set_password"])
def test_every_page_wears_the_clothes_of_the_house(client, name):
    if name == "account_code":
        ask(client)
    elif name != "account_enter":
        enter(client)
    page = client.get(reverse(name)).content.decode()
    assert page.count("<h1") == 1
    assert "style=" not in page
