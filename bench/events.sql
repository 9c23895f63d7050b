-- Events and all that belongs to them, after `fill.sql` and by its means. Rank 1 begins last. The newest 56 are alike at
-- every size, and so are the forum (28: it is under way), the registration with the greatest crowd (27), the edition
-- under nomination (26) and the one that has just ended (29); only the crowd and the archive behind rank 56 grow.
-- The triggers that count seats and nominees count by statement, so they stay and write the counters themselves.

--- programmes
INSERT INTO events_programme (id, centre_id, slug, name, purpose, since, is_public)
SELECT p, :centre, 'programme-' || p, title.body, paragraph.body, 2010, true FROM generate_series(1, :programmes) AS p
JOIN bench_text title ON title.kind = 'title' AND title.language = 'all' AND title.no = p
JOIN bench_text paragraph ON paragraph.kind = 'paragraph' AND paragraph.language = 'all' AND paragraph.no = p;
INSERT INTO events_programme_countries (programme_id, country_id) SELECT p, code FROM generate_series(1, :programmes) AS p, people_country WHERE code <> 'KR';

--- events drawn
CREATE TEMP TABLE drawn_event AS
WITH placed AS (
    SELECT r, :events + 1 - r AS id, r % 2 = 0 AND r <> 28 OR r = 29 AS is_training,
        CASE WHEN r IN (26, 29) OR r BETWEEN 30 AND 37 THEN 1 ELSE 2 + r % (:programmes - 1) END AS programme_id,
        CASE WHEN r = 28 THEN current_date - 1 WHEN r = 27 THEN current_date + 20 WHEN r = 26 THEN current_date + 30
             WHEN r < 26 THEN current_date + 40 + (25 - r) * 9 WHEN r = 29 THEN current_date - 14
             WHEN r <= 56 THEN current_date - 20 - (r - 29) * 7
             ELSE current_date - 215 - ((r - 56) * 3435.0 / :events)::int END AS starts_on,
        CASE r WHEN 28 THEN :forum WHEN 27 THEN :crowd WHEN 26 THEN 13 * :delegates WHEN 29 THEN 13 * :delegates
               ELSE CASE WHEN r <= 56 THEN :each ELSE :others END END AS people,
        CASE WHEN r IN (21, 33, 45) THEN 599 ELSE pg_temp.draw(r, 206, 599) END AS title_no
    FROM generate_series(1, :events) AS r
)
SELECT placed.*, starts_on + CASE WHEN r IN (26, 29) THEN 4 WHEN r = 28 THEN 2 ELSE 1 END AS ends_on,
    extract(year FROM starts_on)::int AS year, format('E-%s-%s', extract(year FROM starts_on), lpad(r::text, 5, '0')) AS reference,
    CASE WHEN r <= 2 THEN 'planned' WHEN r % 40 = 17 AND r > 56 THEN 'cancelled' WHEN r > 40 THEN 'closed' ELSE 'announced' END AS status,
    CASE WHEN r IN (26, 29) THEN :delegates ELSE 2 + people / 12 END AS quota, CASE WHEN r IN (26, 29) THEN 13 ELSE 12 END AS bodies,
    (SELECT id FROM bench_person WHERE part = 'officer' AND no = 1 + CASE WHEN r IN (26, 27, 28, 29) THEN 0 ELSE r % 6 END) AS officer_id
FROM placed;
CREATE INDEX ON drawn_event (r);
ANALYZE drawn_event;

--- events
INSERT INTO events_eventseries (year, last) SELECT year, 99999 FROM drawn_event GROUP BY year;
INSERT INTO events_event (id, centre_id, programme_id, reference, number, year, status, kind, mode, name, theme, description, starts_on, ends_on,
    languages, agreement_note, is_public, quota, nominations_due_at, papers_due_at, registration_opens_at, registration_closes_at, needs_approval,
    capacity, seats_taken, certificate_share, hours, calendar_sequence, created_at, updated_at, announced_at, closed_at)
