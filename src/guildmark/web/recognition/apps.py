"""The app as Django knows it."""

from django.apps import AppConfig


class RecognitionConfig(AppConfig):
    """Recognition."""

    name = "guildmark.web.recognition"
    label = "recognition"
