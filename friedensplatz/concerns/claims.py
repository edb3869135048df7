# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The day by which claims under the General Equal Treatment Act (AGG) must be made."""

import datetime as dt
from typing import Any

from friedensplatz.core.dates import add_months

MONTHS = 2


def claim_by(incident: dt.date) -> dt.date:
    """The last day of the two months of § 21 (5) and § 15 (4) AGG, counted as §§ 187 (1), 188 (2) and (3) BGB say.

    A last day on a weekend or holiday is not moved: whether § 193 BGB applies here is disputed, and the earlier day is
    the safe one for the person.
    """
    return add_months(incident, MONTHS)


def incident_of(particulars: dict[str, Any]) -> dt.date | None:
    """The day somebody told, if they told one."""
    told = particulars.get("incident_on")
    return dt.date.fromisoformat(told) if told else None


def claim_day(particulars: dict[str, Any]) -> dt.date | None:
    """By when claims must be made, as far as the answers tell."""
    incident = incident_of(particulars)
    return claim_by(incident) if incident else None
