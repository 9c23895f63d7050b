"""Tell the planner what looking into a search vector costs.

A vector lies packed beside its row; unpacking a hundred thousand of them takes seconds, and the planner counts nothing
for it. It therefore read the newest requests one by one for a word that three of them hold. The function is true of
every row and asked only of rows that match; its price is what makes the index of words the cheaper way for rare words.
For common words reading the newest first stays the better way: the wider statistics tell the two apart.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION consultations_unpacked(bigint) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL UNSAFE COST 2000
    AS $$ BEGIN RETURN true; END $$;
ALTER TABLE consultations_consultation ALTER COLUMN search SET STATISTICS 1000;
"""
BACKWARD = """
ALTER TABLE consultations_consultation ALTER COLUMN search SET STATISTICS -1;
DROP FUNCTION consultations_unpacked(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("consultations", "0001_consultations")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
