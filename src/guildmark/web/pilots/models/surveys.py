"""Answers to the survey, kept apart from names."""

from __future__ import annotations

from django.db import models

from guildmark.web.ids import new_id
from guildmark.web.pilots.models.cohorts import Cohort


class SurveySheet(models.Model):
    """One answered sheet. `pair` is made from the secret of the answering link, so that the two sheets of one
    person find each other and nothing here leads to the person; no hour and no number of arrival is kept.
    """

    id = models.CharField(max_length=32, primary_key=True, default=new_id, editable=False)
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="sheets")
    phase = models.CharField(max_length=8)
    edition = models.CharField(max_length=10)
    pair = models.CharField(max_length=64)
    answers = models.JSONField()

    class Meta:
        ordering = ("pair",)
        constraints = (models.UniqueConstraint(fields=["cohort", "phase", "pair"], name="one_sheet_a_phase"),)

    def __str__(self) -> str:
        return f"{self.cohort}, {self.phase}"
