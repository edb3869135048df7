# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that has a public page, whichever component it belongs to, as a dataset."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from friedensplatz.core.addresses import absolute
from friedensplatz.core.datasets import Row, dataset
from friedensplatz.search.models import Entry
from friedensplatz.search.queries import every_text


@dataset(
    "contents",
    title=_("Everything on this website"),
    about=_("Title, summary, address and day of the last change of every page, in each language it exists in."),
    dated=Entry,
)
def contents() -> Iterator[Row]:
    for one in every_text():
        yield {
            "id": one.thing_key,
            "kind": one.kind,
            "language": one.language,
            "title": one.title,
            "summary": one.summary,
            "url": absolute(one.url),
            "changed_at": one.changed_at.isoformat(timespec="seconds") if one.changed_at else "",
        }
