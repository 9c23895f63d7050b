"""What somebody agreed to is written once: the database itself refuses to change, delete or truncate it."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION people_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log of consents is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER consents_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON people_consent
    FOR EACH STATEMENT EXECUTE FUNCTION people_refuse_change();
"""
BACKWARD = """
DROP TRIGGER consents_are_append_only ON people_consent;
DROP FUNCTION people_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0003_consents")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
