# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend


class SignIn(AuthenticationBackend):  # type: ignore[misc]
    """Finds out who somebody is. What they may do is said by the rules alone: no table of permissions is asked."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return False

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return False
