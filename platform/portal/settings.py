"""Settings, read from the environment (12-factor), with safe production defaults.

``make run`` and ``make test`` ask for DEBUG and the embedded services through the same
variables that a deployment sets. The table of variables is in README.md.
"""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path
from typing import Any

from celery.schedules import crontab
from csp.constants import NONE, SELF
from environs import Env

from accounts.external_sign_in import external_origins, external_providers
from pages.editor_libraries import EDITOR_LIBRARIES
from pages.map_tiles import tile_sources

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = Env()

# --- Core ----------------------------------------------------------------------------------
DEBUG: bool = env.bool("DEBUG", default=False)
SECRET_KEY: str = env.str("SECRET_KEY")
BASE_URL: str = env.str("BASE_URL", default="http://localhost:8000").rstrip("/")
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
ASGI_APPLICATION = "portal.asgi.application"
# An address typed without its scheme is https, as Django 6 takes it; then both lines go.
warnings.filterwarnings("ignore", "The FORMS_URLFIELD_ASSUME_HTTPS transitional setting")
FORMS_URLFIELD_ASSUME_HTTPS = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_NAME: str = env.str("SITE_NAME", default="Współdziałamy. Opolskie")

INSTALLED_APPS = [
    # the portal's own parts; before others so that their templates win
    "portal.apps.PortalConfig",
    "territory",
    "documents",
    "accounts",
    "notifications",
    "surveys",
    "search",
    "pages",
    "open_data",
    "insight",
    "discussions",
    "organizations",
    "consultations",
    "standards",
    "events",
    "awards",
    "quality_index",
    # Django
    "portal.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",  # so that forms find their templates where pages do
    # others
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.google",
    "allauth.socialaccount.providers.microsoft",
    "allauth.socialaccount.providers.saml",
    "allauth.usersessions",
    "csp",
    "django_filters",
    "django_htmx",
    "pghistory",
    "pgtrigger",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "pages.unreadable.UnreadableAddressMiddleware",
    "insight.middleware.VisitsMiddleware",
    "open_data.public_access.PublicApiMiddleware",
    "pages.redirecting.RedirectMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.impersonation.ImpersonationMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.second_factor.SecondFactorMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pages.context_processors.site",
                "notifications.context_processors.inbox",
            ],
        },
    },
]
FORM_RENDERER = "pages.forms.PortalFormRenderer"

# --- Data ----------------------------------------------------------------------------------
DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
DATABASES["default"].setdefault("OPTIONS", {})
if pool_size := env.int("DATABASE_POOL_SIZE", default=0):
    # Threads of one web process share connections; a forked Celery child uses one plain each.
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": 10}

