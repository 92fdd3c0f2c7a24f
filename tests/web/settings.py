"""Settings of the tests: a key that is no secret, quick password digests, mail that stays here."""

import os

os.environ["GUILDMARK_SECRET_KEY"] = "tests"  # before the settings read it, so that no file is made

from guildmark.web.settings import *  # noqa: F403 -- Django's way of deriving settings

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
KEY_PASSPHRASE = "tests"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
