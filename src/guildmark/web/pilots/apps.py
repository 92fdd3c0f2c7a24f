"""The app as Django knows it."""

from django.apps import AppConfig


class PilotsConfig(AppConfig):
    """Pilots."""

    name = "guildmark.web.pilots"
    label = "pilots"
