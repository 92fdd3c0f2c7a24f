"""Filing something, changing it, taking it out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.web.design import selectors as designs
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access
from guildmark.web.recognition import safekeeping, selectors
from guildmark.web.recognition.kinds import KINDS, Kind, Stage
from guildmark.web.recognition.models import Document, Filing
from guildmark.words import Sentence, say


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody files; `micro_credential` and `towards` are public ids, `more` the fields of one kind alone.

    `document` is a new document; without one, the one that is there stays.
    """

    stage: Stage
    title: str = ""
    who: str = ""
    on: date | None = None
    until: date | None = None
    text: str = ""
    link: str = ""
    credits: Decimal | None = None
    amount: Decimal | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    micro_credential: str = ""
    towards: str = ""
    document: UploadedFile | None = None


def file(access: Access, kind: str, entry: Entry) -> Filing:
    """Files something new."""
    return _save(access, Filing(cycle=access.cycle, kind=kind), entry, "filed")


def change(access: Access, public_id: str, entry: Entry, *, version: int) -> Filing:
    """Writes it anew; `version` is the one that was read."""
    found = selectors.filing(access, public_id)
    if found.version != version:
        raise saved_meanwhile()
    return _save(access, found, entry, "changed")


@transaction.atomic
def remove(access: Access, public_id: str) -> None:
    """Takes it out, with its document; the journal keeps stage and days."""
    found = selectors.filing(access, public_id)
    access.require(KINDS[found.kind].right)
    record(
        access.person, f"recognition.{found.kind}.removed", found,
        partnership=access.partnership, label=found.title, before=_kept(found),
    )  # fmt: skip
    document = found.document
    found.delete()
    _let_go(document)


@transaction.atomic
def _save(access: Access, found: Filing, entry: Entry, done: str) -> Filing:
    kind = KINDS[found.kind]
    access.require(kind.right)
    before, old = (_kept(found), found.document) if found.pk else (None, None)
    mine = designs.micro_credential(access, entry.micro_credential) if entry.micro_credential else None
    towards = selectors.filing(access, entry.towards) if entry.towards else None
    title = entry.title.strip() or (mine.name if mine and kind.key == "counting" else "")
    if kind.key == "value":
        title = title or entry.text.strip()[:200]
    _check(kind, entry, title, named=mine is not None, towards=towards)
    document = _keep(access, entry.document) if entry.document else old
    values = {
        "micro_credential": mine, "towards": towards, "title": title[:200], "stage": entry.stage.value,
        "who": entry.who.strip(), "on": entry.on, "until": entry.until, "text": entry.text.strip(),
        "link": entry.link.strip(), "credits": entry.credits, "amount": entry.amount, "more": dict(entry.more),
        "document": document,
    }  # fmt: skip
    if found.pk:
        # The version in the condition keeps the second of two who save in the same moment from winning.
        if not Filing.objects.filter(pk=found.pk, version=found.version).update(version=found.version + 1):
            raise saved_meanwhile()
        found.version += 1
    for name, value in values.items():
        setattr(found, name, value)
    found.save()
    record(
        access.person, f"recognition.{kind.key}.{done}", found,
        partnership=access.partnership, label=found.title, before=before, after=_kept(found),
    )  # fmt: skip
    if old is not None and document != old:
        _let_go(old)
    return found


def _check(kind: Kind, entry: Entry, title: str, *, named: bool, towards: Filing | None) -> None:
    faults: list[Fault] = []

    def fault(what: str, sentence: Sentence, path: str) -> None:
        faults.append(Fault(f"recognition.{what}", sentence, Place(path=f"/{path}")))

    if not title:
        fault("title", say("Give it a title."), "title")
    if kind.about == "must" and not named:
        fault("micro_credential", say("Say which micro-credential it is about."), "micro_credential")
    if entry.on and entry.until and entry.until <= entry.on:
        fault("until", say("It would end before it begins. Check both days."), "until")
    if entry.link and not entry.link.startswith(("https://", "http://")):
        fault("link", say("Write the web address in full, beginning with https://."), "link")
    if kind.choices and str(entry.more.get("sort", "")) not in kind.choices:
        fault("sort", say("Choose one of the list."), "sort")
    if kind.key == "endorsement" and entry.stage is Stage.DONE and not (entry.on and entry.who.strip()):
        fault(
            "endorsement",
            say("A granted endorsement needs its approval date and the responsible entity."),
            "on" if not entry.on else "who",
        )
    if kind.key == "counting" and (towards is None or towards.kind != "qualification"):
        fault("towards", say("Say towards which larger qualification it counts."), "towards")
    if faults:
        raise GuildmarkError(faults)


def _keep(access: Access, upload: UploadedFile) -> Document:
    if (upload.size or 0) > safekeeping.LARGEST:
        safekeeping.refuse_size()
    data, name = upload.read(), PurePath((upload.name or "document").replace("\\", "/")).name
    return Document.objects.create(
        partnership=access.partnership, filename=name[-200:], kind=safekeeping.kind_of(data, name),
        size=len(data), digest=hashlib.sha256(data).hexdigest(), data=data,
    )  # fmt: skip


def _let_go(document: Document | None) -> None:
    if document is not None and not Filing.objects.filter(document=document).exists():
        document.delete()


def _kept(found: Filing) -> dict[str, Any]:
    """What the journal keeps: nothing that may name people."""
    return {
        "stage": found.stage,
        "on": found.on.isoformat() if found.on else None,
        "until": found.until.isoformat() if found.until else None,
        "sort": found.more.get("sort", ""),
        "document": found.document.digest if found.document else None,
    }
