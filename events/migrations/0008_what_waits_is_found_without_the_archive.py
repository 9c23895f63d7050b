"""Plans and people that wait for somebody are few among very many: they have indexes of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0007_parts_of_travel_facts_are_known")]
    operations = [
        migrations.AddIndex(
            model_name="actionplan",
            index=models.Index(
                condition=models.Q(("status", "endorsed"), _negated=True),
                fields=["participant"],
                name="plans_not_endorsed",
            ),
        ),
        migrations.AddIndex(
            model_name="participant",
            index=models.Index(
                condition=models.Q(("status__in", ("nominated", "applied"))),
                fields=["event"],
                name="participants_to_decide",
            ),
        ),
    ]
