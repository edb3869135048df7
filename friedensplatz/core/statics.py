# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Static files, gathered only when one of them changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from friedensplatz import __version__


def collect_statics() -> bool:
    """Gather, hash and compress the static files; False when nothing changed since the last time."""
    mark = Path(settings.STATIC_ROOT) / ".gathered"
    now = _fingerprint()
    if mark.exists() and mark.read_text() == now:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(now)
    return True


def _fingerprint() -> str:
    """Changes with the name, size or time of any static file, and with the version of the house."""
    digest = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for name, storage in finder.list(None):
            digest.update(f"{name}:{storage.size(name)}:{storage.get_modified_time(name)};".encode())
    return digest.hexdigest()
