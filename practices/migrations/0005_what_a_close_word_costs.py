"""Tell the planner that reading all words is dear.

It takes comparing two lists of remainders for as cheap as comparing two numbers, and so reads the whole vocabulary
instead of asking the index. The function is true of every word and is asked only of those that match; its price is what
makes the index the cheaper way.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION practices_compared(varchar) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL UNSAFE COST 2000
    AS $$ BEGIN RETURN true; END $$;
"""
BACKWARD = "DROP FUNCTION practices_compared(varchar);"


class Migration(migrations.Migration):
    dependencies = [("practices", "0004_languages_of_drafts")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
