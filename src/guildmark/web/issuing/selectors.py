"""Reading what was issued. A partnership's own by `access`, a holder's own by `person`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from guildmark.credentials.dids import Fetch
from guildmark.credentials.verify import Verification, verify
from guildmark.web.accounts.models import Person
from guildmark.web.issuing.identity import WEB
from guildmark.web.issuing.models import Draft, Issuance, IssuedRecord, Issuer, SigningKey
from guildmark.web.issuing.published import fetch_here
from guildmark.web.partnerships.access import Access

T = TypeVar("T")
IN_FULL = ("issuance__design_version__micro_credential", "issuance__issuer", "holder", "replaced_by")


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many records there are, and how many of them their learners have taken."""

    issued: int
    claimed: int
    inactive: int

    @property
    def unclaimed(self) -> int:
        """Records that nobody has claimed."""
        return self.issued - self.claimed


def issuers(access: Access) -> QuerySet[Issuer]:
    """The partnership's issuers, the first made first."""
    return Issuer.objects.filter(partnership=access.partnership).order_by("id")


def issuer(access: Access, public_id: str) -> Issuer:
    """An issuer of the partnership; Http404 for any other."""
    return _found(issuers(access).filter(public_id=public_id).first())


def current_key(found: Issuer) -> SigningKey | None:
    """The key that signs now."""
    return SigningKey.objects.filter(issuer=found, retired_at=None).select_related("issuer").first()


def key(found: Issuer, public_id: str) -> SigningKey:
    """A key of the issuer; Http404 for any other."""
    return _found(found.keys.filter(public_id=public_id).first())


def key_of(issuance: Issuance) -> SigningKey:
    """What signs the records of an issuance that still wait: another key where its own was compromised meanwhile."""
    begun_with = issuance.signing_key
    if begun_with.compromised_at is None:
        return begun_with
    return current_key(issuance.issuer) or begun_with


def published_issuer(slug: str) -> Issuer:
    """Any issuer by its public address; Http404 where there is none."""
    return _found(Issuer.objects.filter(slug=slug).first())


def draft(access: Access, public_id: str) -> Draft:
    """What the person is about to issue; Http404 for anybody else's."""
    found = Draft.objects.filter(partnership=access.partnership, person=access.person, public_id=public_id)
    return _found(found.select_related("design_version__micro_credential", "issuer", "issuance__job").first())


def issuances(access: Access) -> QuerySet[Issuance]:
    """What was issued in one go, the latest first, each with its numbers."""
    return (
        Issuance.objects.filter(partnership=access.partnership)
        .select_related("design_version__micro_credential", "issuer", "job", "person")
        .annotate(issued=Count("records"), claimed=Count("records", filter=Q(records__claimed_at__isnull=False)))
        .order_by("-id")
    )


def issuance(access: Access, public_id: str) -> Issuance:
    """One of them; Http404 for any other."""
    return _found(issuances(access).filter(public_id=public_id).first())


def records(access: Access) -> QuerySet[IssuedRecord]:
    """Every record of the partnership, without the signed bytes, in the order of issuing."""
    return (
        IssuedRecord.objects.filter(issuance__partnership=access.partnership)
        .select_related(*IN_FULL)
        .defer("signed")
        .order_by("id")
    )


SORTS = {
    "issued": ("id",), "latest": ("-id",), "name": ("learner_name", "id"),
    "claimed": (F("claimed_at").desc(nulls_last=True), "id"),
}  # fmt: skip


def chosen(access: Access, wanted: dict[str, str]) -> QuerySet[IssuedRecord]:
    """The records that a list asks for by `issuance`, `key`, `q`, `claimed` (yes, no), `state`, `sort`."""
    rows = records(access)
    if wanted.get("issuance"):
        rows = rows.filter(issuance__public_id=wanted["issuance"])
    if wanted.get("key"):
        rows = rows.filter(signed_with(wanted["key"]))
    if text := wanted.get("q", "").strip()[:200]:
        rows = rows.filter(Q(learner_name__icontains=text) | Q(learner_email__icontains=text) | Q(record_id=text))
    if wanted.get("claimed") in {"yes", "no"}:
        rows = rows.filter(claimed_at__isnull=wanted["claimed"] == "no")
    if wanted.get("state") in IssuedRecord.State.values:
        rows = rows.filter(state=wanted["state"])
    return rows.order_by(*SORTS.get(wanted.get("sort", ""), SORTS["issued"]))


def signed_with(key: str) -> Q:
    """Records that a key signed, by its public id: its status lists tell, else what they were issued with."""
    return Q(status_list__signing_key__public_id=key) | Q(status_list=None, issuance__signing_key__public_id=key)


def with_keys(rows: QuerySet[IssuedRecord]) -> QuerySet[IssuedRecord]:
    """The same records, each with `key_fails`: whether its key was compromised, and its did:web says so."""
    gone = Q(status_list__signing_key__compromised_at__isnull=False) | Q(
        status_list=None, issuance__signing_key__compromised_at__isnull=False
    )
    fails = ExpressionWrapper(gone & Q(issuance__issuer__identity=WEB), output_field=BooleanField())
    return rows.annotate(key_fails=fails)


def numbers(rows: QuerySet[IssuedRecord]) -> Numbers:
    """The numbers of a list, in one query."""
    found = rows.order_by().aggregate(
        issued=Count("id"),
        claimed=Count("id", filter=Q(claimed_at__isnull=False)),
        inactive=Count("id", filter=~Q(state=IssuedRecord.State.ACTIVE)),
    )
    return Numbers(**found)


def record(access: Access, public_id: str) -> IssuedRecord:
    """A record of the partnership; Http404 for any other."""
    return _found(with_keys(records(access)).filter(public_id=public_id).first())


def records_of(person: Person) -> QuerySet[IssuedRecord]:
    """What a person holds, the latest first."""
    return IssuedRecord.objects.filter(holder=person).select_related(*IN_FULL).defer("signed").order_by("-id")


def record_by_public_id(public_id: str) -> IssuedRecord | None:
    """A record, for rooms that have asked on their own who may see it."""
    return IssuedRecord.objects.filter(public_id=public_id).select_related(*IN_FULL).first()


def signed_bytes(found: IssuedRecord) -> bytes:
    """The document as it was signed; empty once the learner's copy was erased."""
    return bytes(found.signed)


def document_of(found: IssuedRecord) -> dict[str, Any]:
    """The signed document, read; empty once the learner's copy was erased."""
    document: dict[str, Any] = json.loads(signed_bytes(found) or b"{}")
    return document


def verification_of(found: IssuedRecord, fetch: Fetch | None = None) -> Verification:
    """Everything that can be found out about a record. Keys and lists of this installation need no network.

    Raises GuildmarkError where the learner's copy was erased, so that nothing is there to check.
    """
    return verify(signed_bytes(found), now=timezone.now(), fetch=fetch_here(fetch))


def _found(thing: T | None) -> T:
    if thing is None:
        raise Http404
    return thing
