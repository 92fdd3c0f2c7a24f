"""The app as Django knows it."""

from django.apps import AppConfig


class StakeholdersConfig(AppConfig):
    """Stakeholders."""

    name = "guildmark.web.stakeholders"
    label = "stakeholders"
