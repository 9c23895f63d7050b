"""A request may ask about an entry of the library: its page leads there, and the entry tells of it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0002_what_a_search_costs"),
        ("practices", "0001_practices"),
    ]

    operations = [
        migrations.AddField(
            model_name="consultation",
            name="practice",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="consultations",
                to="practices.practice",
                verbose_name="practice it asks about",
            ),
        ),
    ]
