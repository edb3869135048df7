# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The demo's invented staff, as shown when it starts: one login per role."""

from django.db.models import Q
from django.utils.translation import override

from friedensplatz.accounts.models import Role, User
from friedensplatz.directory.loading.logins import demo_password, has_logins


def demo_logins() -> list[str]:
    """Address, password and role of one person per role; empty until the demo city is there."""
    if not has_logins():
        return []
    password = demo_password()
    wanted = {"administrator": Q(is_administrator=True), "city leadership": Q(is_leadership=True)}
    with override("en"):
        wanted |= {str(role.label): Q(memberships__role=role) for role in Role}
    people = {name: User.objects.filter(who, is_active=True).order_by("pk").first() for name, who in wanted.items()}
    return [f"{person.email:<40} {password}   {name}" for name, person in people.items() if person]
