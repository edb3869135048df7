# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plug: a component says in its `mentions.py` where it names addresses of other websites.

    @mentions_addresses
    def organisations(urls: Collection[str] | None, editor: User | None) -> Iterator[Mention]:
        …

It yields every mention, or those of the given addresses, or those a person may mend.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from django.utils.module_loading import autodiscover_modules

from friedensplatz.accounts.models import User


@dataclass(frozen=True)
class Mention:
    """An address, what it stands in, and where it is mended."""

    url: str
    title: str
    mend_url: str


Mentioning = Callable[[Collection[str] | None, User | None], Iterable[Mention]]
registry: list[Mentioning] = []


def mentions_addresses(mentioning: Mentioning) -> Mentioning:
    """Declare a function of `mentions.py`."""
    registry.append(mentioning)
    return mentioning


def mentions(urls: Collection[str] | None = None, editor: User | None = None) -> Iterator[Mention]:
    """Every mention any component knows."""
    autodiscover_modules("mentions")
    for mentioning in registry:
        yield from mentioning(urls, editor)
