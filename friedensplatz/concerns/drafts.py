# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A concern while it is being written.

Whoever has the token can read the draft, nobody else, not even with the whole database: the key comes from the token.
docs/adr says why this replaces session, cookie and CSRF token for people who hand in.
"""

import datetime as dt
import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.utils import timezone

from friedensplatz.concerns.models import Channel, Draft, Reporter
from friedensplatz.core import vault

LIFETIME = dt.timedelta(days=2)
RECEIPT_LIFETIME = dt.timedelta(minutes=30)


@dataclass(frozen=True)
class Content:
    """What a person has told so far."""

    text: str
    office: int
    duty: int | None = None
    language: str = "de"
    kind: str = ""
    protection: str = ""
    anonymous: bool = False
    particulars: dict[str, Any] = field(default_factory=dict)
    """Answers to the questions of the kind, by the names of their fields, as their form cleaned them."""
    name: str = ""
    email: str = ""
    phone: str = ""
    wants_mail: bool = False
    address: str = ""
    way: str = ""
    never: str = ""
    channel: str = Channel.WEB
    arrived: str = ""
    """The ISO day it came in, where that was not today."""
    district: int | None = None
    place_note: str = ""
    file_names: dict[str, str] = field(default_factory=dict)
    """The person's own names of their files, by attachment id; forgotten with the draft of an anonymous person."""

    def with_(self, **changes: Any) -> "Content":
        return replace(self, **changes)

    @property
    def reporter(self) -> Reporter:
        """Who it is; how to reach them may also stand among the answers to the questions of the kind."""
        way, never = (getattr(self, name) or self.particulars.get(name, "") for name in ("way", "never"))
        return Reporter(self.name, self.email, self.phone, self.wants_mail, self.address, way, never)

    @property
    def received_at(self) -> dt.datetime | None:
        """Noon of the day it came in; None for now."""
        noon = dt.time(12, tzinfo=timezone.get_current_timezone())
        return dt.datetime.combine(dt.date.fromisoformat(self.arrived), noon) if self.arrived else None


@dataclass(frozen=True)
class Receipt:
    """What the person keeps. The code exists here and nowhere else in the house."""

    reference: str
    code: str
    due: str
    """ISO day."""
    claim: str = ""
    """ISO day by which claims must be made under the equal treatment act; empty where none runs."""

    @property
    def claim_day(self) -> dt.date | None:
        return dt.date.fromisoformat(self.claim) if self.claim else None

    @property
    def due_day(self) -> dt.date:
        return dt.date.fromisoformat(self.due)


def _key(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _seal(thing: Content | Receipt, token: str) -> bytes:
    return vault.seal(json.dumps(asdict(thing)).encode(), f"draft:{token}")


def start_draft(content: Content) -> str:
    """Keep a new draft; returns the token that opens it."""
    token = secrets.token_urlsafe(24)
    Draft.objects.create(key=_key(token), sealed=_seal(content, token))
    return token


def find_draft(token: str) -> Draft | None:
    """The draft of a token, sent or not, while it lives."""
    return Draft.objects.filter(key=_key(token), touched_at__gte=timezone.now() - LIFETIME).first()


def content_of(draft: Draft, token: str) -> Content:
    return Content(**_opened(draft, token))


def keep_draft(draft: Draft, token: str, content: Content) -> None:
    """Store what was told; a draft that was sent meanwhile stays sent."""
    Draft.objects.filter(pk=draft.pk, sent_at=None).update(sealed=_seal(content, token), touched_at=timezone.now())


def mark_sent(draft: Draft, token: str, receipt: Receipt) -> None:
    """Replace the text by the receipt."""
    Draft.objects.filter(pk=draft.pk).update(sealed=_seal(receipt, token), sent_at=timezone.now())


def receipt_of(draft: Draft, token: str) -> Receipt | None:
    """The receipt of a sent draft until it is kept, at most half an hour; then None."""
    if not draft.sealed or draft.sent_at is None or draft.sent_at < timezone.now() - RECEIPT_LIFETIME:
        return None
    return Receipt(**_opened(draft, token))


def forget_receipt(draft: Draft) -> None:
    Draft.objects.filter(pk=draft.pk).update(sealed=b"")


def form_token(token: str) -> str:
    """What makes sending idempotent; it cannot be traced back to the draft's address without VAULT_KEY."""
    return vault.digest("form", token)


def _opened(draft: Draft, token: str) -> dict[str, Any]:
    opened: dict[str, Any] = json.loads(vault.unseal(bytes(draft.sealed), f"draft:{token}"))
    return opened
