# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where pages show pictures and files."""

from collections.abc import Collection, Iterator

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from friedensplatz.assets.models import Asset
from friedensplatz.assets.uses import Use, uses_assets
from friedensplatz.pages.content import references
from friedensplatz.pages.models import Page, Reference


@uses_assets
def pages(assets: Collection[int] | None) -> Iterator[Use]:
    """Public is what the live revision shows; what only a draft names is not."""
    rows = Reference.objects.filter(thing_type=ContentType.objects.get_for_model(Asset))
    if assets is not None:
        rows = rows.filter(thing_id__in=assets)
    named: dict[Page, set[int]] = {}
    for row in rows.select_related("page__live").order_by("page__slug", "thing_id"):
        named.setdefault(row.page, set()).add(row.thing_id)
    for page, its_assets in named.items():
        shown = _shown_by(page)
        url = reverse("page", args=[page.slug])
        yield from (Use(asset, str(page), url, public=asset in shown) for asset in sorted(its_assets))


def _shown_by(page: Page) -> set[int]:
    if page.live is None:
        return set()
    return {one.pk for one in references(page.live.content) if one.kind == "asset"} | {page.image_id or 0}
