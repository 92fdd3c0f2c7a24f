"""The app as Django knows it."""

from django.apps import AppConfig


class WalletConfig(AppConfig):
    """Wallet."""

    name = "guildmark.web.wallet"
    label = "wallet"
