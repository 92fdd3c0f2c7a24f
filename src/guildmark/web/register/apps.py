"""The app as Django knows it."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Register."""

    name = "guildmark.web.register"
    label = "register"
