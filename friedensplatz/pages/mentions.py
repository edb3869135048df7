# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where pages name other websites."""

from collections.abc import Collection, Iterator

from django.urls import reverse

from friedensplatz.accounts.models import User
from friedensplatz.pages.content import links_out
from friedensplatz.pages.queries import live_pages, pages_editable_by
from friedensplatz.weblinks.plug import Mention, mentions_addresses


@mentions_addresses
def pages(urls: Collection[str] | None, editor: User | None) -> Iterator[Mention]:
    """What live pages link to; a draft is mended before it is published."""
    live = live_pages().select_related("live").order_by("slug")
    for page in live.filter(pk__in=pages_editable_by(editor)) if editor else live:
        for _passage, url in links_out(page.live.content) if page.live else []:
            if urls is None or url in urls:
                yield Mention(url, str(page), reverse("page_edit", args=[page.pk]))
