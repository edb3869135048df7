# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Changing the library. A file is durable before a row names it; a nightly job removes what no row names."""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import F, ProtectedError
from django.utils import timezone
from django.utils.text import slugify

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.assets.intake.reading import FORMATS, Facts, read_facts
from friedensplatz.assets.models import Asset, Replaced, folder_of
from friedensplatz.assets.uses import Use, uses_of
from friedensplatz.core.files import keep_durably
from friedensplatz.core.uploads.refused import Reason, Refused

SLUG_LENGTH = 60
FACTS = (
    "title",
    "alt",
    "decorative",
    "silent",
    "creator",
    "licence",
    "licence_url",
    "licence_until",
    "source",
    "team",
    "focal_x",
    "focal_y",
)


class ChangedMeanwhile(Exception):
    """A colleague was faster."""


class AlreadyThere(Exception):
    """The library has these very bytes, as `asset`."""

    def __init__(self, asset: Asset) -> None:
        super().__init__()
        self.asset = asset


class InUse(Exception):
    """Something shows the asset; `uses` says what."""

    def __init__(self, uses: list[Use]) -> None:
        super().__init__()
        self.uses = uses


def add_asset(name: str, file: "File[bytes]", *, by: User | None, slug: str = "", **facts: Any) -> Asset:
    """Take a file into the library, with what is known about it (names of FACTS).

    Raises Refused, or AlreadyThere, also when two people send the same file at the same moment.
    """
    content = _content_of(name, file)
    facts.setdefault("title", {settings.LANGUAGE_CODE: PurePath(name).stem.replace("_", " ").strip()[:200]})
    asset = Asset(slug=slug or _free_slug(PurePath(name).stem), **content, **facts)
    asset.words = words_of(asset)
    with _no_twin(asset.sha256), transaction.atomic():
        asset.save(force_insert=True)
        record(asset, "added", actor=by)
    return asset


def replace_file(asset: Asset, name: str, file: "File[bytes]", *, by: User | None) -> None:
    """Give an asset another file of the same kind; its slug, its facts and all its uses stay. Raises as add_asset."""
    content = _content_of(name, file)
    if content["kind"] != asset.kind:
        raise Refused(Reason.MISMATCH)
    former = {field: getattr(asset, field) for field in ("file", "sha256", "ending", "bytes")}
    unchanged = Asset.objects.filter(pk=asset.pk, sha256=asset.sha256)
    with _no_twin(content["sha256"]), transaction.atomic():
        if not unchanged.update(**content, version=F("version") + 1):
            raise ChangedMeanwhile
        Replaced.objects.create(asset=asset, by=by, **former)
        asset.refresh_from_db()
        record(asset, "file_replaced", actor=by)


@transaction.atomic
def bring_back(former: Replaced, *, by: User | None) -> None:
    """Undo a replacement: the asset has its former file again, and the other one becomes a former file."""
    with default_storage.open(former.file) as file:
        replace_file(former.asset, former.file, file, by=by)
    former.delete()


@transaction.atomic
def change_facts(asset: Asset, facts: dict[str, Any], *, seen: int, by: User | None) -> None:
    """Write facts (names of FACTS). Raises ChangedMeanwhile when its version is not the one somebody started from."""
    turned = any(facts.get(field, getattr(asset, field)) != getattr(asset, field) for field in ("focal_x", "focal_y"))
    if facts.get("licence_until", asset.licence_until) != asset.licence_until:
        facts = facts | {"warned": None}
    if turned and asset.sized:
        facts = facts | {"state": Asset.State.WAITING, "tries": 0}
    if not Asset.objects.filter(pk=asset.pk, version=seen).update(**facts, version=F("version") + 1):
        raise ChangedMeanwhile
    asset.refresh_from_db()
    Asset.objects.filter(pk=asset.pk).update(words=words_of(asset))
    record(asset, "facts_changed", actor=by, fields=sorted(facts))


@transaction.atomic
def change_many(assets: Iterable[Asset], facts: dict[str, Any], *, by: User | None) -> int:
    """Write the same facts into several assets; return how many."""
    count = 0
    for asset in assets:
        change_facts(asset, facts, seen=asset.version, by=by)
        count += 1
    return count


