# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class LimitHandler(FileUploadHandler):
    """Stops keeping a file once it is larger than any the house takes, so that nobody can fill a disk.

    What is left of such a file is its name and its true size, by which the form refuses it.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.received += len(raw_data)
        return raw_data if self.received <= settings.LARGEST_UPLOAD else None

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        if self.received <= settings.LARGEST_UPLOAD:
            return None
        return InMemoryUploadedFile(
            io.BytesIO(), self.field_name, self.file_name, self.content_type, self.received, self.charset
        )
