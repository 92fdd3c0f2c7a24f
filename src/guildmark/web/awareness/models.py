"""Step 2's table: events and outreach, with whom they reached and what came of them."""

from __future__ import annotations

from datetime import date

from django.db import models

from guildmark.toolkit.awareness import Occasion, Perspective
from guildmark.web.ids import new_id


class LoggedOccasion(models.Model):
    """An event or an occasion of outreach that a partnership logs, in one cycle.

    `day` is as exact as it is known: "2025", "2025-05", "2025-05-20" or empty. `participants` is None where
    nobody counted. `outcomes` and `follow_up` hold one thing a line.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cycle = models.ForeignKey("partnerships.Cycle", on_delete=models.CASCADE, related_name="occasions")
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    day = models.CharField(max_length=10, blank=True)
    participants = models.PositiveIntegerField(null=True, blank=True)
    who = models.CharField(max_length=500, blank=True)
    perspectives = models.JSONField(default=list)
    outcomes = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-day", "id")

    def __str__(self) -> str:
        return self.title

    @property
    def heard(self) -> tuple[Perspective, ...]:
        """The perspectives that were heard, in their order."""
        return tuple(one for one in Perspective if one.value in self.perspectives)

    @property
    def came_of_it(self) -> tuple[str, ...]:
        """What came of it, one thing each."""
        return tuple(line.strip() for line in self.outcomes.splitlines() if line.strip())

    @property
    def next_steps(self) -> tuple[str, ...]:
        """Who approaches whom next, one thing each."""
        return tuple(line.strip() for line in self.follow_up.splitlines() if line.strip())

    @property
    def as_occasion(self) -> Occasion:
        """The occasion as the toolkit sums it up; what is not known of its date counts as the beginning."""
        year, month, day = (*(int(part) for part in self.day.split("-") if part), 1, 1, 1)[:3]
        return Occasion(
            title=self.title,
            on=date(year, month, day),
            participants=self.participants or 0,
            perspectives=frozenset(self.heard),
            outcomes=self.came_of_it,
            follow_up=self.next_steps,
        )
