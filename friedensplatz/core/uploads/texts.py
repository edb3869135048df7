# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from friedensplatz.core.uploads.refused import Reason, Refused


def clean_text(data: bytes) -> bytes:
    """Plain text as UTF-8 without control characters; Windows text is understood, anything binary is refused."""
    if b"\0" in data:
        raise Refused(Reason.BROKEN)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _windows_text(data)
    if any(c < " " and c not in "\t\n\r\f" for c in text):
        raise Refused(Reason.BROKEN)
    return text.encode()


def _windows_text(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Refused(Reason.BROKEN) from error
