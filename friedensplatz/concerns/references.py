# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Public petitions, for pages to name and for concerns to become."""

from django.db.models import F, QuerySet
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models import Kind, Publication
from friedensplatz.concerns.publishing import publications_of
from friedensplatz.pages.plug import referable

TITLE = JSONObject(de=F("title"))


@referable(
    "petition",
    Publication,
    label=_("Petition"),
    url_name="petition",
    address="pk",
    name=TITLE,
    summary="",
    is_result=True,
)
def petitions() -> QuerySet[Publication]:
    return publications_of(Kind.PETITION)
