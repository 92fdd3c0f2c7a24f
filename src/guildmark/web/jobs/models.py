"""Jobs and their chunks. A chunk that was begun and not finished is taken up again when its lease ends."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from guildmark.web.ids import new_id


class Job(models.Model):
    """Long work that somebody asked for. `key` makes asking twice harmless."""

    class State(models.TextChoices):
        """How far a job is."""

        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=120, unique=True)
    label = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.label}"


class Chunk(models.Model):
    """A part of a job, done in one transaction: `payload` says what, `size` how many things it holds."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField()
    payload = models.JSONField()
    size = models.PositiveIntegerField(default=1)
    done_at = models.DateTimeField(null=True, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["job", "number"], name="one_chunk_a_number"),)
        indexes = (
            # The next one is found as soon among a million done ones as among ten.
            models.Index(fields=["id"], condition=models.Q(done_at=None), name="chunks_open"),
        )

    def __str__(self) -> str:
        return f"{self.job} {self.number}"
