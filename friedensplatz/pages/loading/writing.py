# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Turning checked files into live pages: all or none, and the same again when called again."""

from collections import Counter
from typing import Any

from django.db import transaction
from django.utils import timezone

from friedensplatz.activity.actions import record
from friedensplatz.core.loaded import left_alone, note_loaded
from friedensplatz.directory.models import Office
from friedensplatz.pages.actions import save_draft
from friedensplatz.pages.facts import ROWS, Facts, facts_of, write_facts
from friedensplatz.pages.loading.checking import named_by
from friedensplatz.pages.loading.shapes import PageShape
from friedensplatz.pages.loading.turning import Resolve, content_of, reference
from friedensplatz.pages.models import FormerAddress, Page, Revision
from friedensplatz.pages.plug import kinds
from friedensplatz.pages.publishing import go_live
from friedensplatz.pages.queries import newest_revision

KIND = "page"
Keys = dict[str, dict[str, int]]


@transaction.atomic
def write_pages(pages: list[PageShape], *, anew: bool = False) -> Counter[str]:
    """Write and publish pages and say how many were written. What stands there already is not written again.

    A page people have changed, moved or put away since it was loaded stays as it is, unless `anew`; so does one that
    names something they have deleted.
    """
    alone = left_alone(KIND, _contents(), anew=anew)
    written = _without_gaps([page for page in pages if page.slug not in alone])
    offices = {office.slug: office for office in Office.objects.all()}
    for shape in written:
        Page.objects.get_or_create(slug=shape.slug, defaults={"office": offices[shape.office]})
    rows, resolve = Page.objects.in_bulk(), _resolver()
    for shape in written:
        page = rows[resolve("page", shape.slug)]
        page.parent = rows[resolve("page", shape.parent)] if shape.parent else None
        page.save(update_fields=["parent"])
        write_facts(page, _facts(shape, page, resolve))
        _publish(page, shape, resolve)
    note_loaded(KIND, _contents(), {page.slug for page in written})
    return Counter(pages=len(written))


def _contents() -> dict[str, Any]:
    """What the newest revision of each page says, its facts and where it stands, by slug."""
    pages = Page.objects.select_related("parent").prefetch_related(*ROWS, "revisions")
    return {
        page.slug: [
            page.state,
            page.parent.slug if page.parent else "",
            facts_of(page),
            next((revision.content for revision in page.revisions.all()), None),
        ]
        for page in pages
    }


def _without_gaps(pages: list[PageShape]) -> list[PageShape]:
    """Those pages of which everything they name is there or among them."""
    keys = _keys()
    while gaps := [page for page in pages if _names_gone(page, keys, {one.slug for one in pages})]:
        pages = [page for page in pages if page not in gaps]
    return pages


def _names_gone(page: PageShape, keys: Keys, written: set[str]) -> bool:
    gone: list[str] = []

    def resolve(kind: str, slug: str) -> int:
        if slug not in keys[kind] and not (kind == "page" and slug in written):
            gone.append(slug)
        return 0

    content_of(page, resolve)
    for named in [*named_by(page), *page.related]:
        reference(named, resolve)
    return bool(gone)


def _keys() -> Keys:
    """Slugs to keys, from the rows there are: one query a kind. Pages are found by their former slugs, too."""
    keys: Keys = {}
    for name, kind in kinds().items():
        column = "slug" if hasattr(kind.model, "slug") else kind.address
        keys[name] = {str(slug): pk for slug, pk in kind.model._default_manager.values_list(column, "pk")}
    keys["page"] = dict(FormerAddress.objects.values_list("slug", "page")) | keys["page"]
    return keys


def _resolver() -> Resolve:
    keys = _keys()
    return lambda kind, slug: keys[kind][slug]


def _facts(shape: PageShape, page: Page, resolve: Resolve) -> Facts:
    return Facts(
        office=resolve("office", shape.office),
        owner=page.owner_id,
        source=resolve("source", shape.source) if shape.source else None,
        image=resolve("asset", shape.image) if shape.image else None,
        as_of=shape.as_of,
        review_by=shape.review_by.isoformat(),
        expire_at=page.expire_at.isoformat() if page.expire_at else "",
        pins=[reference(named, resolve) for named in shape.related],
        topics=[resolve("topic", slug) for slug in shape.topics],
        audiences=[resolve("audience", slug) for slug in shape.audiences],
        districts=[resolve("district", slug) for slug in shape.districts],
        goals=[resolve("goal", str(number)) for number in shape.goals],
    )


def _publish(page: Page, shape: PageShape, resolve: Resolve) -> None:
    newest = newest_revision(page)
    revision = save_draft(page, content_of(shape, resolve), based_on=newest.number if newest else 0, by=None)
    if page.live_id == revision.pk:
        return
    Revision.objects.filter(pk=revision.pk).update(state=Revision.State.APPROVED, decided_at=timezone.now())
    go_live(page, revision)
    record(page, "published", number=revision.number)
