# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The kinds of values a record of the directory is made of, each with what makes it wrong."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import Annotated

from django.core import validators
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pydantic import AfterValidator, BeforeValidator, Field

from friedensplatz.core.text import KEPT_CONTROLS
from friedensplatz.directory.models import Hours

WEEKDAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"]
OPENING = re.compile(r"(mo|tu|we|th|fr|sa|su) (\d\d:\d\d)-(\d\d:\d\d)")
CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"


def weekday_of(opening: str) -> tuple[int, dt.time, dt.time]:
    """Weekday (0 = Monday), opening and closing time of “mo 09:00-12:00”."""
    day, opens, closes = OPENING.fullmatch(opening).groups()  # type: ignore[union-attr]
    return Hours.Weekday(WEEKDAYS.index(day)), dt.time.fromisoformat(opens), dt.time.fromisoformat(closes)


def opening(weekday: int, opens: dt.time, closes: dt.time) -> str:
    """“mo 09:00-12:00” for weekday (0 = Monday), opening and closing time."""
    return f"{WEEKDAYS[weekday]} {opens:%H:%M}-{closes:%H:%M}"


def _known_hours(value: str) -> str:
    found = OPENING.fullmatch(value)
    if not found:
        raise ValueError(_("opening hours look like “mo 09:00-12:00”"))
    if dt.time.fromisoformat(found[2]) >= dt.time.fromisoformat(found[3]):
        raise ValueError(_("opening hours end after they start"))
    return value


def _as_german(value: object) -> object:
    return {"de": value} if isinstance(value, str) else value


def _with_german(value: dict[str, str]) -> dict[str, str]:
    if not value.get("de"):
        raise ValueError(_("the German text is missing"))
    return value


def _said(value: dict[str, str]) -> dict[str, str]:
    return {language: text for language, text in value.items() if text}


def _readable(value: str) -> str:
    if any(sign not in KEPT_CONTROLS and unicodedata.category(sign) in {"Cc", "Cs"} for sign in value):
        raise ValueError(_("the text holds a sign that nobody can read"))
    return value


def _real_day(value: str) -> str:
    try:
        dt.date.fromisoformat(value + "2000-01-01"[len(value) :])
    except ValueError:
        raise ValueError(_("there is no such day; write 2018, 2018-03 or 2018-03-31")) from None
    return value


def _proved(check: Callable[[str], None]) -> AfterValidator:
    """A value that may be empty and otherwise passes one of Django's own checks."""

    def proved(value: str) -> str:
        try:
            if value:
                check(value)
        except ValidationError as error:
            raise ValueError(" ".join(error.messages)) from None
        return value

    return AfterValidator(proved)


def _text(value: object) -> object:
    return "" if value is None else str(value) if isinstance(value, int) else value


def _nothing(value: object) -> object:
    return None if value == "" else value


def _day(value: object) -> object:
    """A day as spreadsheet programs write it in German, 01.03.2027, as well."""
    german = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", value) if isinstance(value, str) else None
    return f"{german[3]}-{german[2]}-{german[1]}" if german else _nothing(value)


Asked = Annotated[str, Field(pattern=r"^[\w-]*$")]
"""What a program asks for by: a slug or a kind; empty = all."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=50)]
Slugs = Annotated[list[Slug], AfterValidator(lambda slugs: sorted(set(slugs)))]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,4}(-[a-zA-Z]+)?$", max_length=12)]
Line = Annotated[str, BeforeValidator(_text), AfterValidator(_readable)]
Texts = Annotated[dict[Language, Line], AfterValidator(_said)]
Named = Annotated[Texts, BeforeValidator(_as_german), AfterValidator(_with_german)]
Year = Annotated[str, BeforeValidator(_text), Field(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$"), AfterValidator(_real_day)]
Opening = Annotated[str, AfterValidator(_known_hours)]
Openings = Annotated[list[Opening], AfterValidator(lambda openings: sorted(openings, key=weekday_of))]
Clock = Annotated[str, Field(pattern=f"{CLOCK}|^$")]
Web = Annotated[Line, Field(max_length=200), _proved(validators.URLValidator(["http", "https"]))]
Mail = Annotated[Line, Field(max_length=254), _proved(validators.validate_email)]
Short = Annotated[Line, Field(max_length=200)]
Phone = Annotated[Line, Field(max_length=40)]
Goals = Annotated[list[Annotated[int, Field(ge=1, le=17)]], AfterValidator(lambda numbers: sorted(set(numbers)))]
Reference = Annotated[Slug | None, BeforeValidator(_nothing)]
Day = Annotated[dt.date | None, BeforeValidator(_day)]
Number = Annotated[int | None, BeforeValidator(_nothing)]
YesNo = Annotated[bool | None, BeforeValidator(_nothing)]
