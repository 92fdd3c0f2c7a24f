"""The app as Django knows it."""

from django.apps import AppConfig


class UploadsConfig(AppConfig):
    """Uploads."""

    name = "guildmark.web.uploads"
    label = "uploads"
