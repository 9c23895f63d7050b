"""A certificate gets its number with the second key, and that a trip report is overdue is told once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0002_the_database_counts")]
    operations = [
        migrations.AlterField(
            model_name="certificate",
            name="number",
            field=models.CharField(
                blank=True,
                help_text="Given with the second key.",
                max_length=40,
                null=True,
                unique=True,
                verbose_name="number",
            ),
        ),
        migrations.AddField(
            model_name="tripreport",
            name="overdue_told_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