@transaction.atomic
def delete_asset(asset: Asset, *, by: User | None) -> None:
    """Take an asset out of the library. Raises InUse."""
    if uses := uses_of([asset.pk]):
        raise InUse(uses)
    record(asset, "deleted", actor=by, slug=asset.slug, sha256=asset.sha256)
    try:
        asset.delete()
    except ProtectedError as error:
        raise InUse([]) from error


def words_of(asset: Asset) -> str:
    """What the library is searched by, in small letters."""
    texts = [asset.slug, asset.creator, asset.source, *asset.title.values(), *asset.alt.values()]
    return " ".join(texts).casefold()


def _content_of(name: str, file: "File[bytes]") -> dict[str, Any]:
    """Columns of an asset that come from its file, which is durable by then. Raises Refused or AlreadyThere."""
    if (file.size or 0) > settings.ASSET_LIMIT:
        raise Refused(Reason.TOO_LARGE)
    digest = _digest(file)
    if there := Asset.objects.filter(sha256=digest).first():
        raise AlreadyThere(there)
    stream: BinaryIO = file.open("rb").file  # type: ignore[assignment]
    facts = read_facts(name, stream)
    stamp = secrets.token_hex(16)
    content = {field: getattr(facts, field) for field in Facts.__dataclass_fields__}
    content |= {"sha256": digest, "bytes": file.size, "stamp": stamp, "tries": 0, "renditions": {}}
    content["state"] = Asset.State.READY
    if facts.ending in FORMATS:
        content |= {"state": Asset.State.WAITING, "renditions": _first_rendition(stream, facts.ending, stamp)}
    stream.seek(0)
    content["file"] = keep_durably(f"{folder_of(stamp)}/original.{facts.ending}", File(stream))
    return content


@contextmanager
def _no_twin(sha256: str) -> Iterator[None]:
    """Of two people who send the same bytes at once the second is led to the asset of the first."""
    try:
        yield
    except IntegrityError as error:
        there = Asset.objects.filter(sha256=sha256).first()
        if there is None:
            raise
        raise AlreadyThere(there) from error


def _first_rendition(stream: BinaryIO, ending: str, stamp: str) -> dict[str, Any]:
    """One copy is there at once, so that no page waits for the job that makes all the others."""
    from friedensplatz.assets.intake.pictures import first_copy  # noqa: PLC0415 (heavy, seldom needed)

    stream.seek(0)
    copy = first_copy(stream, FORMATS[ending])
    keep_durably(f"{folder_of(stamp)}/{copy.name}", ContentFile(copy.data))
    return {copy.shape: {copy.ending: [[copy.width, copy.height]]}}


def _digest(file: "File[bytes]") -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _free_slug(name: str) -> str:
    """A slug made from a file's name that no asset has."""
    stem = slugify(name)[:SLUG_LENGTH].strip("-") or "file"
    taken = set(Asset.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return stem if stem not in taken else f"{stem}-{secrets.token_hex(3)}"


def mark_prepared(asset: Asset, stamp: str, renditions: dict[str, Any]) -> bool:
    """Show the copies that were drawn; False when the file or its focal point changed while they were."""
    unchanged = Asset.objects.filter(
        pk=asset.pk, file=asset.file, focal_x=asset.focal_x, focal_y=asset.focal_y, state=Asset.State.WAITING
    )
    with transaction.atomic():
        if not unchanged.update(stamp=stamp, renditions=renditions, state=Asset.State.READY):
            return False
        record(asset, "prepared")
    return True


def warn_owner(asset: Asset, days: int) -> bool:
    """Record once that a licence ends in so many days (0 = it has ended); False when that was done already."""
    fresh = Asset.objects.filter(pk=asset.pk, licence_until=asset.licence_until)
    fresh = fresh.exclude(warned__lte=days)
    with transaction.atomic():
        if not fresh.update(warned=days):
            return False
        record(asset, "licence_ending" if days else "licence_ended", days=days, at=timezone.localdate().isoformat())
    return True
