# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From rows to GeoReport documents: codes and identifiers are strings, times are ISO 8601 with their zone."""

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from friedensplatz.concerns.models import Concern, Kind
from friedensplatz.concerns.open311.publishing import SHOWN_KINDS, without_traces
from friedensplatz.concerns.queries import reporter_of
from friedensplatz.concerns.regimes import REGIMES
from friedensplatz.concerns.workflow import Outcome, State
from friedensplatz.core.addresses import absolute
from friedensplatz.core.languages import pick
from friedensplatz.directory.models import City, Duty

Node = dict[str, Any]

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
CHANGED = "2026-11-22T00:00:00+01:00"
"""When this interface last changed."""
LONGEST = 4_000
KIND = "kind"
REFUSED = (Outcome.DECLINED, Outcome.INADMISSIBLE, Outcome.DUPLICATE)


def discovery(city: City) -> Node:
    here = absolute(reverse("open311_discovery", args=["xml"])).removesuffix("/discovery.xml")
    contact = " ".join(filter(None, (city.full_name, city.imprint.get("email"), city.imprint.get("phone"))))
    return {
        "changeset": CHANGED,
        "contact": contact,
        "key_service": _("Ask the city for a key: %(contact)s") % {"contact": contact},
        "endpoints": [
            {
                "specification": SPECIFICATION,
                "url": here,
                "changeset": CHANGED,
                "type": "production",
                "formats": ["text/xml", "application/json"],
            }
        ],
    }


def service(duty: Duty) -> Node:
    """A duty; whether something is broken or wished for, its attribute says."""
    assert duty.office is not None
    return {
        "service_code": duty.slug,
        "service_name": str(duty),
        "description": pick(duty.summary).text,
        "metadata": True,
        "type": "realtime",
        "keywords": ",".join(str(topic) for topic in duty.topics.all()),
        "group": str(duty.office),
    }


def service_of_kind(kind: Kind) -> Node:
    """What has no duty; the words say which office it is for."""
    return {
        "service_code": kind.value,
        "service_name": str(kind.label),
        "description": str(REGIMES[kind].plain),
        "metadata": False,
        "type": "realtime",
        "keywords": "",
        "group": "",
    }


def definition(code: str) -> Node:
    """The attributes of a service; those of a kind ask for nothing more."""
    values = [{"key": kind.value, "name": str(kind.label)} for kind in SHOWN_KINDS]
    attribute = {
        "variable": True,
        "code": KIND,
        "datatype": "singlevaluelist",
        "required": False,
        "datatype_description": _("One of the values."),
        "order": 1,
        "description": _("Is something broken, or do you have an idea?"),
        "values": values,
    }
    return {"service_code": code, "attributes": [] if code in SHOWN_KINDS else [attribute]}


def request(concern: Concern, *, extended: bool = False) -> Node:
    """A concern in the open; `extended` adds what the CitySDK profile calls its detailed status."""
    told: list[Any] = concern.told  # type: ignore[attr-defined]  # as `concerns_in_the_open` fetches it
    place, person = concern.particulars, reporter_of(concern)
    where = ", ".join(filter(None, (concern.place, str(concern.district or ""))))
    node = {
        "service_request_id": concern.reference,
        "status": "open" if concern.is_open else "closed",
        "status_notes": str(Outcome(concern.outcome).label if concern.outcome else concern.state_label),
        "service_name": str(concern.duty or Kind(concern.kind).label),
        "service_code": concern.duty.slug if concern.duty else concern.kind,
        "description": without_traces(told[0].words, person)[:LONGEST] if told else "",
        "agency_responsible": str(concern.office),
        "service_notice": None,
        "requested_datetime": iso(concern.received_at),
        "updated_datetime": iso(concern.ended_at or max([concern.received_at, *(entry.at for entry in told)])),
        "expected_datetime": iso(_end_of(concern.answer_due)),
        "address": without_traces(where, person) or None,
        "address_id": None,
        "zipcode": None,
        "lat": place.get("lat"),
        "long": place.get("long"),
        "media_url": None,
    }
    return node | ({"extended_attributes": {"detailed_status": detailed_status(concern)}} if extended else {})


def detailed_status(concern: Concern) -> str:
    """CitySDK: RECEIVED, IN_PROCESS, PROCESSED or REJECTED. Nothing here is PENDING: no one confirms before it counts."""
    if concern.outcome in REFUSED:
        return "REJECTED"
    if not concern.is_open:
        return "PROCESSED"
    return "IN_PROCESS" if concern.state in (State.IN_PROGRESS, State.WAITING) else "RECEIVED"


def iso(moment: dt.datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _end_of(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(23, 59, 59), timezone.get_current_timezone())
