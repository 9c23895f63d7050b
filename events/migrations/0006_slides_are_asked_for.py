"""How far a speaker was reminded of slides; and one row a person: an address is entered once."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0005_participants_are_reminded_once")]
    operations = [
        migrations.AddField(
            model_name="sessionpart",
            name="slides_asked",
            field=models.PositiveSmallIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="contributor",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("email", ""), _negated=True),
                name="one_contributor_an_address",
                violation_error_message="Somebody is entered with this address already.",
            ),
        ),
    ]
