# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What pages name: derived from their documents, so that a thing knows which pages speak of it."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType

from friedensplatz.pages.content import REFERENCE, Content, Named, references
from friedensplatz.pages.models import Page, Reference
from friedensplatz.pages.plug import kinds


def named_by(page: Page) -> list[Named]:
    """Everything the live revision, the newest one, the picture and the pins of a page name."""
    newest = page.revisions.first()
    contents: list[Content] = [revision.content for revision in (page.live, newest) if revision]
    found = [named for content in contents for named in references(content)]
    image = [Named("asset", page.image_id, "image")] if page.image_id else []
    pins = [Named(match[1], int(match[2]), "pins") for pin in page.pins if (match := REFERENCE.fullmatch(pin))]
    return list(dict.fromkeys([*found, *image, *pins]))


def note_references(page: Page) -> None:
    """Write the derived rows of a page anew."""
    types = {kind: ContentType.objects.get_for_model(one.model) for kind, one in kinds().items()}
    page.references.all().delete()
    Reference.objects.bulk_create(
        Reference(page=page, passage=named.passage, thing_type=types[named.kind], thing_id=named.pk)
        for named in named_by(page)
        if named.kind in types
    )


def broken_references(content: Content) -> list[Named]:
    """What a document names that does not exist; one query a kind. What is only not public yet is not broken."""
    named = references(content)
    there = {(kind, pk) for kind in {one.kind for one in named} for pk in _existing(kind, named)}
    return [one for one in named if one.key not in there]


def _existing(kind: str, named: list[Named]) -> Iterable[int]:
    if kind not in kinds():
        return []
    rows = kinds()[kind].model._default_manager.filter(pk__in={one.pk for one in named if one.kind == kind})
    return rows.values_list("pk", flat=True)
