"""Entries that wait for approval are found without looking through the books."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0005_warning_before_money_lapses")]

    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("state", "draft")),
                fields=["side", "created_at", "id"],
                name="projects_entries_to_approve",
            ),
        ),
    ]
