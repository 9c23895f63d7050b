"""Indexes of the search that are complete at every moment, and a planner that knows when to use them.

A vector lies packed beside its row, and unpacking thousands of them takes seconds; the planner counts nothing for it.
Told that a word is in a third of the library it would read the table and unpack until it has enough. Without statistics
it takes every word for a rare one and always asks the index, which is right at any size.
"""

import django.contrib.postgres.indexes
from django.db import migrations

FORWARD = """
ALTER TABLE practices_entry ALTER COLUMN heading SET STATISTICS 0, ALTER COLUMN body SET STATISTICS 0;
ALTER TABLE practices_entry ALTER COLUMN body SET STORAGE EXTERNAL;
"""
BACKWARD = """
ALTER TABLE practices_entry ALTER COLUMN heading SET STATISTICS -1, ALTER COLUMN body SET STATISTICS -1;
ALTER TABLE practices_entry ALTER COLUMN body SET STORAGE EXTENDED;
"""
INDEXES = {
    "entry": ("heading", "body", "facets"),
    "word": ("remainders",),
}


class Migration(migrations.Migration):
    dependencies = [("practices", "0001_practices")]
    operations = [
        *(
            operation
            for model, fields in INDEXES.items()
            for field in fields
            for operation in (
                migrations.RemoveIndex(model_name=model, name=f"practices_{model}_{field}"),
                migrations.AddIndex(
                    model_name=model,
                    index=django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=[field], name=f"practices_{model}_{field}"
                    ),
                ),
            )
        ),
        migrations.RemoveField(model_name="word", name="entries"),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
