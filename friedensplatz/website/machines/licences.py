# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The licence of the city's open data (setting FRIEDENSPLATZ_DATA_LICENCE), as dcat-ap.de names it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error


@dataclass(frozen=True)
class Licence:
    """`code` is the licence's name in http://dcat-ap.de/def/licenses; `text` is where people read it."""

    code: str
    name: str
    text: str
    names_the_city: bool

    @property
    def address(self) -> str:
        return f"http://dcat-ap.de/def/licenses/{self.code}"


LICENCES = {
    one.code: one
    for one in (
        Licence(
            "dl-by-de/2.0", "Datenlizenz Deutschland – Namensnennung 2.0", "https://www.govdata.de/dl-de/by-2-0", True
        ),
        Licence("dl-zero-de/2.0", "Datenlizenz Deutschland – Zero 2.0", "https://www.govdata.de/dl-de/zero-2-0", False),
        Licence("cc-by/4.0", "Creative Commons BY 4.0", "https://creativecommons.org/licenses/by/4.0/", True),
        Licence("cc-zero", "Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", False),
    )
}


def data_licence() -> Licence:
    """The licence in force. KeyError for a code that is none of these; a system check says so before."""
    return LICENCES[settings.DATA_LICENCE]


def check_licence(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Part of `friedensplatz check`."""
    if settings.DATA_LICENCE in LICENCES:
        return []
    hint = f"Choose one of {', '.join(LICENCES)}."
    return [Error("FRIEDENSPLATZ_DATA_LICENCE is no licence the house knows.", hint=hint, id="friedensplatz.E009")]
