"""The app as Django knows it."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Api."""

    name = "guildmark.web.api"
    label = "api"
