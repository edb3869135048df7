# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A page in the words of schema.org."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from friedensplatz.assets.linked import image_object
from friedensplatz.assets.models import Asset
from friedensplatz.core.addresses import absolute
from friedensplatz.core.languages import pick
from friedensplatz.core.linked import Node, known
from friedensplatz.pages.models import Page


def page_node(page: Page, image: Asset | None, language: str) -> Node:
    """What a page says, from when it is, and which office keeps it true."""
    with override(settings.LANGUAGE_CODE):
        identity = absolute(reverse("page", args=[page.slug])) + "#it"
    title = pick(page.title, language)
    office = {"@type": "GovernmentOffice", "name": pick(page.office.name, language).text}
    return known(
        {
            "@type": "Article",
            "@id": identity,
            "headline": title.text,
            "abstract": pick(page.summary, language).text,
            "inLanguage": title.tag,
            "datePublished": page.published_at.isoformat() if page.published_at else "",
            "dateModified": page.changed_at.isoformat(),
            "publisher": office | {"url": absolute(reverse("office_page", args=[page.office.slug]))},
            "image": image_object(image) if image and not image.is_expired() else None,
        }
    )
