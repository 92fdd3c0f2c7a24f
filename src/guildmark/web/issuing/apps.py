"""The app as Django knows it."""

from django.apps import AppConfig


class IssuingConfig(AppConfig):
    """Issuing."""

    name = "guildmark.web.issuing"
    label = "issuing"
