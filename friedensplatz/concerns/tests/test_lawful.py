# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Erasing, taking along, keeping as long as a class says, holds, the archive, who looked."""

import datetime as dt
import hashlib
import io
import json
import zipfile

import pikepdf
import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from friedensplatz.accounts.models import Role
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns import jobs
from friedensplatz.concerns.actions import answer_concern, close_concern, note_concern, write_back
from friedensplatz.concerns.admissions import let_in
from friedensplatz.concerns.erasing import Held, erase_concern
from friedensplatz.concerns.files import keep_upload
from friedensplatz.concerns.models import Admission, Concern, Offer, Protection, Reporter, Retention
from friedensplatz.concerns.opinions import say_opinion
from friedensplatz.concerns.queries import concerns_visible_to
from friedensplatz.concerns.retaining import hold_concern, lift_hold, over_on
from friedensplatz.concerns.workflow import Outcome
from friedensplatz.core import vault
from friedensplatz.core.attention import groups_for
from friedensplatz.notices.models import Mail
from tests.cast import make_user

TRACES = ("Telltale", "tilda@telltale.example", "Feldweg", "Hausmeister", "Wartezimmer", "Lieblingsfarbe", "Notizblock")
MONTH = dt.timedelta(days=31)


@pytest.fixture
def cora(office):
    return make_user("cora@city.example", office=office, role=Role.COUNSELLOR)


@pytest.fixture
def told(hand_in, cora, django_capture_on_commit_callbacks):
    """A concern with a trace of its person in every place there is, answered; with its receipt code."""

    def act(protection=Protection.NORMAL):
        person = Reporter("Tilda Telltale", email="tilda@telltale.example", wants_mail=True)
        with django_capture_on_commit_callbacks(execute=True):
            concern, code = hand_in(
                "Der Hausmeister ließ nur uns nicht hinein.",
                protection=protection,
                place_note="Feldweg 3",
                reporter=person,
                particulars={"where": "Wartezimmer"},
            )
            file = keep_upload(SimpleUploadedFile("Lieblingsfarbe.txt", b"Meine Lieblingsfarbe ist Gelb."))
            write_back(concern, "Im Wartezimmer.", files=[file])
            note_concern(concern, "Notizblock: Frau Telltale anrufen.", by=cora)
            answer_concern(concern, "Guten Tag, Tilda Telltale.", by=cora)
            say_opinion(concern, satisfied=2, reasons=["slow"], words="Der Hausmeister ist noch da.")
        return Concern.objects.get(pk=concern.pk), code

    return act


def everything_kept():
    """Every row of every table with binary columns as bytes and what they open to, and every file, opened."""
    rows = [str(row) for model in apps.get_models() for row in model._base_manager.values()]
    call_command("dumpdata", stdout=(out := io.StringIO()))
    return "\n".join([*rows, out.getvalue(), *_files()])


def _files():
    shelves = default_storage.listdir(vault.FOLDER)[0] if default_storage.exists(vault.FOLDER) else []
    tokens = [token for shelf in shelves for token in default_storage.listdir(f"{vault.FOLDER}/{shelf}")[1]]
    return [vault.read_file(token).decode(errors="replace") for token in tokens]


def _erase(concern, capture, **given):
    with capture(execute=True):
        erase_concern(concern, **given)


@pytest.mark.parametrize("protection", [Protection.NORMAL, Protection.SEALED])
def test_erasing_leaves_no_byte_of_the_person_anywhere(protection, told, django_capture_on_commit_callbacks):
    concern, _code = told(protection)
    files_before = len(_files())
    assert (files_before > 0, Mail.objects.filter(to="tilda@telltale.example").exists()) == (True, True)
    _erase(concern, django_capture_on_commit_callbacks)
    kept = everything_kept()
    assert [trace for trace in TRACES if trace.lower() in kept.lower()] == []
    assert len(_files()) == files_before - 2
    left = Concern.objects.get()
    assert (bytes(left.key), bytes(left.sealed), left.entries.count(), left.parties.count()) == (b"", b"", 0, 0)
    assert (left.kind, left.office, left.state, left.opinions.get().satisfied) == (
        "complaint",
        concern.office,
        "answered",
        2,
    )


def test_erasing_twice_is_erasing_once_and_an_open_concern_is_withdrawn(concern):
    erase_concern(concern)
    erase_concern(concern)
    left = Concern.objects.get()
    assert (left.state, left.outcome, left.is_open) == ("closed", "withdrawn", False)
    assert [one.verb for one in activities_of(left)] == ["received", "erased"]


def test_erasing_wholly_leaves_no_history_and_another_reference(concern):
    erase_concern(concern, wholly=True)
    left = Concern.objects.get()
    assert left.reference != concern.reference
    assert [one.verb for one in activities_of(left)] == ["erased"]