SELECT id, :centre, programme_id, reference, row_number() OVER (PARTITION BY programme_id ORDER BY id), year, status,
    CASE WHEN is_training THEN 'training' WHEN r = 28 THEN 'forum' ELSE (ARRAY['forum', 'workshop', 'meeting', 'briefing'])[1 + r % 4] END,
    CASE WHEN is_training THEN 'invitational' ELSE 'hybrid' END, title.body, theme.body, about.body, starts_on, ends_on,
    ARRAY['en', 'ru'], '', true, CASE WHEN is_training THEN quota ELSE 0 END,
    CASE WHEN is_training THEN starts_on - interval '20 days' END, CASE WHEN is_training THEN starts_on - interval '10 days' END,
    CASE WHEN NOT is_training THEN starts_on - interval '60 days' END, CASE WHEN NOT is_training THEN starts_on + interval '12 hours' END,
    r = 27, CASE WHEN is_training THEN NULL WHEN r = 27 THEN :crowd * 8 / 10 ELSE people + 10 END, 0, 80, 24, 0,
    starts_on - interval '120 days', least(now(), starts_on - interval '30 days'), CASE WHEN status <> 'planned' THEN starts_on - interval '90 days' END,
    CASE WHEN status = 'closed' THEN ends_on + interval '30 days' END
FROM drawn_event
JOIN bench_text title ON title.kind = 'title' AND title.language = 'all' AND title.no = title_no
JOIN bench_text theme ON theme.kind = 'question' AND theme.language = 'all' AND theme.no = r % 300
JOIN bench_text about ON about.kind = 'paragraph' AND about.language = 'all' AND about.no = r % 400;
INSERT INTO events_eventbody (event_id, organisation_id, role, position)
SELECT e.id, b.id, CASE WHEN b.no = 291 THEN 'host' ELSE 'organiser' END, b.no FROM drawn_event e JOIN bench_body b ON b.no IN (291, 292);
INSERT INTO events_eventofficer (event_id, user_id, duty)
SELECT id, officer_id, duty FROM drawn_event, unnest(ARRAY['lead', 'travel', 'door']) AS duty;
INSERT INTO events_stop (id, event_id, position, country_id, city, venue, zone, starts_on, ends_on)
SELECT e.id, e.id, 1, 'KR', city.body, '{"en": "Convention Centre"}', 'Asia/Seoul', starts_on, ends_on
FROM drawn_event e JOIN bench_text city ON city.kind = 'city' AND city.language = 'all' AND city.no = r % 4;
INSERT INTO events_room (id, stop_id, name, seats, position)
SELECT e.id * 16 + n, e.id, jsonb_build_object('en', 'Room ' || n, 'ru', 'Зал ' || n, 'ko', n || '호실'), 120, n
FROM drawn_event e, generate_series(1, CASE WHEN r = 28 THEN 12 ELSE 1 END) AS n;
INSERT INTO events_track (id, event_id, name, position)
SELECT e.id * 16 + n, e.id, jsonb_build_object('en', 'Track ' || n, 'ru', 'Поток ' || n, 'ko', '트랙 ' || n), n
FROM drawn_event e, generate_series(1, 6) AS n WHERE r = 28;

--- delegations
CREATE TEMP TABLE drawn_delegation AS
SELECT e.id * 16 + d AS id, e.id AS event_id, e.r, d, b.id AS organisation_id, b.country AS country_id, b.no AS body_no,
    CASE WHEN r IN (22, 24) THEN 'invited' WHEN r <= 2 THEN 'prepared' ELSE 'forwarded' END AS status, e.quota, e.starts_on, e.officer_id
FROM drawn_event e, generate_series(1, e.bodies) AS d
JOIN bench_body b ON true
WHERE e.is_training AND b.no = d + CASE WHEN r IN (26, 29) THEN 0 WHEN r <= 56 THEN 12 * (r % 3) ELSE 12 * (1 + pg_temp.draw(r, 200 + d, 22)) END;
INSERT INTO events_delegation (id, event_id, organisation_id, country_id, status, quota, nominees, letter_number, letter_on, due_at,
    nomination_number, nomination_on, signatory_name, signatory_post, decline_reason, invited_at, submitted_at, forwarded_at)
SELECT id, event_id, organisation_id, country_id, status, quota, 0, '12/' || id, starts_on - 80, starts_on - interval '20 days',
    CASE WHEN status = 'forwarded' THEN '7-' || id ELSE '' END, CASE WHEN status = 'forwarded' THEN starts_on - 30 END, 'A. Signatory', 'Deputy head', '',
    CASE WHEN status <> 'prepared' THEN starts_on - interval '80 days' END, CASE WHEN status = 'forwarded' THEN starts_on - interval '30 days' END,
    CASE WHEN status = 'forwarded' THEN starts_on - interval '29 days' END
FROM drawn_delegation;
CREATE INDEX ON drawn_delegation (event_id, d);
ANALYZE drawn_delegation;

