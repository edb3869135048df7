# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How allauth signs people in here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import translation

from friedensplatz.core.languages import current_language


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are given by invitation; nobody signs up alone. Mails speak the language of their reader."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        reader = context.get("user")
        language = reader.language if reader else current_language()
        links = {name: translate_url(link, language) for name, link in context.items() if name.endswith("_url")}
        with translation.override(language):
            super().send_mail(template_prefix, email, {**context, **links})
