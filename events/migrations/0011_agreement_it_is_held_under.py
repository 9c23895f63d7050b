"""An event names an agreement of the register. What was written by hand before stays, in words."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0001_agreements"),
        ("events", "0010_practices_of_sessions"),
    ]

    operations = [
        migrations.RenameField(model_name="event", old_name="agreement", new_name="agreement_note"),
        migrations.AlterField(
            model_name="event",
            name="agreement_note",
            field=models.CharField(
                blank=True,
                help_text="Where the agreement is not in the register.",
                max_length=300,
                verbose_name="agreement it is held under, in words",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="agreement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events",
                to="agreements.agreement",
                verbose_name="agreement it is held under",
            ),
        ),
    ]