--- participants drawn
CREATE TEMP TABLE drawn_person AS
WITH listed AS (
    SELECT e.*, k, CASE WHEN e.is_training THEN 1 + k % e.bodies END AS d, 1 + k / e.bodies AS place,
        CASE WHEN e.r < 28 THEN 0 WHEN e.r = 28 THEN 1 ELSE 2 END AS phase, pg_temp.draw(e.id * 100000 + k, 210, 100) AS chance
    FROM drawn_event e, generate_series(0, e.people - 1) AS k
), sent AS (
    SELECT listed.*, g.id AS delegation_id, g.country_id AS sent_by, g.body_no, listed.r IN (26, 29) AND place > :delegates - 4 AS is_alternate
    FROM listed LEFT JOIN drawn_delegation g ON is_training AND g.event_id = listed.id AND g.d = listed.d
)
SELECT row_number() OVER (ORDER BY sent.id, k) AS id, sent.id AS event_id, sent.r, k, place, delegation_id, sent.is_training, is_alternate, phase, sent.starts_on, sent.officer_id,
    coalesce(sent_by, (SELECT country FROM bench_body WHERE no = 1 + k % 12)) AS country_id,
    CASE WHEN is_alternate THEN CASE WHEN phase = 0 THEN 'nominated' ELSE 'reserve' END
         WHEN is_training AND phase = 0 THEN CASE WHEN r = 26 AND place <= :delegates - 8 THEN 'accepted' WHEN r = 26 AND place <= :delegates - 6 THEN 'checked' ELSE 'nominated' END
         WHEN r = 27 THEN CASE WHEN k < :crowd * 8 / 10 THEN 'attending' WHEN k < :crowd * 9 / 10 THEN 'waiting' WHEN k < :crowd * 95 / 100 THEN 'applied' ELSE 'withdrawn' END
         WHEN phase < 2 THEN CASE WHEN k % 50 = 7 THEN 'withdrawn' WHEN k % 10 = 3 THEN 'accepted' ELSE 'attending' END
         WHEN chance < 85 OR r = 29 AND place = 1 THEN 'attended' WHEN chance < 90 THEN 'withdrawn' WHEN chance < 95 OR NOT is_training THEN 'declined' ELSE 'reserve' END AS status,
    CASE WHEN is_training AND place <= CASE WHEN r <= 56 THEN 6 ELSE 2 END THEN (SELECT p.id FROM bench_person p WHERE p.part = 'member' AND p.no = (body_no - 1) * 6 + place)
         WHEN NOT is_training AND (k = 0 AND r IN (27, 28)) THEN (SELECT p.id FROM bench_person p WHERE p.part = 'member' AND p.no = 1)
         WHEN NOT is_training AND k % 10 = 3 AND k < 1700 THEN (SELECT p.id FROM bench_person p WHERE p.part = 'member' AND p.no = 2 + (sent.r * 31 + k) % 1739) END AS user_id,
    (SELECT n.given FROM bench_name n WHERE n.no = pg_temp.draw(sent.id * 100000 + k, 211, 600)) AS given,
    (SELECT n.family FROM bench_name n WHERE n.no = pg_temp.draw(sent.id * 100000 + k, 212, 600)) AS family,
    sent.starts_on - interval '60 days' + k * interval '1 day' / 20 / (1 + people / 1000) AS created_at
FROM sent;
CREATE INDEX ON drawn_person (event_id);
ANALYZE drawn_person;

--- participants
INSERT INTO events_participant (id, event_id, delegation_id, user_id, status, given_name, family_name, given_name_own, family_name_own, own_language,
    family_name_first, email, language, post, rank, organisation_name, country_id, needs_language, superior_name, superior_email, is_alternate, "order",
    experience, motivation, earlier_training, complete_and_correct, knows_language, verdict, verdict_reason, accepted_at, visa, arrival_known,
    answers, queued_at, code, secret, calendar_secret, sequence, created_at, updated_at)
