"""An index of the chunks that are still to do, in their order, in place of one that had to be sorted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Changes the index."""

    dependencies = [("jobs", "0001_initial")]
    operations = [
        migrations.RemoveIndex("chunk", "chunks_to_do"),
        migrations.AddIndex(
            "chunk", models.Index(condition=models.Q(("done_at", None)), fields=["id"], name="chunks_open")
        ),
    ]
