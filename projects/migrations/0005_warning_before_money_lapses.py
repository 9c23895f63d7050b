"""Which warning was given last before the money of a line lapses."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0004_drafts_of_values_and_reminders")]

    operations = [
        migrations.AddField(
            model_name="budgetline",
            name="warned_days",
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
    ]
