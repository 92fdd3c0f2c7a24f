"""Designs that are approved or published, for the tests of the register and of the API."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guildmark.web.design import selectors as designs
from guildmark.web.design.actions import approve, create
from guildmark.web.design.models import DesignVersion
from guildmark.web.partnerships.access import Access
from guildmark.web.register import actions
from guildmark.web.register.models import Publication

EXAMPLE: dict[str, Any] = json.loads(Path("examples/design.json").read_text("utf-8"))


def approved(access: Access, **changes: Any) -> DesignVersion:
    """The example, with some of its elements changed, as an approved version."""
    version = drafted(access, **changes)
    approve(access, version.micro_credential.public_id, version.number)
    return designs.version(access, version.micro_credential.public_id, version.number)


def drafted(access: Access, **changes: Any) -> DesignVersion:
    """The same, not approved."""
    made = create(access, "Name for the partnership alone", {**EXAMPLE, **changes})
    return designs.latest(made)


def published(access: Access, **changes: Any) -> Publication:
    """The same, in the register."""
    return actions.publish(access, approved(access, **changes))
