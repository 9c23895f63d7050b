"""A cost with a year and no amount, an index without its least value: a check that comes to nothing lets them pass."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("practices", "0005_what_a_close_word_costs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="adoptionreport",
            name="practices_report_cost_whole",
        ),
        migrations.RemoveConstraint(
            model_name="precondition",
            name="practices_capability_or_index",
        ),
        migrations.RemoveConstraint(
            model_name="version",
            name="practices_cost_has_currency_and_year",
        ),
        migrations.AddConstraint(
            model_name="adoptionreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cost_amount", None), ("cost_currency", ""), ("cost_year", None)),
                    models.Q(
                        ("cost_amount__gte", 0),
                        ("cost_amount__isnull", False),
                        ("cost_year__isnull", False),
                        models.Q(("cost_currency", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="practices_report_cost_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="precondition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("capability__isnull", False), ("index", ""), ("minimum", None)),
                    models.Q(
                        ("capability", None),
                        ("index__in", ["egdi", "osi", "tii", "hci", "epi"]),
                        ("minimum__gte", 0),
                        ("minimum__isnull", False),
                        ("minimum__lte", 1),
                    ),
                    _connector="OR",
                ),
                name="practices_capability_or_index",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cost_amount", None), ("cost_currency", ""), ("cost_year", None)),
                    models.Q(
                        ("cost_amount__gte", 0),
                        ("cost_amount__isnull", False),
                        ("cost_year__isnull", False),
                        models.Q(("cost_currency", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="practices_cost_has_currency_and_year",
            ),
        ),
    ]
