# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How allauth signs people in here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import translation

from friedensplatz.accounts.queries import is_staff
from friedensplatz.core import vault
from friedensplatz.core.languages import current_language

SECOND_FACTOR = "second factor"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Staff are invited, residents enter by a code (one_time.py): allauth's own sign-up is closed.

    Mails speak the language of their reader.
    """

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("desk_home" if is_staff(request.user) else "account_home")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login" if is_staff(request.user) else "home")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        reader = context.get("user")
        language = reader.language if reader else current_language()
        links = {name: translate_url(link, language) for name, link in context.items() if name.endswith("_url")}
        with translation.override(language):
            super().send_mail(template_prefix, email, {**context, **links})


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of authenticator apps and recovery codes lie sealed: a copy of the database signs nobody in."""

    def encrypt(self, text: str) -> str:
        return vault.seal(text.encode(), SECOND_FACTOR).hex()

    def decrypt(self, encrypted_text: str) -> str:
        return vault.unseal(bytes.fromhex(encrypted_text), SECOND_FACTOR).decode()
