# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from friedensplatz.assets.queries import asset_by_slug
from friedensplatz.directory import shapes
from friedensplatz.directory.loading.links import write_link
from friedensplatz.directory.loading.rows import Rows
from friedensplatz.directory.models import Audience, Duty, Goal, Office, Organisation, Source, Topic


def write_organisation(shape: shapes.OrganisationShape, rows: Rows) -> None:
    organisation = rows.keep(
        Organisation,
        shape.slug,
        kind=shape.kind,
        name=shape.name,
        summary=shape.summary,
        when=shape.when,
        phone=shape.phone,
        website=shape.website,
        hours_note=shape.hours_note,
        source=rows.get(Source, shape.source),
        image=asset_by_slug(shape.image or ""),
        kept_by=rows.get(Office, shape.kept_by),
        review_by=shape.review_by,
    )
    if organisation is None:
        return
    organisation.topics.set(rows.many(Topic, shape.topics))
    organisation.audiences.set(rows.many(Audience, shape.audiences))
    organisation.goals.set(Goal.objects.filter(number__in=shape.goals))


def write_outside(shape: shapes.OutsideShape, number: int, rows: Rows) -> None:
    """Who helps when it is not the city's business, with the one duty that leads there."""
    organisation = rows.keep(
        Organisation,
        shape.slug,
        kind=shape.kind,
        name=shape.name,
        phone=shape.phone,
        summary=shape.summary,
        when=shape.when,
        hours_note=shape.hours,
    )
    if organisation is None:
        return
    rows.keep(
        Duty,
        shape.slug,
        organisation=organisation,
        office=None,
        title=shape.name,
        summary=shape.summary,
        channels=["phone"],
        position=number,
    )


def write_relations(shape: shapes.OrganisationShape, rows: Rows) -> None:
    start = rows.get(Organisation, shape.slug)
    for relation in shape.relations:
        end = rows.either(relation.to, Office, Organisation)
        if start and end:
            write_link(start, relation.kind, end, source=rows.get(Source, relation.source), note=relation.note)
