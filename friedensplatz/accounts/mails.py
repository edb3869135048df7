# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Mails that follow from accounts. They go through Django's mail backend, which is the outbox."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from friedensplatz.accounts.actions import token_of
from friedensplatz.accounts.models import Invitation


def send_invitation(invitation: Invitation) -> None:
    """Mail the link of an invitation, in the language chosen for its reader."""
    with translation.override(invitation.language):
        link = settings.PUBLIC_URL + reverse("invitation", args=[token_of(invitation)])
        until = formats.date_format(timezone.localdate(invitation.expires_at))
        body = render_to_string("accounts/mail/invitation.txt", {"link": link, "until": until})
        send_mail(_("Your account at Friedensplatz"), body, None, [invitation.email])


def send_code(email: str, code: str) -> None:
    """Mail the code that opens a resident's account, in the language of the page. The subject never holds the code."""
    _send_account_mail(email, "code", {"code": code})


def send_way_with_password(email: str) -> None:
    """Mail how to sign in to somebody whose account opens with a password only."""
    _send_account_mail(email, "password", {"link": settings.PUBLIC_URL + reverse("account_login")})


def _send_account_mail(email: str, what: str, context: dict[str, str]) -> None:
    body = render_to_string(f"accounts/mail/account_{what}.txt", context)
    send_mail(_("Your account at Friedensplatz"), body, None, [email])
