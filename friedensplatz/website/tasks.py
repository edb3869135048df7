# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What of the website's own things waits for the people who keep them."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from friedensplatz.accounts.models import User
from friedensplatz.concerns.retaining import offers_to_decide
from friedensplatz.core.attention import Task, needs_attention
from friedensplatz.website.queries import feedback_waiting
from friedensplatz.website.statements.conformance import known_barriers, review_due, the_statement
from friedensplatz.website.welcome import what_is_missing

IN_GOOD_TIME = dt.timedelta(days=30)


@needs_attention(gettext_lazy("Accessibility"))
def accessibility(user: User) -> Iterator[Task]:
    """The statement when its year is nearly over, what the start page lacks, barriers that should be gone by now."""
    statement = the_statement()
    if user != statement.responsible and not user.is_administrator:
        return
    today = timezone.localdate()
    due = review_due(statement)
    if due is None or due <= today + IN_GOOD_TIME:
        yield Task(str(statement), _("It has to be looked at once a year."), reverse("statement_edit"), due=due)
    for sentence in what_is_missing():
        yield Task(_("Start page"), str(sentence), reverse("statement_edit"))
    for barrier in known_barriers().filter(planned_until__lte=today).order_by("planned_until", "pk"):
        url = reverse("barrier_edit", args=[barrier.pk])
        yield Task(str(barrier), _("It was to be removed by now."), url, due=barrier.planned_until)


@needs_attention(gettext_lazy("What people say about pages"))
def feedback(user: User) -> Iterator[Task]:
    """Words about the pages of a person's offices that nobody has looked at."""
    if user.has_perm("website.use_feedback"):
        for row in feedback_waiting(user).iterator():
            url = f"{reverse('feedback_list')}?{urlencode({'page': row.path})}"
            yield Task(row.path, Truncator(row.text).words(12), url)


@needs_attention(gettext_lazy("Offered to the archive"))
def offers(user: User) -> Iterator[Task]:
    if number := offers_to_decide(user).count():
        title = ngettext("%d concern is offered", "%d concerns are offered", number) % number
        yield Task(title, _("Ask the archive, then write down its answer."), reverse("desk_archive"), count=number)
