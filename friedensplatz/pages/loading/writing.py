# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Turning checked files into live pages: all or none, and the same again when called again."""

from collections import Counter

from django.db import transaction
from django.utils import timezone

from friedensplatz.activity.actions import record
from friedensplatz.directory.models import Office
from friedensplatz.pages.actions import save_draft
from friedensplatz.pages.facts import Facts, write_facts
from friedensplatz.pages.loading.shapes import PageShape
from friedensplatz.pages.loading.turning import Resolve, content_of, reference
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.plug import kinds
from friedensplatz.pages.publishing import go_live
from friedensplatz.pages.queries import newest_revision


@transaction.atomic
def write_pages(pages: list[PageShape]) -> Counter[str]:
    """Write and publish pages and say how many were kept. What stands there already is not written again."""
    offices = {office.slug: office for office in Office.objects.all()}
    rows = {page.slug: _row(page, offices[page.office]) for page in pages}
    resolve = _resolver()
    for shape in pages:
        page = rows[shape.slug]
        page.parent = rows[shape.parent] if shape.parent else None
        page.save(update_fields=["parent"])
        write_facts(page, _facts(shape, page, resolve))
        _publish(page, shape, resolve)
    return Counter(pages=len(pages))


def _row(shape: PageShape, office: Office) -> Page:
    page, _ = Page.objects.get_or_create(slug=shape.slug, defaults={"office": office})
    return page


def _resolver() -> Resolve:
    """Slugs to keys, from the rows there are: one query a kind."""
    keys: dict[str, dict[str, int]] = {}
    for name, kind in kinds().items():
        column = "slug" if hasattr(kind.model, "slug") else kind.address
        keys[name] = {str(slug): pk for slug, pk in kind.model._default_manager.values_list(column, "pk")}
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
