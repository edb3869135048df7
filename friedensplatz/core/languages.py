# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Languages of the people and of texts.

A translated text is stored as `{"de": "…", "en": "…", "easy": "…"}`. `easy` is German easy language: a variant of the
text, not a language of the pages.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language

EASY = "easy"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb"})

Translated = dict[str, str]


@dataclass(frozen=True)
class Text:
    """A text in the language it exists in, which may not be the one asked for."""

    text: str
    language: str
    asked: str

    @property
    def is_fallback(self) -> bool:
        return bool(self.text) and self.language != self.asked

    @property
    def tag(self) -> str:
        """The BCP 47 tag for a `lang` attribute."""
        return "de" if self.language == EASY else self.language

    @property
    def direction(self) -> str:
        return direction_of(self.tag)

    def __str__(self) -> str:
        return self.text


def direction_of(language: str) -> str:
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def current_language() -> str:
    """The language of the page being made, reduced to one the house speaks."""
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def pick(texts: Translated | None, language: str | None = None) -> Text:
    """The text in a language, else in the city's first language, else in whatever exists."""
    asked = language or current_language()
    texts = texts or {}
    order = [asked] if asked in {settings.LANGUAGE_CODE, EASY} else [asked, "en"]
    for code in [*order, settings.LANGUAGE_CODE, *texts]:
        if texts.get(code):
            return Text(texts[code], code, asked)
    return Text("", asked, asked)


def check_translated(value: object) -> None:
    """Raise ValidationError unless the value maps language codes to texts."""
    if not isinstance(value, dict) or not all(isinstance(k, str) and isinstance(v, str) for k, v in value.items()):
        raise ValidationError("A translated text maps language codes to texts.", code="translated")


class TranslatedField(models.JSONField):
    """One text in several languages."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.validators = [*self.validators, check_translated]