def test_nobody_at_the_desk_meets_what_was_erased(concern, bob, client):
    erase_concern(concern)
    left = Concern.objects.get()
    assert (list(concerns_visible_to(bob)), bob.has_perm("concerns.view_concern", left)) == ([], False)
    client.force_login(bob)
    assert client.get(reverse("desk_case", args=[left.reference])).status_code == 404
    assert left.reference not in client.get(reverse("desk_inbox"), {"state": "closed"}).content.decode()


def _enter(client, concern, code):
    client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})


def test_the_person_erases_after_being_asked_twice_and_the_receipt_opens_nothing(hand_in, client):
    concern, code = hand_in()
    _enter(client, concern, code)
    url = reverse("concern_erase")
    client.get(url)
    client.post(url, {"sure": "once"})
    assert Concern.objects.get().key
    client.post(url, {"sure": "twice"})
    assert not Concern.objects.get().key
    _enter(client, concern, code)
    assert client.get(reverse("concern_takeout")).status_code == 302


def test_what_is_held_is_erased_by_nobody_until_it_is_lifted(hand_in, lena, client):
    concern, code = hand_in()
    hold_concern(concern, "Klage beim Verwaltungsgericht", by=lena)
    assert b"Verwaltungsgericht" not in bytes(Concern.objects.get().hold)
    _enter(client, concern, code)
    assert client.post(reverse("concern_erase"), {"sure": "twice"}).status_code == 409
    with pytest.raises(Held):
        erase_concern(concern)
    lift_hold(concern, by=lena)
    erase_concern(concern)
    verbs = [one.verb for one in activities_of(concern)]
    assert verbs == ["received", "held", "hold_lifted", "erased"]


def test_only_a_lead_holds_a_concern_at_the_desk(concern, bob, lena, client):
    sent = {"reason": "Klage", "version": concern.version}
    for user, status in ((bob, 403), (lena, 302)):
        client.force_login(user)
        assert client.post(reverse("desk_deed", args=[concern.reference, "hold"]), sent).status_code == status
    assert Concern.objects.get().hold


def test_the_person_takes_everything_of_theirs_along_and_nothing_of_the_office(told, client):
    concern, code = told(Protection.SEALED)
    _enter(client, concern, code)
    response = client.get(reverse("concern_takeout"))
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        data, names = json.loads(archive.read("concern.json")), archive.namelist()
        assert archive.read(names[1]).decode() == "Meine Lieblingsfarbe ist Gelb."
    assert [entry["text"] for entry in data["conversation"]] == [
        "Der Hausmeister ließ nur uns nicht hinein.",
        "Im Wartezimmer.",
        "Guten Tag, Tilda Telltale.",
    ]
    assert (data["people"][0]["email"], data["place"]) == ("tilda@telltale.example", "Feldweg 3")
    assert "Notizblock" not in json.dumps(data)


def _ended(hand_in, bob, ago, **given):
    concern, _code = hand_in(**given)
    answer_concern(concern, "Ja.", by=bob)
    close_concern(concern, Outcome.RESOLVED, by=bob)
    Concern.objects.filter(pk=concern.pk).update(ended_at=timezone.now() - ago)
    return concern


def test_the_job_removes_what_is_due_by_the_narrowest_class_and_nothing_else(hand_in, bob):
    Retention.objects.create(months=24)
    Retention.objects.create(kind="defect", months=1, deed="anonymise")
    old, young = _ended(hand_in, bob, 25 * MONTH), _ended(hand_in, bob, 2 * MONTH)
    defect, running = _ended(hand_in, bob, 2 * MONTH, kind="defect"), hand_in()[0]
    assert jobs.end_of_retention(timezone.now()) == 2
    assert jobs.end_of_retention(timezone.now()) == 0
    gone = {concern.pk for concern in Concern.objects.filter(key=b"")}
    assert (gone, {young.pk, running.pk} & gone) == ({old.pk, defect.pk}, set())
    assert [len(activities_of(one)) for one in (old, defect)] == [1, 4]


def test_a_held_concern_outlives_its_period(hand_in, bob, lena):
    Retention.objects.create(months=1)
    hold_concern(_ended(hand_in, bob, 3 * MONTH), "Klage", by=lena)
    assert jobs.end_of_retention(timezone.now()) == 0


def test_nothing_offered_to_the_archive_goes_before_its_answer(hand_in, bob, lena, client):
    Retention.objects.create(months=1, offer=True)
    concern = _ended(hand_in, bob, 3 * MONTH)
    assert [jobs.end_of_retention(timezone.now()) for _run in range(2)] == [1, 0]
    assert Concern.objects.get().key
    client.force_login(lena)
    assert concern.reference in client.get(reverse("desk_archive")).content.decode()
    for _click in range(2):
        client.post(reverse("archive_answer", args=[Offer.objects.get().pk]), {"answer": "declined"})
    assert (jobs.end_of_retention(timezone.now()), bytes(Concern.objects.get().key)) == (1, b"")


