# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told about licences that end."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import colleagues_in
from friedensplatz.activity.models import Activity
from friedensplatz.assets.models import Asset
from friedensplatz.notices.plug import Message, announces

SUBJECTS = {
    "licence_ending": _("The licence of a picture or file ends soon"),
    "licence_ended": _("A picture or file is shown no more: its licence has ended"),
}


@announces(Asset, *SUBJECTS)
def word_to_the_owner(activity: Activity, asset: Asset) -> Iterable[Message]:
    """The editors of the team that keeps it; administrators when no team does, or it has no editor."""
    owners = list(colleagues_in(asset.team, Role.EDITOR)) if asset.team else []
    for person in owners or User.objects.filter(is_active=True, is_administrator=True):
        yield Message(
            to=person.email,
            language=person.language,
            subject=SUBJECTS[activity.verb],
            template=f"assets/mail/{activity.verb}.txt",
            context={"asset": asset},
            about=asset,
        )
