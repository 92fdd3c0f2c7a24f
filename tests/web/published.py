"""Designs that are approved or published, for the tests of the register and of the API."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guildmark.web.design.models import Approval, DesignVersion, MicroCredential
from guildmark.web.partnerships.access import Access
from guildmark.web.register import actions
from guildmark.web.register.models import Publication

EXAMPLE: dict[str, Any] = json.loads(Path("examples/design.json").read_text("utf-8"))


def approved(access: Access, **changes: Any) -> DesignVersion:
    """The example, with some of its elements changed, as an approved version."""
    version = drafted(access, **changes)
    Approval.objects.create(version=version, person=access.person)
    return version


def drafted(access: Access, **changes: Any) -> DesignVersion:
    """The same, not approved."""
    document = {**EXAMPLE, **changes}
    mc = MicroCredential.objects.create(cycle=access.cycle, name="Name for the partnership alone")
    return DesignVersion.objects.create(micro_credential=mc, number=1, document=document, person=access.person)


def published(access: Access, **changes: Any) -> Publication:
    """The same, in the register."""
    return actions.publish(access, approved(access, **changes))
