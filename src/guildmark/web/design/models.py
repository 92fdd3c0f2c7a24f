"""Step 4's tables: the micro-credential, its numbered versions, their approval."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from guildmark.web.ids import new_id


class MicroCredential(models.Model):
    """A micro-credential that a partnership designs; what it says stands in its versions."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cycle = models.ForeignKey("partnerships.Cycle", on_delete=models.CASCADE, related_name="micro_credentials")
    name = models.CharField(max_length=300)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name


class DesignVersion(models.Model):
    """The design as it stood at one time (docs/cli.md, "check"): a numbered document, never changed."""

    micro_credential = models.ForeignKey(MicroCredential, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.JSONField()
    note = models.CharField(max_length=500, blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=["micro_credential", "number"], name="one_design_a_number"),)

    def __str__(self) -> str:
        return f"{self.micro_credential}, version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes a new version; an old one cannot be changed."""
        if self.pk is not None:
            raise TypeError("a version is never changed")
        super().save(*args, **kwargs)


class Approval(models.Model):
    """A version that the partnership stands by: it alone can be piloted, published and issued."""

    version = models.OneToOneField(DesignVersion, on_delete=models.CASCADE, related_name="approval")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.version}, approved"


class SelfAssessment(models.Model):
    """How a partnership judges a micro-credential by the ten principles: a mark and evidence for each prompt."""

    micro_credential = models.OneToOneField(MicroCredential, on_delete=models.CASCADE, related_name="self_assessment")
    edition = models.PositiveIntegerField()
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.micro_credential)


class Assignment(models.Model):
    """Somebody of the register in one of the six roles of Step 4.2: a decision, never a proposal."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cycle = models.ForeignKey("partnerships.Cycle", on_delete=models.CASCADE, related_name="assignments")
    role = models.CharField(max_length=40)
    stakeholder = models.ForeignKey("stakeholders.Stakeholder", on_delete=models.CASCADE, related_name="assignments")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["cycle", "role", "stakeholder"], name="one_role_once"),)

    def __str__(self) -> str:
        return self.role


class Piece(models.Model):
    """A workshop or a product of Step 4.3: who leads, supports and takes part, when, and how far it is."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cycle = models.ForeignKey("partnerships.Cycle", on_delete=models.CASCADE, related_name="pieces")
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    led_by = models.CharField(max_length=40, blank=True)
    supported_by = models.JSONField(default=list, blank=True)
    participants = models.CharField(max_length=500, blank=True)
    day = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20)
    link = models.URLField(max_length=500, blank=True)
    outcome = models.TextField(max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("day", "id")

    def __str__(self) -> str:
        return self.title
