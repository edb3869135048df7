# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which mail finds its concern by itself, and which waits."""

import datetime as dt

import pytest
from django.utils import timezone

from friedensplatz.concerns.actions import answer_concern, ask_person
from friedensplatz.concerns.jobs import LONGEST_SORTING, sort_mails
from friedensplatz.concerns.mail import sorting
from friedensplatz.concerns.mail.addresses import concern_of, reply_address
from friedensplatz.concerns.mail.receiving import take_mail
from friedensplatz.concerns.models import Concern, Incoming, Protection
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.tests.mail.samples import arrive, bounce, letter
from friedensplatz.concerns.tests.samples import picture
from friedensplatz.notices.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def address(settings):
    settings.MAIL_REPLY_TO = "antwort@city.example"


@pytest.fixture
def news(concern, django_capture_on_commit_callbacks, bob):
    """The mail that told the person of a question."""
    with django_capture_on_commit_callbacks(execute=True):
        ask_person(concern, "Welche Laterne?", by=bob)
    return Mail.objects.get(to="alice@home.example")


def said(concern):
    return [(entry.kind, entry.words) for entry in concern.entries.order_by("pk")][1:]


def fate(incoming):
    return incoming.state, incoming.reason, incoming.concern


def test_mail_joins_its_concern_by_the_address_it_was_sent_to(concern):
    incoming = arrive("Vor Haus 12.\n\n> Welche Laterne?", to=reply_address(concern))
    assert fate(incoming) == ("threaded", "", concern)
    assert said(concern) == [("message", "Vor Haus 12.")]
    assert incoming.entry == concern.entries.latest("pk")


def test_address_leads_to_its_concern_only(concern, hand_in):
    other, _code = hand_in()
    assert concern_of([reply_address(other).upper()]) == other
    name, _at, host = reply_address(concern).partition("@")
    first = name.index("+") + 1
    other_letter = "b" if name[first] == "a" else "a"
    forged = [f"{name[:first]}{other_letter}{name[first + 1 :]}@{host}", f"antwort+{concern.reference}@{host}"]
    strange = [*forged, f"{name}@elsewhere.example", "", "antwort@city.example"]
    assert [concern_of([address]) for address in strange] == [None] * 5
    assert len(name) <= 64


def test_address_says_nothing_about_the_concern_and_is_new_each_time(concern):
    assert concern.reference not in reply_address(concern)
    assert reply_address(concern) != reply_address(concern)


def test_news_carry_the_address_and_answers_to_them_join(concern, news):
    assert concern_of([news.reply_to]) == concern
    assert fate(arrive("Haus 12", to=news.reply_to, in_reply_to=news.message_id)) == ("threaded", "", concern)
    concern.refresh_from_db()
    assert concern.state == "in_progress"


def test_answer_to_news_joins_when_it_comes_from_the_person(concern, news):
    assert fate(arrive("Haus 12", in_reply_to=news.message_id)) == ("threaded", "", concern)
    assert fate(arrive("und 13", references=f"<x@y> {news.message_id}")) == ("threaded", "", concern)


def test_answer_to_news_waits_when_it_comes_from_somebody_else(concern, news):
    incoming = arrive("Haus 12", sender="mallory@evil.example", in_reply_to=news.message_id)
    assert fate(incoming) == ("waiting", "stranger", None)


def test_answer_of_a_colleague_to_their_own_notice_is_not_the_persons(concern, bob, django_capture_on_commit_callbacks):
    notice = Mail.objects.create(to=bob.email, subject="x", message_id="<s@city.example>", key="s", about=concern)
    assert fate(arrive("ok", sender=bob.email, in_reply_to=notice.message_id)) == ("waiting", "stranger", None)


def test_reference_in_the_subject_proves_nothing(concern):
    assert fate(arrive("Haus 12", subject=f"Re: {concern.reference}")) == ("waiting", "new", None)


def test_answer_to_a_mail_that_joined_joins_when_the_sender_is_known(concern):
    arrive("eins", to=reply_address(concern), sender="work@office.example", message_id="<w1@office.example>")
    incoming = arrive("zwei", sender="work@office.example", in_reply_to="<w1@office.example>")
    assert fate(incoming) == ("threaded", "", concern)
    assert fate(arrive("x", sender="m@evil.example", in_reply_to="<w1@office.example>"))[1] == "stranger"


def test_office_learns_that_another_address_wrote(concern):
    arrive("eins", to=reply_address(concern), sender="friend@elsewhere.example")
    kinds = [kind for kind, _words in said(concern)]
    assert kinds == ["message", "note"]


def test_files_are_cleaned_and_those_refused_are_named(concern):
    files = [("a.jpg", picture()), ("b.exe", b"MZ\x00\x01"), ("winmail.dat", b"\x78\x9f\x3e\x22\x00")]
    incoming = arrive("Bild", to=reply_address(concern), files=files)
    assert [file.type for file in incoming.entry.attachments.all()] == ["jpg"]
    note = concern.entries.get(kind="note").words
    assert ("b.exe" in note, "winmail.dat" in note, "a.jpg" in note) == (True, True, False)


