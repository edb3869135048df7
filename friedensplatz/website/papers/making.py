# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Makes PDFs of pages and keeps them until something public changes.

One is made at a time in each web process, in a process of its own that ends after 20 seconds or a gigabyte at the
latest. Whoever asks meanwhile is told to come back in a moment, so that the house goes on serving pages.
"""

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.cache import caches
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from friedensplatz.core.addresses import absolute
from friedensplatz.core.caching import content_version
from friedensplatz.core.languages import current_language, direction_of
from friedensplatz.core.papers.setting import SVG, set_paper
from friedensplatz.core.qr import qr_path
from friedensplatz.directory.queries import the_city
from friedensplatz.website.papers.fetching import fetch
from friedensplatz.website.papers.reading import Node, Page, read_page

MOST_PAGES = 20
MOST_PICTURES, LARGEST_PICTURE = 30, 3 * 2**20
KEPT_SECONDS = 24 * 60 * 60
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif", "image/svg+xml": "svg"}
TEMPLATE = Path(__file__).parent / "paper.typ"

_making = threading.Lock()


class Busy(Exception):
    """Another paper is being made; this one can be asked for again in a moment."""


class NothingThere(Exception):
    """None of the pages exists."""


def paper(addresses: list[str]) -> bytes:
    """Pages of this house, by path, as one PDF/UA-1. Raises Busy or NothingThere."""
    key = _key(addresses)
    kept: bytes | None = caches["papers"].get(key)
    if kept is None:
        if not _making.acquire(blocking=False):
            raise Busy
        try:
            kept = _made(addresses)
        finally:
            _making.release()
        caches["papers"].set(key, kept, KEPT_SECONDS)
    return kept


def _key(addresses: list[str]) -> str:
    wanted = "\n".join([str(timezone.localdate()), current_language(), *addresses])
    return f"paper:{content_version()}:{hashlib.blake2b(wanted.encode(), digest_size=16).hexdigest()}"


def _made(addresses: list[str]) -> bytes:
    pages = {address: page for address in addresses[:MOST_PAGES] if (page := _page(address))}
    if not pages:
        raise NothingThere
    return set_paper(TEMPLATE, lambda folder: _data(pages, folder))


def _page(address: str) -> Page | None:
    fetched = fetch(address)
    page = read_page(fetched.content.decode()) if fetched and fetched.media_type == "text/html" else None
    return page if page and page.title else None


def _data(pages: dict[str, Page], folder: Path) -> dict[str, Any]:
    """What the template sets. Pictures are written into the folder."""
    city, language = the_city(), current_language()
    day = date_format(timezone.localdate(), "DATE_FORMAT")
    titles = [page.title for page in pages.values()]
    pictures = iter(range(MOST_PICTURES))
    return {
        "title": titles[0] if len(titles) == 1 else _("Pages to take along"),
        "author": city.full_name,
        "language": language,
        "direction": direction_of(language),
        "contents": _("Contents"),
        "foot": _("%(city)s, as of %(day)s") % {"city": city.full_name, "day": day},
        "counting": "1 / 1",
        "pages": [
            {
                "language": page.language or language,
                "direction": page.direction,
                "blocks": list(_ready(page.blocks, folder, pictures)),
                "address": absolute(address),
                "qr": _qr(absolute(address), folder, f"qr-{number}.svg"),
                "qr_alt": _("QR code of the page's address"),
            }
            for number, (address, page) in enumerate(pages.items())
        ],
    }


def _qr(address: str, folder: Path, name: str) -> str:
    (folder / name).write_text(SVG.format(**qr_path(address)), encoding="utf-8")
    return name


def _ready(blocks: list[Node], folder: Path, pictures: Iterator[int]) -> Iterator[Node]:
    """Blocks with whole addresses, and pictures that lie in the folder; others are left out."""
    for block in blocks:
        if block["kind"] == "picture":
            if name := _picture(block["source"], folder, pictures):
                yield {**block, "file": name, "width": 60}
        elif block["kind"] == "table":
            rows = [[{"content": _linked(cell)} for cell in row] for row in block["rows"]]
            yield {**block, "head": [_linked(cell) for cell in block["head"]], "rows": rows}
        else:
            yield _whole(block, folder, pictures)


def _whole(block: Node, folder: Path, pictures: Iterator[int]) -> Node:
    ready = dict(block)
    for name in ("content", "term"):
        if name in ready:
            ready[name] = _linked(ready[name])
    if "blocks" in ready:
        ready["blocks"] = list(_ready(ready["blocks"], folder, pictures))
    if block["kind"] == "list":
        ready["entries"] = [list(_ready(entry, folder, pictures)) for entry in block["entries"]]
    if block["kind"] == "terms":
        ready["entries"] = [_whole({"kind": "", **entry}, folder, pictures) for entry in block["entries"]]
    return ready


def _linked(content: list[Any]) -> list[Any]:
    """Links lead to whole addresses; those within the page are words only."""
    found: list[Any] = []
    for part in content:
        if isinstance(part, str):
            found.append(part)
            continue
        inner = _linked(part.get("content", []))
        target = part.get("to", "")
        if part["kind"] == "link" and target.startswith(("#", "?")):
            found += inner
        else:
            to = absolute(target) if target.startswith("/") else target
            found.append({**part, "content": inner, **({"to": to} if target else {})})
    return found


def _picture(source: str, folder: Path, pictures: Iterator[int]) -> str:
    """The name of a picture's file in the folder; empty when it is not ours, too large, or one too many."""
    fetched = fetch(source) if source.startswith("/") else None
    ending = ENDINGS.get(fetched.media_type) if fetched else None
    if not fetched or not ending or len(fetched.content) > LARGEST_PICTURE:
        return ""
    number = next(pictures, None)
    if number is None:
        return ""
    (folder / f"picture-{number}.{ending}").write_bytes(fetched.content)
    return f"picture-{number}.{ending}"
