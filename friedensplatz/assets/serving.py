# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sending a file of the library, whole or in the part a browser asks for (RFC 9110, 14)."""

import re
from typing import BinaryIO

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

A_YEAR = 365 * 24 * 60 * 60
RANGE = re.compile(r"bytes=(\d*)-(\d*)")
SEALED_OFF = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
"""A drawing opened by itself runs nothing and asks nobody for anything."""


class Part:
    """A part of a file as something to read from, for FileResponse."""

    def __init__(self, file: BinaryIO, start: int, length: int) -> None:
        file.seek(start)
        self.file, self.left = file, length
        self.close = file.close

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(data)
        return data


def send(request: HttpRequest, name: str, media_type: str) -> HttpResponseBase:
    """A file whose address changes with its content, so that browsers may keep it."""
    file: BinaryIO = default_storage.open(name)  # type: ignore[assignment]
    size = default_storage.size(name)
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    response = _part(file, size, asked) if asked and any(asked.groups()) else FileResponse(file)
    response["Content-Type"] = media_type
    response["Accept-Ranges"] = "bytes"
    return _kept(response)


def send_captions(text: str) -> HttpResponseBase:
    """Subtitles, at an address that changes with them."""
    return _kept(HttpResponse(text, content_type="text/vtt; charset=utf-8"))


def _kept(response: HttpResponseBase) -> HttpResponseBase:
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response["Content-Security-Policy"] = SEALED_OFF
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _part(file: BinaryIO, size: int, asked: re.Match[str]) -> HttpResponseBase:
    first, last = asked.groups()
    start = int(first) if first else max(size - int(last), 0)
    end = min(int(last), size - 1) if first and last else size - 1
    if start > end:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = FileResponse(Part(file, start, end - start + 1), status=206)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    return response
