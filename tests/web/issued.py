"""What tests of issuing start from: an approved version, an issuer, learners, records that are signed."""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.credentials.record import Learner
from guildmark.toolkit.design.template import example
from guildmark.web.design import actions as designing
from guildmark.web.design.models import DesignVersion
from guildmark.web.issuing import actions
from guildmark.web.issuing.models import Draft, Issuance, Issuer
from guildmark.web.jobs.actions import do_one
from tests.web.cast import World

DESIGN = example() | {"learner_identification": {"required": ["name"]}}
LEARNERS = (
    Learner(name="Dora Nováková", email="dora@example.org", language="cs", row=2),
    Learner(name="=cmd()", email="formula@example.org", row=3),
    Learner(name="Nobody", identifier="S-17", row=4),
)
LISTED = (LEARNERS[0], Learner(name="Anna", email="anna@example.org", row=3))
"""What the draft's spreadsheet says."""


def work() -> None:
    """Does whatever waits, as the worker does."""
    while do_one():
        pass


def approved(world: World) -> DesignVersion:
    """An approved version of Alice's partnership, made once."""
    if "version" not in world.made:
        made = designing.create(world.alice, "Sustainable Scenography", DESIGN)
        designing.approve(world.alice, made.public_id, 1)
        world.made["version"] = made.versions.get(number=1)
    version: DesignVersion = world.made["version"]
    return version


def issuer(world: World, kind: str = "key") -> Issuer:
    """An issuer of Alice's partnership, made once of each kind."""
    if kind not in world.made:
        world.made[kind] = actions.create_issuer(
            world.alice, f"stage-{kind}", {"name": "Stage", "country": "CZ"},
            identity=f"did:{kind}", origin="https://guild.example",
        )  # fmt: skip
    found: Issuer = world.made[kind]
    return found


def draft(world: World) -> Draft:
    """A draft from a spreadsheet with two learners."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from guildmark.web.uploads.actions import keep

    rows = "".join(f"{one.name},{one.email or ''},{one.identifier or ''},{one.language or ''}\n" for one in LISTED)
    data = f"name,email,identifier,language\n{rows}".encode()
    file = keep(world.alice, "issuing.learners", SimpleUploadedFile("learners.csv", data))
    return actions.begin(world.alice, approved(world), issuer(world), source="learners.csv", upload=file.public_id)


def issued(world: World, learners: Sequence[Learner] = LEARNERS, kind: str = "key") -> Issuance:
    """Records that are signed, and the mails sent."""
    found = actions.issue(
        world.alice, approved(world), issuer(world, kind), learners, source="list", origin="https://guild.example"
    )
    work()
    return found
