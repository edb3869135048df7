# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a component says who is told of what: a function in its `notices.py`.

@announces(Concern, "answered")
def answer_for_resident(activity, concern):
    if concern.email:
        yield Message(to=concern.email, language=concern.language, subject=_("There is an answer for you"),
                      template="concerns/mail/answered.txt", context={"concern": concern}, about=concern)
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise

from friedensplatz.activity.models import Activity


@dataclass(frozen=True, kw_only=True)
class Message:
    """A mail to be written in the language of the person who gets it.

    `subject` is a lazy translation and says nothing personal: it is shown on locked screens and in the outbox.
    `template` is plain text; beside `context` it knows `public_url`, the address of the house without a slash.
    `reply_to` is an address, `in_reply_to` the Message-ID of the mail it answers, in angle brackets. With a `pause` it
    waits until so long after the last mail to the same person about the same thing, and one that waits stands for all.
    """

    to: str
    language: str
    subject: str | Promise
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    about: Model | None = None
    reply_to: str = ""
    in_reply_to: str = ""
    pause: dt.timedelta | None = None


Announcer = Callable[[Activity, Any], Iterable[Message]]

announcers: dict[tuple[type[Model], str], list[Announcer]] = defaultdict(list)


def announces(model: type[Model], *verbs: str) -> Callable[[Announcer], Announcer]:
    """Declare who is told when one of these deeds was done to a thing of this kind."""

    def declare(announcer: Announcer) -> Announcer:
        for verb in verbs:
            announcers[model, verb].append(announcer)
        return announcer

    return declare
