"""The app as Django knows it."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Partnerships."""

    name = "guildmark.web.partnerships"
    label = "partnerships"