@pytest.fixture
def offered(hand_in, bob):
    """A concern with a file and a note whose time is over, offered to the archive."""

    def act(**given):
        concern, _ = hand_in("Der Weg ist dunkel.", **given)
        write_back(concern, "Ein Bild.", files=[keep_upload(SimpleUploadedFile("weg.txt", b"So dunkel."))])
        note_concern(concern, "Nur für uns.", by=bob)
        answer_concern(concern, "Ja.", by=bob)
        Concern.objects.filter(pk=concern.pk).update(ended_at=timezone.now() - 3 * MONTH)
        Retention.objects.get_or_create(months=1, offer=True)
        jobs.end_of_retention(timezone.now())
        return concern

    return act


def test_the_archive_gets_metadata_the_timeline_and_the_copies(offered, lena, client):
    concern = offered()
    client.force_login(lena)
    response = client.post(reverse("archive_download", args=[concern.offer.pk]))
    packed = zipfile.ZipFile(io.BytesIO(response.content))
    metadata = json.loads(packed.read("metadata.json"))
    (name,) = metadata["files"]
    assert sorted(packed.namelist()) == sorted([name, "metadata.json", "timeline.pdf"])
    assert packed.read(name) == b"So dunkel."
    assert metadata["files"][name] == hashlib.sha256(b"So dunkel.").hexdigest()
    assert [one["text"] for one in metadata["concern"]["conversation"]] == [
        "Der Weg ist dunkel.",
        "Ein Bild.",
        "Nur für uns.",
        "Ja.",
    ]
    assert (metadata["format"], metadata["isad_g"]["3.1.1 reference code"]) == (
        "friedensplatz-archive-1",
        concern.reference,
    )
    with pikepdf.open(io.BytesIO(packed.read("timeline.pdf"))) as pdf, pdf.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
    assert activities_of(concern).last().verb == "packed"


@pytest.mark.parametrize("protection", [Protection.CONFIDENTIAL, Protection.SEALED])
def test_a_lead_takes_a_protected_concern_to_the_archive_only_when_let_in_and_a_sealed_one_never(
    offered, lena, cora, client, protection
):
    concern = offered(protection=protection)
    client.force_login(lena)
    address = reverse("archive_download", args=[concern.offer.pk])
    assert concern.reference not in client.get(reverse("desk_archive")).content.decode()
    assert client.post(address).status_code == 404
    let_in(concern, lena, Admission.Right.WORK, by=cora)
    assert client.post(address).status_code == (404 if protection == Protection.SEALED else 200)


@pytest.mark.parametrize("number", [1, 3])
def test_the_offers_cost_the_same_for_one_and_three(offered, lena, client, number, django_assert_max_num_queries):
    for _place in range(number):
        offered()
    client.force_login(lena)
    with django_assert_max_num_queries(16):
        assert len(client.get(reverse("desk_archive")).context["offers"]) == number


def test_leads_hear_once_that_offers_wait_and_nothing_of_them(offered, lena, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        offered(reporter=None)
        second = offered(reporter=None)
    mails = Mail.objects.filter(body__contains="/desk/archive/")
    assert [mail.to for mail in mails] == [lena.email]
    assert [word for word in ("dunkel", second.reference) if word in mails[0].body] == []
    assert [group.tasks[0].count for group in groups_for(lena, most=3) if group.name == "website.offers"] == [2]


@pytest.mark.parametrize(
    ("ended", "months", "last"),
    [("2024-01-31", 1, "2024-02-29"), ("2025-12-15", 12, "2026-12-15"), ("2025-11-30", 3, "2026-02-28")],
)
def test_a_period_of_months_ends_as_the_civil_code_says(ended, months, last):
    moment = timezone.make_aware(dt.datetime.fromisoformat(ended))
    rule = Retention(months=months)
    assert over_on(Concern(ended_at=moment), rule) == dt.date.fromisoformat(last)


def test_the_log_tells_administrators_who_looked_and_never_at_what(told, cora, ada, client):
    concern, _code = told(Protection.CONFIDENTIAL)
    client.force_login(cora)
    client.get(reverse("desk_case", args=[concern.reference]))
    client.force_login(ada)
    page = client.get(reverse("desk_looks")).content.decode()
    assert ("Cora" in page, concern.reference in page, "Hausmeister" in page) == (True, False, False)


def test_the_record_of_processing_names_the_periods_in_force(ada, client):
    Retention.objects.create(kind="petition", months=120, source="§ 4 ArchivG NRW")
    client.force_login(ada)
    assert "§ 4 ArchivG NRW" in client.get(reverse("desk_records")).content.decode()
