# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files of mails that cannot be cleaned are got at as they came, by few, after a warning, on record."""

import pytest
from django.urls import reverse

from friedensplatz.accounts.models import Role
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.actions import take_concern
from friedensplatz.concerns.disclosing import ask_disclosure, decide_disclosure
from friedensplatz.concerns.mail.addresses import reply_address
from friedensplatz.concerns.models import Admission, Disclosure, Incoming, Protection
from friedensplatz.concerns.tests.mail.samples import arrive
from tests.cast import make_user

TNEF = b"\x78\x9f\x3e\x22\x00 not for browsers <script>alert(1)</script>"


@pytest.fixture
def cora(office):
    return make_user("cora@city.example", office=office, role=Role.COUNSELLOR)


@pytest.fixture
def joined(settings):
    """Sends a mail with a file to a concern; gives the mail."""
    settings.MAIL_REPLY_TO = "antwort@city.example"

    def act(concern, name="winmail.dat"):
        arrive("Mit Anlage.", to=reply_address(concern), files=[(name, TNEF)])
        return Incoming.objects.get(concern=concern)

    return act


def _file(client, user, mail, number=1, *, post=False):
    client.force_login(user)
    return (client.post if post else client.get)(reverse("desk_mail_file", args=[mail.pk, number]))


def test_a_file_is_saved_after_a_warning_and_never_shown(joined, concern, bob, client):
    mail = joined(concern)
    client.force_login(bob)
    way = reverse("desk_mail_file", args=[mail.pk, 1])
    assert way in client.get(reverse("desk_mail", args=[mail.pk])).content.decode()
    warning = _file(client, bob, mail)
    assert (warning["Content-Type"], TNEF in warning.content) == ("text/html; charset=utf-8", False)
    assert activities_of(concern).last().verb != "file_taken"
    saved = _file(client, bob, mail, post=True)
    heads = ("Content-Type", "Content-Disposition", "X-Content-Type-Options", "Content-Security-Policy")
    assert (saved.content, [saved[head] for head in heads]) == (
        TNEF,
        [
            "application/octet-stream",
            'attachment; filename="winmail.dat"',
            "nosniff",
            "default-src 'none'; sandbox",
        ],
    )
    assert "no-store" in saved["Cache-Control"]
    last = activities_of(concern).last()
    assert (last.verb, last.actor, last.details) == ("file_taken", bob, {})
    assert _file(client, bob, mail, 2, post=True).status_code == 404


def test_a_name_cannot_write_headers_or_turn_its_ending_round(joined, concern, bob, client):
    saved = _file(client, bob, joined(concern, 'a"; x=\u202excod.exe'), post=True)
    assert saved["Content-Disposition"].isascii()
    assert "%E2%80%AE" not in saved["Content-Disposition"]


def test_who_is_let_in_only_to_read_does_not_get_it_and_strangers_do_not_know_of_it(
    joined, concern, dora, eva, other_office, client
):
    mail = joined(concern)
    assert _file(client, dora, mail).status_code == 404
    Admission.objects.create(concern=concern, office=other_office, right=Admission.Right.READ)
    assert [_file(client, dora, mail, post=post).status_code for post in (False, True)] == [403, 403]
    assert _file(client, eva, mail, post=True).status_code == 404


def test_of_a_sealed_concern_it_takes_the_second_person_for_a_file_tells_who_made_it(
    joined, hand_in, cora, lena, office, client
):
    concern, _code = hand_in(protection=Protection.SEALED)
    take_concern(concern, by=cora)
    mail = joined(concern)
    assert _file(client, cora, mail, post=True).status_code == 403
    ask_disclosure(concern, "Die Anlage.", by=cora)
    decide_disclosure(Disclosure.objects.get(), granted=True, by=lena)
    assert _file(client, cora, mail, post=True).content == TNEF


def test_a_mail_that_waits_gives_its_files_to_who_sorts_mail(eva, cora, office, client):
    mail = arrive("Neu.", files=[("brief.docm", TNEF)])
    assert _file(client, eva, mail, post=True).status_code == 404
    assert _file(client, cora, mail, post=True).content == TNEF
    assert activities_of(mail).last().verb == "file_taken"
