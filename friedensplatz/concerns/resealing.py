# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Iterator

from friedensplatz.concerns.keeping import purpose_of
from friedensplatz.concerns.models import Concern, Incoming, Keeping, RoutingModel
from friedensplatz.concerns.models.incoming import PURPOSE as MAIL_PURPOSE
from friedensplatz.concerns.sealing import PURPOSE
from friedensplatz.concerns.teaching import PURPOSE as ROUTING_PURPOSE
from friedensplatz.core.rotation import Result, reseal_rows, resealing


@resealing("keys of concerns")
def keys_of_concerns() -> Iterator[Result]:
    """What the keys themselves have sealed stays as it is."""
    return reseal_rows(Concern.objects.exclude(key=b""), "key", lambda concern: PURPOSE)


@resealing("concerns kept in accounts")
def concerns_kept() -> Iterator[Result]:
    return reseal_rows(Keeping.objects.all(), "sealed", lambda keeping: purpose_of(keeping.owner_key))


@resealing("envelopes of mails")
def envelopes_of_mails() -> Iterator[Result]:
    return reseal_rows(Incoming.objects.all(), "sealed", lambda mail: MAIL_PURPOSE)


@resealing("what routing has learnt")
def routing_models() -> Iterator[Result]:
    return reseal_rows(RoutingModel.objects.all(), "data", lambda model: ROUTING_PURPOSE)
