"""The app as Django knows it."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs."""

    name = "guildmark.web.jobs"
    label = "jobs"
