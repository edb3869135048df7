# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What of the pages waits for the people who keep them true."""

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from friedensplatz.accounts.models import User
from friedensplatz.core.attention import Task, needs_attention
from friedensplatz.core.forms import LANGUAGES
from friedensplatz.pages.models import Revision
from friedensplatz.pages.queries import pages_editable_by
from friedensplatz.pages.translating.freshness import Freshness, Standing
from friedensplatz.pages.translations import standings, waits_for_somebody

IN_GOOD_TIME = dt.timedelta(days=14)


@needs_attention(gettext_lazy("Pages that wait for a second person"))
def submitted(user: User) -> Iterator[Task]:
    """Revisions that somebody else wrote and wants looked over."""
    waiting = Revision.objects.filter(state=Revision.State.IN_REVIEW, page__in=pages_editable_by(user))
    if settings.SECOND_PERSON:
        waiting = waiting.exclude(author=user)
    for revision in waiting.select_related("page", "author").order_by("pk"):
        why = _("%(author)s asks you to look.") % {"author": revision.author or _("Somebody")}
        yield Task(str(revision.page), why, reverse("page_review", args=[revision.page_id]))


@needs_attention(gettext_lazy("Pages to be read again"))
def reviews(user: User) -> Iterator[Task]:
    """Live pages somebody wanted to be read again by a day that is near or over."""
    soon = timezone.localdate() + IN_GOOD_TIME
    for page in pages_editable_by(user).exclude(live=None).filter(review_by__lte=soon).order_by("review_by", "slug"):
        yield Task(str(page), _("Is everything still true?"), reverse("page_facts", args=[page.pk]), due=page.review_by)


@needs_attention(gettext_lazy("Translations that are behind"))
def translations(user: User) -> Iterator[Task]:
    """Live pages with a translation that says something older, or that only a machine has seen."""
    names = dict(LANGUAGES)
    pages = pages_editable_by(user).exclude(live=None).select_related("live").order_by("slug")
    for page in pages.iterator(chunk_size=50):
        for cell in filter(waits_for_somebody, standings(page.live.content) if page.live else []):
            title = _("%(page)s in %(language)s") % {"page": page, "language": names[cell.language]}
            yield Task(title, _why(cell.freshness), reverse("page_translate", args=[page.pk, cell.language]))


def _why(freshness: Freshness) -> str:
    if freshness.standing == Standing.MACHINE:
        return _("Nobody has read what the machine wrote.")
    found = ngettext("%(open)s passage is open.", "%(open)s passages are open.", freshness.open)
    return found % {"open": freshness.open}
