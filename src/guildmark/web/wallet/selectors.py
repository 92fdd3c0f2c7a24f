"""Reading the wallet: what a person holds, and what a link leads to."""

from __future__ import annotations

import hashlib

from django.db.models import QuerySet
from django.http import Http404

from guildmark.web.accounts.models import Person
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.issuing.selectors import records_of
from guildmark.web.wallet.models import Claim, ShareLink

_RECORD = ("record__issuance__design_version__micro_credential", "record__issuance__issuer", "record__holder")


def held(person: Person, public_id: str) -> IssuedRecord:
    """A record that the person holds; Http404 for any other."""
    found = records_of(person).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def claim_by(token: str) -> Claim | None:
    """The claim of a link, whatever became of it."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    return Claim.objects.filter(token_digest=digest, record__erased_at=None).select_related(*_RECORD).first()


def links(record: IssuedRecord) -> QuerySet[ShareLink]:
    """The open links to a record, the newest first."""
    return ShareLink.objects.filter(record=record, withdrawn_at=None).order_by("-id")


def link(person: Person, token: str) -> ShareLink:
    """A link that the person made; Http404 for any other."""
    found = ShareLink.objects.filter(person=person, token=token).select_related(*_RECORD).first()
    if found is None:
        raise Http404
    return found


def shared(token: str) -> ShareLink | None:
    """What a share link leads to now; None where it never was, is withdrawn, or the record is nobody's any more."""
    found = ShareLink.objects.filter(token=token, withdrawn_at=None, record__erased_at=None)
    return found.exclude(record__holder=None).select_related(*_RECORD).first()
