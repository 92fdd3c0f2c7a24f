"""Partnerships, who belongs to them, their cycles and their need (the guide, ch. 2 and "terminology")."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from guildmark.toolkit.advice import Status, Step
from guildmark.toolkit.context import EvidenceKind, NeedKind
from guildmark.web.ids import new_id
from guildmark.words import Sentence, say


class Role(models.TextChoices):
    """Who is who in a partnership (docs/cli.md, "Addresses")."""

    COORDINATOR = "coordinator"
    MEMBER = "member"
    ASSESSOR = "assessor"
    VIEWER = "viewer"

    @property
    def word(self) -> Sentence:
        """The role as people say it."""
        return {
            Role.COORDINATOR: say("Coordinator", context="role in a partnership"),
            Role.MEMBER: say("Member", context="role in a partnership"),
            Role.ASSESSOR: say("Assessor", context="role in a partnership"),
            Role.VIEWER: say("Viewer", context="role in a partnership"),
        }[self]


class Partnership(models.Model):
    """A Local Ecosystem Partnership (R2). `regions` are "CZ" or "CZ/Prague", `sectors` keys of the vocabulary."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    summary = models.CharField(max_length=400, blank=True)
    lsp = models.CharField(max_length=200, blank=True)
    regions = models.JSONField(default=list, blank=True)
    sectors = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's part in a partnership; the right to issue is one of its own."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role], default=Role.MEMBER)
    may_issue = models.BooleanField(default=False)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["partnership", "person"], name="one_membership_a_person"),)

    def __str__(self) -> str:
        return f"{self.person} in {self.partnership}: {self.role}"

    @property
    def role_word(self) -> Sentence:
        """The role as people say it."""
        return Role(self.role).word


class Invitation(models.Model):
    """A link for one person, good once and for two weeks; the token is kept as its SHA-256 digest only."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role], default=Role.MEMBER)
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"invitation to {self.partnership}"

    @property
    def role_word(self) -> Sentence:
        """The role that it offers."""
        return Role(self.role).word


class Cycle(models.Model):
    """One way through the five steps; they repeat ("cyclical learning", Annex 2)."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="cycles")
    number = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["partnership", "number"], name="one_cycle_a_number"),)

    def __str__(self) -> str:
        return f"{self.partnership}, cycle {self.number}"


class StepNote(models.Model):
    """What people say of a step: its status, findings and why it follows; blank leaves the word to the rules."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="step_notes")
    step = models.CharField(max_length=20, choices=[(step.value, step.value) for step in Step])
    status = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in Status])
    findings = models.TextField(blank=True, max_length=2000)
    why = models.TextField(blank=True, max_length=2000)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["cycle", "step"], name="one_note_a_step"),)

    def __str__(self) -> str:
        return f"{self.cycle}: {self.step}"


class SkillsNeed(models.Model):
    """The need from which a cycle starts (R55)."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cycle = models.OneToOneField(Cycle, on_delete=models.CASCADE, related_name="need")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in NeedKind])
    statement = models.TextField(max_length=2000)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.statement[:80]


class NeedEvidence(models.Model):
    """One piece of evidence for a need: what it says, and where it can be found."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    need = models.ForeignKey(SkillsNeed, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in EvidenceKind])
    says = models.TextField(max_length=2000)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.says[:80]


class DefinitionComment(models.Model):
    """What a partnership says of a definition, for the Large-Scale Skills Partnership (R54)."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="definition_comments")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    text = models.TextField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"
