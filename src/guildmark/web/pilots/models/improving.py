"""What was heard of a pilot, what was decided, and where it was told (Steps 4.4 to 4.6)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from guildmark.web.ids import new_id
from guildmark.web.pilots.models.cohorts import Cohort


class Note(models.Model):
    """An observation of the delivery, or feedback from an interview or a reflection session."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=12)
    voice = models.CharField(max_length=12)
    text = models.TextField()
    day = models.DateField(null=True, blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("day", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"


class Decision(models.Model):
    """An improvement that was decided; done once a version of the design carries it out."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="decisions")
    text = models.CharField(max_length=500)
    because = models.TextField(blank=True)
    changes = models.CharField(max_length=12)
    done = models.BooleanField(default=False)
    carried_out_in = models.ForeignKey(
        "design.DesignVersion", on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions"
    )
    day = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("done", "id")

    def __str__(self) -> str:
        return self.text


class Sharing(models.Model):
    """An occasion on which the results were told: a meeting, a channel, an event of the sector."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="sharings")
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=12)
    day = models.DateField(null=True, blank=True)
    audience = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=2000, blank=True)
    outcome = models.TextField(blank=True)

    class Meta:
        ordering = ("day", "id")

    def __str__(self) -> str:
        return self.title
