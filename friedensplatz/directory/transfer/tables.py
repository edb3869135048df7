# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which tables there are, and how a thing becomes rows of one and rows become content again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_origin

from django.db.models import Model
from pydantic import TypeAdapter

from friedensplatz.directory.models import Office, Source
from friedensplatz.directory.parts.content import Content
from friedensplatz.directory.parts.links import ENDS
from friedensplatz.directory.parts.registry import PARTS, Part
from friedensplatz.directory.values import Short, Slug

CHUNK = 200
NAMED_IN_ROWS: dict[str, tuple[type[Model], ...]] = {"source": (Source,), "office": (Office,), "to": ENDS}


@dataclass(frozen=True)
class Table:
    """A part of all things of a kind. The first column, `key`, names the thing a row belongs to."""

    name: str
    part: Part
    key: str = "slug"

    @property
    def columns(self) -> list[str]:
        """All columns; a text in several languages has one for each, `summary.de`."""
        return list(dict.fromkeys([self.key, *self.part.shape.model_fields]))

    def is_list(self, column: str) -> bool:
        return get_origin(self.part.shape.model_fields[column].annotation) is list

    def is_texts(self, column: str) -> bool:
        return get_origin(self.part.shape.model_fields[column].annotation) is dict

    def checked_key(self, key: Any) -> str:
        """The key of a row; pydantic's ValidationError when it is none."""
        return TypeAdapter(Slug if self.key == "slug" else Short).validate_python(key)

    def things(self, keys: Iterable[str]) -> dict[str, Model]:
        """The things with these keys, with what reading the part needs."""
        rows = self.part.model._default_manager.filter(**{f"{self.key}__in": list(keys)}).order_by("-pk")
        return {getattr(thing, self.key): thing for thing in rows.prefetch_related(*self.part.with_it)}

    def references(self, content: Content) -> Iterator[tuple[str, tuple[type[Model], ...], Any]]:
        """What a content names: in which column, a thing of which models, by which key."""
        for row in content["rows"] if self.part.many else [content]:
            for column, value in row.items():
                models = self._models_named_in(column)
                keys = value if isinstance(value, list) else [value]
                yield from ((column, models, key) for key in keys if models and key)

    def _models_named_in(self, column: str) -> tuple[type[Model], ...]:
        if self.part.many:
            return NAMED_IN_ROWS.get(column, ())
        field: Any = {one.name: one for one in self.part.model._meta.get_fields()}.get(column)
        return (field.related_model,) if field is not None and field.is_relation else ()

    def blank(self) -> Content:
        """The content of a thing that is not there yet."""
        return {"rows": []} if self.part.many else self.part.read(self.part.model())

    def changed(self, before: Content, rows: list[Content]) -> Content:
        """What rows make of a content: columns that are missing stay as they are, rows are all there are."""
        if self.part.many:
            return {"rows": rows}
        merged = {name: before[name] | value if self.is_texts(name) else value for name, value in rows[0].items()}
        return before | merged

    def rows(self) -> Iterator[Content]:
        """Everything there is, thing by thing; a thing whose part is as blank as can be has no row."""
        things = self.part.model._default_manager.order_by(self.key).prefetch_related(*self.part.with_it)
        blank = self.blank()
        for thing in things.iterator(chunk_size=CHUNK):
            content = self.part.read(thing)
            for row in content["rows"] if self.part.many else [content] * (content != blank):
                yield {self.key: getattr(thing, self.key)} | row


TABLES = {
    table.name: table
    for table in (
        Table("sources", PARTS["source"]),
        Table("topics", PARTS["topic"]),
        Table("audiences", PARTS["audience"]),
        Table("districts", PARTS["district"]),
        Table("focus_areas", PARTS["focus_area"]),
        Table("persons", PARTS["person"], key="name"),
        Table("offices", PARTS["texts"]),
        Table("office_names", PARTS["names"]),
        Table("office_places", PARTS["places"]),
        Table("office_contacts", PARTS["contact"]),
        Table("office_closures", PARTS["closures"]),
        Table("office_posts", PARTS["posts"]),
        Table("office_links", PARTS["links"]),
        Table("organisations", PARTS["organisation"]),
        Table("organisation_contacts", PARTS["organisation_contact"]),
        Table("organisation_closures", PARTS["organisation_closures"]),
        Table("organisation_links", PARTS["organisation_links"]),
        Table("duties", PARTS["duty"]),
        Table("phrasings", PARTS["words"]),
    )
}
MAKING = {table.part.model: table.name for table in reversed(TABLES.values()) if not table.part.many}
"""The table whose rows make new things of a kind."""
