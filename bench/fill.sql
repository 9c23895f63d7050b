-- The bulk, drawn by hashing the rank of a request: the newest requests are the same ones at every size. A section
-- begins with `--- name`; `:requests`, `:open` and `:own` are put in before it runs. Rank 1 is the newest request.

--- what is drawn
CREATE FUNCTION pg_temp.draw(rank_ bigint, salt bigint, size bigint) RETURNS int IMMUTABLE LANGUAGE sql
    RETURN (hashint8extended(rank_, salt) & 2147483647) % size;
CREATE AGGREGATE pg_temp.joined(tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');

--- requests drawn
CREATE TEMP TABLE drawn AS
WITH stated AS (
    SELECT r, :requests + 1 - r AS id, r <= :open AS is_open, r <= :own AS is_own,
        CASE WHEN r <= :open THEN (ARRAY['draft', 'submitted', 'registered', 'accepted', 'in_progress', 'in_progress', 'waiting', 'answered'])[1 + r % 8]
             WHEN pg_temp.draw(r, 1, 100) < 94 THEN 'closed' WHEN pg_temp.draw(r, 1, 100) < 97 THEN 'declined' ELSE 'withdrawn' END AS status
    FROM generate_series(1, :requests) AS r
), staged AS (
    SELECT *,
        CASE status WHEN 'draft' THEN 0 WHEN 'submitted' THEN 1 WHEN 'withdrawn' THEN 1 WHEN 'registered' THEN 2 WHEN 'accepted' THEN 3
                    WHEN 'declined' THEN 3 WHEN 'answered' THEN 5 WHEN 'closed' THEN 6 ELSE 4 END AS stage,
        now() - CASE WHEN is_open THEN pg_temp.draw(r, 2, 15 * 1440) * interval '1 minute'
                     ELSE interval '20 days' + (r - :open) * interval '3500 days' / :requests + pg_temp.draw(r, 2, 1440) * interval '1 minute' END AS moved_at
    FROM stated
), timed AS (
    SELECT *, moved_at - (ARRAY[0, 1, 4, 7, 9, 15, 20])[stage + 1] * interval '1 day' AS created_at FROM staged
), placed AS (
    SELECT *,
        CASE WHEN is_own THEN 1 ELSE 1 + floor(:bodies * (pg_temp.draw(r, 3, 1000000) / 1e6) ^ 2.5)::int END AS body_no,
        CASE WHEN is_own THEN 1 ELSE 1 + pg_temp.draw(r, 4, 6) END AS member_no,
        CASE WHEN is_own THEN 1 ELSE 1 + floor(:advisors * (pg_temp.draw(r, 5, 1000000) / 1e6) ^ 1.5)::int END AS lead_no,
        CASE WHEN r % 5000 = 21 THEN 599 ELSE pg_temp.draw(r, 6, 599) END AS title_no,
        2 + pg_temp.draw(r, 7, 4) AS questions,
        CASE WHEN stage = 0 THEN 0 WHEN r % 1000 = 5 THEN 200 WHEN r % 1000 = 13 THEN 10 ELSE 1 + pg_temp.draw(r, 8, 19) END AS messages
    FROM timed
)
SELECT placed.*, body.id AS organisation_id, body.country AS country_id, member.id AS requester_id, member.name AS requester,
    member.language, officer.id AS officer_id, officer.name AS officer, contact.id AS contact_id, contact.name AS contact,
    lead.id AS lead_id, lead.name AS lead, lead.language AS lead_language,
    CASE WHEN stage >= 2 THEN 'all' ELSE member.language END AS tongue,
    CASE WHEN stage >= 2 THEN format('CR-%s-%s', extract(year FROM created_at), lpad(placed.id::text, 6, '0')) END AS reference,
    CASE WHEN stage >= 1 THEN created_at + interval '1 day' END AS submitted_at,
    CASE WHEN stage >= 2 THEN created_at + interval '4 days' END AS registered_at,
    CASE WHEN stage >= 3 THEN created_at + interval '7 days' END AS decided_at,
    CASE WHEN stage >= 4 THEN created_at + interval '9 days' END AS assigned_at,
    CASE WHEN stage >= 5 THEN created_at + interval '15 days' END AS answered_at,
    CASE WHEN stage >= 6 THEN moved_at END AS closed_at,
    CASE WHEN is_open THEN moved_at + (now() - moved_at) * pg_temp.draw(r, 9, 1000) / 1000 ELSE moved_at END AS updated_at,
    CASE WHEN status IN ('closed', 'answered') THEN 'sent'
         WHEN status = 'in_progress' THEN (ARRAY['', 'draft', 'translation', 'check'])[1 + (r / 8) % 4] ELSE '' END AS answer_state,
    CASE WHEN status IN ('submitted', 'registered', 'accepted', 'in_progress', 'waiting', 'answered')
         THEN moved_at + (5 + pg_temp.draw(r, 10, 12)) * interval '1 day' END AS due_at
FROM placed
JOIN bench_body body ON body.no = body_no
JOIN bench_person member ON member.part = 'member' AND member.no = (body_no - 1) * 6 + member_no
JOIN bench_person officer ON officer.part = 'officer' AND officer.no = 1 + pg_temp.draw(r, 11, 6)
JOIN bench_person contact ON contact.part = 'contact' AND contact.country = body.country
LEFT JOIN bench_person lead ON stage >= 4 AND lead.part = 'advisor' AND lead.no = lead_no;
CREATE INDEX ON drawn (id);
ANALYZE drawn;

--- messages drawn
CREATE TEMP TABLE drawn_message AS
SELECT d.id * 256 + k AS id, d.id AS request, d.submitted_at + (d.moved_at - d.submitted_at) * k / (d.messages + 1) AS at,
    kind, CASE WHEN kind = 'note' THEN (ARRAY['side', 'centre'])[1 + k % 2] ELSE '' END AS audience,
    CASE WHEN by_requester THEN requester_id ELSE coalesce(lead_id, officer_id) END AS author,
    CASE WHEN by_requester THEN language ELSE coalesce(lead_language, 'ru') END AS language,
    CASE WHEN by_requester THEN coalesce(lead_language, 'en') ELSE language END AS other_language,
    pg_temp.draw(d.id, 100 + k, 1500) AS text_no,
    k % 5 = 3 AND kind <> 'note' AND language IS DISTINCT FROM coalesce(lead_language, 'en') AS is_translated
FROM drawn d, generate_series(1, d.messages) AS k,
    LATERAL (SELECT CASE WHEN d.stage >= 2 AND k % 7 = 4 THEN 'note' WHEN d.stage >= 4 AND k % 9 = 5 THEN 'question'
                         WHEN d.stage >= 4 AND k % 9 = 6 THEN 'reply' ELSE 'message' END AS kind),
    LATERAL (SELECT kind = 'reply' OR kind = 'message' AND k % 2 = 1 AS by_requester);
CREATE INDEX ON drawn_message (request);
ANALYZE drawn_message;

--- search vectors
CREATE TEMP TABLE document AS
SELECT request AS id, pg_temp.joined(vector) AS vector FROM (
    SELECT m.request, p.vector FROM drawn_message m JOIN bench_text p ON p.kind = 'message' AND p.no = m.text_no AND p.language = m.language
    WHERE m.kind <> 'note'
    UNION ALL
    SELECT m.request, p.vector FROM drawn_message m
    JOIN bench_text p ON p.kind = 'message' AND p.no = m.text_no AND p.language = m.other_language WHERE m.is_translated
    UNION ALL
    SELECT d.id, p.vector FROM drawn d JOIN bench_text p ON p.language = d.tongue AND
        (p.kind, p.no) IN (('title', d.title_no), ('paragraph', d.r % 400), ('paragraph', (d.r + 200) % 400))
    UNION ALL
    SELECT d.id, p.vector FROM drawn d, generate_series(1, d.questions) AS q
    JOIN bench_text p ON p.kind = 'question' WHERE p.language = d.tongue AND p.no = (d.r * 7 + q) % 300
    UNION ALL
    SELECT d.id, p.vector FROM drawn d, generate_series(1, d.questions) AS q
    JOIN bench_text p ON p.kind = 'part' AND p.language = 'all' WHERE d.answer_state = 'sent' AND p.no = (d.r * 3 + q) % 400
    UNION ALL
    SELECT id, to_tsvector('english', heading) || to_tsvector('russian', heading)
    FROM drawn, LATERAL (SELECT format('%s Decree No. %s', reference, 1 + r % 400) AS heading)
) AS parts GROUP BY request;
CREATE INDEX ON document (id);
ANALYZE document;

--- requests
INSERT INTO consultations_consultation (id, centre_id, reference, status, type, organisation_id, country_id, unit, requester_id,
    signatory_name, signatory_post, officer_id, language, title, topic_id, state_of_play, legal_basis, expected_result, earlier_help,
    linked_to, preferred_advisor, languages, is_urgent, urgency_reason, is_confidential, revision, answer_state, due_at, created_at,
    updated_at, moved_at, submitted_at, registered_at, decided_at, answered_at, closed_at, usefulness, feedback, use, use_reason,
    use_asked_at, use_reported_at, search)
SELECT d.id, :centre, d.reference, d.status,
    (ARRAY['written_opinion', 'written_opinion', 'remote_consultation', 'expert_mission', 'study_visit', 'workshop', 'peer_review'])[1 + pg_temp.draw(d.r, 20, 7)],
    d.organisation_id, d.country_id, 'Department of Digital Development', d.requester_id, 'A. Signatory', 'Deputy head',
    CASE WHEN d.stage >= 2 THEN d.officer_id END, d.language, title.body, topic.id, play.body,
    jsonb_build_object(d.language, format('Decree No. %s', 1 + d.r % 400)), expected.body, '', '', '', ARRAY[d.language],
    d.r % 20 = 3, CASE WHEN d.r % 20 = 3 THEN 'The budget is voted next month.' ELSE '' END, d.r % 33 = 7, 2, d.answer_state, d.due_at,
    d.created_at, d.updated_at, d.moved_at, d.submitted_at, d.registered_at, d.decided_at, d.answered_at, d.closed_at,
    CASE WHEN d.status = 'closed' THEN 1 + pg_temp.draw(d.r, 21, 5) END, '',
    CASE WHEN is_used THEN (ARRAY['used', 'partly', 'not_used'])[1 + pg_temp.draw(d.r, 22, 3)] ELSE '' END, '',
    CASE WHEN d.closed_at < now() - interval '182 days' THEN d.closed_at + interval '182 days' END,
    CASE WHEN is_used THEN d.closed_at + interval '190 days' END, document.vector
FROM drawn d
JOIN bench_text title ON title.kind = 'title' AND title.no = d.title_no AND title.language = d.tongue
JOIN bench_text play ON play.kind = 'paragraph' AND play.no = d.r % 400 AND play.language = d.tongue
JOIN bench_text expected ON expected.kind = 'paragraph' AND expected.no = (d.r + 200) % 400 AND expected.language = d.tongue
JOIN bench_topic topic ON topic.no = pg_temp.draw(d.r, 23, 12)
LEFT JOIN document ON document.id = d.id,
    LATERAL (SELECT coalesce(d.closed_at < now() - interval '200 days' AND d.r % 2 = 0, false) AS is_used)
ORDER BY d.id;

--- questions
INSERT INTO consultations_question (id, consultation_id, number, text)
SELECT d.id * 6 + q, d.id, q, p.body FROM drawn d, generate_series(1, d.questions) AS q
JOIN bench_text p ON p.kind = 'question' WHERE p.language = d.tongue AND p.no = (d.r * 7 + q) % 300;

--- translations of requests
INSERT INTO consultations_requesttranslation (consultation_id, language, of_revision, by_id, at)
SELECT id, lang, 2, officer_id, registered_at FROM drawn, unnest(ARRAY['en', 'ru', 'ko']) AS lang WHERE stage >= 2 AND lang <> language;

--- participants
INSERT INTO consultations_participant (consultation_id, user_id, role, since)
SELECT d.id, lead_id, 'lead', assigned_at FROM drawn d WHERE stage >= 4
UNION ALL
SELECT d.id, p.id, 'advisor', assigned_at FROM drawn d JOIN bench_person p ON p.part = 'advisor' AND p.no = 1 + (lead_no + d.r) % :advisors
WHERE stage >= 4 AND d.r % 2 = 0 AND p.id <> d.lead_id
UNION ALL
SELECT d.id, p.id, 'counterpart', assigned_at FROM drawn d JOIN bench_person p ON p.part = 'member' AND p.no = (body_no - 1) * 6 + 1 + member_no % 6
WHERE stage >= 4 AND d.r % 3 = 0
UNION ALL
SELECT d.id, p.id, 'translator', assigned_at FROM drawn d JOIN bench_person p ON p.part = 'translator' AND p.no = 1 + d.r % 10
WHERE stage >= 4 AND d.r % 4 = 0;

--- messages
INSERT INTO consultations_message (id, consultation_id, kind, author_id, author_title, audience, country_id, at)
SELECT id, request, kind, author, '{"en": "Advisor, National Information Society Agency"}', audience,
    CASE WHEN audience = 'side' THEN 'KR' END, at FROM drawn_message;

--- texts of messages
INSERT INTO consultations_messagetext (id, message_id, language, text, source_id, by_id, at)
SELECT m.id * 2, m.id, m.language, p.text, NULL, m.author, m.at FROM drawn_message m
JOIN bench_text p ON p.kind = 'message' AND p.no = m.text_no AND p.language = m.language
UNION ALL
SELECT m.id * 2 + 1, m.id, m.other_language, p.text, m.id * 2, m.author, m.at + interval '1 hour' FROM drawn_message m
JOIN bench_text p ON p.kind = 'message' AND p.no = m.text_no AND p.language = m.other_language WHERE m.is_translated;

--- answers
INSERT INTO consultations_answer (id, consultation_id, version, state, language, by_id, by_title, revision, created_at, sent_at, sent_back_reason)
SELECT id, id, 1, answer_state, lead_language, lead_id, '{"en": "Advisor"}', 1, assigned_at, CASE WHEN answer_state = 'sent' THEN answered_at END, ''
FROM drawn WHERE answer_state <> '';
INSERT INTO consultations_answerpart (answer_id, question_id, text, stays_open)
SELECT d.id, d.id * 6 + q, p.body, false FROM drawn d, generate_series(1, d.questions) AS q
JOIN bench_text p ON p.kind = 'part' AND p.language = 'all' WHERE d.answer_state <> '' AND p.no = (d.r * 3 + q) % 400;
INSERT INTO consultations_answertranslation (answer_id, language, of_revision, by_id, at, checked_by_id)
SELECT id, language, 1, officer_id, answered_at, officer_id FROM drawn WHERE answer_state = 'sent' AND language <> lead_language;

--- clocks
INSERT INTO consultations_clock (id, consultation_id, kind, country_id, target_days, started_at, due_at, ended_at, was_met)
SELECT d.id * 8 + no, d.id, kind, country, days, started, CASE WHEN kind = 'answer' AND status = 'waiting' THEN NULL ELSE due END, ended,
    CASE WHEN ended IS NOT NULL THEN ended <= due END
FROM drawn d, LATERAL (VALUES
    (1, 'check', d.country_id, 3, submitted_at, coalesce(registered_at, CASE WHEN NOT is_open THEN moved_at END)),
    (2, 'assign', 'BY', 3, CASE WHEN status <> 'declined' THEN decided_at END, assigned_at),
    (3, 'answer', 'KR', 10, assigned_at, answered_at),
    (4, 'reply', d.country_id, 5, CASE WHEN status = 'waiting' THEN moved_at END, NULL),
    (5, 'acceptance', d.country_id, 10, answered_at, closed_at)
) AS c (no, kind, country, days, started, ended), LATERAL (SELECT CASE WHEN ended IS NULL THEN d.due_at ELSE started + days * interval '34 hours' END AS due)
WHERE started IS NOT NULL;
INSERT INTO consultations_clockpause (clock_id, started_at) SELECT id * 8 + 3, moved_at FROM drawn WHERE status = 'waiting';

--- keys and silences
INSERT INTO core_signature (content_type_id, object_id, step, key, signed_at, by_id, by_name, by_title, reason, settled_at)
SELECT :type, d.id, CASE WHEN status = 'declined' THEN 'decline' ELSE 'decide' END, side.key, registered_at + interval '2 days', p.id, p.name,
    '{"en": "Co-director"}', '', decided_at
FROM drawn d CROSS JOIN (VALUES ('a', 1), ('b', 2)) AS side (key, no) JOIN bench_person p ON p.part = 'director' AND p.no = side.no
WHERE decided_at IS NOT NULL OR status = 'registered' AND (r / 8) % 4 = side.no;
INSERT INTO core_silence (content_type_id, object_id, step, started_at, due_at, ended_at)
SELECT :type, id, 'decide', registered_at, CASE WHEN status = 'registered' THEN due_at ELSE registered_at + interval '7 days' END,
    CASE WHEN status <> 'registered' THEN registered_at + interval '3 days' END
FROM drawn WHERE registered_at IS NOT NULL;

--- journal
INSERT INTO core_journalentry (content_type_id, object_id, at, label, verb, key, from_state, to_state, actor_id, actor_name, actor_title, reason, data)
SELECT :type, d.id, v.at, coalesce(d.reference, 'D-' || d.id), v.verb, v.key, v.before, v.after, v.actor, coalesce(v.name, ''),
    CASE WHEN v.actor IS NULL THEN '{}' ELSE '{"en": "Head of department, National Centre of Electronic Services"}' END::jsonb, '', '{}'
FROM drawn d CROSS JOIN LATERAL (SELECT a.id AS a, a.name AS a_name, b.id AS b, b.name AS b_name FROM bench_person a, bench_person b
    WHERE a.part = 'director' AND a.no = 1 AND b.part = 'director' AND b.no = 2) AS sides
CROSS JOIN LATERAL (VALUES
    ('create', '', '', 'draft', created_at, requester_id, requester),
    ('submit', '', 'draft', 'submitted', submitted_at, requester_id, requester),
    ('forward', '', 'submitted', 'registered', registered_at, contact_id, contact),
    (CASE WHEN status = 'declined' THEN 'decline:key' ELSE 'decide:key' END, 'a', '', '', decided_at - interval '2 days', sides.a, a_name),
    (CASE WHEN status = 'declined' THEN 'decline:key' ELSE 'decide:key' END, 'b', '', '', decided_at - interval '1 hour', sides.b, b_name),
    (CASE WHEN status = 'declined' THEN 'decline' ELSE 'decide' END, '', 'registered', CASE WHEN status = 'declined' THEN status ELSE 'accepted' END, decided_at, NULL, ''),
    ('assign', '', 'accepted', 'in_progress', assigned_at, officer_id, officer),
    ('answer', '', 'in_progress', 'answered', answered_at, officer_id, officer),
    ('accept_answer', '', 'answered', 'closed', closed_at, requester_id, requester)
) AS v (verb, key, before, after, at, actor, name) WHERE v.at IS NOT NULL;

--- notifications
INSERT INTO notifications_notification (content_type_id, object_id, user_id, address, language, kind, event, context, in_inbox, created_at, read_at)
SELECT :type, d.id, n.reader, '', '', n.kind, n.kind || ':' || d.id, n.context, true, n.at,
    CASE WHEN pg_temp.draw(d.r, 30, 10) < 7 AND NOT is_open THEN n.at + interval '1 day' END
FROM drawn d JOIN bench_person director ON director.part = 'director' AND director.no = 1 + d.r % 2
CROSS JOIN LATERAL (VALUES
    (contact_id, 'consultation_submitted', jsonb_build_object('people', jsonb_build_object('by', requester_id)), submitted_at),
    (director.id, 'consultation_registered', jsonb_build_object('people', jsonb_build_object('by', contact_id)), registered_at),
    (lead_id, 'advisor_assigned', jsonb_build_object('people', jsonb_build_object('by', officer_id), 'roles', jsonb_build_object(coalesce(lead_id, 0)::text, 'lead')), assigned_at),
    (requester_id, 'message_written', jsonb_build_object('people', jsonb_build_object('by', coalesce(lead_id, officer_id)), 'message', d.id * 256 + 2),
        CASE WHEN messages >= 2 THEN submitted_at + interval '1 day' END),
    (officer_id, 'answer_accepted', jsonb_build_object('people', jsonb_build_object('by', requester_id)), closed_at)
) AS n (reader, kind, context, at) WHERE n.at IS NOT NULL AND n.reader IS NOT NULL ORDER BY n.at;
INSERT INTO notifications_delivery (notification_id, channel, address, state, attempts, next_try_at, last_error, created_at, sent_at)
SELECT n.id, 'mail', u.email, 'sent', 1, n.created_at, '', n.created_at, n.created_at + interval '5 seconds'
FROM notifications_notification n JOIN people_user u ON u.id = n.user_id;
