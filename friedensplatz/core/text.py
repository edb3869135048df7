# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people type, made safe to keep and to show: whatever arrives, the result is plain text."""

import unicodedata

KEPT_CONTROLS = frozenset("\n\t")


def cleaned(text: str) -> str:
    """Text without NUL bytes, control characters and broken surrogates; line ends are `\\n`; no space around it.

    Letters, emoji and marks of writing direction stay as they were typed.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in whole if sign in KEPT_CONTROLS or unicodedata.category(sign) != "Cc")
    return "".join(kept).strip()
