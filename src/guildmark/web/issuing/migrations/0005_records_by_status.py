"""An index of the records of a list by their status."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index."""

    dependencies = [("issuing", "0004_following")]
    operations = [
        migrations.AddIndex(
            "issuedrecord",
            models.Index(fields=["status_list", "status_code", "status_index"], name="records_by_status"),
        )
    ]
