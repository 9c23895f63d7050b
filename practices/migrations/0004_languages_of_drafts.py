import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A draft knows who writes it and which text it was made from, also before anything is published."""

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("practices", "0003_rounds_of_reviews")]

    operations = [
        migrations.AddField(
            model_name="translation",
            name="sources",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="translation",
            name="drafted_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(fields=["language", "state", "outdated"], name="practices_texts_by_state"),
        ),
    ]
