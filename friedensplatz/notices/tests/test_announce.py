# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.mail import send_mail
from django.test import override_settings
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Team
from friedensplatz.activity.actions import record, tell
from friedensplatz.activity.models import Activity
from friedensplatz.notices import plug
from friedensplatz.notices.actions import mail_key
from friedensplatz.notices.models import Mail
from friedensplatz.notices.plug import Message, announces

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(settings, tmp_path, monkeypatch):
    """A team; who is in its name hears of it in Turkish when it is renamed, twice if two announcers say so."""
    (tmp_path / "renamed.txt").write_text("{{ team.name }} & {{ public_url }}/{{ LANGUAGE_CODE }}\n")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}]
    settings.PUBLIC_URL = "https://stadt.example"
    monkeypatch.setattr(plug, "announcers", plug.announcers.__class__(list))
    monkeypatch.setattr("friedensplatz.notices.actions.announcers", plug.announcers)

    def renamed(activity, team):
        for to in ("alice@example.org", "bob@example.org"):
            yield Message(
                to=to, language="tr", subject=_("Home"), template="renamed.txt", context={"team": team}, about=team
            )

    announces(Team, "renamed")(renamed)
    announces(Team, "renamed")(renamed)
    return Team.objects.create(name="<Amt>")


def test_a_deed_gives_one_mail_per_person(team, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        activity = record(team, "renamed")
    assert sorted(Mail.objects.values_list("to", flat=True)) == ["alice@example.org", "bob@example.org"]
    tell(activity, team)
    assert Mail.objects.count() == 2


def test_a_mail_is_plain_text_about_its_thing(team):
    tell(record(team, "renamed"), team)
    mail = Mail.objects.first()
    assert mail.body.startswith("<Amt> & https://stadt.example/")
    assert mail.about == team
    assert mail.message_id.endswith("@stadt.example>")


def test_nobody_is_told_of_other_deeds(team):
    tell(record(team, "merged"), team)
    assert Mail.objects.count() == 0


def test_a_deed_is_told_again_when_an_announcer_failed(team):
    @announces(Team, "renamed")
    def fail(activity, team):
        raise ValueError

    activity = record(team, "renamed")
    assert tell(activity, team) is False
    assert Mail.objects.count() == 0
    plug.announcers[Team, "renamed"].remove(fail)
    assert tell(activity, team) is True
    assert Mail.objects.count() == 2
    assert Activity.objects.get(pk=activity.pk).heard_at is not None


@override_settings(EMAIL_BACKEND="friedensplatz.notices.backends.OutboxBackend")
def test_what_libraries_send_waits_in_the_outbox():
    send_mail("Ihr\nPasswort", "Text", None, ["alice@example.org", "bob@example.org"])
    assert list(Mail.objects.order_by("to").values_list("to", "subject", "body", "state")) == [
        ("alice@example.org", "Ihr Passwort", "Text", "queued"),
        ("bob@example.org", "Ihr Passwort", "Text", "queued"),
    ]


def test_the_outbox_knows_no_kind_of_thing_when_none_is_given():
    mail = Mail(about_type=None)
    assert mail.about is None
    assert ContentType.objects.filter(app_label="notices", model="mail").count() in {0, 1}


def test_a_copy_of_the_outbox_leads_to_no_deed(team):
    activity = record(team, "renamed")
    tell(activity, team)
    keys = sorted(Mail.objects.values_list("key", flat=True))
    assert keys == sorted(mail_key(activity.pk, to) for to in ("Alice@example.org", "bob@example.org"))
    assert all(len(key) == 64 and key.isalnum() for key in keys)
