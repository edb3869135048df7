# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What of the pages can be found: the live ones, in every language they exist in."""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import pick
from friedensplatz.pages.content import HEAD, Content, languages_of, passages
from friedensplatz.pages.models import Page
from friedensplatz.search.plug import Document, findable


@findable(
    Page,
    prefetch=["live", "office", "topics", "audiences", "districts", "goals"],
    names={"page": _("Pages")},
)
def page_documents(page: Page) -> Iterator[Document]:
    """A page by all it says; what is not live is not findable."""
    if page.live is None:
        return
    content = page.live.content
    subjects = [subject for rows in (page.topics, page.audiences) for subject in rows.all()]
    for language in languages_of(content):
        yield Document(
            language=language,
            kind="page",
            title=pick(content["title"], language).text,
            summary=content["summary"].get(language, ""),
            body=_words(content, language),
            keywords=[subject.name[language] for subject in subjects if subject.name.get(language)],
            url_name="page",
            url_args=[page.slug],
            topics=_slugs(page.topics.all()),
            districts=_slugs(page.districts.all()),
            offices=[page.office.slug],
            audiences=_slugs(page.audiences.all()),
            goals=sorted(str(goal.number) for goal in page.goals.all()),
            changed_at=page.changed_at,
        )


def _words(content: Content, language: str) -> str:
    """All passages but title and summary as plain text."""
    texts = (text.get(language, "") for name, text in passages(content).items() if name not in HEAD)
    return "\n\n".join(" ".join(unescape(strip_tags(text.replace("<", " <"))).split()) for text in texts if text)


def _slugs(subjects: Iterable[Any]) -> list[str]:
    return sorted(subject.slug for subject in subjects)
