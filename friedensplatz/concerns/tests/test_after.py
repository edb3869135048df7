# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""After the answer: opinions, "not solved", promises in public and at the desk."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.concerns.actions import answer_concern, close_concern, resume_concern, withdraw_concern
from friedensplatz.concerns.kept import promises_kept
from friedensplatz.concerns.models import Deadline, Kind, Opinion, Rule
from friedensplatz.concerns.opinions import can_be_judged, opinion_token
from friedensplatz.concerns.workflow import Outcome
from friedensplatz.notices.models import Mail


@pytest.fixture
def answered(concern, bob):
    answer_concern(concern, "Sie leuchtet wieder.", by=bob)
    return concern


def _say(client, token, **said):
    return client.post(reverse("concern_opinion", args=[token]), said)


def test_an_opinion_is_said_once_for_each_ending(answered, client):
    token = opinion_token(answered)
    said = {"satisfied": 4, "reasons": ["clear", "slow"], "words": "Ging so."}
    assert [_say(client, token, **said).status_code for _click in range(2)] == [200, 410]
    (kept,) = Opinion.objects.all()
    assert (kept.satisfied, kept.reasons, kept.words) == (4, ["clear", "slow"], "Ging so.")
    assert b"Ging so." not in bytes(kept.sealed)


def test_not_solved_needs_words_and_takes_the_concern_up_again(answered, client):
    token = opinion_token(answered)
    assert _say(client, token, satisfied=1, unsolved="on").status_code == 200
    assert Opinion.objects.count() == 0
    _say(client, token, satisfied=1, unsolved="on", words="Sie ist wieder dunkel.")
    answered.refresh_from_db()
    assert (answered.state, answered.entries.last().words) == ("in_progress", "Sie ist wieder dunkel.")


def test_the_link_shows_nothing_of_the_concern(answered, client):
    page = client.get(reverse("concern_opinion", args=[opinion_token(answered)])).content.decode()
    assert (answered.reference in page, "Laterne" in page, "Alice" in page) == (False, False, False)


def test_a_link_is_over_when_the_concern_went_on_or_the_name_is_wrong(answered, client, bob):
    token = opinion_token(answered)
    _say(client, token, satisfied=2, unsolved="on", words="Noch dunkel.")
    assert client.get(reverse("concern_opinion", args=[token])).status_code == 410
    assert client.get(reverse("concern_opinion", args=[token[:-1]])).status_code == 410


def test_the_link_of_the_answer_works_when_the_concern_was_put_away_since_but_not_for_the_next_answer(
    answered, client, bob
):
    token = opinion_token(answered)
    close_concern(answered, Outcome.RESOLVED, by=bob)
    assert client.get(reverse("concern_opinion", args=[token])).status_code == 200
    resume_concern(answered, "Noch einmal ansehen.", by=bob)
    answer_concern(answered, "Jetzt leuchtet sie.", by=bob)
    assert client.get(reverse("concern_opinion", args=[token])).status_code == 410
    assert client.get(reverse("concern_opinion", args=[opinion_token(answered)])).status_code == 200


def test_a_withdrawn_concern_is_not_asked_about(concern):
    withdraw_concern(concern)
    assert not can_be_judged(concern)


def test_the_mail_of_an_answer_brings_the_link(concern, bob, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer_concern(concern, "Sie leuchtet wieder.", by=bob)
    (mail,) = Mail.objects.filter(to="alice@home.example")
    assert opinion_token(concern) in mail.body


def test_what_was_kept_is_computed_from_the_clocks_and_few_are_not_told(hand_in, bob):
    today = timezone.localdate()
    for number in range(6):
        concern, _code = hand_in()
        if number < 4:
            answer_concern(concern, "Ja.", by=bob)
        late = number in {3}
        Deadline.objects.filter(concern=concern, rule="answer").update(
            due=today - dt.timedelta(days=1),
            met_at=None if number >= 4 else timezone.now() - dt.timedelta(days=0 if late else 3),
        )
    rows = {row.kind: row for row in promises_kept()}
    complaint = rows[Kind.COMPLAINT]
    assert (complaint.promised, complaint.kept, complaint.per_cent) == (6, 3, 50)
    assert rows[Kind.DEFECT].per_cent is None


def test_an_administrator_changes_what_is_promised(client, ada, office, hand_in):
    before = hand_in()[0].answer_due
    client.force_login(ada)
    sent = {"acknowledge_days": 1, "answer_days": 5, "office": office.pk, "source": "Ratsbeschluss", "as_of": "2026"}
    assert client.post(reverse("desk_rule", args=["complaint"]), sent).status_code == 302
    rule = Rule.objects.get(kind="complaint")
    assert (rule.answer_days, rule.office, rule.source) == (5, office, "Ratsbeschluss")
    assert hand_in()[0].answer_due < before
    client.logout()
    assert "Ratsbeschluss" in client.get(reverse("promises")).content.decode()
    client.force_login(ada)
    assert client.post(reverse("desk_rule", args=["complaint"]), sent | {"answer_days": 0}).status_code == 200
