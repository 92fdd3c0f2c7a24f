"""Who is who in the tests of the web application."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from guildmark.web.accounts.actions import create_person
from guildmark.web.accounts.models import Person
from guildmark.web.partnerships import actions
from guildmark.web.partnerships.access import Access, access_to
from guildmark.web.partnerships.models import Role

CAST = ("alice", "bob", "assessor", "viewer", "charlie", "dora", "eve")
NAMES = {"assessor": "Andrew", "viewer": "Vera"}
"""Where somebody is not called as their column is."""
PASSWORD = "a-long-password-for-tests"


@dataclass
class World:
    """The people, and the partnership `stage`: Alice coordinates, Bob is a member, Andrew (`assessor`) an assessor,
    Vera (`viewer`) a viewer. `crafts` is Charlie's."""

    people: dict[str, Person]
    alice: Access
    charlie: Access
    made: dict[str, Any] = field(default_factory=dict)

    def client(self, who: str) -> Client:
        client = Client()
        if who in self.people:
            client.force_login(self.people[who])
        return client

    def access(self, who: str, slug: str = "stage") -> Access:
        return access_to(self.people[who], slug)


def make_world() -> World:
    people = {
        who: create_person(f"{who}@example.org", NAMES.get(who, who.title()), PASSWORD) for who in CAST if who != "eve"
    }
    alice = actions.create_partnership(people["alice"], "Stage", slug="stage", regions=["CZ"])
    for who, role in (("bob", Role.MEMBER), ("assessor", Role.ASSESSOR), ("viewer", Role.VIEWER)):
        _, token = actions.invite(alice, f"{who}@example.org", role)
        actions.accept(people[who], token)
    charlie = actions.create_partnership(people["charlie"], "Crafts", slug="crafts")
    return World(people, alice, charlie)
