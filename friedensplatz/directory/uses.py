# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the directory shows pictures."""

from collections.abc import Collection, Iterator

from django.urls import reverse

from friedensplatz.assets.uses import Use, among, uses_assets
from friedensplatz.directory.models import Office, Organisation, Person


@uses_assets
def offices(assets: Collection[int] | None) -> Iterator[Use]:
    for office in Office.objects.filter(among("image", assets)):
        yield Use(office.image_id or 0, str(office), reverse("office_page", args=[office.slug]))


@uses_assets
def organisations(assets: Collection[int] | None) -> Iterator[Use]:
    for organisation in Organisation.objects.filter(among("image", assets)):
        yield Use(organisation.image_id or 0, str(organisation), reverse("organisation_page", args=[organisation.slug]))


@uses_assets
def people(assets: Collection[int] | None) -> Iterator[Use]:
    """Portraits, at the first office of each person; a person without an office is shown nowhere."""
    rows = Person.objects.filter(among("portrait", assets)).prefetch_related("tenures__post__office")
    for person in rows:
        offices = [tenure.post.office for tenure in person.tenures.all()]
        url = reverse("office_page", args=[offices[0].slug]) if offices else ""
        yield Use(person.portrait_id or 0, str(person), url, public=bool(offices))
