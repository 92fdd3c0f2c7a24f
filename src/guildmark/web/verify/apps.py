"""The app as Django knows it."""

from django.apps import AppConfig


class VerifyConfig(AppConfig):
    """Verify."""

    name = "guildmark.web.verify"
    label = "verify"
