# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import html

import pytest
from django.db import OperationalError, connection

from friedensplatz.directory.models import Office

pytestmark = pytest.mark.django_db

WORDS = 'Der Zebrastreifen fehlt seit dem Sommer, sagen alle.\n\n<b>„Hilfe!“</b> & "Danke"'


@pytest.fixture
def nothing_stored(client):
    """The database takes nothing, and the client shows faults as a browser does."""
    client.raise_request_exception = False
    is_sqlite = connection.vendor == "sqlite"
    connection.connection.execute("PRAGMA query_only = ON" if is_sqlite else "SET TRANSACTION READ ONLY")
    yield
    if is_sqlite:
        connection.connection.execute("PRAGMA query_only = OFF")


@pytest.fixture
def office():
    return Office.objects.create(slug="babc", kind="office", name={"de": "Büro"}, takes_concerns=True)


def test_what_was_typed_comes_back_when_the_database_takes_nothing(office, nothing_stored, client, caplog):
    answer = client.post("/de/concerns/new/", {"text": WORDS, "office": "babc", "duty": ""})
    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "120")
    assert "no-store" in answer["Cache-Control"]
    assert f">\n{html.escape(WORDS)}</textarea>" in page
    assert '<form class="kern-form" method="post" action="/de/concerns/new/">' in page
    assert '<input type="hidden" name="office" value="babc">' in page
    assert "concern_start failed: " in caplog.text
    assert "Zebrastreifen" not in caplog.text


def test_passwords_do_not_come_back(client):
    client.raise_request_exception = False
    with connection.execute_wrapper(_away):
        answer = client.post("/de/accounts/login/", {"login": "bob@dortmund.example", "password": "a very secret word"})
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "bob@dortmund.example" in page
    assert "secret" not in page


def test_page_of_a_fault_offers_nothing_to_send_when_nothing_was_sent(client):
    client.raise_request_exception = False
    with connection.execute_wrapper(_broken):
        answer = client.get("/de/offices/")
    assert (answer.status_code, "<form" in answer.content.decode()) == (500, False)
    assert "Retry-After" not in answer


def _away(execute, sql, params, many, context):
    raise OperationalError("the database is away")


def _broken(execute, sql, params, many, context):
    raise ValueError("a fault of ours that quotes a person")
