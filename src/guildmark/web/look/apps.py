"""The app as Django knows it."""

from django.apps import AppConfig


class LookConfig(AppConfig):
    """Look."""

    name = "guildmark.web.look"
    label = "look"
