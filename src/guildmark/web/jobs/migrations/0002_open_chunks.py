"""An index of the chunks that are still to do, in their order."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index."""

    dependencies = [("jobs", "0001_initial")]
    operations = [
        migrations.AddIndex(
            "chunk", models.Index(condition=models.Q(("done_at", None)), fields=["id"], name="chunks_open")
        )
    ]
