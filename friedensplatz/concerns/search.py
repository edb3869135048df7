# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be found of concerns: only the public versions of petitions, by consent of their people."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models import Petition
from friedensplatz.search.plug import Document, findable


@findable(Petition, prefetch=["concern"], names={"petition": _("Petitions")})
def petition_documents(petition: Petition) -> Iterator[Document]:
    """The public version, in the language it was written in."""
    if petition.published_at:
        yield Document(
            language=petition.concern.language,
            kind="petition",
            title=petition.title,
            summary=str(petition.text[:200]),
            body=petition.text,
            keywords=(),
            url_name="petition",
            url_args=[petition.pk],
            changed_at=petition.published_at,
        )
