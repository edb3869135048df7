# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Iterator

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from friedensplatz.accounts.models import User
from friedensplatz.core.attention import Task, needs_attention
from friedensplatz.search.queries import words_that_found_nothing


@needs_attention(_("Questions that found nothing"))
def misses(user: User) -> Iterator[Task]:
    """Words several people looked for in vain, for editors: a synonym is often all that is missing."""
    if not user.has_perm("search.change_words"):
        return
    for miss in words_that_found_nothing().iterator():
        asked = ngettext("Asked once.", "Asked %(count)s times.", miss.count) % {"count": miss.count}
        url = f"{reverse('synonyms_add')}?{urlencode({'word': miss.query})}"
        yield Task(f"„{miss.query}“", asked, url, count=miss.count)
