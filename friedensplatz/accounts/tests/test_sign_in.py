# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from friedensplatz.accounts.actions import add_member
from friedensplatz.accounts.second_factor import lacks_second_factor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tries_yet():
    cache.clear()


def sign_in(client, password, **more):
    return client.post(reverse("account_login"), {"login": "ada@dortmund.example", "password": password, **more})


def test_staff_sign_in_by_address_and_password(client, ada):
    answer = sign_in(client, "a long sentence 1", next=reverse("people_list"))
    assert (answer.status_code, answer.url) == (302, reverse("people_list"))


def test_wrong_passwords_lead_to_a_pause(client, ada):
    for _ in range(5):
        assert sign_in(client, "wrong").status_code == 200
    assert "_auth_user_id" not in client.session
    sign_in(client, "a long sentence 1")
    assert "_auth_user_id" not in client.session


def test_a_forgotten_password_is_chosen_anew_in_the_persons_language(client, ada):
    ada.language = "en"
    ada.save()
    client.post("/de/accounts/password/reset/", {"email": "ada@dortmund.example"})
    (letter,) = mail.outbox
    assert letter.subject == "Choose a new password"
    path = re.search(r"https?://[^/]+(/en/\S+)", letter.body).group(1)
    form = client.get(path, follow=True)
    new = {"password1": "a new sentence 7", "password2": "a new sentence 7"}
    client.post(form.request["PATH_INFO"], new)
    ada.refresh_from_db()
    assert ada.check_password("a new sentence 7")


def test_nobody_learns_whether_an_address_has_an_account(client, ada):
    known, unknown = (
        client.post(reverse("account_reset_password"), {"email": f"{name}@dortmund.example"}) for name in ("ada", "eve")
    )
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_logout",
        "account_reset_password",
        "account_reset_password_done",
        "account_inactive",
        "account_change_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
    ],
)
def test_every_page_of_an_account_wears_the_clothes_of_the_house(client, ada, name):
    if not name.startswith(("account_login", "account_reset", "account_inactive")):
        sign_in(client, "a long sentence 1")
    if name in {"mfa_activate_totp", "mfa_add_webauthn"}:
        client.post(reverse("account_reauthenticate"), {"password": "a long sentence 1"})
    page = client.get(reverse(name))
    assert page.status_code == 200
    text = page.content.decode()
    assert 'href="#content"' in text
    assert text.count("<h1") == 1
    assert "style=" not in text


def test_a_second_factor_is_demanded_of_the_roles_the_city_names(desk, ada, bob, team, settings):
    settings.SECOND_FACTOR_ROLES = ["administrator", "lead"]
    assert desk.get(reverse("people_list")).url == reverse("mfa_index")
    TOTP.activate(ada, generate_totp_secret())
    assert desk.get(reverse("people_list")).status_code == 200
    assert lacks_second_factor(bob) is False
    add_member(bob, team, "lead")
    del bob._roles
    assert lacks_second_factor(bob) is True


def test_the_second_factor_is_asked_for(client, ada):
    TOTP.activate(ada, generate_totp_secret())
    assert sign_in(client, "a long sentence 1").url == reverse("mfa_authenticate")
    page = client.get(reverse("mfa_authenticate"))
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1
    assert "_auth_user_id" not in client.session


def test_a_form_sent_after_the_session_ended_waits_for_the_sign_in(client, ada, bob):
    client.force_login(ada)
    client.session.flush()
    edit = reverse("person_edit", args=[bob.pk])
    answer = client.post(edit, {"name": "Robert <b>", "language": "de", "is_active": "on"})
    assert answer.url.endswith(f"?next={reverse('unsent_form')}")
    assert sign_in(client, "a long sentence 1", next=reverse("unsent_form")).url == reverse("unsent_form")
    page = client.get(reverse("unsent_form"))
    assert page.context["unsent"].path == edit
    assert 'name="name" value="Robert &lt;b&gt;"' in page.content.decode()
    assert "csrfmiddlewaretoken" not in dict(page.context["unsent"].fields)
    assert client.session.get("unsent") is None


def test_nothing_is_kept_of_strangers_and_floods(client, ada, bob):
    edit = reverse("person_edit", args=[bob.pk])
    assert client.post(edit, {"name": "x"}).url.endswith(f"?next={edit}")
    client.force_login(ada)
    client.session.flush()
    assert client.post(edit, {"name": "x" * 200_000}).url.endswith(f"?next={edit}")


def test_secret_of_an_app_lies_sealed_in_the_database(ada):
    secret = generate_totp_secret()
    kept = TOTP.activate(ada, secret).instance
    kept.refresh_from_db()
    assert secret not in str(kept.data)
    counter = next(iter(yield_hotp_counters_from_time()))
    assert TOTP(kept).validate_code(format_hotp_value(hotp_value(secret, counter)))


def test_borrowed_pages_address_people_politely_in_german(client, ada):
    client.force_login(ada)
    assert "Möchten Sie sich abmelden?" in client.get("/de/accounts/logout/").content.decode()
