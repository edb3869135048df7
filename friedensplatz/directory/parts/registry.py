# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every part by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.loading import Shape
from friedensplatz.directory import shapes
from friedensplatz.directory.models import (
    Audience,
    City,
    District,
    Duty,
    FocusArea,
    Office,
    Organisation,
    Person,
    Source,
    Topic,
)
from friedensplatz.directory.parts import duties, links, offices
from friedensplatz.directory.parts.content import Content, fields_of, write_fields


@dataclass(frozen=True)
class Part:
    """What editors change as one: its shape, how it is read and written, the verb its change is recorded under.

    `many`: the content is `{"rows": […]}` and the shape is that of a row. `with_it` = what reading needs, to be
    fetched for many things together; `order` = the fields its rows are kept in order by.
    """

    name: str
    model: type[Model]
    label: str | Promise
    verb: str
    shape: type[Shape]
    read: Callable[[Any], Content]
    write: Callable[[Any, Content], None]
    many: bool = False
    with_it: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    def shaped(self, content: Content) -> Content:
        """The content as it is kept, with what it leaves open filled in. pydantic's ValidationError when it is wrong."""
        if self.many:
            rows = [self.shape.model_validate(row).model_dump(mode="json") for row in content["rows"]]
            return {"rows": sorted(rows, key=itemgetter(*self.order)) if self.order else rows}
        return self.shape.model_validate(content).model_dump(mode="json")


def _plain(
    name: str, model: type[Model], label: str | Promise, shape: type[Shape], with_it: tuple[str, ...] = ()
) -> Part:
    """A part whose content is the fields of its shape."""
    read = partial(fields_of, names=tuple(shape.model_fields))
    return Part(name, model, label, f"{name}_changed", shape, read, write_fields, with_it=with_it)


ORDER: dict[type[Shape], tuple[str, ...]] = {
    shapes.PhrasingShape: ("kind", "language"),
    shapes.ClosureShape: ("first_day",),
}


def _many(
    name: str, model: type[Model], label: str | Promise, shape: type[Shape], read: Any, write: Any, *with_it: str
) -> Part:
    return Part(
        name,
        model,
        label,
        f"{name}_changed",
        shape,
        read,
        write,
        many=True,
        with_it=with_it,
        order=ORDER.get(shape, ()),
    )


def _reach(name: str, model: type[Model]) -> Part:
    return Part(
        name,
        model,
        _("Contact and hours"),
        f"{name}_changed",
        shapes.ReachShape,
        offices.reach_of,
        offices.write_reach,
        with_it=("contact__hours",),
    )


SUBJECTS = ("topics", "audiences")
CLOSURES = (shapes.ClosureShape, offices.closures_of, offices.write_closures, "contact__exceptions")
LINKS = (shapes.RelationShape, links.links_of, links.write_links)

PARTS = {
    part.name: part
    for part in (
        Part(
            "texts",
            Office,
            _("Texts"),
            "texts_changed",
            shapes.OfficeContent,
            offices.texts_of,
            offices.write_texts,
            with_it=("source", "image", *SUBJECTS),
        ),
        _many("names", Office, _("Names"), shapes.NameShape, offices.names_of, offices.write_names, "names__source"),
        _many(
            "places",
            Office,
            _("Place in the city administration"),
            shapes.ParentShape,
            offices.places_of,
            offices.write_places,
            "placements__parent",
            "placements__source",
            "parent",
        ),
        _reach("contact", Office),
        _many("closures", Office, _("Different hours on some days"), *CLOSURES),
        _many(
            "posts",
            Office,
            _("People"),
            shapes.PostShape,
            offices.posts_of,
            offices.write_posts,
            "posts__tenures__person",
            "posts__tenures__source",
            "posts__source",
        ),
        _many("links", Office, _("Belongs together"), *LINKS),
        _plain("duty", Duty, _("What it is"), shapes.DutyContent, ("office", "organisation", *SUBJECTS, "districts")),
        _many(
            "words", Duty, _("Words of people"), shapes.PhrasingShape, duties.words_of, duties.write_words, "phrasings"
        ),
        _plain(
            "organisation",
            Organisation,
            _("Texts"),
            shapes.OrganisationContent,
            ("source", "kept_by", "image", "goals", *SUBJECTS),
        ),
        _reach("organisation_contact", Organisation),
        _many("organisation_closures", Organisation, _("Different hours on some days"), *CLOSURES),
        _many("organisation_links", Organisation, _("Belongs together"), *LINKS),
        _plain("topic", Topic, _("Topic"), shapes.TopicContent, ("parent",)),
        _plain("audience", Audience, _("For whom"), shapes.AudienceContent),
        _plain("district", District, _("District"), shapes.DistrictContent),
        _plain("focus_area", FocusArea, _("Focus area"), shapes.FocusAreaContent, ("district", "source")),
        _plain("person", Person, _("Person"), shapes.PersonContent, ("portrait",)),
        _plain("source", Source, _("Source"), shapes.SourceContent),
        _plain("city", City, _("City"), shapes.CityShape),
    )
}


def parts_of(model: type[Model]) -> list[Part]:
    """The parts of a kind of thing, in the order of the desk; the first one is what makes a new thing."""
    return [part for part in PARTS.values() if part.model is model]
