# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from friedensplatz.accounts.models import User
from friedensplatz.core.attention import Task, needs_attention
from friedensplatz.weblinks.models import BROKEN_AFTER, Address
from friedensplatz.weblinks.plug import mentions


@needs_attention(gettext_lazy("Links that lead nowhere or elsewhere"))
def broken(user: User) -> Iterator[Task]:
    """Mentions a person may mend: of addresses that failed on three days, then of those that have moved for good."""
    wrong = Address.objects.filter(Q(failures__gte=BROKEN_AFTER) | ~Q(moved_to=""))
    found = {address.url: address for address in wrong.order_by("-failures", "url")}
    mine = list(mentions(found.keys(), user)) if found else []
    for mention in sorted(mine, key=lambda one: (not found[one.url].is_broken, one.title)):
        address = found[mention.url]
        moved = _("It has moved to %(url)s.") % {"url": address.moved_to}
        why = address.get_reason_display() if address.is_broken else moved
        yield Task(mention.title, f"{address.url}: {why}", mention.mend_url)
