# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What of the directory waits for the people who keep it true."""

import datetime as dt
from collections.abc import Iterator
from operator import itemgetter

from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from friedensplatz.accounts.models import User
from friedensplatz.core.attention import Task, needs_attention
from friedensplatz.directory.facts import LABELS, NAME, STATE, missing_facts
from friedensplatz.directory.models import City, Office
from friedensplatz.directory.parts.registry import PARTS
from friedensplatz.directory.queries import offices_editable_by, the_city, things_editable_by

IN_GOOD_TIME = dt.timedelta(days=14)


@needs_attention(gettext_lazy("To be read again"))
def reviews(user: User) -> Iterator[Task]:
    """Offices, organisations and duties somebody wanted to be read again by a day that is near or over."""
    soon = timezone.localdate() + IN_GOOD_TIME
    due = [
        (thing.review_by, part, thing)
        for part in ("texts", "organisation", "duty")
        for thing in things_editable_by(user, PARTS[part].model).filter(review_by__lte=soon)
    ]
    for day, part, thing in sorted(due, key=itemgetter(0)):
        yield Task(str(thing), _("Is everything still true?"), _field(part, thing.slug, "review_by"), due=day)


@needs_attention(gettext_lazy("Offices without a fact everybody needs"))
def facts(user: User) -> Iterator[Task]:
    """Offices that lack one of the seven facts of the federal directory."""
    city = the_city()
    for office in offices_editable_by(user).filter(closed_on=None).select_related("contact").order_by("slug"):
        missing = missing_facts(office, city)
        if missing:
            words = get_text_list([str(LABELS[fact]) for fact in missing], _("and"))
            yield Task(str(office), _("Missing: %(facts)s.") % {"facts": words}, _mend(office, missing[0]))


def _mend(office: Office, fact: str) -> str:
    if fact == STATE:
        return _field("city", City.objects.values_list("pk", flat=True).first() or 0, "regional_key")
    return _field(*("texts", office.slug, "name__de") if fact == NAME else ("contact", office.slug, fact))


def _field(part: str, key: object, field: str) -> str:
    """The address of a field at the desk."""
    return f"{reverse('thing_edit', args=[part, key])}#id_{field}"