REDIS_URL: str = env.str("REDIS_URL")
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": env.str("CACHE_PREFIX", default="portal"),
    },
    # Menus and the like, which every page repeats. Their keys name all that they show, so that
    # each process may keep its own; whoever edits templates wants to see them anew.
    "template_fragments": {
        "BACKEND": (
            "django.core.cache.backends.dummy.DummyCache"
            if DEBUG
            else "django.core.cache.backends.locmem.LocMemCache"
        ),
        "LOCATION": "template-fragments",
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14

STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "pages.static_storage.PortalStaticFilesStorage"
        )
    },
}
MEDIA_ROOT = env.path("MEDIA_ROOT", default=BASE_DIR / "var" / "media")
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=BASE_DIR / "staticfiles")
STATICFILES_DIRS = [
    BASE_DIR / "static",
    # Front-end libraries as npm laid them down; only what pages use, so that
    # collectstatic does not publish whole packages.
    ("vendor/htmx", BASE_DIR / "node_modules" / "htmx.org" / "dist"),
    ("vendor/leaflet", BASE_DIR / "node_modules" / "leaflet" / "dist"),
    *(
        (f"vendor/{library}", BASE_DIR / "node_modules" / library / folder)
        for library, folder in EDITOR_LIBRARIES.items()
    ),
    *(
        (f"vendor/{short}", BASE_DIR / "node_modules" / "@fontsource-variable" / font / "files")
        for short, font in {
            "atkinson": "atkinson-hyperlegible-next",
            "brygada": "brygada-1918",
        }.items()
    ),
]
WHITENOISE_USE_FINDERS = DEBUG
MAX_UPLOAD_BYTES: int = env.int("MAX_UPLOAD_BYTES", default=50 * 1024 * 1024)
# Documents are read as streams to disk; only text fields count here.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- Work in the background ----------------------------------------------------------------
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True  # a killed worker's task is run again; tasks are idempotent
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 30 * 60
CELERY_TASK_DEFAULT_QUEUE = env.str("CELERY_QUEUE", default="portal")
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 300_000  # KiB
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 60 * 60,
    # A page must not wait for a broker that is down: the outbox is swept anyway.
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "socket_connect_timeout": 2,
}
CELERY_TIMEZONE = "Europe/Warsaw"
CELERY_BEAT_SCHEDULE_FILENAME = env.str(
    "BEAT_SCHEDULE", default=str(BASE_DIR / "var" / "beat-schedule")
)
CELERY_BEAT_SCHEDULE = {
    "apply-retention": {
        "task": "accounts.tasks.apply_retention",
        "schedule": crontab(hour="3", minute="20"),
    },
    "read-bounces": {"task": "notifications.tasks.read_bounces", "schedule": 300.0},
    "sweep-the-outbox": {"task": "notifications.tasks.sweep_outbox", "schedule": 30.0},
    "move-consultations-on-time": {
        "task": "consultations.tasks.move_on_time",
        "schedule": 60.0,
    },
    "read-lost-files-of-the-library": {
        "task": "standards.tasks.read_lost_files",
        "schedule": 60.0,
    },
    "remind-of-what-is-late-in-standards": {
        "task": "standards.tasks.remind_of_overdue",
        "schedule": crontab(hour="7", minute="40"),
    },
    "let-time-pass-for-events": {"task": "events.tasks.let_time_pass", "schedule": 60.0},
    "write-about-events": {
        "task": "events.tasks.write_by_themselves",
        "schedule": crontab(minute="15"),
    },
    "move-awards-on-time": {"task": "awards.tasks.move_on_time", "schedule": 60.0},
    "end-scoring-of-the-index": {
        "task": "quality_index.tasks.move_on_time",
        "schedule": 60.0,
    },
    "remind-of-the-index": {
        "task": "quality_index.tasks.remind",
        "schedule": crontab(hour="7", minute="20"),
    },
    "ask-for-confirmation": {
        "task": "organizations.tasks.ask_for_confirmation",
        "schedule": crontab(hour="7", minute="10"),
    },
    "tell-of-search-matches": {
        "task": "organizations.tasks.tell_of_search_matches",
        "schedule": crontab(hour="6", minute="40"),
    },
    "ask-what-came-of-calls": {
        "task": "organizations.tasks.ask_what_came_of_calls",
        "schedule": crontab(hour="7", minute="20"),
    },
    "go-on-with-needs": {
        "task": "organizations.tasks.go_on_with_needs",
        "schedule": crontab(minute="25"),
    },
    "index-what-changed": {"task": "search.tasks.index_pending", "schedule": 60.0},
    "rebuild-the-index": {
        "task": "search.tasks.rebuild_index",
        "schedule": crontab(hour="1", minute="30"),
    },
    "tell-of-kept-searches": {
        "task": "search.tasks.tell_of_kept_searches",
        "schedule": crontab(hour="6", minute="50"),
    },
    "announce-what-is-due": {"task": "pages.tasks.announce_due", "schedule": 60.0},
    "remind-of-calls": {
        "task": "pages.tasks.remind_of_calls",
        "schedule": crontab(hour="7", minute="30"),
    },
    "make-bulk-files": {
        "task": "open_data.tasks.make_bulk_files",
        "schedule": crontab(hour="2", minute="40"),
    },
    "collect-visits": {"task": "insight.tasks.collect_visits", "schedule": 300.0},
    "measure-kept-word": {
        "task": "insight.tasks.measure_kept_word",
        "schedule": crontab(minute="50"),
    },
}

