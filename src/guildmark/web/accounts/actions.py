"""What can be done with an account."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.accounts.models import Person
from guildmark.web.accounts.selectors import keepers
from guildmark.web.journal.actions import record
from guildmark.words import say


@transaction.atomic
def create_person(email: str, name: str, password: str, *, is_demo: bool = False) -> Person:
    """A person whose address counts as shown to be theirs: the demonstration, and the first account by an operator."""
    person = Person.objects.create_user(email, password, name=name, is_demo=is_demo)
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    record(None, "account.created", person)
    return person


@transaction.atomic
def rename(person: Person, name: str) -> None:
    """The name under which others see a person."""
    person.name = name.strip()
    person.save(update_fields=["name"])
    record(person, "account.renamed", person)


@transaction.atomic
def erase(person: Person, password: str) -> None:
    """Takes everything that tells who somebody is; what they did stays in the journal, without a name."""
    if not person.check_password(password):
        raise GuildmarkError(Fault("account.password.wrong", say("This is not your password. Nothing was erased.")))
    for _, module in keepers():
        import_string(f"{module}.erase")(person)
    EmailAddress.objects.filter(user_id=person.pk).delete()
    person.email = f"erased-{person.public_id}@invalid.example"
    person.name = ""
    person.is_active = False
    person.is_demo = False
    person.erased_at = timezone.now()
    person.set_unusable_password()
    person.save()
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()
    record(None, "account.erased", person)
