"""What a partnership shows to the public, with the columns by which the register is searched."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from guildmark.web.ids import new_id


class Provider(models.Model):
    """An awarding body as published designs name it. `key` is what makes two of them one."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    key = models.CharField(max_length=64, unique=True)
    name = models.JSONField()
    folded = models.CharField(max_length=200, db_index=True)
    country = models.CharField(max_length=2, blank=True, db_index=True)
    place = models.CharField(max_length=200, blank=True)
    address = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering = ("folded", "id")

    def __str__(self) -> str:
        return self.folded


class Publication(models.Model):
    """An approved version that stands in the public register until it is withdrawn.

    What lists show and search stands in columns of its own, filled when it is published: the
    version's document never changes.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    version = models.OneToOneField("design.DesignVersion", on_delete=models.CASCADE, related_name="publication")
    micro_credential = models.ForeignKey(
        "design.MicroCredential", on_delete=models.CASCADE, related_name="publications"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    number = models.PositiveIntegerField()
    title = models.JSONField()
    folded = models.CharField(max_length=200)
    words = models.TextField()
    written_in = models.CharField(max_length=35, blank=True)
    eqf = models.PositiveSmallIntegerField(null=True, blank=True)
    mode = models.CharField(max_length=20, blank=True)
    hours = models.FloatField(null=True, blank=True)
    ects = models.FloatField(null=True, blank=True)
    places = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    sectors = models.JSONField(default=list)
    providers = models.ManyToManyField(Provider, related_name="publications")

    class Meta:
        ordering = ("-published_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["micro_credential"], condition=Q(withdrawn_at__isnull=True), name="one_published_version"
            ),
        )
        indexes = (
            models.Index(fields=["withdrawn_at", "-published_at"], name="register_newest"),
            models.Index(fields=["withdrawn_at", "folded"], name="register_title"),
            models.Index(fields=["withdrawn_at", "eqf"], name="register_eqf"),
            models.Index(fields=["withdrawn_at", "mode"], name="register_mode"),
            models.Index(fields=["withdrawn_at", "hours"], name="register_hours"),
        )

    def __str__(self) -> str:
        return f"{self.version}, published"


class Facet(models.Model):
    """One country, language or sector of a publication, which may have several."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="facets")
    kind = models.CharField(max_length=10)
    value = models.CharField(max_length=60)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["publication", "kind", "value"], name="one_facet_once"),)
        indexes = (models.Index(fields=["kind", "value", "publication"], name="register_by_facet"),)

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"
