"""What an officer found when checking a nominee, since when a place is held, and who comes in whose place, once."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

POINTS = [
    ("name", "The name is written as in the passport"),
    ("letter", "The person is named in the nomination letter"),
    ("language", "The person works in a language of the event"),
    ("experience", "The person has experience in the subject"),
    ("no_training", "No training in the host country in the last three years"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0003_follow_up_and_numbers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name="delegation",
            name="nomination_reminded_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="delegation",
            name="papers_reminded_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="participant",
            name="accepted_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="accepted"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(fields=("replaces",), name="one_replacement_a_place"),
        ),
        migrations.CreateModel(
            name="NomineeCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "points",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(choices=POINTS, max_length=12),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="what holds",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="remarks")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="checked")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nominee_check",
                        to="events.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "check of a nominee",
                "verbose_name_plural": "checks of nominees",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("points__contains", ["name", "letter", "language", "experience", "no_training"]),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_doubt_has_remarks",
                    )
                ],
            },
        ),
    ]