SELECT p.id, p.event_id, p.delegation_id, p.user_id, p.status, p.given, p.family, '', '', '', false,
    CASE WHEN p.user_id IS NULL THEN 'person' || p.id || '@bench.example' ELSE (SELECT u.email FROM people_user u WHERE u.id = p.user_id) END,
    'ru', 'Head of department', 'manager', 'Agency ' || 1 + p.id % 290, p.country_id, '', '', '', p.is_alternate, least(p.place, 30000), 'Ten years in the field.', '', '',
    true, true, '', '', CASE WHEN p.status IN ('accepted', 'attending', 'attended') THEN p.starts_on - interval '15 days' END,
    CASE WHEN p.is_training AND p.id % 4 > 0 THEN 'granted' ELSE 'unknown' END, p.is_training AND p.id % 3 > 0,
    CASE WHEN p.is_training THEN '{}' ELSE '{"diet": "none", "first_time": "yes"}' END::jsonb, CASE WHEN p.status = 'waiting' THEN p.created_at END,
    (SELECT string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + ((p.id * 1000003) >> (5 * n) & 31)::int, 1), '') FROM generate_series(0, 7) AS n),
    md5('secret' || p.id), md5('calendar' || p.id), 0, p.created_at, p.created_at
FROM drawn_person p ORDER BY p.id;
INSERT INTO events_registrationfield (event_id, key, kind, label, hint, choices, is_required, position)
SELECT id, key, kind, jsonb_build_object('en', label), '{}', CASE WHEN kind = 'choice' THEN '[{"key": "none", "text": {"en": "None"}}, {"key": "meatless", "text": {"en": "Without meat"}}]' ELSE '[]' END::jsonb, false, n
FROM drawn_event, (VALUES (1, 'diet', 'choice', 'Diet'), (2, 'first_time', 'yes_no', 'Is it your first forum?'), (3, 'wish', 'text', 'What would you like to hear of?')) AS f (n, key, kind, label)
WHERE NOT is_training;
INSERT INTO events_nomineecheck (participant_id, points, note, by_id, at)
SELECT id, ARRAY['name', 'letter', 'language', 'experience', 'no_training'], '', officer_id, starts_on - interval '18 days'
FROM drawn_person WHERE is_training AND status NOT IN ('nominated', 'withdrawn');
UPDATE events_delegation g SET head_id = p.id FROM drawn_person p WHERE p.delegation_id = g.id AND p.place = 1;

--- lists of participants
INSERT INTO events_participantlist (id, event_id, number, status, note, by_id, proposed_at, accepted_at)
SELECT id * 2, id, 1, 'accepted', '', officer_id, starts_on - interval '17 days', starts_on - interval '15 days' FROM drawn_event WHERE is_training AND (r > 28 OR r = 26)
UNION ALL SELECT id * 2 + 1, id, 2, 'proposed', '', officer_id, now() - interval '1 day', NULL FROM drawn_event WHERE r = 26;
INSERT INTO events_listentry (list_id, participant_id, verdict, reason)
SELECT p.event_id * 2 + (p.status = 'checked')::int, p.id, CASE p.status WHEN 'reserve' THEN 'reserve' WHEN 'declined' THEN 'decline' ELSE 'accept' END,
    CASE WHEN p.status IN ('reserve', 'declined') THEN 'Others have more experience.' ELSE '' END
FROM drawn_person p WHERE p.is_training AND p.status <> 'nominated' AND (p.r > 28 OR p.r = 26) ORDER BY p.id;

--- papers of delegations
CREATE TEMP TABLE drawn_paper AS
SELECT row_number() OVER (ORDER BY g.id, kind) AS id, g.id AS delegation_id, g.officer_id, g.starts_on, kind, CASE WHEN kind = 'translation' THEN 'ko' ELSE 'en' END AS language
FROM drawn_delegation g, unnest(ARRAY['nomination', 'country_report', 'slides', 'translation']) WITH ORDINALITY AS k (kind, n)
WHERE g.status = 'forwarded' AND (g.d * 5 + n) % 7 > 0 AND (g.r IN (26, 29) OR n <= 2);
INSERT INTO files_storedfile (id, public_id, content_type_id, object_id, permission, name, kind, size, sha256, storage_name, language, by_id, created_at)
SELECT id, gen_random_uuid(), :type_delegation, delegation_id, 'events.view_delegation', kind || '.pdf', 'application/pdf', 120000, md5(id::text), 'bench/' || id, language, officer_id, starts_on - interval '20 days'
FROM drawn_paper;
INSERT INTO events_delegationpaper (id, delegation_id, kind, language, file_id, note, by_id, at)
SELECT id, delegation_id, kind, language, id, '', officer_id, starts_on - interval '20 days' FROM drawn_paper;

--- sessions
INSERT INTO events_contributor (id, user_id, given_name, family_name, given_name_own, family_name_own, own_language, family_name_first, post,
    organisation_id, country_id, email, language, interprets, about)
