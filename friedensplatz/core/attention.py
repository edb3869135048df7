# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plug for "what needs me": a component says in its `tasks.py` what waits for a person.

    @needs_attention(_("Reviews that are due"))
    def reviews(user: User) -> Iterator[Task]:
        for office in offices_editable_by(user).filter(review_by__lte=today):
            yield Task(str(office), _("Is everything still true?"), url_of_the_very_field, due=office.review_by)

Each function yields the most pressing first, in the language of the page, and nothing to whom it does not concern.
It may yield many: whoever asks stops taking when there is enough.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules


@dataclass(frozen=True)
class Task:
    """Something to do: what, why, and the address of the place where it is done. `count` = how many are behind it."""

    title: str
    why: str
    url: str
    due: dt.date | None = None
    count: int = 1

    @property
    def is_late(self) -> bool:
        return self.due is not None and self.due < timezone.localdate()


@dataclass(frozen=True)
class Group:
    """Tasks of one kind; `more` when there are others that are not shown."""

    name: str
    label: str | Promise
    tasks: list[Task]
    more: bool


Waiting = Callable[[Any], Iterable[Task]]
registry: dict[str, tuple[str | Promise, Waiting]] = {}


def needs_attention(label: str | Promise) -> Callable[[Waiting], Waiting]:
    """Declare a function of `tasks.py` that yields what waits for a user, under a heading."""

    def declare(waiting: Waiting) -> Waiting:
        component = waiting.__module__.removeprefix("friedensplatz.").removesuffix(".tasks")
        registry[f"{component}.{waiting.__name__}"] = (label, waiting)
        return waiting

    return declare


def groups_for(user: object, *, most: int) -> list[Group]:
    """What waits for a person, at most so many of each kind; what is due first stands first, empty kinds nowhere."""
    autodiscover_modules("tasks")
    groups = [group_for(user, name, most=most) for name in registry]
    found = [group for group in groups if group.tasks]
    return sorted(found, key=lambda group: min(task.due or dt.date.max for task in group.tasks))


def group_for(user: object, name: str, *, most: int) -> Group:
    """What waits for a person of one kind; KeyError for a kind no component declares."""
    autodiscover_modules("tasks")
    label, waiting = registry[name]
    tasks = list(islice(waiting(user), most + 1))
    return Group(name, label, tasks[:most], more=len(tasks) > most)