# --- Language and time ---------------------------------------------------------------------
LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", "Polski"), ("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Warsaw"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["portal.formats"]

# --- Accounts ------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "accounts.passwords.StrengthValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:dashboard"
ACCOUNT_LOGOUT_REDIRECT_URL = "pages:home"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignupDetailsForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True  # tell people by mail when their sign-in changes
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if BASE_URL.startswith("https") else "http"
# Administrators and officials come no further than to their account without a second factor.
REQUIRE_SECOND_FACTOR: bool = env.bool("REQUIRE_SECOND_FACTOR", default=not DEBUG)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SITE_NAME
# Browsers allow passkeys on plain http only for localhost, where make run serves.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG

# Other services by which people may sign in: those that the environment names, see
# accounts.external_sign_in.
SOCIALACCOUNT_ADAPTER = "accounts.adapter.ExternalAdapter"
SOCIALACCOUNT_PROVIDERS = external_providers(env)
SOCIALACCOUNT_AUTO_SIGNUP = False  # nobody has an account without agreeing to the terms
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True  # before another way of sign-in is added
SOCIALACCOUNT_STORE_TOKENS = False
# Changing it makes strangers of all who sign in by SAML.
SAML_PSEUDONYM_KEY: str = env.str("SAML_PSEUDONYM_KEY", default=SECRET_KEY)

