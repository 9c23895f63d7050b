"""Every variable the portal reads from its environment, by name, type and default.

`.env.example` lists the same names; `tests/test_env.py` holds the two together. A file named `.env` beside
`manage.py` is read when it exists; a variable set in the environment wins over it.
"""

import base64
import hashlib
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

BASE = Path(__file__).resolve().parent.parent
VAR = BASE / "var"


class BadVariableError(Exception):
    """A variable is missing or cannot be read as its type; the message names it."""


def read_file(path: Path) -> dict[str, str]:
    """The `NAME=value` lines of a file; blank lines and lines that begin with `#` are left out."""
    if not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}


_values = read_file(BASE / ".env") | dict(os.environ)


def text(name: str, default: str = "") -> str:
    """The variable as it stands; an empty one counts as unset."""
    return _values.get(name) or default


def flag(name: str, *, default: bool = False) -> bool:
    """True for 1, true, yes or on; raises when it is none of these nor their opposites."""
    value = text(name, "1" if default else "0").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    message = f"{name} must be yes or no, not {value!r}"
    raise BadVariableError(message)


def number(name: str, default: int) -> int:
    """The variable as a whole number."""
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError:
        message = f"{name} must be a whole number, not {value!r}"
        raise BadVariableError(message) from None


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas between its parts."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def is_field_key(key: str) -> bool:
    """Whether it is a key as `cryptography.fernet` makes them."""
    return bool(re.fullmatch(r"[A-Za-z0-9_-]{43}=", key))


def field_key_from(secret: str) -> str:
    """A key for a machine of one developer, who has none of his own."""
    return base64.urlsafe_b64encode(hashlib.sha256(f"field key of {secret}".encode()).digest()).decode()


def database(name: str = "DATABASE_URL") -> dict[str, object]:
    """Django's settings for `postgresql://user:password@host:port/name?sslmode=…`.

    A socket folder may stand in `?host=`. Without the variable, the address that the embedded server wrote to
    `var/database_url` is used, so that `manage.py` finds it from any shell.
    """
    url = text(name) or _written("database_url")
    parts = urlsplit(url)
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    host = unquote(query.pop("host", "")) or parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or query.pop("port", "")),
        "OPTIONS": {key: unquote(value) for key, value in query.items()},
    }


def redis(name: str = "REDIS_URL") -> str:
    """The broker's address: the variable, or what the embedded broker wrote to `var/redis_url`."""
    return text(name) or _written("redis_url")


def email(name: str = "EMAIL_URL", *, folder: str = str(VAR / "mail")) -> dict[str, object]:
    """Django's mail settings from `smtp://user:password@host:port`, `smtp+tls://…` or `smtps://…`.

    Without the variable, mail is written as `.eml` files to `folder`.
    """
    url = text(name)
    if not url:
        return {"EMAIL_BACKEND": "notifications.backends.EmlFileBackend", "EMAIL_FILE_PATH": folder}
    parts = urlsplit(url)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }


def _written(file: str) -> str:
    path = VAR / file
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""
