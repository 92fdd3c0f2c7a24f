"""The app as Django knows it."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Design."""

    name = "guildmark.web.design"
    label = "design"