SELECT n, (SELECT id FROM bench_person WHERE part = 'advisor' AND no = n), given, family || n, '', '', '', false, '{"en": "Director"}',
    (SELECT id FROM bench_body WHERE no = 291 + n % 10), 'KR', '', 'en', '{}', '{}'
FROM generate_series(1, 400) AS n JOIN bench_name ON bench_name.no = n;
CREATE TEMP TABLE drawn_session AS
SELECT e.id * 512 + n AS id, e.id AS event_id, e.r, n, e.officer_id, e.is_training, day, (e.r * 7 + n) % 599 AS title_no, room, person,
    (day + make_interval(hours => 9 + slot)) AT TIME ZONE 'Asia/Seoul' AS starts_at,
    (day + make_interval(hours => 9 + slot, mins => 50)) AT TIME ZONE 'Asia/Seoul' AS ends_at
FROM drawn_event e, generate_series(0, CASE WHEN r = 28 THEN 299 WHEN r IN (26, 29) THEN 24 ELSE 2 END) AS n,
    LATERAL (SELECT e.starts_on + CASE WHEN r = 28 THEN n / 100 WHEN r IN (26, 29) THEN n / 5 ELSE 0 END AS day,
        CASE WHEN r = 28 THEN n % 100 / 12 WHEN r IN (26, 29) THEN n % 5 ELSE n END AS slot,
        1 + CASE WHEN r = 28 THEN n % 100 % 12 ELSE 0 END AS room,
        CASE WHEN r = 28 THEN 1 + n % 100 WHEN r IN (26, 29) THEN 1 + n ELSE 101 + (r * 3 + n) % 300 END AS person);
INSERT INTO events_session (id, event_id, stop_id, kind, title, abstract, day, starts_at, ends_at, room_id, track_id, languages, delegation_id,
    seats, seats_taken, expects_slides, counts_for_certificate, is_released, sequence, updated_at)
SELECT s.id, s.event_id, s.event_id,
    CASE WHEN r IN (26, 29) AND n < 13 THEN 'country' WHEN n = 20 THEN 'visit' WHEN n = 24 THEN 'wrap_up' WHEN n % 9 = 8 THEN 'panel' ELSE 'presentation' END,
    title.body, abstract.body, day, starts_at, ends_at, s.event_id * 16 + room, CASE WHEN r = 28 THEN s.event_id * 16 + 1 + n % 6 END, ARRAY['en', 'ru'],
    CASE WHEN r IN (26, 29) AND n < 13 THEN s.event_id * 16 + n + 1 END, CASE WHEN n = 20 THEN 40 END, 0, n % 4 = 0, true, r > 2, 0, least(now(), starts_at - interval '20 days')
FROM drawn_session s
JOIN bench_text title ON title.kind = 'title' AND title.language = 'all' AND title.no = title_no
JOIN bench_text abstract ON abstract.kind = 'question' AND abstract.language = 'all' AND abstract.no = n;
INSERT INTO events_sessionpart (session_id, contributor_id, role, position, topic, languages)
SELECT id, person, CASE WHEN n % 9 = 8 THEN 'chair' ELSE 'speaker' END, 1, '{}', ARRAY['en'] FROM drawn_session ORDER BY id;
INSERT INTO events_visit (id, session_id, organisation_id, address, contact_name, contact_phone, contact_email, meeting_point, needs_passport, dress, photography, access)
SELECT id, id, (SELECT id FROM bench_body WHERE no = 292), '{"en": "By the main gate"}', 'A. Contact', '', '', '{"en": "In the lobby"}', true, '{}', '{}', '{}' FROM drawn_session WHERE n = 20;
INSERT INTO events_visitgroup (id, visit_id, name, language, seats, seats_taken, position)
SELECT v.id * 2 + g, v.id, jsonb_build_object('en', 'Group ' || g), 'en', 20, 0, g FROM events_visit v, generate_series(0, 1) AS g;
INSERT INTO events_seat (session_id, participant_id, group_id, at)
SELECT s.id, p.id, s.id * 2 + p.k % 2, p.created_at FROM drawn_session s JOIN drawn_person p ON p.event_id = s.event_id
WHERE s.n = 20 AND p.k < 30 AND p.status IN ('accepted', 'attending', 'attended') ORDER BY s.id, p.id;
INSERT INTO events_material (event_id, session_id, title, language, licence, audience, url, is_slides, contributor_id, by_id, position, at)
SELECT event_id, id, '{"en": "Slides", "ru": "Слайды"}', 'en', 'cc_by', CASE WHEN n % 3 = 0 THEN 'participants' ELSE 'public' END,
    'https://www.example.org/' || id, true, person, officer_id, 1, starts_at FROM drawn_session WHERE n % 3 <> 1;

