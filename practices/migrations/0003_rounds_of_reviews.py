from django.db import migrations, models


class Migration(migrations.Migration):
    """An entry knows the round its reviews are in, so that those of an earlier one do not carry it on."""

    dependencies = [("practices", "0002_finding")]

    operations = [
        migrations.AddField(
            model_name="practice",
            name="round",
            field=models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="round of reviews"),
        ),
    ]
