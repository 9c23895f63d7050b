"""The one settings file. What differs between machines comes from the environment through `env`."""

import sys
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from cooperation_center import env

BASE_DIR = env.BASE
TESTING = "pytest" in sys.modules

# --- What kind of house this is -------------------------------------------------------------------------------------
PRODUCTION = env.flag("PRODUCTION")
SAMPLE_CENTRE = env.flag("SAMPLE_CENTRE")
DEBUG = env.flag("DEBUG")
if PRODUCTION and SAMPLE_CENTRE:
    raise ImproperlyConfigured("The sample centre has public passwords: production refuses to start with it.")
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("Production refuses to start with DEBUG.")
SECRET_KEY = env.text("SECRET_KEY", "" if PRODUCTION else "only-for-a-machine-of-one-developer")
if not SECRET_KEY:
    raise ImproperlyConfigured("Production needs SECRET_KEY.")
# Newest first: what seals personal facts, and what has sealed them before. See core.sealing.
FIELD_KEYS = env.words("FIELD_KEYS")
if PRODUCTION and not FIELD_KEYS:
    raise ImproperlyConfigured("Production needs FIELD_KEYS.")
if not all(env.is_field_key(key) for key in FIELD_KEYS):
    raise ImproperlyConfigured("FIELD_KEYS are keys of 32 bytes in URL-safe base64, with commas between them.")
FIELD_KEYS = FIELD_KEYS or [env.field_key_from(SECRET_KEY)]
HTTPS = env.flag("HTTPS", default=PRODUCTION)
# The languages in which core pages stand together: in Belarus by Resolution 645 of 2010 of the Council of Ministers.
PARALLEL_LANGUAGES = env.words("PARALLEL_LANGUAGES", "be,ru")
SITE_URL = env.text("SITE_URL", f"http://localhost:{env.number('PORT', 8000)}").rstrip("/")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")

# --- Apps: imports run down this list --------------------------------------------------------------------------------
INSTALLED_APPS = [
    *(["tests.core.toy"] if TESTING else []),
    *(["sample_centre"] if SAMPLE_CENTRE or TESTING else []),
    "notifications",
    "letters",
    "pages",
    "reports",
    "projects",
    "consultations",
    "events",
    "practices",
    "agreements",
    "papers",
    "files",
    "people",
    "calendars",
    "core",
    "cooperation_center.apps.CentreAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
]

MIDDLEWARE = [
    "cooperation_center.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.RequestLogMiddleware",
    "cooperation_center.page_cache.PageCacheMiddleware",  # before anything reads a session or the database
    "core.middleware.SteadyMiddleware",  # within it, for what is kept may be outdated by the page cache
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.middleware.PrivateMiddleware",
    "people.middleware.ReaderMiddleware",  # language and zone of the reader
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "people.middleware.SecondFactorMiddleware",
    "core.middleware.RefusedMiddleware",
]

ROOT_URLCONF = "cooperation_center.urls"
WSGI_APPLICATION = "cooperation_center.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "core.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cooperation_center.context.page",
            ],
            "builtins": ["core.templatetags.grammar", "calendars.templatetags.moments"],
        },
    }
]

# --- Database, cache, tasks ------------------------------------------------------------------------------------------
DATABASES = {
    "default": {
        **env.database(),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": env.flag("PGBOUNCER"),
        "TEST": {"NAME": f"test_portal_{env.text('TEST_DB_SUFFIX', 'main')}"},
    }
}
REDIS_URL = env.redis()


def _cache() -> dict[str, Any]:
    if TESTING or not REDIS_URL:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if REDIS_URL.startswith("redis+socket://"):
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL.replace("redis+socket://", "unix://") + "?db=1",
        }
    beside_the_broker = urlsplit(REDIS_URL)._replace(path="/1").geturl()
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": beside_the_broker}


CACHES = {"default": _cache()}

