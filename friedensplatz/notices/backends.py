# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The outbox as a mail backend: whatever Django or a library sends is queued like every other mail of the house."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from friedensplatz.core.languages import current_language
from friedensplatz.notices.actions import put_into_outbox


class OutboxBackend(BaseEmailBackend):
    """Queues the plain text of each message, one mail per recipient. Attachments are not for mails of the house."""

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            for recipient in message.recipients():
                put_into_outbox(
                    to=recipient, language=current_language(), subject=str(message.subject), body=str(message.body)
                )
        return len(email_messages)
