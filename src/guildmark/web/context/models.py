"""Step 1's tables: countries, the versions of their answers, their ratings."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from guildmark.vocabulary import countries
from guildmark.vocabulary.countries import Country
from guildmark.web.ids import new_id


class CountryFile(models.Model):
    """A country or region whose status a partnership looks into, in one cycle."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cycle = models.ForeignKey("partnerships.Cycle", on_delete=models.CASCADE, related_name="countries")
    country = models.CharField(max_length=2)
    region = models.CharField(max_length=120, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["cycle", "country", "region"], name="one_file_a_country"),)

    def __str__(self) -> str:
        return self.label("en")

    @property
    def as_country(self) -> Country:
        """The country of the vocabulary."""
        return countries.get(self.country)

    def label(self, language: str) -> str:
        """The name as people read it; makes a country file a word in a sentence."""
        name = self.as_country.label(language)
        return f"{name} / {self.region}" if self.region else name


class AnswersVersion(models.Model):
    """The answers as they stood at one time (docs/rules/answers.md): numbered, never changed."""

    file = models.ForeignKey(CountryFile, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.JSONField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=["file", "number"], name="one_answers_a_number"),)

    def __str__(self) -> str:
        return f"{self.file}, version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes a new version; an old one cannot be changed."""
        if self.pk is not None:
            raise TypeError("a version is never changed")
        super().save(*args, **kwargs)


class CountryRating(models.Model):
    """A rating that a person gave: the proposal confirmed, or overruled with a reason."""

    file = models.ForeignKey(CountryFile, on_delete=models.CASCADE, related_name="ratings")
    dimension = models.CharField(max_length=20)
    rating = models.CharField(max_length=20)
    note = models.CharField(max_length=500, blank=True)
    proposed = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    answers_version = models.PositiveIntegerField(default=0)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["file", "dimension"], name="one_rating_a_dimension"),)

    def __str__(self) -> str:
        return f"{self.file}, {self.dimension}: {self.rating}"

    @property
    def overruled(self) -> bool:
        """Whether it differs from what the answers proposed."""
        return bool(self.proposed) and self.proposed != self.rating
