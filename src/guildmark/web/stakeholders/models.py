"""Step 3's tables: who is in the register, what they answered, how each assessor sees their power."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from guildmark.web.ids import new_id


class Stakeholder(models.Model):
    """A person or organisation of one cycle, with the answers to the knowledge questions a to d.

    The last four fields are where the rules place them: kept beside the answers, so that the register
    is filtered and sorted in the database. Only `actions` writes them.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cycle = models.ForeignKey("partnerships.Cycle", on_delete=models.CASCADE, related_name="stakeholders")
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    name_key = models.CharField(max_length=400)
    organisation_key = models.CharField(max_length=400, blank=True)
    group = models.CharField(max_length=20)
    lifelong_learning = models.PositiveSmallIntegerField(null=True)
    stacking = models.PositiveSmallIntegerField(null=True)
    flexibility = models.PositiveSmallIntegerField(null=True)
    heard_of = models.PositiveSmallIntegerField(null=True)
    value_chain = models.CharField(max_length=20, blank=True)
    lsp_member = models.BooleanField(null=True)
    holds = models.JSONField(default=dict)
    """What they can do about a decision: {"accreditation": ["decide", "block"]} (toolkit.stakeholders.Hold)."""
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField(auto_now_add=True)
    understanding = models.CharField(max_length=10, blank=True)
    influence = models.CharField(max_length=10, blank=True)
    support = models.CharField(max_length=10, blank=True)
    scenario = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["cycle", "name_key", "organisation_key"], name="one_entry_a_stakeholder"),
        )

    def __str__(self) -> str:
        return self.name


class Assessment(models.Model):
    """How one assessor answers the nine questions on influence and support: true, false or null each."""

    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.CASCADE, related_name="assessments")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    assessor = models.CharField(max_length=200, blank=True)
    assessor_key = models.CharField(max_length=400, blank=True)
    influence = models.JSONField()
    support = models.JSONField()
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["stakeholder", "assessor_key"], name="one_assessment_an_assessor"),
        )

    def __str__(self) -> str:
        return self.assessor


class GroupWords(models.Model):
    """What a partnership calls one of the five groups, and whom it puts there; blank leaves the guide's words."""

    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="group_words")
    group = models.CharField(max_length=20)
    name = models.CharField(max_length=80, blank=True)
    members = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["partnership", "group"], name="one_name_a_group"),)

    def __str__(self) -> str:
        return self.name
