# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""All settings, from the environment, with safe defaults. docs/settings.md explains each one."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from friedensplatz import environment as env

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(env.text("FRIEDENSPLATZ_DATA", str(ROOT / "var"))).resolve()

SECRET_KEY = env.kept_secret("FRIEDENSPLATZ_SECRET_KEY", DATA / "secrets" / "secret_key")
VAULT_KEY = env.kept_secret("FRIEDENSPLATZ_VAULT_KEY", DATA / "secrets" / "vault_key")
VAULT_KEYS_FORMER = env.words("FRIEDENSPLATZ_VAULT_KEYS_FORMER", "")
DIGEST_KEY = env.text("FRIEDENSPLATZ_DIGEST_KEY", "")
WEB_ADDRESS = env.text("FRIEDENSPLATZ_ADDRESS", "127.0.0.1")
WEB_PORT = env.number("PORT", 8000)
DEBUG = env.flag("FRIEDENSPLATZ_DEBUG", False)
DEMO = env.flag("FRIEDENSPLATZ_DEMO", False)
PUBLIC_URL = env.text("FRIEDENSPLATZ_URL", f"http://127.0.0.1:{WEB_PORT}").rstrip("/")
HTTPS = PUBLIC_URL.startswith("https://")
ALLOWED_HOSTS = env.words("FRIEDENSPLATZ_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
CSRF_FAILURE_VIEW = "friedensplatz.website.errors.form_not_trusted"

INSTALLED_APPS = [
    "friedensplatz.website",
    "friedensplatz.concerns",
    "friedensplatz.pages",
    "friedensplatz.directory",
    "friedensplatz.assets",
    "friedensplatz.notices",
    "friedensplatz.search",
    "friedensplatz.weblinks",
    "friedensplatz.activity",
    "friedensplatz.accounts",
    "friedensplatz.core",
    "rules.apps.AutodiscoverRulesConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.humanize",  # allauth's list of passkeys says "two days ago"
    "django_prose_editor",  # for the files of the editor
    "django.forms",  # for its templates, of which ours in templates/django/forms take the place
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "friedensplatz.core.middleware.Compression",
    "friedensplatz.website.statistics.counting.count_views",
    "friedensplatz.core.middleware.page_cache",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "friedensplatz.urls"
WSGI_APPLICATION = "friedensplatz.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "friedensplatz" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "friedensplatz.core.context.page",
                "friedensplatz.website.context.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "friedensplatz.core.templatetags.fp",
            ],
        },
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database: one SQLite file until a city needs PostgreSQL ---------------------------------------------------------
DATABASE_URL = env.text("DATABASE_URL")
if DATABASE_URL:
    from friedensplatz.database import from_url

    DATABASES = {"default": from_url(DATABASE_URL)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "friedensplatz.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-4000; "
                "PRAGMA secure_delete=ON;",
            },
            "CONN_MAX_AGE": None,
        }
    }
WEB_PROCESSES = env.number("FRIEDENSPLATZ_PROCESSES", min(os.cpu_count() or 1, 8))
WEB_THREADS = env.number("FRIEDENSPLATZ_THREADS", 2)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- People and sign-in ----------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "friedensplatz.accounts.backends.SignIn",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "friedensplatz.accounts.adapter.AccountAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invitation by mail has verified it
MFA_TOTP_ISSUER = "Friedensplatz"
MFA_ADAPTER = "friedensplatz.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
SECOND_FACTOR_ROLES = env.words("FRIEDENSPLATZ_SECOND_FACTOR_ROLES")
LOGIN_URL = "account_login"

