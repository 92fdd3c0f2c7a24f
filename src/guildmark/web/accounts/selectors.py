"""What there is to know of a person, and of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from allauth.account.models import EmailAddress
from django.apps import apps
from django.utils.module_loading import import_string

from guildmark.web.accounts.models import Person


def name_of(person: Person) -> str:
    """How a person is addressed."""
    return person.shown_name


def addresses_of(person: Person) -> list[str]:
    """The e-mail addresses that are shown to be the person's, in lower case."""
    found = EmailAddress.objects.filter(user_id=person.pk, verified=True).values_list("email", flat=True)
    return sorted({address.lower() for address in found})


def demo_accounts_exist() -> bool:
    """Whether anybody can sign in with a password that stands in the documentation."""
    return Person.objects.filter(is_demo=True, is_active=True).exists()


def own_data(person: Person) -> dict[str, Any]:
    """Everything that is kept on a person, for the person: their account and what each app adds.

    An app that keeps data on people has a module `own_data` with `own_data(person) -> dict` and
    `erase(person)`.
    """
    data: dict[str, Any] = {
        "account": {
            "name": person.name,
            "email": person.email,
            "joined": person.date_joined.isoformat(),
            "addresses": [
                {"email": one.email, "primary": one.primary, "verified": one.verified}
                for one in EmailAddress.objects.filter(user_id=person.pk).order_by("email")
            ],
        }
    }
    for label, module in keepers():
        data[label] = import_string(f"{module}.own_data")(person)
    return data


def keepers(labels: Iterable[str] | None = None) -> Iterator[tuple[str, str]]:
    """The apps that keep data on people, with their modules `own_data`."""
    for config in apps.get_app_configs():
        if config.name.startswith("guildmark.web.") and (labels is None or config.label in labels):
            module = f"{config.name}.own_data"
            if find_spec(module):
                yield config.label, module