CELERY_BROKER_URL = REDIS_URL or "memory://"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_TIME_LIMIT = 600
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Short, because every task here is short and a lost one must come back soon.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 900,
    "socket_timeout": 10,
    "socket_connect_timeout": 3,
    "max_retries": 1,  # else a page waits six seconds for a broker that is away, and for each task again
    "interval_start": 0,
}
CELERY_TASK_PUBLISH_RETRY = False  # a publish that fails is made up for by the sweep
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE_FILENAME = str(env.VAR / "celerybeat-schedule")
CELERY_BEAT_SCHEDULE = {
    name: entry
    for module in (
        "core.schedule",
        "consultations.schedule",
        "events.schedule",
        "files.schedule",
        "people.schedule",
        "notifications.schedule",
        "practices.schedule",
        "agreements.schedule",
        "projects.schedule",
        "reports.schedule",
        "letters.schedule",
        "pages.schedule",
    )
    for name, entry in import_module(module).SCHEDULE.items()
}

# --- Accounts --------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["people.backends.PolicyBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher" if TESTING else "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "given_name", "family_name", "given_name_own", "family_name_own")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are verified by the invitation itself
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "access_request": "5/h/ip",
    "invitation": "30/h/user",
    "registration": "60/h/ip",  # a ministry comes from one address
    "registration_address": "5/h/key",  # letters to one address, for one event
    "endorse_plan": "30/h/ip",
    "paper": "60/m/ip",  # a delegation behind one address, and nobody who draws the whole library
    "papers": "10/m/ip",  # a kit or a collection is a dozen papers at once, and none of them is kept
    "search": "60/m/ip",  # of visitors: every kind of record is looked through
    "certificate": "60/m/ip",  # whoever checks a pile of them, and nobody who guesses
}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a changed password or second factor is told to its owner
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {
    "login": "people.account_forms.LoginForm",
    "change_password": "people.account_forms.ChangePasswordForm",
    "set_password": "people.account_forms.SetPasswordForm",
    "reset_password": "people.account_forms.ResetPasswordForm",
    "reset_password_from_key": "people.account_forms.ResetPasswordKeyForm",
    "reauthenticate": "people.account_forms.ReauthenticateForm",
}
MFA_ADAPTER = "people.adapters.MFAAdapter"
MFA_FORMS = {
    "authenticate": "people.account_forms.AuthenticateForm",
    "reauthenticate": "people.account_forms.ReauthenticateByCodeForm",
    "activate_totp": "people.account_forms.ActivateTOTPForm",
    "add_webauthn": "people.account_forms.AddWebAuthnForm",
    "login_webauthn": "people.account_forms.LoginWebAuthnForm",
    "authenticate_webauthn": "people.account_forms.AuthenticateWebAuthnForm",
    "reauthenticate_webauthn": "people.account_forms.ReauthenticateWebAuthnForm",
    "edit_webauthn": "people.account_forms.EditWebAuthnForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "IT Cooperation Centre"
USERSESSIONS_TRACK_ACTIVITY = False
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

# --- Languages and time ----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ru", "Русский"), ("be", "Беларуская"), ("ko", "한국어")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "cooperation_center.formats"  # what Django does not know: how Belarusian writes numbers
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"

# --- Files and mail --------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = env.VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "core.static.ManifestStorage"
    },
}
WHITENOISE_AUTOREFRESH = TESTING or DEBUG  # else every browser of a test would read the whole folder first
MEDIA_ROOT = env.VAR / "media"
FILE_MAX_BYTES = 25 * 1024 * 1024
# An upload is never in memory, and of what is too large no more is written than is taken.
FILE_UPLOAD_HANDLERS = ["files.uploads.BoundedUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440  # what else a form may send
DATA_UPLOAD_MAX_NUMBER_FILES = 10
globals().update(env.email(folder=env.text("MAIL_DIR", str(env.VAR / "mail"))))
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "IT Cooperation Centre <portal@centre.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Security --------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.flag("BEHIND_PROXY") else 0  # whose address a rate limit counts
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY") else None

# --- Forms and logs --------------------------------------------------------------------------------------------------
CRISPY_ALLOWED_TEMPLATE_PACKS = ("centre", "bootstrap5")
CRISPY_TEMPLATE_PACK = "centre"
LOGGING_CONFIG = "core.logs.configure"
LOGGING = {"level": env.text("LOG_LEVEL", "INFO"), "json": env.flag("LOG_JSON", default=PRODUCTION)}
