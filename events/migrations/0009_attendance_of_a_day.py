"""Who was there on a day is found by the day: many events have been held since."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0008_what_waits_is_found_without_the_archive")]
    operations = [
        migrations.AddIndex(
            model_name="attendance",
            index=models.Index(
                condition=models.Q(("session", None)), fields=["day", "participant"], name="attendance_of_day"
            ),
        )
    ]
