# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be found of concerns: only what was published by consent. Initiatives are found as organisations."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models import Publication
from friedensplatz.search.plug import Document, findable

SUMMARY_LENGTH = 200


@findable(Publication, prefetch=["concern"], names={"petition": _("Petitions"), "initiative": _("Initiatives")})
def publication_documents(publication: Publication) -> Iterator[Document]:
    """The public version, in the language it was written in."""
    if publication.published_at and publication.organisation_id is None:
        yield Document(
            language=publication.concern.language,
            kind=publication.concern.kind,
            title=publication.title,
            summary=publication.text[:SUMMARY_LENGTH],
            body=publication.text,
            keywords=(),
            url_name=publication.concern.kind,
            url_args=[publication.pk],
            changed_at=publication.published_at,
        )
