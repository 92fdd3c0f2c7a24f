"""What the environment may say: one variable a setting (docs/operating.md lists them)."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


def text(name: str, default: str = "") -> str:
    """The variable GUILDMARK_`name`, or the default."""
    return os.environ.get(f"GUILDMARK_{name}", "").strip() or default


def flag(name: str) -> bool:
    """Whether GUILDMARK_`name` is switched on."""
    return text(name).lower() in {"1", "yes", "true", "on"}


def words(name: str, default: str = "") -> list[str]:
    """GUILDMARK_`name` as a list, separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def var_folder() -> Path:
    """The folder of everything that this installation keeps: GUILDMARK_VAR, else ./var."""
    return Path(text("VAR", "var")).resolve()


def secret_key() -> str:
    """GUILDMARK_SECRET_KEY, else a key of this installation, made once in the folder of data."""
    if given := text("SECRET_KEY"):
        return given
    file = var_folder() / "secret-key"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return file.read_text("ascii")
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(48))
    return file.read_text("ascii")


def database(url: str | None = None) -> dict[str, object]:
    """The address, else DATABASE_URL, as Django's settings: SQLite in the folder of data unless it says PostgreSQL.

    What stands behind `?` goes to PostgreSQL's own library: `sslmode=verify-full`, `host=/run/postgresql` for a socket.
    """
    address = os.environ.get("DATABASE_URL", "").strip() if url is None else url
    parts = urlsplit(address)
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,  # a server that was restarted costs nobody a page
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    if address and parts.scheme != "sqlite":
        raise ValueError("DATABASE_URL begins with sqlite:/// or postgresql://")
    name = unquote(address.removeprefix("sqlite:///")) if address else str(var_folder() / "guildmark.sqlite3")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            # A deferred transaction that turns into a writer fails at once instead of waiting its turn.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }
