"""Let the database count seats and nominees, and keep a person out of two sessions at once.

The counters stand in rows with a check beside them (`seats_taken <= capacity`, `nominees <= quota`), so a place too many
is refused whatever the code believed, and two who come at one moment wait for each other at that row. They count by
statement, not by row: three hundred registrations in one statement touch the row of the event once.

The times of a part follow its session, because an exclusion constraint sees one table only.
"""

from django.db import migrations

PARTICIPANTS = """
CREATE FUNCTION events_count_participants() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seated text[] := ARRAY['accepted', 'attending', 'attended'];
    in_quota text[] := ARRAY['nominated', 'checked', 'accepted', 'attending', 'attended'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE events_event e SET seats_taken = seats_taken + d.n FROM (
            SELECT event_id, count(*) AS n FROM after_rows WHERE status = ANY(seated) GROUP BY event_id
        ) d WHERE e.id = d.event_id;
        UPDATE events_delegation g SET nominees = nominees + d.n FROM (
            SELECT delegation_id, count(*) AS n FROM after_rows
            WHERE delegation_id IS NOT NULL AND NOT is_alternate AND status = ANY(in_quota) GROUP BY delegation_id
        ) d WHERE g.id = d.delegation_id;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE events_event e SET seats_taken = seats_taken - d.n FROM (
            SELECT event_id, count(*) AS n FROM before_rows WHERE status = ANY(seated) GROUP BY event_id
        ) d WHERE e.id = d.event_id;
        UPDATE events_delegation g SET nominees = nominees - d.n FROM (
            SELECT delegation_id, count(*) AS n FROM before_rows
            WHERE delegation_id IS NOT NULL AND NOT is_alternate AND status = ANY(in_quota) GROUP BY delegation_id
        ) d WHERE g.id = d.delegation_id;
    ELSE
        UPDATE events_event e SET seats_taken = seats_taken + d.n FROM (
            SELECT event_id, sum(n) AS n FROM (
                SELECT event_id, 1 AS n FROM after_rows WHERE status = ANY(seated)
                UNION ALL SELECT event_id, -1 FROM before_rows WHERE status = ANY(seated)
            ) both_rows GROUP BY event_id HAVING sum(n) <> 0
        ) d WHERE e.id = d.event_id;
        UPDATE events_delegation g SET nominees = nominees + d.n FROM (
            SELECT delegation_id, sum(n) AS n FROM (
                SELECT delegation_id, 1 AS n FROM after_rows
                WHERE delegation_id IS NOT NULL AND NOT is_alternate AND status = ANY(in_quota)
                UNION ALL SELECT delegation_id, -1 FROM before_rows
                WHERE delegation_id IS NOT NULL AND NOT is_alternate AND status = ANY(in_quota)
            ) both_rows GROUP BY delegation_id HAVING sum(n) <> 0
        ) d WHERE g.id = d.delegation_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER events_participants_in AFTER INSERT ON events_participant
    REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION events_count_participants();
CREATE TRIGGER events_participants_out AFTER DELETE ON events_participant
    REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION events_count_participants();
CREATE TRIGGER events_participants_moved AFTER UPDATE ON events_participant
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
    FOR EACH STATEMENT EXECUTE FUNCTION events_count_participants();
"""

SEATS = """
CREATE FUNCTION events_count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        UPDATE events_session s SET seats_taken = seats_taken - d.n FROM (
            SELECT session_id, count(*) AS n FROM before_rows GROUP BY session_id
        ) d WHERE s.id = d.session_id;
        UPDATE events_visitgroup v SET seats_taken = seats_taken - d.n FROM (
            SELECT group_id, count(*) AS n FROM before_rows WHERE group_id IS NOT NULL GROUP BY group_id
        ) d WHERE v.id = d.group_id;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        UPDATE events_session s SET seats_taken = seats_taken + d.n FROM (
            SELECT session_id, count(*) AS n FROM after_rows GROUP BY session_id
        ) d WHERE s.id = d.session_id;
        UPDATE events_visitgroup v SET seats_taken = seats_taken + d.n FROM (
            SELECT group_id, count(*) AS n FROM after_rows WHERE group_id IS NOT NULL GROUP BY group_id
        ) d WHERE v.id = d.group_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER events_seats_in AFTER INSERT ON events_seat
    REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION events_count_seats();
CREATE TRIGGER events_seats_out AFTER DELETE ON events_seat
    REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION events_count_seats();
CREATE TRIGGER events_seats_moved AFTER UPDATE ON events_seat
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
    FOR EACH STATEMENT EXECUTE FUNCTION events_count_seats();
"""

PARTS = """
CREATE FUNCTION events_part_takes_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT CASE WHEN s.cancelled_at IS NULL THEN s.starts_at END, CASE WHEN s.cancelled_at IS NULL THEN s.ends_at END
        INTO NEW.starts_at, NEW.ends_at FROM events_session s WHERE s.id = NEW.session_id FOR SHARE;
    RETURN NEW;
END $$;
CREATE TRIGGER events_part_takes_times BEFORE INSERT OR UPDATE OF session_id ON events_sessionpart
    FOR EACH ROW EXECUTE FUNCTION events_part_takes_times();
CREATE FUNCTION events_session_moves_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE events_sessionpart SET
        starts_at = CASE WHEN NEW.cancelled_at IS NULL THEN NEW.starts_at END,
        ends_at = CASE WHEN NEW.cancelled_at IS NULL THEN NEW.ends_at END
        WHERE session_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER events_session_moves_parts AFTER UPDATE OF starts_at, ends_at, cancelled_at ON events_session
    FOR EACH ROW WHEN (
        (OLD.starts_at, OLD.ends_at, OLD.cancelled_at) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.cancelled_at)
    ) EXECUTE FUNCTION events_session_moves_parts();
"""

BACK = """
DROP FUNCTION events_count_participants() CASCADE;
DROP FUNCTION events_count_seats() CASCADE;
DROP FUNCTION events_part_takes_times() CASCADE;
DROP FUNCTION events_session_moves_parts() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0001_events")]
    operations = [migrations.RunSQL(PARTICIPANTS + SEATS + PARTS, BACK)]