--- search vectors of events
UPDATE events_event SET search = found.vector FROM (
    SELECT id, pg_temp.joined(vector) AS vector FROM (
        SELECT e.id, t.vector FROM drawn_event e JOIN bench_text t ON t.language = 'all' AND
            (t.kind, t.no) IN (('title', e.title_no), ('question', e.r % 300), ('paragraph', e.r % 400), ('city', e.r % 4))
        UNION ALL
        SELECT s.event_id, t.vector FROM drawn_session s JOIN bench_text t ON t.language = 'all' AND t.kind = 'title' AND t.no = s.title_no WHERE s.r > 2
        UNION ALL
        SELECT id, to_tsvector('english', reference) || to_tsvector('russian', reference) FROM drawn_event
    ) AS parts GROUP BY id
) AS found WHERE found.id = events_event.id;

--- attendance
INSERT INTO events_attendance (participant_id, day, means, by_id, at)
SELECT p.id, day, (ARRAY['list', 'code'])[1 + p.id % 2], p.officer_id, day + interval '1 hour'
FROM drawn_person p, LATERAL (SELECT p.starts_on + n AS day FROM generate_series(0, CASE WHEN p.r = 29 THEN 4 ELSE 1 END) AS n) AS days
WHERE p.status = 'attended' AND p.id % 50 > 0 OR p.r = 28 AND p.status IN ('accepted', 'attending') AND p.k % 5 > 0 AND day <= current_date ORDER BY p.id;
INSERT INTO events_attendance (participant_id, session_id, day, means, by_id, at)
SELECT p.id, s.id, s.day, 'code', s.officer_id, s.starts_at FROM drawn_session s JOIN drawn_person p ON p.event_id = s.event_id AND (p.k + s.n) % 20 = 0
WHERE s.r = 28 AND s.day <= current_date AND s.n % 4 = 0 AND p.status IN ('accepted', 'attending');

--- questionnaires
INSERT INTO events_bankquestion (key, subject, kind, text, choices, position, is_active)
SELECT key, subject, kind, jsonb_build_object('en', words), '[]', n, true FROM unnest(ARRAY['edition', 'session', 'speaker', 'visit']) AS subject,
    (VALUES (1, 'overall', 'scale', 'How was it?'), (2, 'content', 'scale', 'How useful was it?')) AS q (n, key_, kind, words), LATERAL (SELECT subject || '-' || key_ AS key) AS named;
CREATE TEMP TABLE drawn_questionnaire AS
SELECT e.id * 64 + n AS id, e.id AS event_id, e.r, n, e.ends_on, e.is_training,
    CASE WHEN n = 0 THEN 'edition' WHEN n = 39 THEN 'speaker' ELSE 'session' END AS subject,
    CASE WHEN e.r IN (28, 29) THEN 'open' ELSE 'closed' END AS status
FROM drawn_event e, generate_series(0, CASE WHEN r = 28 THEN 39 WHEN r = 29 THEN 20 ELSE 0 END) AS n WHERE e.r >= 28 AND e.status <> 'cancelled';
INSERT INTO events_questionnaire (id, event_id, subject, session_id, contributor_id, title, status, opened_at, closes_at, position)
SELECT id, event_id, subject, CASE WHEN subject = 'session' THEN event_id * 512 + n END, CASE WHEN subject = 'speaker' THEN n END,
    jsonb_build_object('en', 'Your opinion ' || n, 'ru', 'Ваше мнение ' || n), status, ends_on - interval '1 day', ends_on + interval '30 days', n
FROM drawn_questionnaire;
INSERT INTO events_question (questionnaire_id, key, kind, text, choices, is_required, position)
SELECT id, key, kind, jsonb_build_object('en', words, 'ru', words || ' (ru)'), '[]', false, q.n
FROM drawn_questionnaire, (VALUES (1, 'overall', 'scale', 'How was it?'), (2, 'content', 'scale', 'How useful was it?'), (3, 'speakers', 'scale', 'How were the speakers?'),
    (4, 'care', 'scale', 'How were you looked after?'), (5, 'again', 'yes_no', 'Would you come again?'), (6, 'words', 'text', 'What should be done better?')) AS q (n, key, kind, words) ORDER BY id, q.n;
