"""What a learner does with records: claiming and sharing. The records themselves stand in `issuing`."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from guildmark.web.ids import new_id, new_token


class Claim(models.Model):
    """A link for one learner, good once; the token is kept as its SHA-256 digest only.

    `mailed`: it went to the record's address and to nobody else, so that who has it reads that mailbox.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    record = models.ForeignKey("issuing.IssuedRecord", on_delete=models.CASCADE, related_name="claims")
    token_digest = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    mailed = models.BooleanField(default=False)
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"claim of {self.record}"


class ShareLink(models.Model):
    """An address under which anybody sees a record until its holder withdraws it."""

    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    record = models.ForeignKey("issuing.IssuedRecord", on_delete=models.CASCADE, related_name="share_links")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="share_links")
    label = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"link to {self.record}"
