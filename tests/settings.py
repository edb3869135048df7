# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The house's settings with a throw-away data folder, a fast hasher and an in-memory outbox."""

import os
import tempfile

os.environ.setdefault("FRIEDENSPLATZ_DATA", tempfile.mkdtemp(prefix="friedensplatz-test-"))

from friedensplatz.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ALLOWED_HOSTS = ["*"]
MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {name: {"BACKEND": MEMORY, "LOCATION": name} for name in ("default", "pages", "papers")}
MAIL_OFFICES = ["babc"]
PAGE_CACHE = False
COUNT_VIEWS = False
REMEMBER_FACTS = False
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  (whitenoise warns about a missing folder)