def test_mail_without_words_is_told_so(concern):
    arrive(" ", to=reply_address(concern), files=[("a.jpg", picture())])
    assert [kind for kind, words in said(concern) if words] == ["message"]


def test_answered_concern_is_taken_up_again_by_a_mail(concern, bob):
    answer_concern(concern, "Sie leuchtet.", by=bob)
    assert fate(arrive("Nein.", to=reply_address(concern)))[0] == "threaded"
    concern.refresh_from_db()
    assert concern.state == "in_progress"


def test_mail_waits_when_its_concern_ended_too_long_ago(concern, bob, settings):
    answer_concern(concern, "Sie leuchtet.", by=bob)
    Concern.objects.update(ended_at=timezone.now() - dt.timedelta(days=settings.REOPEN_DAYS + 2))
    assert fate(arrive("Nein.", to=reply_address(concern))) == ("waiting", "ended", None)


def test_mail_to_an_encrypted_concern_is_encrypted_at_once(hand_in):
    concern, _code = hand_in(protection=Protection.CONFIDENTIAL)
    arrive("Sehr vertraulich", to=reply_address(concern))
    entry = concern.entries.latest("pk")
    assert (entry.text, entry.words) == ("", "Sehr vertraulich")


def test_answer_of_a_machine_becomes_a_note_and_moves_nothing(concern, news):
    incoming = arrive("Bin im Urlaub.", to=news.reply_to, auto_submitted="auto-replied")
    assert fate(incoming) == ("threaded", "automatic", concern)
    concern.refresh_from_db()
    assert (concern.state, concern.entries.latest("pk").kind) == ("waiting", "note")


def test_answer_of_a_machine_to_nothing_is_put_aside():
    assert fate(arrive("Newsletter", precedence="bulk")) == ("ignored", "automatic", None)


def test_office_is_told_when_news_came_back(concern, news, django_capture_on_commit_callbacks, bob):
    Mail.objects.exclude(pk=news.pk).delete()
    with django_capture_on_commit_callbacks(execute=True):
        incoming = take_mail(bounce(news.message_id))
        sort_mails(timezone.now())
    incoming.refresh_from_db()
    assert fate(incoming) == ("threaded", "bounce", concern)
    assert concern.entries.latest("pk").kind == "note"
    assert [mail.to for mail in Mail.objects.exclude(pk=news.pk)] == [bob.email]


def test_bounce_of_an_old_mail_is_known_by_the_address_it_offered(hand_in):
    concern, _code = hand_in(protection=Protection.SEALED)
    incoming = take_mail(bounce("<forgotten@city.example>", reply_address(concern)))
    sort_mails(timezone.now())
    incoming.refresh_from_db()
    assert fate(incoming) == ("threaded", "bounce", concern)


def test_mail_joins_once_when_two_workers_sort_it(concern):
    incoming = take_mail(letter("einmal", to=reply_address(concern)))
    other = Incoming.objects.get(pk=incoming.pk)
    sorting.sort_mail(incoming)
    with pytest.raises(ChangedMeanwhile):
        sorting.sort_mail(other)
    assert said(concern) == [("message", "einmal")]


def test_bounce_of_a_mail_nobody_knows_is_put_aside():
    incoming = take_mail(bounce("<x@y.example>"))
    sort_mails(timezone.now())
    incoming.refresh_from_db()
    assert fate(incoming) == ("ignored", "bounce", None)


def test_mail_that_cannot_be_sorted_waits_and_stops_no_other(concern, monkeypatch, caplog):
    bad = take_mail(letter("schlecht"))
    real = sorting.mail_of
    monkeypatch.setattr(sorting, "mail_of", lambda row: real(row) if row.pk != bad.pk else 1 / 0)
    good = arrive("gut", to=reply_address(concern))
    bad.refresh_from_db()
    assert (fate(bad), good.state) == (("waiting", "fault", None), "threaded")
    assert "schlecht" not in caplog.text


def test_mail_that_killed_its_worker_waits_for_a_colleague(monkeypatch):
    def die(row):
        raise SystemExit

    incoming = take_mail(letter())
    monkeypatch.setattr(sorting, "mail_of", die)
    with pytest.raises(SystemExit):
        sort_mails(timezone.now())
    assert sort_mails(timezone.now()) == 0
    sort_mails(timezone.now() + LONGEST_SORTING * 2)
    incoming.refresh_from_db()
    assert fate(incoming) == ("waiting", "fault", None)


def test_mail_is_looked_at_again_when_its_concern_changed_meanwhile(concern, monkeypatch):
    def faster(*args, **kwargs):
        monkeypatch.undo()
        raise ChangedMeanwhile

    monkeypatch.setattr(sorting, "add_mail", faster)
    assert arrive("eins", to=reply_address(concern)).state == "taken"


def test_address_leads_nowhere_when_the_city_takes_no_answers(concern, settings):
    address, settings.MAIL_REPLY_TO = reply_address(concern), ""
    assert (reply_address(concern), concern_of([address])) == ("", None)
