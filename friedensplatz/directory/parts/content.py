# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import hashlib
import json
from typing import Any

from friedensplatz.core.languages import Translated

Content = dict[str, Any]


def fingerprint(content: Content) -> str:
    """Equal for equal contents, whatever the order of their keys."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def said(texts: Translated) -> Translated:
    """A translated text without the languages nothing is said in."""
    return {language: text for language, text in texts.items() if text}
