"""The app as Django knows it."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Journal."""

    name = "guildmark.web.journal"
    label = "journal"