CREATE TEMP TABLE drawn_ballot AS
SELECT q.id AS questionnaire_id, p.id AS participant_id, p.id * 64 + q.n AS seed, q.ends_on AS day FROM drawn_questionnaire q
JOIN drawn_person p ON p.event_id = q.event_id
WHERE q.r IN (28, 29) OR p.status = 'attended' AND p.id % 2 = 0;
INSERT INTO events_ballot (id, questionnaire_id, participant_id) SELECT gen_random_uuid(), questionnaire_id, participant_id FROM drawn_ballot;
INSERT INTO events_response (id, questionnaire_id, answers, day)
SELECT gen_random_uuid(), questionnaire_id, jsonb_build_object('overall', 3 + seed % 3, 'content', 2 + seed % 4, 'speakers', 1 + seed % 5, 'care', 4 + seed % 2,
    'again', CASE WHEN seed % 7 > 0 THEN 'yes' ELSE 'no' END) || CASE WHEN seed % 3 = 0 THEN jsonb_build_object('words', text) ELSE '{}' END, least(day, current_date)
FROM drawn_ballot JOIN bench_text t ON t.kind = 'question' AND t.language = 'en' AND t.no = seed % 300;

--- minutes and outcomes
INSERT INTO events_minutes (event_id, version, status, held_on, place, chair, text, revision, by_id, updated_at, proposed_at, agreed_at)
SELECT e.id, v, CASE WHEN v < versions THEN 'superseded' WHEN r = 29 THEN 'proposed' ELSE 'agreed' END, ends_on, '{"en": "Seoul"}', 'A. Chair', t.body, 2, officer_id,
    ends_on + interval '2 days', ends_on + interval '3 days', CASE WHEN r <> 29 THEN ends_on + interval '5 days' END
FROM (SELECT *, CASE WHEN r = 29 THEN 3 ELSE 1 END AS versions FROM drawn_event WHERE r > 28 AND status <> 'cancelled') AS e, generate_series(1, versions) AS v
JOIN bench_text t ON t.kind = 'paragraph' AND t.language = 'all' WHERE t.no = (e.r + v) % 400;
INSERT INTO events_outcome (event_id, kind, number, text, country_id, due_on, status, result, settled_at, created_at)
SELECT e.id, k.kind, n, t.body, CASE WHEN k.kind = 'action' THEN (SELECT country FROM bench_body WHERE no = 1 + (e.r + n) % 12) END, CASE WHEN k.kind = 'action' THEN ends_on + 90 END,
    CASE WHEN is_open THEN 'open' ELSE 'done' END, CASE WHEN is_open THEN '' ELSE 'Carried out.' END, CASE WHEN NOT is_open THEN ends_on + interval '80 days' END, ends_on + interval '1 day'
FROM drawn_event e, unnest(ARRAY['decision', 'action']) AS k (kind), generate_series(1, CASE WHEN e.r = 29 THEN 15 ELSE 2 END) AS n
JOIN bench_text t ON t.kind = 'question' AND t.language = 'all', LATERAL (SELECT e.r = 29 OR k.kind = 'action' AND e.r < 36 AS is_open) AS state
WHERE e.r > 28 AND e.status <> 'cancelled' AND t.no = (e.r * 3 + n) % 300;

--- plans and reports
CREATE TEMP TABLE drawn_plan AS
SELECT p.id, p.r, p.starts_on, p.starts_on + 1 AS ends_on,
    CASE WHEN p.r > 56 OR p.r > 29 AND p.id % 5 > 1 THEN 'endorsed' WHEN p.id % 3 = 0 THEN 'submitted' WHEN p.id % 3 = 1 THEN 'draft' ELSE 'endorsed' END AS status
FROM drawn_person p WHERE p.is_training AND p.status = 'attended';
INSERT INTO events_actionplan (id, participant_id, status, language, title, problem, objective, stakeholders, resources, outputs, risks, support, revision, secret,
    returned_reason, endorsed_by_name, updated_at, submitted_at, endorsed_at)
SELECT id, id, status, 'en', 'Metering the cloud of the ministry', 'Nobody knows what is used.', 'Everybody pays what is used.', '', '', '', '', '', 2, md5('plan' || id), '', '', ends_on + interval '9 days',
    CASE WHEN status <> 'draft' THEN ends_on + interval '9 days' END, CASE WHEN status = 'endorsed' THEN ends_on + interval '10 days' END FROM drawn_plan;
