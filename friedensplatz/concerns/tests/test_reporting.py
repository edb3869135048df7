# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The annual report: right to the number, silent about single people, the same after erasing."""

import csv
import datetime as dt
import io

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.concerns.actions import answer_concern
from friedensplatz.concerns.erasing import erase_concern
from friedensplatz.concerns.models import Concern, Kind, Protection, Report
from friedensplatz.concerns.reporting import Cell, _told, figures_of, publish_report, tables_of

DAY = dt.timedelta(days=1)


@pytest.fixture
def year(hand_in, bob, other_office, duty):
    """Six complaints of one office, five suggestions of another with a topic, one sealed case; returns the year."""
    for number in range(6):
        concern, _code = hand_in()
        if number < 5:
            answer_concern(concern, "Ja.", by=bob)
            Concern.objects.filter(pk=concern.pk).update(ended_at=concern.received_at + 3 * DAY)
    for _number in range(5):
        hand_in(kind=Kind.SUGGESTION, office=other_office, duty=duty)
    hand_in(kind=Kind.DISCRIMINATION, protection=Protection.SEALED)
    return timezone.localdate().year


def test_every_table_counts_the_year_and_small_confidential_cells_are_not_told(year):
    figures = figures_of(year)
    assert (figures["received"], figures_of(year - 1)["received"]) == (12, 0)
    assert {name: dict(rows) for name, rows in figures["tables"].items()} == {
        "kind": {"complaint": 6, "suggestion": None, "discrimination": None},
        "topic": {"": 7, "miado-ankommen": 5},
        "district": {"": 12},
        "office": {"babc": 7, "miado": 5},
        "channel": {"web": 12},
        "outcome": {"": 12},
        "duration": {"": 7, "week": 5},
    }


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"a": Cell(9, 0), "b": Cell(3, 0)}, {"a": 9, "b": 3}),
        ({"a": Cell(9, 9), "b": Cell(5, 5)}, {"a": 9, "b": 5}),
        ({"a": Cell(9, 0), "b": Cell(7, 0), "c": Cell(4, 1)}, {"a": 9, "b": None, "c": None}),
        ({"a": Cell(9, 0), "b": Cell(4, 1), "c": Cell(2, 2)}, {"a": 9, "b": None, "c": None}),
        ({"a": Cell(2, 1)}, {"a": None}),
    ],
)
def test_what_is_not_told_cannot_be_found_by_subtraction(cells, told):
    assert dict(_told(cells)) == told


def test_counts_are_equal_after_everything_was_erased(year):
    before = figures_of(year)
    states = dict(Concern.objects.values_list("pk", "state"))
    for concern in Concern.objects.filter(is_open=False):
        erase_concern(concern, wholly=True)
    assert figures_of(year) == before
    assert dict(Concern.objects.values_list("pk", "state")) == states


def test_published_numbers_stay_as_they_were(year, leo, hand_in):
    report = publish_report(year, by=leo)
    hand_in()
    report.refresh_from_db()
    assert (report.figures["received"], figures_of(year)["received"]) == (12, 13)


def test_leadership_publishes_and_everybody_reads_page_csv_and_json(year, leo, client):
    client.force_login(leo)
    assert client.get(reverse("desk_report")).status_code == 200
    assert client.get(reverse("report", args=[year])).status_code == 404
    assert client.post(reverse("desk_report"), {"year": year}).status_code == 302
    client.logout()
    assert "<svg" in client.get(reverse("report", args=[year])).content.decode()
    data = client.get(reverse("report_json", args=[year])).json()
    assert (data["received"], data["tables"]["kind"][0]) == (12, ["complaint", 6])
    rows = list(csv.DictReader(io.StringIO(client.get(reverse("report_csv", args=[year])).content.decode())))
    assert [row["count"] for row in rows if row["table"] == "kind"] == ["6", "", ""]


def test_the_report_can_be_had_as_pdf(year, leo, client):
    publish_report(year, by=leo)
    response = client.get(reverse("take_along_pdf"), {"page": reverse("report", args=[year])})
    pdf = pikepdf.open(io.BytesIO(response.content))
    assert bool(pdf.Root.MarkInfo.Marked) is True
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    marks = [mark for page in pdf.pages for mark in pikepdf.parse_content_stream(page) if str(mark.operator) == "f"]
    lines = [line for table in tables_of(Report.objects.get(year=year).figures) for line in table.lines]
    assert len(marks) == sum(line.width > 0 for line in lines) + 1  # and the QR code


def test_the_report_takes_as_many_queries_however_many_concerns(year, hand_in, django_assert_num_queries):
    with django_assert_num_queries(8):
        figures_of(year)
    hand_in()
    with django_assert_num_queries(8):
        figures_of(year)


@pytest.mark.parametrize(
    ("lasted", "told"),
    [
        (DAY * 8 - dt.timedelta(seconds=1), "week"),
        (DAY * 8, "fortnight"),
        (DAY * 32, "quarter"),
        (DAY * 93, "longer"),
    ],
)
def test_duration_is_told_in_whole_days(hand_in, bob, lasted, told):
    concern, _code = hand_in()
    answer_concern(concern, "Ja.", by=bob)
    Concern.objects.filter(pk=concern.pk).update(ended_at=concern.received_at + lasted)
    assert figures_of(timezone.localdate(concern.received_at).year)["tables"]["duration"] == [(told, 1)]
