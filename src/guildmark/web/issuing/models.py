"""Who signs, with which key, what was issued in one go, and each record."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from guildmark.web.ids import new_id
from guildmark.web.issuing.naming import named
from guildmark.words import Sentence


class Issuer(models.Model):
    """An organisation that signs; `document` is the issuer file of docs/cli.md without `id`.

    `origin` is where its addresses are published: it is part of a did:web.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="issuers")
    slug = models.SlugField(max_length=60, unique=True)
    document = models.JSONField()
    identity = models.CharField(max_length=20, default="did:key")
    origin = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.slug


class SigningKey(models.Model):
    """A key of an issuer: PKCS#8, encrypted with a passphrase that is not in the database.

    A retired key signs nothing new, and what it signed stays good; once it is compromised, that fails too.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    issuer = models.ForeignKey(Issuer, on_delete=models.CASCADE, related_name="keys")
    did_key = models.CharField(max_length=200, unique=True)
    pem = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    compromised_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.did_key


class DidVersion(models.Model):
    """The document of a did:web as it was published from a time on: its bytes, numbered, never changed."""

    issuer = models.ForeignKey(Issuer, on_delete=models.CASCADE, related_name="did_versions")
    number = models.PositiveIntegerField()
    document = models.BinaryField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=["issuer", "number"], name="one_did_document_a_number"),)

    def __str__(self) -> str:
        return f"{self.issuer}, version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes a new version; an old one cannot be changed."""
        if self.pk is not None:
            raise TypeError("a version is never changed")
        super().save(*args, **kwargs)


class StatusList(models.Model):
    """A list in which records of one key have a place (`credentials.status`), signed anew when one changes.

    `decoys` hide how many records are not active: place → code, made once and kept.
    """

    issuer = models.ForeignKey(Issuer, on_delete=models.CASCADE, related_name="status_lists")
    signing_key = models.ForeignKey(SigningKey, on_delete=models.CASCADE, related_name="status_lists")
    number = models.PositiveIntegerField()
    decoys = models.JSONField()
    signed = models.BinaryField(default=b"")
    signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["issuer", "number"], name="one_status_list_a_number"),)

    def __str__(self) -> str:
        return f"{self.issuer}, {self.number}"


class Issuance(models.Model):
    """Records issued in one go: one approved version, one issuer, one key, one list of learners.

    `origin` is the beginning of the addresses that its mails name.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="issuances")
    design_version = models.ForeignKey("design.DesignVersion", on_delete=models.PROTECT, related_name="issuances")
    issuer = models.ForeignKey(Issuer, on_delete=models.PROTECT, related_name="issuances")
    signing_key = models.ForeignKey(SigningKey, on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=20, default="ob3")
    source = models.CharField(max_length=200)
    valid_from = models.DateTimeField()
    origin = models.CharField(max_length=200, blank=True)
    job = models.OneToOneField("jobs.Job", on_delete=models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.design_version}, {self.source}"

    @property
    def what(self) -> Sentence:
        """What was issued, in the language of whoever reads it."""
        return named(self.design_version)


class IssuedRecord(models.Model):
    """A signed record. `key` (design, issuer, format, learner) holds it to one a learner and version.

    `replaced_by` is the record that followed this one, after a correction or before its end.
    `status_code` is a value of `credentials.status`; `reason` is for the journal.
    `signed` is the document's bytes; the learner's columns are what the row said, empty once erased.
    """

    class State(models.TextChoices):
        """Whether the issuer still stands by the record."""

        ACTIVE = "active"
        SUSPENDED = "suspended"
        REVOKED = "revoked"

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    issuance = models.ForeignKey(Issuance, on_delete=models.PROTECT, related_name="records")
    key = models.CharField(max_length=64, unique=True)
    fingerprint = models.CharField(max_length=64)
    record_id = models.CharField(max_length=60, unique=True)
    signed = models.BinaryField()
    row = models.PositiveIntegerField(null=True, blank=True)
    learner_name = models.CharField(max_length=300, blank=True)
    learner_email = models.CharField(max_length=320, blank=True, db_index=True)
    language = models.CharField(max_length=10, blank=True)
    issued_at = models.DateTimeField(auto_now_add=True)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="records"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.ACTIVE)
    status_code = models.PositiveSmallIntegerField(default=0)
    status_list = models.ForeignKey(StatusList, on_delete=models.PROTECT, null=True, blank=True, related_name="records")
    status_index = models.PositiveIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    state_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    replaced_by = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replaces"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["status_list", "status_index"], name="one_record_a_place_in_a_list"),
        )
        # Signing a list anew asks for the few that are not active: no record has to be read for it.
        indexes = (models.Index(fields=["status_list", "status_code", "status_index"], name="records_by_status"),)

    def __str__(self) -> str:
        return self.record_id


class AwaitedLearner(models.Model):
    """A learner for whom the job of an issuance has still to sign; gone in the transaction that signs."""

    issuance = models.ForeignKey(Issuance, on_delete=models.CASCADE, related_name="awaited")
    number = models.PositiveIntegerField()
    learner = models.JSONField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["issuance", "number"], name="one_awaited_learner_a_number"),)

    def __str__(self) -> str:
        return f"{self.issuance}, {self.number}"


class Draft(models.Model):
    """What somebody is about to issue: seen by that person alone. `cohort` or `upload` says to whom."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    design_version = models.ForeignKey("design.DesignVersion", on_delete=models.CASCADE, related_name="+")
    issuer = models.ForeignKey(Issuer, on_delete=models.CASCADE, related_name="+")
    cohort = models.CharField(max_length=32, blank=True)
    upload = models.CharField(max_length=32, blank=True)
    source = models.CharField(max_length=200)
    issuance = models.ForeignKey(Issuance, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.design_version}, {self.source}"

    @property
    def what(self) -> Sentence:
        """What is to be issued."""
        return named(self.design_version)
