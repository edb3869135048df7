# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What of the city's post waits for the people who sort it."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from friedensplatz.accounts.models import User
from friedensplatz.concerns.mail.pen import mails_waiting
from friedensplatz.core.attention import Task, needs_attention


@needs_attention(gettext_lazy("E-mails"))
def mails(user: User) -> Iterator[Task]:
    if user.has_perm("concerns.sort_mail") and (number := mails_waiting()):
        title = ngettext("%d e-mail waits", "%d e-mails wait", number) % number
        yield Task(title, _("Where does it belong?"), reverse("desk_post"), count=number)