INSERT INTO events_planactivity (plan_id, position, what, owner, from_month, to_month) SELECT id, 1, 'Count what is used', '', 1, 6 FROM drawn_plan;
INSERT INTO events_plancheck (plan_id, months, due_on, asked_at, progress, reason, evidence, answered_at)
SELECT id, months, due_on, CASE WHEN due_on <= current_date THEN due_on::timestamptz END, CASE WHEN is_answered THEN (ARRAY['done', 'done', 'going_on'])[1 + id % 3] ELSE '' END, '', '',
    CASE WHEN is_answered THEN due_on + interval '3 days' END
FROM drawn_plan, unnest(ARRAY[3, 6, 12]) AS months, LATERAL (SELECT ends_on + months * 30 AS due_on) AS at,
    LATERAL (SELECT due_on <= current_date AND (r > 56 OR id % 4 > 0) AS is_answered) AS answer WHERE status = 'endorsed';
INSERT INTO events_tripreport (participant_id, due_on, language, overview, itinerary, people_met, activities, findings, implications, proposals, costs, may_publish, revision, updated_at, submitted_at)
SELECT id, ends_on + 30, 'en', 'A journey.', '', '', '', 'Findings.', '', '', '', id % 2 = 0, 2, ends_on + interval '20 days', CASE WHEN r > 56 OR id % 4 > 0 THEN ends_on + interval '20 days' END FROM drawn_plan;

--- certificates
INSERT INTO events_certificaterun (id, event_id, number, status, by_id, proposed_at, signed_at)
SELECT id * 2, id, 1, 'accepted', officer_id, ends_on + interval '3 days', ends_on + interval '5 days' FROM drawn_event WHERE r > 28 AND status <> 'cancelled'
UNION ALL SELECT id * 2 + 1, id, 2, 'proposed', officer_id, now() - interval '1 day', NULL FROM drawn_event WHERE r = 29;
INSERT INTO events_certificate (participant_id, run_id, code, number, name, name_own, own_language, days_attended, share, status, reason, issued_at, created_at)
SELECT p.id, p.event_id * 2 + is_proposed::int, md5('certificate' || p.id), CASE WHEN NOT is_proposed THEN 'C-' || p.id END, p.given || ' ' || p.family, '', '', 5, 100,
    CASE WHEN is_proposed THEN 'proposed' ELSE 'issued' END, '', CASE WHEN NOT is_proposed THEN p.starts_on + interval '9 days' END, p.starts_on + interval '7 days'
FROM drawn_person p JOIN drawn_event e ON e.id = p.event_id, LATERAL (SELECT p.r = 29 AND p.place % 5 = 0 AS is_proposed) AS state
WHERE p.status = 'attended' AND p.id % 50 > 0 AND e.status <> 'cancelled';

--- keys and journal of events
INSERT INTO core_signature (content_type_id, object_id, step, key, signed_at, by_id, by_name, by_title, reason, settled_at)
SELECT t.type, t.id, t.step, 'b', now() - interval '2 hours', p.id, p.name, '{"en": "Co-director"}', '', NULL
FROM (SELECT :type_run AS type, e.id * 2 + 1 AS id, 'sign' AS step FROM drawn_event e WHERE r = 29
      UNION ALL SELECT :type_list, e.id * 2 + 1, 'accept' FROM drawn_event e WHERE r = 26) AS t JOIN bench_person p ON p.part = 'director' AND p.no = 2;
INSERT INTO core_journalentry (content_type_id, object_id, at, label, verb, key, from_state, to_state, actor_id, actor_name, actor_title, reason, data)
SELECT :type_event, e.id, v.at, e.reference, v.verb, '', v.before, v.after, p.id, p.name, '{"en": "Programme officer"}'::jsonb, '', '{}'::jsonb
FROM drawn_event e JOIN bench_person p ON p.id = e.officer_id, LATERAL (VALUES ('create', '', 'planned', starts_on - interval '120 days'), ('edit', '', '', starts_on - interval '110 days'),
    ('announce', 'planned', 'announced', CASE WHEN status <> 'planned' THEN starts_on - interval '90 days' END), ('close', 'announced', 'closed', CASE WHEN status = 'closed' THEN ends_on + interval '30 days' END)
) AS v (verb, before, after, at) WHERE v.at IS NOT NULL
UNION ALL
SELECT :type_participant, d.id, d.created_at, e.reference || ' · ' || d.id, CASE WHEN d.is_training THEN 'nominate' ELSE 'register' END, '', '', CASE WHEN d.is_training THEN 'nominated' ELSE d.status END, NULL, '', '{}', '', '{}'
FROM drawn_person d JOIN drawn_event e ON e.id = d.event_id;
