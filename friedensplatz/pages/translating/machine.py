# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Translation by a machine the city chose: DeepL, or a LibreTranslate of its own. Without one there is none.

Only texts of pages are sent, never a word of a resident. DeepL: https://developers.deepl.com/docs/api-reference/translate;
LibreTranslate: https://docs.libretranslate.com/api/operations/translate/.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from django.conf import settings

SECONDS = 30
AT_ONCE = 40  # texts in one request; DeepL takes 50
MOST_BYTES = 5_000_000
# DeepL tells English and Portuguese of two countries apart.
DEEPL_NAMES = {"en": "EN-GB", "pt": "PT-PT"}


class MachineSilent(Exception):
    """The machine did not answer, or not with a translation of every text."""


def is_set_up() -> bool:
    return bool(settings.DEEPL_KEY or settings.LIBRETRANSLATE_URL)


def translate(texts: Iterable[str], *, source: str, target: str) -> list[str]:
    """Each text, plain or HTML, in another language, in the same order. MachineSilent."""
    ask = _deepl if settings.DEEPL_KEY else _libretranslate
    waiting, done = iter(texts), list[str]()
    while batch := list(islice(waiting, AT_ONCE)):
        answer = list(ask(batch, source, target))
        if len(answer) != len(batch) or not all(isinstance(text, str) and text.strip() for text in answer):
            raise MachineSilent
        done += answer
    return done


def _deepl(texts: list[str], source: str, target: str) -> Iterator[str]:
    body = {
        "text": texts,
        "source_lang": source.upper(),
        "target_lang": DEEPL_NAMES.get(target, target.upper()),
        "tag_handling": "html",
        "formality": "prefer_more",
    }
    answer = _post(
        f"{settings.DEEPL_URL}/v2/translate", body, {"Authorization": f"DeepL-Auth-Key {settings.DEEPL_KEY}"}
    )
    yield from (one.get("text") for one in answer.get("translations", []))


def _libretranslate(texts: list[str], source: str, target: str) -> Iterator[str]:
    body = {"q": texts, "source": source, "target": target, "format": "html", "api_key": settings.LIBRETRANSLATE_KEY}
    yield from _post(f"{settings.LIBRETRANSLATE_URL.rstrip('/')}/translate", body, {}).get("translatedText", [])


def _post(url: str, body: dict[str, Any], headers: dict[str, str]) -> dict[str, Any]:
    """The answer to a JSON request. MachineSilent for anything but a JSON object."""
    data = json.dumps(body).encode()
    request = Request(url, data, {"Content-Type": "application/json", **headers})  # noqa: S310 (set by the operator)
    try:
        with urlopen(request, timeout=SECONDS) as response:  # noqa: S310
            answer = json.loads(response.read(MOST_BYTES))
    except (URLError, OSError, ValueError) as error:
        raise MachineSilent from error
    if not isinstance(answer, dict):
        raise MachineSilent
    return answer
