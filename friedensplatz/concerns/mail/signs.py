# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Mail that no person wrote: automatic answers (RFC 3834), lists, and reports that a mail could not be delivered."""

import re

from friedensplatz.concerns.mail.headers import Head
from friedensplatz.concerns.mail.parts import Content

AUTOMATIC_FIELDS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-cron-env")
AUTOMATIC_PRECEDENCE = {"auto_reply", "bulk", "junk", "list"}
AUTOMATIC_SUBJECT = re.compile(
    r"(?:auto(?:matic reply|matische antwort|reply|response)?|out of (?:the )?office|abwesenheit\w*|abwesend|"
    r"otomatik (?:yanıt|cevap)|réponse automatique|respuesta automática|risposta automatica|"
    r"automatyczna odpowiedź|автоматический ответ|автовідповідь|رد تلقائي)\b[^:]{0,30}:",
    re.IGNORECASE,
)
POSTMASTERS = ("mailer-daemon@", "mailerdaemon@")
FAILED = re.compile(r"^action:\s*failed", re.IGNORECASE | re.MULTILINE)
ACTION = re.compile(r"^action:", re.IGNORECASE | re.MULTILINE)


def is_bounce(head: Head, content: Content, sender: str) -> bool:
    """A report of failure (RFC 3464), or what older servers send: an empty return path and a daemon's name."""
    if any(ACTION.search(status) for status in content.statuses):
        return any(FAILED.search(status) for status in content.statuses)
    if content.statuses or head.all("x-failed-recipients") or sender.startswith(POSTMASTERS):
        return True
    return head.first("return-path") == "<>" and not is_automatic(head)


def is_automatic(head: Head) -> bool:
    """An answer nobody wrote, a list or a machine: whoever answers it may begin an endless exchange."""
    if head.all("auto-submitted") and head.value("auto-submitted") != "no":
        return True
    if any(head.all(name) for name in AUTOMATIC_FIELDS) or head.value("precedence") in AUTOMATIC_PRECEDENCE:
        return True
    if head.value("content-type") == "multipart/report":
        return True
    return bool(AUTOMATIC_SUBJECT.match(head.words("subject")))
