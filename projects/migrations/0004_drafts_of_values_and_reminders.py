"""Where both sides report, each has a draft of its own; and when a side was reminded of what is missing."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0003_reminder_of_registration"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="reportedvalue",
            name="project_one_value_under_way",
        ),
        migrations.AddField(
            model_name="period",
            name="reminded_on",
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="reportedvalue",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "submitted", "checked"))),
                fields=("measure", "period", "side"),
                name="project_one_value_under_way_a_side",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportedvalue",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("submitted", "checked"))),
                fields=("measure", "period"),
                name="project_one_value_submitted",
            ),
        ),
    ]
