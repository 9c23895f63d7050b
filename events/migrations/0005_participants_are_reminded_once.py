"""For which first day a participant was reminded: a day that moves is told again, another is told once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0004_checks_and_places_of_nominees")]
    operations = [
        migrations.AddField(
            model_name="participant",
            name="reminded_for",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="reminded of the first day"),
        )
    ]
