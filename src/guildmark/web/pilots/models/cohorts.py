"""A cohort that pilots an approved design: learners, sessions, attendance, results."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from guildmark.web.ids import new_id


class Cohort(models.Model):
    """A group that learns together, by one approved version of a design."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cycle = models.ForeignKey("partnerships.Cycle", on_delete=models.CASCADE, related_name="cohorts")
    design_version = models.ForeignKey("design.DesignVersion", on_delete=models.PROTECT, related_name="cohorts")
    name = models.CharField(max_length=200)
    state = models.CharField(max_length=12, default="planned")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    mode = models.CharField(max_length=20, blank=True)
    launch = models.TextField(blank=True)
    survey_phase = models.CharField(max_length=8, blank=True)
    survey_edition = models.CharField(max_length=10, default="1")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name


class Learner(models.Model):
    """Who learns in a cohort. `passed` is what the rule says (docs/rules/passing.md), kept for lists.

    `survey_key` is the digest of the token of the learner's survey link; no sheet of answers refers to a learner.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="learners")
    name = models.CharField(max_length=500, blank=True)
    name_key = models.CharField(max_length=500, blank=True)
    email = models.CharField(max_length=254, blank=True)
    email_key = models.CharField(max_length=254, blank=True, db_index=True)
    identifier = models.CharField(max_length=500, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=40, blank=True)
    grade = models.JSONField(null=True, blank=True)
    evidence_url = models.CharField(max_length=2000, blank=True)
    state = models.CharField(max_length=12, default="enrolled")
    passed = models.BooleanField(null=True, blank=True)
    survey_key = models.CharField(max_length=64, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=["cohort", "name_key"]),)

    def __str__(self) -> str:
        return f"learner {self.public_id}"


class Session(models.Model):
    """A session of a cohort: a day and what it is about."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(max_length=200)
    day = models.DateField(null=True, blank=True)
    hours = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ("day", "id")

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """That a learner was there. A session at which nobody was is not counted as held."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendance")
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="attendance")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["session", "learner"], name="there_once"),)

    def __str__(self) -> str:
        return f"{self.learner} in {self.session}"


class OutcomeResult(models.Model):
    """Whether a learner reached a learning outcome, as somebody assessed it; no row where nobody did."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="results")
    outcome = models.CharField(max_length=70)
    reached = models.BooleanField()
    note = models.CharField(max_length=500, blank=True)
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["learner", "outcome"], name="one_result_an_outcome"),)

    def __str__(self) -> str:
        return f"{self.learner}: {self.outcome}"
