# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Does everything that is named exist, once? Are there enough words of people?"""

from collections import Counter
from collections.abc import Iterable, Iterator

from friedensplatz.core.loading import Problem
from friedensplatz.directory import shapes
from friedensplatz.directory.loading.reading import CityFiles

FEWEST_EXAMPLES = 25
Named = tuple[str, str, str, Iterable[str | None]]


def check_city(files: CityFiles) -> list[Problem]:
    """Problems between files: unknown references, double slugs, duties with too few examples."""
    return [*_unknown(files), *_double(files), *_too_few_examples(files)]


def slugs_in(files: CityFiles) -> dict[str, set[str]]:
    """What the files define, by kind; a duty is an office's."""
    return {
        "office": {o.slug for o in files.offices},
        "organisation": {o.slug for o in files.organisations} | {o.slug for o in files.outside},
        "duty": {d.slug for o in files.offices for d in o.duties},
        "source": {s.slug for s in files.sources},
        "topic": {t.slug for t in files.topics},
        "audience": {a.slug for a in files.audiences},
        "district": {d.slug for d in files.districts},
        "asset": files.folder.known.get("asset", set()),
    }


def _unknown(files: CityFiles) -> Iterator[Problem]:
    known = slugs_in(files)
    known["thing"] = known["office"] | known["organisation"]
    known["duty"] |= {o.slug for o in files.outside}
    for file, place, kind, slugs in _references(files):
        for slug in slugs:
            if slug and slug not in known[kind]:
                yield Problem(file, place, f"unknown {kind}: {slug}")


def _references(files: CityFiles) -> Iterator[Named]:
    """File, place in it, kind of thing named, and the slugs it names."""
    for office in files.offices:
        yield from _references_of_office(office)
    for organisation in files.organisations:
        place = organisation.slug
        yield "organisations", place, "topic", organisation.topics
        yield "organisations", place, "audience", organisation.audiences
        yield "organisations", place, "asset", [organisation.image]
        yield "organisations", place, "source", [organisation.source, *(r.source for r in organisation.relations)]
        yield "organisations", place, "thing", [relation.to for relation in organisation.relations]
        yield "organisations", place, "office", [organisation.kept_by]
    for area in files.focus_areas:
        yield "districts.yaml", area.slug, "district", [area.district]
        yield "districts.yaml", area.slug, "source", [area.source]
    for login in files.logins:
        yield "logins.yaml", login.email, "office", [login.office]
    for words in files.phrasings:
        if not words.nowhere:
            yield f"phrasings/{words.duty}.yaml", "duty", "duty", [words.duty]


def _references_of_office(office: shapes.OfficeShape) -> Iterator[Named]:
    file = f"offices/{office.slug}.yaml"
    yield file, "parents", "office", [parent.office for parent in office.parents]
    yield file, "works_with", "thing", office.works_with
    dated: list[shapes.NameShape | shapes.ParentShape | shapes.PostShape]
    dated = [*office.names, *office.parents, *office.posts]
    yield file, "source", "source", [office.source, *(one.source for one in dated)]
    yield file, "image", "asset", [office.image]
    yield file, "topics", "topic", office.topics
    yield file, "audiences", "audience", office.audiences
    for duty in office.duties:
        yield file, duty.slug, "topic", duty.topics
        yield file, duty.slug, "audience", duty.audiences
        yield file, duty.slug, "district", duty.districts


def _double(files: CityFiles) -> Iterator[Problem]:
    things = [o.slug for o in files.offices] + [o.slug for o in files.organisations] + [o.slug for o in files.outside]
    duties = [duty.slug for office in files.offices for duty in office.duties]
    for kind, slugs in (("office or organisation", things), ("duty", duties)):
        for slug, count in Counter(slugs).items():
            if count > 1:
                yield Problem(slug, "", f"{kind} defined {count} times")


def _too_few_examples(files: CityFiles) -> Iterator[Problem]:
    counts = {words.duty: sum(map(len, words.phrasings.values())) for words in files.phrasings}
    for office in files.offices:
        for duty in office.duties:
            if counts.get(duty.slug, 0) < FEWEST_EXAMPLES:
                yield Problem(f"phrasings/{duty.slug}.yaml", "phrasings", f"fewer than {FEWEST_EXAMPLES} examples")
