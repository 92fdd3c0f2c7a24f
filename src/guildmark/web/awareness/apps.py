"""The app as Django knows it."""

from django.apps import AppConfig


class AwarenessConfig(AppConfig):
    """Awareness."""

    name = "guildmark.web.awareness"
    label = "awareness"
