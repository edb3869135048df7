# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the file of a page may hold. `demo/README.md` shows it with an example.

The shapes of sections follow from `content.FIELDS`. In files things are named by slug (`office/international`), goals
by number; pictures and files by the slug of their asset, sources by theirs.
"""

import datetime as dt
from typing import Annotated, Any, Literal, Union

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, create_model

from friedensplatz.core.loading import Shape
from friedensplatz.directory.values import Named, Slug, Texts, Year
from friedensplatz.pages.content import FIELDS, Fields, Role

PLACES: dict[str, str] = {"image": "asset", "images": "asset", "files": "asset", "video": "asset", "source": "source"}
"""Fields whose things are all of one kind, so that files give only the slug."""

Thing = Annotated[str, Field(pattern=r"^[a-z_]+/[a-z0-9-]+$")]
TYPES: dict[Role, Any] = {
    Role.PLAIN: (Texts, {}),
    Role.RICH: (Texts, {}),
    Role.DATA: (Annotated[str, BeforeValidator(str)], ""),
    Role.THING: (Slug | Literal[""], ""),
    Role.THINGS: (list[Thing], []),
}


def _shape(name: str, fields: Fields, **own: Any) -> Any:
    """A pydantic model of a section or an item."""
    columns = {field: _column(f"{name}.{field}", field, role) for field, role in fields.items()}
    return create_model(name, __config__=ConfigDict(extra="forbid"), **own, **columns)


def _column(name: str, field: str, role: Role | Fields) -> Any:
    """Type and default of a field."""
    if not isinstance(role, Role):
        return list[_shape(name, role)], []  # type: ignore[misc]
    return (list[Slug], []) if role == Role.THINGS and field in PLACES else TYPES[role]


SECTIONS = [_shape(kind, fields, kind=(Literal[kind], kind)) for kind, fields in FIELDS.items()]
Section: Any = Annotated[Union[tuple(SECTIONS)], Field(discriminator="kind")]  # noqa: UP007 (made from data)
SECTION: TypeAdapter[Any] = TypeAdapter(Section)


def _section(value: Any) -> Any:
    """A section in its shape, as plain data."""
    return SECTION.validate_python(value).model_dump()


class PageShape(Shape):
    slug: Slug
    office: Slug
    parent: Slug | None = None
    topics: list[Slug] = []
    audiences: list[Slug] = []
    districts: list[Slug] = []
    goals: list[Annotated[int, Field(ge=1, le=17)]] = []
    source: Slug | None = None
    as_of: Year = ""
    review_by: dt.date
    image: Slug | None = None
    title: Named
    summary: Named
    sections: list[Annotated[dict[str, Any], BeforeValidator(_section)]] = []
    related: list[Thing] = []
