"""What a partnership shows to the public."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from guildmark.web.ids import new_id


class Publication(models.Model):
    """An approved version that stands in the public register until it is withdrawn."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    version = models.OneToOneField("design.DesignVersion", on_delete=models.CASCADE, related_name="publication")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.version}, published"
