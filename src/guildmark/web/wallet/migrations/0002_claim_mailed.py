from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wallet", "0001_initial")]

    operations = [
        migrations.AddField(model_name="claim", name="mailed", field=models.BooleanField(default=False)),
    ]
