# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from friedensplatz.core.attention import group_for
from friedensplatz.core.loading import Folder
from friedensplatz.directory.models import City
from friedensplatz.notices.models import Mail
from friedensplatz.website.jobs import remind_of_statement
from friedensplatz.website.loading import statement as statement_of
from friedensplatz.website.models import Barrier, Statement
from friedensplatz.website.statements.actions import ChangedMeanwhile, keep_statement
from friedensplatz.website.statements.conformance import Conformance, conformance

DAY = dt.date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def make_statement(**given):
    return Statement.objects.create(**{"summary": {"de": "Alles geht."}, "reviewed_on": DAY, **given})


def make_barrier(**given):
    texts = {"what": {"de": "Kein Gebärdenvideo"}, "where": {"de": "Start"}, "alternative": {"de": "Schreiben"}}
    return Barrier.objects.create(**{**texts, "since": DAY, **given})


@pytest.mark.parametrize(
    ("reviewed_on", "barriers", "expected"),
    [
        (None, [], Conformance.UNKNOWN),
        (DAY, [], Conformance.FULL),
        (DAY, [{"reason": "out_of_scope"}], Conformance.FULL),
        (DAY, [{"reason": "burden"}], Conformance.PARTIAL),
        (DAY, [{"blocks": True}, {"reason": "third_party"}], Conformance.NONE),
        (DAY, [{"reason": "out_of_scope", "blocks": True}], Conformance.FULL),
    ],
)
def test_conformance_follows_from_the_known_barriers(reviewed_on, barriers, expected):
    assert conformance(Statement(reviewed_on=reviewed_on), [Barrier(**given) for given in barriers]) is expected


def test_page_says_what_the_law_wants(client):
    imprint = {
        "accessibility": {"name": "Barbara"},
        "enforcement": {"name": "Ombudsstelle", "url": "https://o.example/"},
    }
    City.objects.create(name={"de": "Dortmund"}, imprint=imprint)
    make_statement()
    make_barrier(criterion="1.2.6", planned_until=dt.date(2027, 6, 30))
    make_barrier(what={"de": "Alte Karte"}, removed_on=DAY)
    page = client.get(reverse("accessibility")).content.decode()
    said = ("Alles geht.", "Kein Gebärdenvideo", "Schreiben", "1.2.6", "30. Juni 2027", "22. November 2026", "Barbara")
    assert [text for text in (*said, "https://o.example/", reverse("barrier_report")) if text not in page] == []
    assert "Alte Karte" not in page


def test_page_is_told_in_easy_language_where_it_exists(client):
    make_statement(summary={"de": "Alles geht.", "easy": "Alle können mitmachen."})
    assert "Alle können mitmachen." not in client.get(reverse("accessibility")).content.decode()
    easy = client.get(reverse("accessibility"), {"text": "easy"}).content.decode()
    assert "Alle können mitmachen." in easy
    assert "Alles geht." not in easy


def test_programs_read_the_same_in_all_languages(client, settings):
    City.objects.create(imprint={"enforcement": {"name": "Ombudsstelle"}})
    make_statement()
    make_barrier(what={"de": "Kein Video", "easy": "Es gibt kein Video."})
    told = client.get("/accessibility.json", headers={"accept-language": "ar"}).json()
    assert told["@id"] == f"{settings.PUBLIC_URL}/de/accessibility/"
    assert (told["conformance"], told["lastReviewed"]) == ("partial", "2026-11-22")
    assert told["enforcementBody"] == {"name": "Ombudsstelle"}
    assert told["barriers"] == [
        {
            "what": {"de": "Kein Video", "de-simple": "Es gibt kein Video."},
            "where": {"de": "Start"},
            "alternative": {"de": "Schreiben"},
            "reason": "not_yet",
            "blocks": False,
            "since": "2026-11-22",
        }
    ]


def send(client, name, *args, **given):
    return client.post(reverse(name, args=args), given)


TOLD = {"what__de": "Kein Video", "where__de": "Start", "alternative__de": "Schreiben", "reason": "not_yet"}


