"""Settings of the tests: a key that is no secret, quick password digests, mail that stays here."""

import os

os.environ["GUILDMARK_SECRET_KEY"] = "tests"  # before the settings read it, so that no file is made

from guildmark.web import environment
from guildmark.web.settings import *  # noqa: F403 -- Django's way of deriving settings

# A variable of its own: programs that the tests start must never find a real database in DATABASE_URL.
_ASKED = os.environ.get("GUILDMARK_TEST_DATABASE_URL", "")
DATABASES = {
    "default": environment.database(_ASKED) if _ASKED else {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
}
KEY_PASSPHRASE = "tests"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
