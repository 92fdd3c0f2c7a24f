"""The installation's passphrase: it opens signing keys and links in waiting, and is never in the database."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import tempfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from guildmark.web import environment


def passphrase() -> str:
    """GUILDMARK_KEY_PASSPHRASE, else one made once in the file `key-passphrase` of the folder of data (mode 0600)."""
    if given := getattr(settings, "KEY_PASSPHRASE", "") or environment.text("KEY_PASSPHRASE"):
        return str(given)
    file = environment.var_folder() / "key-passphrase"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        _make(file)
    return file.read_text("ascii")


def openers() -> tuple[str, str]:
    """What opens signing keys: the passphrase made costly to guess, and as it is for keys of earlier versions."""
    given = passphrase()
    return _costly(given), given


@lru_cache(maxsize=4)
def _costly(given: str) -> str:
    """A passphrase that somebody chose can be guessed by whoever has the database: each guess takes 32 MB and time.

    Once for a process, so that opening a key stays quick. The salt is the same everywhere, since nothing of it may
    stand in the database.
    """
    made = hashlib.scrypt(given.encode("utf-8"), salt=b"guildmark signing keys", n=2**15, r=8, p=1, maxmem=2**26)
    return made.hex()


def _make(file: Path) -> None:
    """Written elsewhere, then given its name: of two processes that begin at once, both read the first one's whole."""
    descriptor, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(48))
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileExistsError):
            os.link(name, file)
    finally:
        os.unlink(name)


def seal(secret: str) -> str:
    """A text that may wait in the database without telling what it says."""
    return _box().encrypt(secret.encode("utf-8")).decode("ascii")


def unseal(sealed: str) -> str | None:
    """What was sealed; None where the passphrase is another one now."""
    try:
        return _box().decrypt(sealed.encode("ascii")).decode("utf-8")
    except InvalidToken:
        return None


def _box() -> MultiFernet:
    """Seals with the costly passphrase, and opens what earlier versions sealed with the plain one too."""
    digests = (hashlib.sha256(b"guildmark sealed texts\0" + one.encode("utf-8")).digest() for one in openers())
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
