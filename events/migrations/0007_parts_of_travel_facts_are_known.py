"""Which parts of the travel facts are there, so that nobody opens them to see what is missing."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0006_slides_are_asked_for")]
    operations = [
        migrations.AddField(
            model_name="travelfile",
            name="known",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=12), blank=True, default=list, editable=False, size=None
            ),
        ),
    ]
