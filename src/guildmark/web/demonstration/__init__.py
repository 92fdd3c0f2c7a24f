"""The demonstration: three partnerships, loaded once through the same actions that people use."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from django.db import transaction

from guildmark.web.accounts.actions import create_person
from guildmark.web.accounts.models import Person

PASSWORD = "guildmark-demo"  # noqa: S105 -- printed at the start, refused beyond loopback
ACCOUNTS = ("alice@example.org", "bob@example.org", "charlie@example.org", "dora@example.org")
_NAMES = ("Alice Marešová", "Bob de Vries", "Charlie Kelly", "Dora Nováková")


def load() -> None:
    """Loads what is not there yet: accounts, then each module of this folder by `load(people)`, in their order.

    Never overwrites: where Alice's demo account exists, nothing is done.
    """
    if Person.objects.filter(email=ACCOUNTS[0]).exists():
        return
    with transaction.atomic():
        people = {
            email.split("@", maxsplit=1)[0]: create_person(email, name, PASSWORD, is_demo=True)
            for email, name in zip(ACCOUNTS, _NAMES, strict=True)
        }
        for module in sorted(iter_modules(__path__), key=lambda one: one.name):
            import_module(f"{__name__}.{module.name}").load(people)
