# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What routing learns from, and the model in force.

Concerns themselves are the examples: once an office has worked on one, its words belong to that office. Nothing is
copied, so that what is encrypted, erased or given to another office later is forgotten with the next learning. Until
there are enough of them the phrasings of the duties help out.
"""

import hashlib
import json
import logging
import time
from functools import lru_cache

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from friedensplatz.concerns.models import ENCRYPTED, Concern, Entry, Kind, RoutingModel
from friedensplatz.concerns.routing.example import Example
from friedensplatz.concerns.routing.model import Model
from friedensplatz.concerns.routing.storage import FORMAT, from_bytes, to_bytes
from friedensplatz.concerns.workflow import AFTER_ANSWER, State
from friedensplatz.core import vault
from friedensplatz.core.languages import EASY
from friedensplatz.directory.models import Phrasing

log = logging.getLogger(__name__)

ROUTED = (Kind.SUGGESTION, Kind.COMPLAINT, Kind.DEFECT, Kind.QUESTION)
"""Other kinds have an office by rule."""
LANGUAGES = ("de", EASY)
MOST = 10_000
PHRASING_WEIGHT = 0.2
MODELS_KEPT = 2
PURPOSE = "routing model"
WORKED_ON = Q(state__in=(State.IN_PROGRESS, State.WAITING, State.ANSWERED)) | Q(outcome__in=AFTER_ANSWER)


def readable_concerns() -> QuerySet[Concern]:
    """Those routing may read: of the kinds it knows, in German, not encrypted."""
    return Concern.objects.filter(kind__in=ROUTED, language__in=LANGUAGES).exclude(protection__in=ENCRYPTED)


def examples() -> list[Example]:
    """Phrasings of duties, and the words of the newest concerns an office has worked on."""
    open_offices = Q(duty__office__takes_concerns=True, duty__office__closed_on=None)
    phrasings = Phrasing.objects.filter(open_offices, language="de").values_list("text", "duty__office__slug")
    worked_on = readable_concerns().filter(WORKED_ON, office__takes_concerns=True, office__closed_on=None)
    openings = Entry.objects.filter(kind=Entry.Kind.OPENING, concern__in=worked_on).order_by("-concern")
    places = ("concern__office__slug", "concern__district__slug", "concern__place_note")
    real = [
        Example(text, office, district or "", place)
        for text, office, district, place in openings.values_list("text", *places)[:MOST]
    ]
    return [*(Example(text, office, weight=PHRASING_WEIGHT) for text, office in phrasings), *real]


def learn_routing() -> RoutingModel | None:
    """Learn from all examples; the newest model when it knows them, None when there is nothing to tell apart.

    Takes seconds, a minute with thousands of concerns: for a worker, not for a request.
    """
    from friedensplatz.concerns.routing.learning import learn  # noqa: PLC0415 (scipy: only the process that learns pays for it)

    known = examples()
    if len({example.office for example in known}) < 2:
        return None
    fingerprint = hashlib.sha256(json.dumps([FORMAT, sorted(known)]).encode()).hexdigest()
    newest = RoutingModel.objects.defer("data").order_by("-pk").first()
    if newest and newest.fingerprint == fingerprint and current_model():
        return newest
    begun = time.monotonic()
    data = vault.seal(to_bytes(learn(known)), PURPOSE)
    real = sum(example.weight == 1 for example in known)
    figures = {"examples": real, "phrasings": len(known) - real, "seconds": round(time.monotonic() - begun, 1)}
    with transaction.atomic():
        row = RoutingModel.objects.create(learnt_at=timezone.now(), fingerprint=fingerprint, figures=figures, data=data)
        kept = RoutingModel.objects.order_by("-pk").values_list("pk", flat=True)[:MODELS_KEPT]
        RoutingModel.objects.exclude(pk__in=list(kept)).delete()
    return row


def current_model() -> tuple[int, Model] | None:
    """The newest model with its number, unpacked once per process; None before the first learning."""
    newest = RoutingModel.objects.order_by("-pk").values_list("pk", "fingerprint").first()
    model = _unpacked(*newest) if newest else None
    return (newest[0], model) if newest and model else None


@lru_cache(maxsize=1)
def _unpacked(pk: int, fingerprint: str) -> Model | None:
    try:
        return from_bytes(vault.unseal(bytes(RoutingModel.objects.get(pk=pk).data), PURPOSE))
    except (KeyError, ValueError, vault.Unreadable):
        log.warning("The routing of row %s is from another version or key; it is learnt again.", pk)
        return None
