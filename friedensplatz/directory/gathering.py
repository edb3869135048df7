# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What belongs beside a thing, in words: why it is shown, and what topics, groups and places are called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from friedensplatz.core.caching import remembered
from friedensplatz.core.languages import Translated, current_language, pick
from friedensplatz.directory.models import Audience, District, Goal, Office, Topic
from friedensplatz.search.plug import ALSO, PINNED, Reason
from friedensplatz.search.queries import Teaser, key_of, related

SHOWN = 5
REASONS_TOLD = 2

WORDS = {
    "office": gettext_lazy("Also at %(name)s"),
    "topic": gettext_lazy("Also about %(name)s"),
    "goal": gettext_lazy("Also serves goal %(name)s"),
    "audience": gettext_lazy("Also for: %(name)s"),
    "district": pgettext_lazy("city district", "Also in %(name)s"),
}


@dataclass(frozen=True)
class More:
    """A thing to go on reading, and in a few words why it is shown."""

    hit: Teaser
    why: tuple[SafeString, ...]


def more_about(thing: Model, *, pins: Sequence[str] = (), exclude: Sequence[str] = ()) -> list[More]:
    """What to read after a thing: what editors pinned, then what belongs to it most. Each says why."""
    language = current_language()
    name = f"more:{key_of(thing)}:{language}:{','.join(pins)}:{','.join(exclude)}"
    found = remembered(name, lambda: related(thing, language, max(SHOWN, len(pins)), pins=pins, exclude=exclude))
    names = names_of_facets() if found else {}
    return [More(one.hit, tuple(_said(reason, names) for reason in one.reasons[:REASONS_TOLD])) for one in found]


def names_of_facets() -> Mapping[Reason, Translated]:
    """What topics, groups, districts, offices and goals are called, by (kind, slug)."""
    return remembered("facet_names", _names)


def _said(reason: Reason, names: Mapping[Reason, Translated]) -> SafeString:
    kind, slug = reason
    if kind == PINNED:
        return format_html("{}", _("Chosen by the editors"))
    if kind == ALSO:
        return format_html("{}", _("Others looked at this too"))
    name = pick(names.get(reason, {settings.LANGUAGE_CODE: slug}))
    said = format_html('<bdi lang="{}">{}</bdi>', name.tag, f"{slug} ({name})" if kind == "goal" else name)
    return format_html(str(WORDS[kind]).replace("%(name)s", "{}"), said)


def _names() -> dict[Reason, Translated]:
    """What everything is called that things can belong to, in one query."""
    kinds = {"office": Office, "topic": Topic, "audience": Audience, "district": District, "goal": Goal}
    rows = [_named(kind, model) for kind, model in kinds.items()]
    return {(kind, slug): name for kind, slug, name in rows[0].union(*rows[1:], all=True)}


def _named(kind: str, model: type[Model]) -> QuerySet[Any, Any]:
    slug = Cast("number", TextField()) if model is Goal else Cast("slug", TextField())
    return model._default_manager.order_by().values_list(Value(kind), slug, "name")
