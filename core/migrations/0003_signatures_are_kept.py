"""A signature is never deleted nor rewritten: only that it took effect, or was cleared, is added once."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION core_keep_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A signature is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.settled_at IS NOT NULL OR OLD.cleared_at IS NOT NULL
        OR (to_jsonb(OLD) - 'settled_at' - 'cleared_at') <> (to_jsonb(NEW) - 'settled_at' - 'cleared_at') THEN
        RAISE EXCEPTION 'A signature is never rewritten' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER signatures_are_kept BEFORE UPDATE OR DELETE ON core_signature
    FOR EACH ROW EXECUTE FUNCTION core_keep_signature();
"""
BACKWARD = """
DROP TRIGGER signatures_are_kept ON core_signature;
DROP FUNCTION core_keep_signature();
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0002_journal_is_append_only")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
