"""The app as Django knows it."""

from django.apps import AppConfig


class ContextConfig(AppConfig):
    """Context."""

    name = "guildmark.web.context"
    label = "context"
