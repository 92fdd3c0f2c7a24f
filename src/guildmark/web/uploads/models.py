"""The table of files that wait for a yes."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from guildmark.web.ids import new_id


class Upload(models.Model):
    """A file that somebody handed in; seen by that person in that partnership only."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=40)
    filename = models.CharField(max_length=200)
    data = models.BinaryField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.filename