def test_a_barrier_is_added_changed_and_removed_at_the_desk(client, cast):
    client.force_login(cast.ada)
    added = send(client, "barrier_add", **TOLD, since="2026-11-01", seen=1, criterion="1.2.6")
    assert added["Location"] == reverse("statement_edit")
    barrier = Barrier.objects.get()
    assert (barrier.what, barrier.criterion, barrier.blocks) == ({"de": "Kein Video"}, "1.2.6", False)
    send(client, "barrier_edit", barrier.pk, **TOLD, since="2026-11-01", removed_on="2026-11-20", seen=1)
    barrier.refresh_from_db()
    assert (barrier.removed_on, barrier.criterion) == (dt.date(2026, 11, 20), "")
    early = send(client, "barrier_edit", barrier.pk, **TOLD, since="2026-11-01", removed_on="2026-10-20", seen=2)
    assert early.context["form"].errors.keys() == {"removed_on"}


def test_two_keepers_do_not_overwrite_each_other(client, cast):
    barrier = make_barrier()
    client.force_login(cast.leo)
    given = {**TOLD, "since": "2026-11-01", "seen": 1}
    send(client, "barrier_edit", barrier.pk, **given, criterion="1.1.1")
    meanwhile = send(client, "barrier_edit", barrier.pk, **given, criterion="2.2.2")
    assert meanwhile.status_code == 200
    assert 'value="2.2.2"' in meanwhile.content.decode()
    barrier.refresh_from_db()
    assert barrier.criterion == "1.1.1"
    send(client, "barrier_edit", barrier.pk, **given | {"seen": 2}, criterion="2.2.2")
    barrier.refresh_from_db()
    assert barrier.criterion == "2.2.2"


def test_statement_is_made_and_kept(client, cast):
    client.force_login(cast.ada)
    told = {"summary__de": "Alles geht.", "method": "self", "reviewed_on": "2026-11-22", "responsible": cast.eva.pk}
    assert send(client, "statement_edit", **told, seen=1).status_code == 302
    statement = Statement.objects.get()
    assert (statement.summary, statement.reviewed_on, statement.responsible) == ({"de": "Alles geht."}, DAY, cast.eva)
    with pytest.raises(ChangedMeanwhile):
        keep_statement(statement, seen=1, by=cast.ada, method="people")
    assert cast.eva.has_perm("website.keep_statement")


def test_the_keeper_is_reminded_once_a_year(cast, django_capture_on_commit_callbacks):
    statement = make_statement(responsible=cast.eva, reviewed_on=timezone.localdate() - dt.timedelta(days=364))
    with django_capture_on_commit_callbacks(execute=True):
        assert remind_of_statement(timezone.now()) == 0
        assert remind_of_statement(timezone.now() + dt.timedelta(days=1)) == 1
        assert remind_of_statement(timezone.now() + dt.timedelta(days=2)) == 0
    assert [mail.to for mail in Mail.objects.all()] == ["eva@city.example"]
    keep_statement(statement, seen=1, by=cast.eva, reviewed_on=timezone.localdate())
    assert statement.reminded_on is None


def test_the_desk_names_a_statement_to_look_at_and_barriers_past_their_day(cast):
    late = make_barrier(planned_until=timezone.localdate())
    make_barrier(planned_until=timezone.localdate() + dt.timedelta(days=1))
    urls = [task.url for task in group_for(cast.ada, "website.accessibility", most=5).tasks]
    lacks_easy_language, lacks_a_film = [reverse("statement_edit")] * 2
    assert urls == [
        reverse("statement_edit"),
        lacks_easy_language,
        lacks_a_film,
        reverse("barrier_edit", args=[late.pk]),
    ]
    assert group_for(cast.bob, "website.accessibility", most=5).tasks == []


def test_desk_page_costs_the_same_for_one_and_for_three_barriers(client, cast, django_assert_num_queries):
    client.force_login(cast.ada)
    make_statement()
    make_barrier()
    client.get(reverse("statement_edit"))
    with django_assert_num_queries(9) as counted:
        client.get(reverse("statement_edit"))
    make_barrier()
    make_barrier(removed_on=DAY)
    with django_assert_num_queries(len(counted)):
        client.get(reverse("statement_edit"))


def test_public_page_costs_few_queries(client, django_assert_max_num_queries):
    make_statement()
    for _number in range(3):
        make_barrier()
    with django_assert_max_num_queries(8):
        client.get(reverse("accessibility"))


def test_demo_statement_is_loaded_once_and_an_editors_work_stays(settings):
    call_command("demo", folder=settings.ROOT / "demo", check=True, verbosity=0)
    folder = Folder(settings.ROOT / "demo")
    write = statement_of(folder)
    assert folder.problems == []
    assert write(str) == {"known barriers": 3}
    Statement.objects.update(summary={"de": "Neu."})
    assert write(str) == {}
    assert Statement.objects.get().summary == {"de": "Neu."}
