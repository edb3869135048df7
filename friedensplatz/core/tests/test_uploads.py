# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import io

import pytest
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http.multipartparser import MultiPartParser
from django.test import RequestFactory

from friedensplatz.core.uploads.limiting import LimitHandler


def received(name, data):
    """What a form gets of a file that came in a request."""
    request = RequestFactory().post("/", {"file": io.BytesIO(data)})
    handlers = [LimitHandler(request), MemoryFileUploadHandler(request)]
    parser = MultiPartParser(request.META, io.BytesIO(request.body), handlers)
    return parser.parse()[1]["file"]


@pytest.fixture(autouse=True)
def _limit(settings):
    settings.LARGEST_UPLOAD = 100_000


def test_a_file_within_the_limit_arrives_whole():
    assert received("a", b"x" * 100_000).read() == b"x" * 100_000


def test_of_a_file_above_the_limit_only_its_size_arrives():
    upload = received("a", b"x" * 300_000)
    assert (upload.size, upload.read()) == (300_000, b"")
