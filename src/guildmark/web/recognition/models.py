"""Step 5's tables: the route that is taken, what is filed on the way, and the documents that belong to it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import models

from guildmark.web.ids import new_id


class ChosenRoute(models.Model):
    """The route to recognition that a partnership takes with a micro-credential; `route` is toolkit's key of it."""

    micro_credential = models.OneToOneField("design.MicroCredential", on_delete=models.CASCADE, related_name="route")
    route = models.CharField(max_length=80)
    reason = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.route


class Document(models.Model):
    """A document that somebody handed in, its kind checked; never changed, and served as a download only."""

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="+")
    filename = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    data = models.BinaryField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.filename


class Filing(models.Model):
    """One thing of Step 5 with its stage, day and document; `kinds.py` says which fields a kind has.

    `towards` is the larger qualification that a decision on stacking is about; `more` holds the few fields that
    one kind alone has. Numbers that are counted (`credits`, `amount`) are columns.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_id, editable=False)
    cycle = models.ForeignKey("partnerships.Cycle", on_delete=models.CASCADE, related_name="filings")
    kind = models.CharField(max_length=20)
    micro_credential = models.ForeignKey(
        "design.MicroCredential", on_delete=models.CASCADE, null=True, blank=True, related_name="filings"
    )
    towards = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="counted")
    title = models.CharField(max_length=200)
    stage = models.CharField(max_length=12)
    who = models.CharField(max_length=300, blank=True)
    on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True)
    link = models.URLField(max_length=500, blank=True)
    credits = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    more = models.JSONField(default=dict)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="filings")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=["cycle", "kind", "-id"], name="filings_of_kind"),)

    def __str__(self) -> str:
        return self.title

    def label(self, language: str) -> str:
        """The title; makes a filing a word in a sentence."""
        return self.title

    def runs(self, today: date) -> bool:
        """Whether it is done and has not ended."""
        return self.stage == "done" and (self.until is None or self.until >= today)

    @property
    def sort(self) -> str:
        """Which of the choices of its kind it is: the piece of evidence, the model of stacking, the task."""
        return str(self.more.get("sort", ""))

    @property
    def size(self) -> float | None:
        """Its credits as a number that is said as short as it is: 4 rather than 4.0."""
        return _short(self.credits)

    @property
    def figure(self) -> float | None:
        """Its amount, said in the same way."""
        return _short(self.amount)


def _short(value: Decimal | None) -> float | None:
    return None if value is None else int(value) if value == int(value) else float(value)
