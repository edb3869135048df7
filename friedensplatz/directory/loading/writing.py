# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Turning a checked folder into rows: all or none, and the same again when called again."""

from collections import Counter

from django.db import transaction

from friedensplatz.core.caching import content_changed
from friedensplatz.core.loading import Progress
from friedensplatz.directory import shapes
from friedensplatz.directory.loading.offices import write_office, write_office_links, write_parents
from friedensplatz.directory.loading.organisations import write_organisation, write_outside, write_relations
from friedensplatz.directory.loading.reading import CityFiles
from friedensplatz.directory.loading.rows import Rows
from friedensplatz.directory.models import (
    Audience,
    City,
    District,
    Duty,
    FocusArea,
    Office,
    Organisation,
    Phrasing,
    Source,
    Topic,
)


@transaction.atomic
def write_city(files: CityFiles, *, progress: Progress) -> Counter[str]:
    """Write what a folder holds and say how many rows of each kind were written.

    Rows of other folders stay, and so does what people have changed since it was loaded from this one.
    """
    rows = Rows(anew=files.folder.anew)
    offices = [office for office in files.offices if rows.may_write(Office, office.slug)]
    organisations = [one for one in files.organisations if rows.may_write(Organisation, one.slug)]
    _write_city_row(files, rows)
    _write_words_for_things(files, rows)
    progress("districts, topics and audiences")
    for office in offices:
        write_office(office, rows)
    for office in offices:
        write_parents(office)
    progress("offices")
    for organisation in organisations:
        write_organisation(organisation, rows)
    for number, helper in enumerate(files.outside):
        write_outside(helper, number, rows)
    progress("organisations")
    for office in offices:
        write_office_links(office, rows)
    for organisation in organisations:
        write_relations(organisation, rows)
    progress("links")
    for words in files.phrasings:
        _write_phrasings(words, rows)
    progress("phrasings")
    rows.note()
    content_changed()
    return rows.counts


def _write_city_row(files: CityFiles, rows: Rows) -> None:
    if files.city is None or not rows.may_write(City, "city"):
        return
    fields = files.city.model_dump()
    city = City.objects.first() or City()
    for name, value in (fields | {"square_svg": files.square_svg}).items():
        setattr(city, name, value)
    city.save()
    rows.written(City, "city")


def _write_words_for_things(files: CityFiles, rows: Rows) -> None:
    for source in files.sources:
        rows.keep(Source, **source.model_dump())
    for topic in files.topics:
        rows.keep(Topic, **topic.model_dump(exclude={"parent"}), parent=rows.get(Topic, topic.parent))
    for audience in files.audiences:
        rows.keep(Audience, **audience.model_dump())
    for district in files.districts:
        rows.keep(District, **district.model_dump())
    for area in files.focus_areas:
        fields = area.model_dump(exclude={"slug", "district", "source"})
        if home := rows.get(District, area.district):
            rows.keep(FocusArea, area.slug, district=home, source=rows.get(Source, area.source), **fields)


def _write_phrasings(shape: shapes.PhrasingsShape, rows: Rows) -> None:
    duty = rows.keep(Duty, shape.duty) if shape.nowhere else rows.get(Duty, shape.duty)
    if duty is None or not rows.may_write(Duty, shape.duty):
        return
    duty.phrasings.all().delete()
    kinds = ((Phrasing.Kind.TERM, shape.terms), (Phrasing.Kind.EXAMPLE, shape.phrasings))
    made = [
        Phrasing(duty=duty, kind=kind, language=language, text=text)
        for kind, by_language in kinds
        for language, texts in by_language.items()
        for text in texts
    ]
    Phrasing.objects.bulk_create(made)
    rows.counts[str(Phrasing._meta.verbose_name_plural)] += len(made)
