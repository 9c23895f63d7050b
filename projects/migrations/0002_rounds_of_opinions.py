"""Both sides give their opinion anew once a concept paper came back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0001_projects")]

    operations = [
        migrations.AddField(
            "project",
            "opinion_round",
            models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="round of opinions"),
        ),
    ]