# --- Mail ----------------------------------------------------------------------------------
_email = env.dj_email_url("EMAIL_URL", default="smtp://localhost:25")
EMAIL_BACKEND = _email["EMAIL_BACKEND"]
EMAIL_HOST = _email["EMAIL_HOST"]
EMAIL_PORT = _email["EMAIL_PORT"]
EMAIL_HOST_USER = _email["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _email["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _email["EMAIL_USE_SSL"]
EMAIL_FILE_PATH = _email["EMAIL_FILE_PATH"]
EMAIL_TIMEOUT = 20
# How long a worker may keep a notification before another one takes it over.
NOTIFICATIONS_LEASE_SECONDS: int = env.int("NOTIFICATIONS_LEASE_SECONDS", default=120)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")
# Letters a minute by domain, "*" for all others: wp.pl=30,*=300. Nothing means no limit.
MAIL_PER_MINUTE: dict[str, int] = env.dict("MAIL_PER_MINUTE", subcast_values=int, default={})
# Letters that cannot be delivered come back to odbicia+…@…, and are read there over IMAP.
BOUNCE_ADDRESS: str = env.str("BOUNCE_ADDRESS", default="")
BOUNCE_MAILBOX_URL: str = env.str("BOUNCE_MAILBOX_URL", default="")
# So many passing refusals within a month stop an address as a lasting one does.
NOTIFICATIONS_SOFT_BOUNCES: int = env.int("NOTIFICATIONS_SOFT_BOUNCES", default=5)
# Providers whose reports are taken at /powiadomienia/poczta/<name>/, such as postmark, mailgun.
MAIL_WEBHOOK_PROVIDERS: list[str] = env.list("MAIL_WEBHOOK_PROVIDERS", default=[])
ANYMAIL = {
    # user:password that a provider must give; without it there is no address for reports
    "WEBHOOK_SECRET": env.str("MAIL_WEBHOOK_SECRET", default=""),
    **{
        f"{provider}_{name}": key
        for provider, name in {
            "MAILGUN": "WEBHOOK_SIGNING_KEY",
            "MANDRILL": "WEBHOOK_KEY",
            "MAILERSEND": "SIGNING_SECRET",
            "RESEND": "SIGNING_SECRET",
        }.items()
        if (key := env.str("MAIL_WEBHOOK_SIGNING_KEY", default=""))
    },
}

# --- The body that runs the portal, and its accessibility declaration ----------------------
OPERATOR_NAME = env.str("OPERATOR_NAME", default="Urząd Marszałkowski Województwa Opolskiego")
OPERATOR_ADDRESS = env.str("OPERATOR_ADDRESS", default="ul. Piastowska 14, 45-082 Opole")
OPERATOR_EMAIL = env.str("OPERATOR_EMAIL", default=DEFAULT_FROM_EMAIL)
OPERATOR_PHONE = env.str("OPERATOR_PHONE", default="")
OPERATOR_DATA_PROTECTION_EMAIL = env.str("OPERATOR_DATA_PROTECTION_EMAIL", default=OPERATOR_EMAIL)
PORTAL_PUBLISHED_ON = env.date("PORTAL_PUBLISHED_ON", default=date(2026, 11, 25))
PORTAL_CHANGED_ON = env.date("PORTAL_CHANGED_ON", default=date(2026, 11, 25))
ACCESSIBILITY_DECLARED_ON = env.date("ACCESSIBILITY_DECLARED_ON", default=date(2026, 11, 25))
ACCESSIBILITY_REVIEWED_ON = env.date("ACCESSIBILITY_REVIEWED_ON", default=date(2026, 11, 25))
ACCESSIBILITY_CONTACT_NAME = env.str("ACCESSIBILITY_CONTACT_NAME", default=OPERATOR_NAME)

# --- Notices on devices (Web Push) ---------------------------------------------------------
# `manage.py make_push_keys` makes one; without it the portal offers no such notices.
PUSH_PRIVATE_KEY: str = env.str("PUSH_PRIVATE_KEY", default="")
PUSH_CONTACT: str = env.str("PUSH_CONTACT", default=f"mailto:{OPERATOR_EMAIL}")
# The only servers that are called at a browser's word.
PUSH_SERVICES: list[str] = env.list(
    "PUSH_SERVICES",
    default=[
        "https://fcm.googleapis.com",
        "https://*.push.services.mozilla.com",
        "https://*.push.apple.com",
        "https://*.notify.windows.com",
    ],
)

# --- Map -----------------------------------------------------------------------------------
# For example https://tiles.example.org/{z}/{x}/{y}.png; without it the map shows outlines.
MAP_TILES_URL: str = env.str("MAP_TILES_URL", default="")
MAP_TILES_ATTRIBUTION: str = env.str("MAP_TILES_ATTRIBUTION", default="")

# --- Tickets in the wallets of phones -------------------------------------------------------
# A certificate of a pass type (PEM), its key, and the intermediate certificate above it.
WALLET_PASS_TYPE: str = env.str("WALLET_PASS_TYPE", default="")
WALLET_TEAM: str = env.str("WALLET_TEAM", default="")
WALLET_CERTIFICATE: str = env.str("WALLET_CERTIFICATE", default="")
WALLET_KEY: str = env.str("WALLET_KEY", default="")
WALLET_KEY_PASSWORD: str = env.str("WALLET_KEY_PASSWORD", default="")
WALLET_AUTHORITY: str = env.str("WALLET_AUTHORITY", default="")

# --- Forms ---------------------------------------------------------------------------------
# What a robot pays for each form, in zero bits of a hash; one more doubles it. Sixteen cost a phone
# about a second while somebody types.
FORM_PROOF_BITS: int = env.int("FORM_PROOF_BITS", default=16)

# --- Open data -----------------------------------------------------------------------------
API_REQUESTS_PER_MINUTE: int = env.int("API_REQUESTS_PER_MINUTE", default=120)
# How many proxies of ours stand before the portal; 0 means that nobody's X-Forwarded-For counts.
TRUSTED_PROXY_COUNT: int = env.int("TRUSTED_PROXY_COUNT", default=0)

# --- How offices keep their word -----------------------------------------------------------
# Within so many days after the last day for remarks (or answers) the results should be out.
RESULTS_WITHIN_DAYS: int = env.int("RESULTS_WITHIN_DAYS", default=30)

# --- Security ------------------------------------------------------------------------------
_https = BASE_URL.startswith("https://")
SECURE_SSL_REDIRECT = _https and env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SECURE_REDIRECT_EXEMPT = [r"^zdrowie/"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _https
# Only requests that change something carry an actor into the history.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
CSRF_FAILURE_VIEW = "pages.errors.csrf_failure"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *tile_sources(MAP_TILES_URL)],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF, *external_origins(SOCIALACCOUNT_PROVIDERS)],
        "frame-ancestors": [NONE],
    }
}

# --- Logs ----------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
}
