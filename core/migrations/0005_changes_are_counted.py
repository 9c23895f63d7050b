"""The database counts by itself how often a table has changed: see `core.changes`, which gives each table its trigger."""

from django.db import migrations, models

FORWARD = """
CREATE FUNCTION core_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO core_change (matter, relation, transaction, number)
    VALUES (TG_TABLE_NAME, TG_RELID::bigint, pg_current_xact_id()::text::bigint, 1)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
"""
BACKWARD = "DROP FUNCTION core_note_change() CASCADE;"


class Migration(migrations.Migration):
    dependencies = [("core", "0004_number_series")]
    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("matter", models.CharField(max_length=63)),
                ("relation", models.BigIntegerField(null=True)),
                ("transaction", models.BigIntegerField(null=True)),
                ("number", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("relation", "transaction"), name="one_change_a_table_and_transaction"
                    )
                ],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
