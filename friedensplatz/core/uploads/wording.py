# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from friedensplatz.core.uploads.refused import Reason, Refused


def sentence_of(refused: Refused, *, limit: int, taken: str | Promise) -> str:
    """Why a file was not taken, and what to do. `limit` in bytes; `taken` says which types are."""
    sentences = {
        Reason.EMPTY: _("This file is empty."),
        Reason.TOO_LARGE: _("This file is larger than %(limit)s. Please send a smaller one."),
        Reason.UNKNOWN: str(taken),
        Reason.MISMATCH: _("The name of this file says one thing and its content another."),
        Reason.BROKEN: _("We cannot open this file. It seems to be damaged."),
        Reason.TOO_MANY_PIXELS: _("This picture has too many pixels. Please send a smaller one."),
        Reason.LOCKED: _("This PDF is protected with a password. Please send it without one."),
        Reason.ACTIVE: _("This file wants to do something when it is opened (%(found)s). Save it without that."),
    }
    return sentences[refused.reason] % {"limit": filesizeformat(limit), "found": refused.found}
