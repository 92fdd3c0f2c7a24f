"""Beginning a micro-credential, and writing its next version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.design import selectors
from guildmark.web.design.models import DesignVersion, MicroCredential
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.selectors import need_of
from guildmark.words import in_language, say

LONGEST_NAME = 300


@transaction.atomic
def create(access: Access, name: str, document: Mapping[str, Any] | None = None) -> MicroCredential:
    """A new micro-credential with its first version: `document` as it is, or what the partnership knows already."""
    access.require(Right.EDIT)
    name = name.strip()[:LONGEST_NAME]
    if not name:
        raise GuildmarkError(Fault("design.name.missing", say("Give the micro-credential a name.")))
    made = MicroCredential.objects.create(cycle=access.cycle, name=name)
    DesignVersion.objects.create(
        micro_credential=made, number=1, person=access.person,
        document=begun(access, name) if document is None else dict(document),
    )  # fmt: skip
    record(access.person, "design.micro_credential.begun", made, partnership=access.partnership, label=name)
    return made


@transaction.atomic
def save_version(
    access: Access, public_id: str, document: Mapping[str, Any], *, version: int, note: str = ""
) -> DesignVersion:
    """The next version; `version` is the number that was read. The same document again makes no new one."""
    access.require(Right.EDIT)
    micro_credential = selectors.micro_credential(access, public_id)
    newest = selectors.latest(micro_credential)
    if newest.number != version:
        raise saved_meanwhile()
    if newest.document == dict(document):
        return newest
    try:
        with transaction.atomic():
            saved = DesignVersion.objects.create(
                micro_credential=micro_credential, number=version + 1, document=dict(document),
                note=note.strip()[:500], person=access.person,
            )  # fmt: skip
    except IntegrityError as doubled:
        raise saved_meanwhile() from doubled
    _name_after_title(micro_credential, saved)
    record(
        access.person, "design.version.saved", micro_credential, partnership=access.partnership,
        label=micro_credential.name, before={"version": version}, after={"version": saved.number},
    )  # fmt: skip
    return saved


def begun(access: Access, name: str) -> dict[str, Any]:
    """A first document: the title, what is the same for nearly everybody, and the need of the partnership (R55)."""
    document: dict[str, Any] = {
        "language": "en",
        "title": name,
        "learner_identification": {"required": ["name", "email"]},
        "date_of_issuing": {"rule": "on_award"},
    }
    countries = list(dict.fromkeys(region.split("/")[0] for region in access.partnership.regions))
    if len(countries) == 1:
        document["issuer_country"] = countries[0]
    if need := need_of(access):
        document["skills_need"] = {
            "kind": [need.kind.value],
            "text": need.statement,
            "evidence": [
                f"{in_language(piece.says, 'en')} ({in_language(piece.source, 'en')})" if piece.source else piece.says
                for piece in need.evidence
            ],
        }
    return document


def _name_after_title(micro_credential: MicroCredential, saved: DesignVersion) -> None:
    title = selectors.design_of(saved).title
    name = in_language(title, "en")[:LONGEST_NAME] if title else ""
    if name and name != micro_credential.name:
        micro_credential.name = name
        micro_credential.save(update_fields=["name"])
