"""A project that is approved and not registered is reminded of once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0002_rounds_of_opinions")]

    operations = [
        migrations.AddField(
            "project", "registration_reminded_on", models.DateField(blank=True, editable=False, null=True)
        ),
    ]
