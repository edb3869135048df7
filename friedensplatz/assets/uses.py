# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plug for "where is this shown": a component says in its `uses.py` which of its things show which assets.

@uses_assets
def offices_with_pictures(assets: Collection[int] | None) -> Iterator[Use]:
    for office in Office.objects.filter(among("image", assets)):
        yield Use(office.image_id, str(office), reverse("office_page", args=[office.slug]))
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.module_loading import autodiscover_modules


@dataclass(frozen=True)
class Use:
    """An asset (its key) and what shows it; `public` = everybody sees it there today."""

    asset: int
    label: str
    url: str
    public: bool = True


Finder = Callable[[Collection[int] | None], Iterable[Use]]
finders: list[Finder] = []


def uses_assets(finder: Finder) -> Finder:
    """Declare a function that finds uses of the given assets, by their keys; of all assets when given None."""
    finders.append(finder)
    return finder


def among(field: str, assets: Collection[int] | None) -> Q:
    """Rows whose foreign key to an asset is one of these; any, when given None."""
    return Q(**{f"{field}__isnull": False}) if assets is None else Q(**{f"{field}__in": assets})


def uses_of(assets: Collection[int] | None) -> list[Use]:
    """Every use of the given assets, by their keys; of all assets when given None."""
    autodiscover_modules("uses")
    return [use for finder in finders for use in finder(assets)]
