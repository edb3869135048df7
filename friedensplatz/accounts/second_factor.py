# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Roles that may work only behind a second factor (setting FRIEDENSPLATZ_SECOND_FACTOR_ROLES)."""

from allauth.mfa.models import Authenticator
from django.conf import settings

from friedensplatz.accounts.models import User
from friedensplatz.accounts.queries import roles_of

STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def lacks_second_factor(user: User) -> bool:
    """True when one of a person's roles needs a second factor and none is set up."""
    demanded = set(settings.SECOND_FACTOR_ROLES)
    if not demanded & _roles(user):
        return False
    return not Authenticator.objects.filter(user=user, type__in=STRONG).exists()


def _roles(user: User) -> set[str]:
    """The roles by the names the setting uses."""
    held = {role for roles in roles_of(user).values() for role in roles}
    if user.is_administrator:
        held.add("administrator")
    if user.is_leadership:
        held.add("leadership")
    return held
