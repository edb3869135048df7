# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.concerns.mail.checks import check_mail_in


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("MAIL_REPLY_TO", "", []),
        ("MAIL_REPLY_TO", "antwort@stadt.example", []),
        ("MAIL_REPLY_TO", "antwort", ["friedensplatz.E010"]),
        ("MAIL_REPLY_TO", "antwortadresse@stadt.example", ["friedensplatz.E010"]),
        ("MAIL_REPLY_TO", "a+b@stadt.example", ["friedensplatz.E010"]),
        ("IMAP_URL", "imaps://stadt:pw@mx.example/INBOX", []),
        ("IMAP_URL", "mx.example", ["friedensplatz.E011"]),
        ("IMAP_URL", "imap://stadt:pw@mx.example", ["friedensplatz.W003"]),
        ("IMAP_URL", "imap://stadt:pw@127.0.0.1", []),
    ],
)
def test_check_says_what_keeps_mail_from_coming_in(settings, name, value, expected):
    setattr(settings, name, value)
    assert [problem.id for problem in check_mail_in(None)] == expected
