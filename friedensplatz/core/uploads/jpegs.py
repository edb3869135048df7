# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""JPEG data inside other files, cleaned without decoding it."""

START, SCAN = 0xD8, 0xDA
KEPT_PARTS = {0xE0, 0xEE}  # JFIF, and Adobe's note on colours, without which the picture changes.


def without_metadata(data: bytes) -> bytes:
    """The same JPEG without EXIF, XMP, IPTC, profiles and comments; data of another shape comes back unchanged."""
    if data[:2] != bytes((0xFF, START)):
        return data
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == SCAN:
            kept.append(data[at:])
            return b"".join(kept)
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if not _tells(marker):
            kept.append(data[at:end])
        at = end
    return data


def _tells(marker: int) -> bool:
    return marker == 0xFE or (0xE0 <= marker <= 0xEF and marker not in KEPT_PARTS)
