# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The end of an account."""

import pytest
from django.urls import reverse

from friedensplatz.accounts.actions import add_member, open_account, remove_member
from friedensplatz.accounts.models import User
from friedensplatz.concerns.actions import keep_concern
from friedensplatz.concerns.models import Concern, Keeping
from tests.scene import make_scene


@pytest.fixture
def scene(db):
    return make_scene()


def test_deleting_asks_first_and_cuts_only_the_ties(client, scene):
    rita = open_account("rita@home.example", "de")
    keep_concern(scene.concern, rita)
    keep_concern(scene.concern, scene.carol)
    client.force_login(rita)
    concerns = Concern.objects.count()
    assert client.get(reverse("account_delete")).status_code == 200
    assert User.objects.filter(pk=rita.pk).exists()
    assert client.post(reverse("account_delete")).url == reverse("home")
    assert not User.objects.filter(pk=rita.pk).exists()
    assert (Keeping.objects.count(), Concern.objects.count()) == (1, concerns)
    assert client.get(reverse("account_home")).status_code == 302
    client.post(reverse("concern_status"), {"reference": scene.concern.reference, "code": scene.code})
    assert scene.concern.subject in client.get(reverse("concern_status")).content.decode()


def test_accounts_the_city_has_to_account_for_are_not_deleted(client, scene):
    former = open_account("former@home.example", "de")
    remove_member(add_member(former, scene.office.team, "lead", by=scene.ada), by=scene.ada)
    for person in (former, scene.bob, scene.ada):
        client.force_login(person)
        assert client.post(reverse("account_delete")).status_code == 403
        assert User.objects.filter(pk=person.pk).exists()
        assert reverse("account_delete") not in client.get(reverse("account_home")).content.decode()
