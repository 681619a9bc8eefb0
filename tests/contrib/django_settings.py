"""Settings of the Django project of tests and examples: SQLite in memory, or PSM_DATABASE."""

import os
from urllib.parse import parse_qs, urlsplit

SECRET_KEY = "not secret"  # noqa: S105 - of tests
ALLOWED_HOSTS = ["testserver"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "import_export",
    "rest_framework",
    "drf_spectacular",
    "psm_core.contrib.django",
    "tests.contrib.django_app",
]
MIGRATION_MODULES = dict.fromkeys(("admin", "auth", "contenttypes", "sessions"))
"""Tables are created without migrations, in a tenth of the time."""
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "tests.contrib.django_urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
STATIC_URL = "/static/"
LANGUAGE_CODE = "id"
TIME_ZONE = "UTC"
LOGGING_CONFIG = None
DEFAULT_EXCEPTION_REPORTER = "psm_core.contrib.django.debug.NumberFreeReporter"
_URL = urlsplit(os.environ.get("PSM_DATABASE", ""))
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _URL.path.strip("/"),
        "USER": _URL.username,
        "PASSWORD": _URL.password,
        "HOST": _URL.hostname or parse_qs(_URL.query).get("host", [""])[0],
        "PORT": _URL.port,
    }
    if _URL.scheme
    else {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
}
