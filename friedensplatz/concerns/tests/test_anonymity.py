# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""An anonymous person leaves no trace: markers are planted everywhere, then everything that was stored is searched."""

import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from friedensplatz.concerns.actions import answer_concern
from friedensplatz.concerns.models import Concern
from friedensplatz.concerns.tests.samples import MARKER, pdf, picture
from friedensplatz.concerns.tests.traces import everything_stored

ADDRESS, BROWSER, NAME = "203.0.113.77", "Telltale-Browser/7261", "Tilda Telltale"
HEADERS = {"REMOTE_ADDR": ADDRESS, "HTTP_USER_AGENT": BROWSER, "HTTP_REFERER": f"https://{BROWSER}/"}


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.DEBUG)
    return caplog


def test_nothing_that_leads_to_an_anonymous_person_is_stored_or_logged(
    client, office, bob, log, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("concern_start"), {"text": "Mein Chef stiehlt.", "office": "babc"}, **HEADERS)
        token = response["Location"].split("/")[-3]

        def at(step, **given):
            return client.post(reverse(f"concern_{step}", args=[token]), given, **HEADERS)

        at("protection", protection="normal", anonymous="no")
        at("contact", name=NAME, email="tilda@telltale.example")
        at("protection", protection="normal", anonymous="yes")
        at("about", kind="complaint")
        at("more", uploads=[SimpleUploadedFile(f"{NAME}.jpg", picture()), SimpleUploadedFile(f"{NAME}.pdf", pdf())])
        at("check")
        receipt = client.get(reverse("concern_receipt", args=[token]), **HEADERS).context["receipt"]
        at("receipt", kept="on")
        client.post(reverse("concern_status"), {"reference": receipt.reference, "code": "WRONG"}, **HEADERS)
        client.post(reverse("concern_status"), {"reference": receipt.reference, "code": receipt.code}, **HEADERS)
        client.post(reverse("concern_reply"), {"text": "Noch etwas."}, **HEADERS)
        answer_concern(Concern.objects.get(), "Danke.", by=bob)

    stored = everything_stored()
    logged = "\n".join([log.text, *(str(vars(record)) for record in log.records)])
    assert "Mein Chef stiehlt." in stored
    for telltale in (ADDRESS, "203.0.113", BROWSER, "Telltale", "tilda", MARKER.decode(), receipt.code, token):
        assert telltale not in stored, telltale
        assert telltale not in logged, telltale
