# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables at the desk and on the command line."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from friedensplatz.directory.jobs import take_in
from friedensplatz.directory.models import Import, Office, Topic

TOPICS = "slug,name.de\nlicht,Licht\nlaerm,Lärm\n"


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.ada)
    return client


def send(client, *files):
    """Send files, let the worker read them, look at the page."""
    uploads = [SimpleUploadedFile(name, text.encode()) for name, text in files]
    address = client.post(reverse("table_list"), {"tables": uploads}).url
    take_in(None)
    return client.get(address)


def test_a_file_is_shown_confirmed_and_written(desk):
    page = send(desk, ("topics.csv", TOPICS))
    assert page.context["counts"] == {"new": 2, "all": 2}
    assert "Lärm" in page.content.decode()
    assert not Topic.objects.exists()
    one = page.context["one"]
    desk.post(reverse("import_confirm", args=[one.pk]), {"mark": one.mark})
    take_in(None)
    assert Topic.objects.count() == 2
    assert desk.get(reverse("import_show", args=[one.pk])).context["one"].state == "done"


def test_several_files_are_one_import(desk):
    page = send(desk, ("topics.csv", TOPICS), ("offices.csv", "slug,topics\nbabc,licht\n"))
    assert page.context["counts"] == {"new": 2, "all": 3}


def test_a_page_that_is_out_of_date_confirms_nothing(desk):
    one = send(desk, ("topics.csv", TOPICS)).context["one"]
    answer = desk.post(reverse("import_confirm", args=[one.pk]), {"mark": "older"}, follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["warning"]
    take_in(None)
    assert not Topic.objects.exists()


def test_what_is_wrong_stands_on_the_page_with_its_line(desk):
    page = send(desk, ("topics.csv", "slug,name.de\nlicht,\n")).content.decode()
    assert "topics.csv" in page
    assert "2, name" in page


def test_no_file_and_too_large_a_file_are_refused_in_words(desk, settings):
    assert desk.post(reverse("table_list")).context["form"].errors
    settings.UPLOAD_LIMIT = 10
    upload = SimpleUploadedFile("topics.csv", TOPICS.encode())
    assert "10" in str(desk.post(reverse("table_list"), {"tables": [upload]}).context["form"].errors)
    assert not Import.objects.exists()


def test_editors_take_tables_away_and_bring_none_in(client, cast):
    client.force_login(cast.eva)
    assert client.get(reverse("table_list")).context["form"] is None
    assert client.post(reverse("table_list")).status_code == 403
    file = b"".join(client.get(reverse("table_csv", args=["offices"])).streaming_content).decode()
    assert file.splitlines()[1].startswith("babc,office,")
    assert b'"babc"' in b"".join(client.get(reverse("table_json")).streaming_content)
    assert client.get(reverse("table_csv", args=["nonsense"])).status_code == 404


def test_page_of_an_import_costs_the_same_queries_however_many_changes(desk):
    costs = []
    for count in (1, 3):
        text = "slug,name.de\n" + "".join(f"t{number},T\n" for number in range(count))
        one = send(desk, ("topics.csv", text)).context["one"]
        with CaptureQueriesContext(connection) as queries:
            desk.get(reverse("import_show", args=[one.pk]))
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_commands_give_out_and_take_in(cast, tmp_path, capsys):
    call_command("export", "directory", str(tmp_path / "out"))
    call_command("import", "directory", str(tmp_path / "out" / "offices.csv"), "--dry-run")
    assert "0 changes in 2 rows" in capsys.readouterr().out
    file = tmp_path / "offices.csv"
    file.write_text("slug,short\nbabc,BABC\n")
    call_command("import", "directory", str(file), "--dry-run")
    assert "  short: '' → 'BABC'" in capsys.readouterr().out
    assert Office.objects.get(slug="babc").short == ""
    call_command("import", "directory", str(file))
    assert Office.objects.get(slug="babc").short == "BABC"


def test_command_writes_only_the_changes_under_the_mark_and_leaves_no_file(cast, tmp_path):
    file = tmp_path / "offices.csv"
    file.write_text("slug,short\nbabc,BABC\n")
    with pytest.raises(CommandError, match="nothing was written"):
        call_command("import", "directory", str(file), "--mark", "older")
    file.write_text("slug,kind\nbabc,castle\n")
    with pytest.raises(CommandError, match="1 problems"):
        call_command("import", "directory", str(file))
    assert Office.objects.get(slug="babc").short == ""
    places = [file["place"] for one in Import.objects.all() for file in one.files]
    assert [default_storage.exists(place) for place in places] == [False, False]


def test_everything_goes_out_as_one_json_file(cast, tmp_path, capsys):
    call_command("export", "directory", str(tmp_path / "all.json"))
    call_command("import", "directory", str(tmp_path / "all.json"), "--dry-run")
    assert "0 changes in 5 rows" in capsys.readouterr().out