# --- Languages -------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "de"
LANGUAGES = [
    ("de", "Deutsch"),
    ("en", "English"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ar", "العربية"),
    ("pl", "Polski"),
    ("ru", "Русский"),
    ("ro", "Română"),
]
DESK_LANGUAGES = ("de", "en")  # in these every sentence of the desk is there, too (docs/languages.md)
LOCALE_PATHS = [ROOT / "friedensplatz" / "locale", ROOT / "friedensplatz" / "accounts" / "wording"]
FORMAT_MODULE_PATH = "friedensplatz.core.formats"
USE_TZ = True
TIME_ZONE = env.text("FRIEDENSPLATZ_TIME_ZONE", "Europe/Berlin")
HOLIDAYS = env.text("FRIEDENSPLATZ_HOLIDAYS", "DE-NW")

# --- Open data -------------------------------------------------------------------------------------------------------
DATA_LICENCE = env.text("FRIEDENSPLATZ_DATA_LICENCE", "dl-by-de/2.0")
OPEN311_PER_HOUR = env.number("FRIEDENSPLATZ_OPEN311_PER_HOUR", 300)

# --- Promises to people who hand in a concern ------------------------------------------------------------------------
ACKNOWLEDGE_WORKING_DAYS = env.number("FRIEDENSPLATZ_ACKNOWLEDGE_DAYS", 3)
ESCALATE_WORKING_DAYS = env.number("FRIEDENSPLATZ_ESCALATE_DAYS", 5)
STAFF_MAIL_MINUTES = env.number("FRIEDENSPLATZ_STAFF_MAIL_MINUTES", 30)
STATEMENT_WORKING_DAYS = env.number("FRIEDENSPLATZ_STATEMENT_DAYS", 10)
ANSWER_WORKING_DAYS = env.number("FRIEDENSPLATZ_ANSWER_DAYS", 20)
BARRIER_WORKING_DAYS = env.number("FRIEDENSPLATZ_BARRIER_DAYS", 10)
REOPEN_DAYS = env.number("FRIEDENSPLATZ_REOPEN_DAYS", 30)

# --- Pages -----------------------------------------------------------------------------------------------------------
SECOND_PERSON = env.flag("FRIEDENSPLATZ_SECOND_PERSON", True)
# One of two machines may translate texts of pages. Without either there is no such button.
DEEPL_KEY = env.text("FRIEDENSPLATZ_DEEPL_KEY")
DEEPL_URL = "https://api-free.deepl.com" if DEEPL_KEY.endswith(":fx") else "https://api.deepl.com"
LIBRETRANSLATE_URL = env.text("FRIEDENSPLATZ_LIBRETRANSLATE_URL")
LIBRETRANSLATE_KEY = env.text("FRIEDENSPLATZ_LIBRETRANSLATE_KEY")

# --- Files -----------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [ROOT / "friedensplatz" / "static"]
MEDIA_ROOT = DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
UPLOAD_LIMIT = env.number("FRIEDENSPLATZ_UPLOAD_LIMIT", 20 * 1024 * 1024)
ASSET_LIMIT = env.number("FRIEDENSPLATZ_ASSET_LIMIT", 50 * 1024 * 1024)
LARGEST_UPLOAD = max(UPLOAD_LIMIT, ASSET_LIMIT)
FILE_UPLOAD_HANDLERS = [
    "friedensplatz.core.uploads.limiting.LimitHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- Mail ------------------------------------------------------------------------------------------------------------
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", not env.flag("EMAIL_USE_SSL", False))
EMAIL_USE_SSL = env.flag("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = "friedensplatz.notices.backends.OutboxBackend"
MAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = DATA / "outbox"
MAIL_KEPT_DAYS = env.number("FRIEDENSPLATZ_MAIL_KEPT_DAYS", 30)
DEFAULT_FROM_EMAIL = env.text("FRIEDENSPLATZ_MAIL_FROM", "friedensplatz@localhost")
# Mail that comes in: the address whose forms with a plus sign reach us, a mailbox, and who sorts what is doubtful.
MAIL_REPLY_TO = env.text("FRIEDENSPLATZ_MAIL_REPLY_TO")
MAIL_OFFICES = env.words("FRIEDENSPLATZ_MAIL_OFFICES")
IMAP_URL = env.text("IMAP_URL")
IMAP_TAKEN_FOLDER = env.text("IMAP_TAKEN_FOLDER", "Friedensplatz")

# --- Other websites ---------------------------------------------------------------------------------------------------
CHECK_LINKS = env.flag("FRIEDENSPLATZ_CHECK_LINKS", not DEMO)
LOOK_INSIDE = False  # addresses of private networks are never looked at; only tests do

# --- Safety ----------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
BEHIND_PROXY = env.flag("FRIEDENSPLATZ_BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Speed -----------------------------------------------------------------------------------------------------------
# Pages are kept by each process. Tries to sign in and used codes are counted by all processes of the machine together.
CACHES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": DATA / "cache"},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}},
    "papers": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": DATA / "cache" / "papers"},
}
CACHE_IS_SHARED = bool(env.text("FRIEDENSPLATZ_CACHE_URL"))
if CACHE_IS_SHARED:
    SHARED: dict[str, object] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.text("FRIEDENSPLATZ_CACHE_URL"),
    }
    CACHES = {"default": SHARED, "pages": SHARED, "papers": SHARED}
PAGE_CACHE = env.flag("FRIEDENSPLATZ_PAGE_CACHE", True)
REMEMBER_FACTS = True
COUNT_VIEWS = env.flag("FRIEDENSPLATZ_STATISTICS", True)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("FRIEDENSPLATZ_LOG_LEVEL", "WARNING")},
    # Django's own line for a failed request names its path and quotes the fault; neither a form's address nor what
    # somebody wrote may stand in a log. website/errors.py says which page failed and where.
    # Pillow tells who took a photo and where when it is asked to be talkative.
    "loggers": {"django.request": {"level": "CRITICAL"}, "PIL": {"level": "WARNING"}},
}
SITE_NAME = _("Friedensplatz")
SILENCED_SYSTEM_CHECKS: list[str] = []
