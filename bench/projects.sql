-- Agreements, committees and projects, after `practices.sql` and by its means. Number 1 of each is the newest, and the newest
-- ones are alike at every size: project 1 has the many indicators, 2 the long schedule, 3 the thick books.

--- agreements
INSERT INTO agreements_agreement (id, centre_id, reference, kind, status, title, subject, own_number, parent_id, signed_on, signed_at,
    in_force_on, condition, ends_on, renewal_months, notice_months, languages, prevailing, original_at, is_public, end_kind, ended_on,
    end_reason, revision, by_id, created_at, updated_at, moved_at, recorded_at)
SELECT a, :centre, format('AG-%s-%s', extract(year FROM signed_on), lpad(a::text, 4, '0')),
    CASE WHEN a % 10 = 0 THEN 'agreement' ELSE (ARRAY['memorandum', 'discussions', 'plan', 'annex'])[1 + a % 4] END, status,
    title.body, subject.body, format('%s/%s', a, extract(year FROM signed_on)), CASE WHEN a % 10 <> 0 AND a - a % 10 + 10 <= :agreements THEN a - a % 10 + 10 END,
    signed_on, '{"en": "Minsk"}', signed_on + 30, '{}', CASE WHEN a % 3 = 0 THEN NULL ELSE signed_on + 1500 END,
    CASE WHEN a % 3 = 1 THEN 12 ELSE 0 END, 6, ARRAY['ru', 'ko', 'en'], 'en', 'Archive of the ministry', a % 10 <> 3,
    CASE WHEN status = 'ended' THEN 'expired' ELSE '' END, CASE WHEN status = 'ended' THEN signed_on + 1500 END, '', 1, officer.id,
    signed_on + interval '9 hours', signed_on + interval '9 hours', signed_on + interval '9 hours',
    CASE WHEN status IN ('recorded', 'ended') THEN signed_on + interval '9 days' END
FROM (
    SELECT a, current_date - 20 - a * 3 AS signed_on,
        CASE WHEN a % 20 = 4 AND a < 60 THEN 'draft' WHEN a % 20 = 7 AND a < 60 THEN 'proposed' WHEN a > 550 AND a % 3 = 2 THEN 'ended' ELSE 'recorded' END AS status
    FROM generate_series(1, :agreements) AS a
) AS drawn
JOIN bench_text title ON title.kind = 'title' AND title.language = 'all' AND title.no = pg_temp.draw(a, 401, 599)
JOIN bench_text subject ON subject.kind = 'question' AND subject.language = 'all' AND subject.no = pg_temp.draw(a, 402, 300)
JOIN bench_person officer ON officer.part = 'officer' AND officer.no = 1 + a % 6;
INSERT INTO agreements_party (agreement_id, organisation_id, side, name_then, signatory, signatory_own, signatory_title)
SELECT a, body.id, CASE WHEN body.no > :bodies THEN 'b' ELSE 'a' END, '{}', 'Signatory ' || body.no, '', '{"en": "Minister"}'
FROM generate_series(1, :agreements) AS a JOIN bench_body body ON body.no IN (1 + pg_temp.draw(a, 403, :bodies), :bodies + 1 + a % 10);
INSERT INTO agreements_article (id, agreement_id, number, position, title, text)
SELECT a * 10 + n, a, n::text, n, '{"en": "Undertakings"}', said.body
FROM generate_series(1, :agreements) AS a, generate_series(1, 8) AS n
JOIN bench_text said ON said.kind = 'paragraph' AND said.language = 'all' AND said.no = (n * 37) % 400;
INSERT INTO agreements_commitment (agreement_id, article_id, number, text, owner, organisation_id, due_on, recurs, status, report,
    reported_by_side, settled_on, moved_at)
SELECT a, a * 10 + n, n, said.body, (ARRAY['a', 'b', 'both'])[n], NULL, current_date + (a % 200 - 100), false, status, '',
    CASE status WHEN 'reported' THEN 'a' ELSE '' END, CASE status WHEN 'fulfilled' THEN current_date - 10 END, now() - a * interval '1 day'
FROM (
    SELECT a, n, CASE WHEN a > 60 OR (a + n) % 5 = 0 THEN 'fulfilled' WHEN (a + n) % 5 = 1 THEN 'reported' ELSE 'open' END AS status
    FROM generate_series(1, :agreements) AS a, generate_series(1, 3) AS n
) AS owed
JOIN bench_text said ON said.kind = 'question' AND said.language = 'all' AND said.no = (a * 3 + n) % 300;

--- committees
INSERT INTO agreements_committee (id, centre_id, code, name, agreement_id, quorum) VALUES
    (1, :centre, 'JSC', '{"en": "Joint steering committee"}', 10, 1), (2, :centre, 'TWG', '{"en": "Technical working group"}', 10, 1),
    (3, :centre, 'BUD', '{"en": "Budget committee"}', 10, 1);
CREATE TEMP TABLE drawn_sitting AS
SELECT s, 1 + s % 3 AS committee_id, 1 + (:sessions - s) / 3 AS number, now() + interval '20 days' - s * interval '12 days' AS starts_at,
    CASE WHEN s = 1 THEN 'planned' WHEN s = 2 THEN 'convened' WHEN s = 3 THEN 'held' ELSE 'closed' END AS status,
    (ARRAY['JSC', 'TWG', 'BUD'])[1 + s % 3] || '-' || 1 + (:sessions - s) / 3 AS reference
FROM generate_series(1, :sessions) AS s;
INSERT INTO agreements_committeesession (id, committee_id, number, programme_year, reference, status, starts_at, ends_at, zone, place,
    is_closed, papers_due_on, by_id, created_at, moved_at, convened_at)
SELECT s, committee_id, number, extract(year FROM starts_at), reference, status, starts_at, starts_at + interval '5 hours', 'Europe/Minsk',
    '{"en": "Minsk"}', s % 7 = 5, (starts_at - interval '14 days')::date, officer.id, starts_at - interval '60 days', starts_at - interval '5 days',
    CASE WHEN status <> 'planned' THEN starts_at - interval '30 days' END
FROM drawn_sitting JOIN bench_person officer ON officer.part = 'officer' AND officer.no = 1;
INSERT INTO agreements_sessionmember (session_id, side, role, presence, user_id, name, title, organisation_id)
SELECT s, person.side, CASE person.no WHEN 1 THEN 'head' ELSE 'member' END, CASE WHEN s > 2 THEN 'present' ELSE 'expected' END, person.id, person.name,
    '{"en": "Head of department"}', body.id
FROM drawn_sitting
CROSS JOIN (SELECT CASE part WHEN 'advisor' THEN 'b' ELSE 'a' END AS side, no, id, name FROM bench_person WHERE part IN ('advisor', 'member') AND no <= 4) AS person
JOIN bench_body body ON body.no = CASE person.side WHEN 'a' THEN 1 ELSE :bodies + 1 END;
INSERT INTO agreements_agendaitem (id, session_id, number, kind, title, note)
SELECT s * 20 + n, s, n, 'decision', title.body, '{}' FROM drawn_sitting, generate_series(1, 10) AS n
JOIN bench_text title ON title.kind = 'title' AND title.language = 'all' AND title.no = n * 7;
INSERT INTO agreements_sessionminutes (session_id, version, state, text, revision, by_id, updated_at, proposed_at, agreed_at)
SELECT s, 1, 'agreed', said.body, 1, officer.id, starts_at, starts_at, starts_at + interval '9 days' FROM drawn_sitting
JOIN bench_person officer ON officer.part = 'officer' AND officer.no = 1
JOIN bench_text said ON said.kind = 'paragraph' AND said.language = 'all' AND said.no = s WHERE status = 'closed';
INSERT INTO agreements_decision (id, session_id, item_id, number, reference, kind, title, text, status, is_public, revision, by_id,
    created_at, moved_at, proposed_at, adopted_at)
SELECT (s - 1) * 10 + n, s, s * 20 + n, n, reference || '-' || lpad(n::text, 2, '0'), (ARRAY['project', 'project', 'budget', 'other'])[1 + n % 4],
    title.body, said.body, state, n % 5 <> 4, 1, officer.id, starts_at, starts_at,
    CASE WHEN state <> 'draft' THEN starts_at END, CASE state WHEN 'adopted' THEN starts_at + interval '2 days' END
FROM (SELECT *, CASE WHEN s < 3 THEN 'draft' WHEN s = 3 THEN 'proposed' ELSE 'adopted' END AS state FROM drawn_sitting, generate_series(1, 10) AS n) AS taken
JOIN bench_person officer ON officer.part = 'officer' AND officer.no = 1
JOIN bench_text title ON title.kind = 'title' AND title.language = 'all' AND title.no = pg_temp.draw(s * 10 + n, 404, 599)
JOIN bench_text said ON said.kind = 'paragraph' AND said.language = 'all' AND said.no = pg_temp.draw(s * 10 + n, 405, 400);
INSERT INTO agreements_action (decision_id, number, text, owner, organisation_id, due_on, status, result, settled_on, created_at)
SELECT (s - 1) * 10 + n, 1, said.body, (ARRAY['a', 'b', 'both'])[1 + n % 3], body.id, (starts_at + interval '40 days')::date,
    CASE WHEN is_open THEN 'open' ELSE 'done' END, CASE WHEN is_open THEN '' ELSE 'Done' END,
    CASE WHEN NOT is_open THEN (starts_at + interval '30 days')::date END, starts_at
FROM (SELECT *, s < 10 AND n % 2 = 0 AS is_open FROM drawn_sitting, generate_series(1, 10) AS n) AS asked
JOIN bench_text said ON said.kind = 'question' AND said.language = 'all' AND said.no = (s * 10 + n) % 300
LEFT JOIN bench_body body ON body.no = CASE n % 3 WHEN 0 THEN 1 WHEN 1 THEN :bodies + 1 END;

--- projects drawn
CREATE TEMP TABLE drawn_project AS
WITH staged AS (
    SELECT r, CASE WHEN r <= 5 THEN 'running' WHEN r % 20 < CASE WHEN r <= 100 THEN 8 ELSE 2 END THEN 'running' WHEN r % 20 < 13 THEN 'closed'
                   ELSE (ARRAY['suspended', 'closing', 'approved', 'opinions', 'committee', 'concept', 'declined'])[r % 20 - 12] END AS stage,
        date_trunc('day', now()) - interval '700 days' - r * interval '6 hours' AS created_at,
        CASE WHEN r <= 60 THEN 1 ELSE 1 + pg_temp.draw(r, 501, :bodies) END AS body_no, CASE WHEN r <= 60 THEN 1 ELSE 1 + r % 40 END AS advisor_no
    FROM generate_series(1, :projects) AS r
)
SELECT staged.*, stage IN ('running', 'closed', 'suspended', 'closing', 'approved') AS is_approved,
    stage IN ('running', 'closed', 'suspended', 'closing') AS has_begun, (created_at + interval '100 days')::date AS started_on,
    format('JP-%s-%s', extract(year FROM created_at), lpad(r::text, 5, '0')) AS reference,
    a.id AS lead_a_id, a.country AS country_id, b.id AS lead_b_id, leader_a.id AS leader_a_id, leader_b.id AS leader_b_id, officer.id AS officer_id
FROM staged
JOIN bench_body a ON a.no = body_no
JOIN bench_body b ON b.no = :bodies + 1 + (advisor_no - 1) % 10
JOIN bench_person leader_a ON leader_a.part = 'member' AND leader_a.no = (body_no - 1) * 6 + 3
JOIN bench_person leader_b ON leader_b.part = 'advisor' AND leader_b.no = advisor_no
JOIN bench_person officer ON officer.part = 'officer' AND officer.no = 1 + r % 6;
CREATE INDEX ON drawn_project (r);
ANALYZE drawn_project;

--- projects
INSERT INTO projects_project (id, centre_id, reference, stage, kind, name, summary, programme_year, country_id, place, agreement_id, decision_id,
    lead_a_id, lead_b_id, leader_a_id, leader_b_id, author_id, situation, problem, objective, beneficiaries, activities, national_plan,
    sustainability, assumptions, currency, asked_a, asked_b, planned_start_on, planned_end_on, started_on, ended_on, running_currency, is_public,
    opinion_round, revision, created_at, updated_at, moved_at, submitted_at, approved_at)
SELECT r, :centre, reference, stage, (ARRAY['consulting', 'pilot', 'training', 'study', 'system'])[1 + pg_temp.draw(r, 502, 5)], name.body, summary.body,
    extract(year FROM created_at), country_id, '{"en": "Minsk"}', 1 + pg_temp.draw(r, 503, :agreements),
    CASE WHEN is_approved THEN 31 + pg_temp.draw(r, 504, (:sessions - 3) * 10) END,
    lead_a_id, lead_b_id, leader_a_id, leader_b_id, leader_a_id, one.body, two.body, summary.body, summary.body, one.body, two.body, one.body, two.body,
    'USD', 40000, 250000, started_on, started_on + 900, CASE WHEN has_begun THEN started_on END,
    CASE stage WHEN 'closed' THEN started_on + 500 END, '', r % 10 <> 9, 1, 1, created_at, created_at + interval '500 days', created_at + interval '100 days',
    CASE WHEN stage <> 'concept' THEN created_at + interval '10 days' END, CASE WHEN is_approved THEN created_at + interval '60 days' END
FROM drawn_project
JOIN bench_text name ON name.kind = 'title' AND name.language = 'all' AND name.no = CASE WHEN r % 500 = 41 THEN 599 ELSE pg_temp.draw(r, 505, 599) END
JOIN bench_text summary ON summary.kind = 'question' AND summary.language = 'all' AND summary.no = pg_temp.draw(r, 506, 300)
JOIN bench_text one ON one.kind = 'paragraph' AND one.language = 'all' AND one.no = pg_temp.draw(r, 507, 400)
JOIN bench_text two ON two.kind = 'paragraph' AND two.language = 'all' AND two.no = pg_temp.draw(r, 508, 400);
INSERT INTO projects_partner (project_id, organisation_id, role, side, activity_id)
SELECT r, lead_a_id, '4', 'a', '' FROM drawn_project UNION ALL SELECT r, lead_b_id, '1', 'b', '' FROM drawn_project;
INSERT INTO projects_opinion (project_id, round, side, verdict, text, by_id, by_name, by_title, given_at)
SELECT r, 1, side, 'supports', '{}', CASE side WHEN 'a' THEN leader_a_id ELSE leader_b_id END, 'Number 3', '{}', created_at + interval '30 days'
FROM drawn_project, unnest(ARRAY['a', 'b']) AS side WHERE stage NOT IN ('concept', 'opinions');
INSERT INTO projects_project_practices (project_id, practice_id)
SELECT r, 1 + pg_temp.draw(r, 509, least(:projects, :practices)) FROM drawn_project;
INSERT INTO core_numberseries (name, last)
SELECT format('JP-%s', extract(year FROM created_at)), max(r) FROM drawn_project GROUP BY 1;

--- money
INSERT INTO projects_budgetline (id, project_id, number, title, side, source_id, "group", nature, amount, currency, rate, rate_source, rate_on,
    starts_on, ends_on, lapses_on, agreement_id, decision_id, state, by_id, created_at, revision)
SELECT r * 20 + n, r, n, title.body, CASE n % 2 WHEN 0 THEN 'a' ELSE 'b' END, CASE n % 2 WHEN 0 THEN lead_a_id ELSE lead_b_id END,
    (ARRAY['services', 'equipment', 'training', 'travel'])[1 + n % 4], 'cash', CASE n % 2 WHEN 0 THEN 90000 ELSE 120000000 END,
    CASE n % 2 WHEN 0 THEN 'USD' ELSE 'KRW' END, CASE n % 2 WHEN 0 THEN 1 ELSE 0.00075 END, 'Bank of Korea', started_on,
    started_on + (n / 4) * 90, started_on + (n / 4) * 90 + 360, CASE WHEN r <= 100 THEN current_date + n * 10 END, p.agreement_id, p.decision_id, 'approved',
    officer_id, created_at, 1
FROM drawn_project JOIN (SELECT id, agreement_id, decision_id FROM projects_project) AS p ON p.id = r, generate_series(0, 19) AS n
JOIN bench_text title ON title.kind = 'title' AND title.language = 'all' AND title.no = n
WHERE is_approved AND (n < 4 OR r = 3);
INSERT INTO projects_entry (project_id, number, side, line_id, kind, state, "on", amount, currency, rate, rate_source, rate_on, provider_id, receiver_id,
    paper, description, by_id, created_at, approved_at, revision)
SELECT r, n, CASE n % 2 WHEN 0 THEN 'a' ELSE 'b' END, r * 20 + n % CASE r WHEN 3 THEN 20 ELSE 4 END,
    CASE WHEN n % 2 = 0 THEN (ARRAY['receipt', 'expenditure', 'commitment', 'expenditure'])[1 + n / 2 % 4] ELSE (ARRAY['commitment', 'disbursement', 'disbursement', 'expenditure'])[1 + n / 2 % 4] END,
    CASE WHEN n % 25 = 24 AND r <= 100 THEN 'draft' ELSE 'approved' END, started_on + 1 + n % CASE r WHEN 3 THEN 560 ELSE 100 END, 1000 + pg_temp.draw(r * 10000 + n, 510, 90000),
    CASE n % 2 WHEN 0 THEN 'USD' ELSE 'KRW' END, CASE n % 2 WHEN 0 THEN 1 ELSE 0.00075 END, 'Bank of Korea', started_on, lead_b_id, lead_a_id,
    'No. ' || n, '{"en": "Services of the quarter", "ru": "Услуги квартала"}', officer_id, created_at + interval '110 days',
    CASE WHEN NOT (n % 25 = 24 AND r <= 100) THEN created_at + interval '111 days' END, 1
FROM drawn_project, generate_series(1, CASE r WHEN 3 THEN :thick ELSE 47 END) AS n WHERE is_approved;

--- results
INSERT INTO projects_dimension (id, key, name) VALUES (1, 'region', '{"en": "Region"}');
INSERT INTO projects_category (id, dimension_id, key, name, position) SELECT n, 1, 'region-' || n, jsonb_build_object('en', 'Region ' || n), n FROM generate_series(1, 10) AS n;
INSERT INTO projects_indicator (id, code, name, definition, unit, unit_name, method, direction, over_time, across, is_active)
SELECT n, 'I-' || n, name.body, said.body, CASE n % 4 WHEN 3 THEN 'percent' ELSE 'number' END, '{"en": "services"}', '{}', 'up',
    CASE n % 4 WHEN 0 THEN 'sum' ELSE 'last' END, CASE n % 4 WHEN 3 THEN 'mean' ELSE 'sum' END, true
FROM generate_series(1, 240) AS n
JOIN bench_text name ON name.kind = 'title' AND name.language = 'all' AND name.no = n
JOIN bench_text said ON said.kind = 'question' AND said.language = 'all' AND said.no = n;
INSERT INTO projects_indicator_dimensions (indicator_id, dimension_id) SELECT n, 1 FROM generate_series(1, 240) AS n;
INSERT INTO projects_result (id, project_id, level, number, title, description)
SELECT r * 100 + n, r, CASE n % 3 WHEN 1 THEN '1' WHEN 2 THEN '2' ELSE '3' END, n, title.body, '{}'
FROM drawn_project, generate_series(1, CASE r WHEN 1 THEN greatest(1, :indicators / 10) ELSE 1 END) AS n
JOIN bench_text title ON title.kind = 'title' AND title.language = 'all' AND title.no = n WHERE is_approved;
INSERT INTO projects_measure (id, project_id, result_id, indicator_id, number, reported_by, baseline, baseline_text, baseline_on, baseline_source)
SELECT r * 1000 + n, r, r * 100 + CASE r WHEN 1 THEN 1 + (n - 1) / 10 ELSE 1 END, CASE r WHEN 1 THEN n ELSE 1 + (r * 3 + n) % 240 END, n,
    CASE n % 3 WHEN 0 THEN 'b' ELSE 'a' END, 3, '{}', started_on, 'Audit'
FROM drawn_project, generate_series(1, CASE r WHEN 1 THEN :indicators ELSE 3 END) AS n WHERE is_approved;
INSERT INTO projects_period (id, project_id, starts_on, ends_on, locked_at)
SELECT r * 100 + n, r, (begun + n * length)::date, (begun + (n + 1) * length)::date - 1, CASE WHEN n < 3 THEN now() - interval '40 days' END
FROM (SELECT *, started_on AS begun, CASE r WHEN 1 THEN 48 ELSE 140 END AS length FROM drawn_project) AS d,
    generate_series(0, CASE r WHEN 1 THEN 11 ELSE 3 END) AS n WHERE is_approved;
INSERT INTO projects_target (measure_id, period_id, value, text)
SELECT m.id, p.id, 10 + m.id % 90, '{}' FROM projects_measure m JOIN projects_period p USING (project_id);
INSERT INTO projects_reportedvalue (id, measure_id, period_id, project_id, side, state, value, text, comment, evidence, reason, revision, by_id,
    created_at, moved_at, submitted_at, approved_at)
SELECT row_number() OVER (ORDER BY m.id, p.id), m.id, p.id, m.project_id, CASE m.reported_by WHEN 'b' THEN 'b' ELSE 'a' END, state, 3 + (m.id + p.id) % 97, '{}',
    '{"en": "As counted by the agencies"}', 'Protocol', '', 1, leader_a_id, p.ends_on, p.ends_on, p.ends_on, CASE state WHEN 'approved' THEN p.ends_on + interval '9 days' END
FROM projects_measure m JOIN projects_period p USING (project_id) JOIN drawn_project d ON d.r = m.project_id,
    LATERAL (SELECT CASE WHEN d.r BETWEEN 2 AND 60 AND p.id % 100 = 3 THEN (ARRAY['draft', 'submitted', 'checked'])[1 + m.id % 3] ELSE 'approved' END AS state) AS stated
WHERE has_begun AND p.ends_on < current_date;
INSERT INTO projects_valuepart (of_id, category_id, value)
SELECT v.id, c, 1 + (v.id + c) % 9 FROM projects_reportedvalue v, generate_series(1, 10) AS c WHERE v.project_id = 1;

--- schedules and deliverables
INSERT INTO projects_task (id, project_id, parent_id, number, position, kind, name, owner, wished_on, days, starts_on, ends_on, progress, begun_on, done_on,
    baseline_starts_on, baseline_ends_on, note)
SELECT r * 10000 + n, r, CASE WHEN within > 0 THEN r * 10000 + n - within END, CASE within WHEN 0 THEN package::text ELSE format('%s.%s', package, within) END, n,
    CASE WHEN within > 0 AND within % 13 = 0 THEN 'milestone' ELSE 'task' END, name.body, (ARRAY['a', 'b', 'both'])[1 + n % 3], begins, days, begins, ends,
    CASE WHEN ends < current_date THEN 100 ELSE 0 END, CASE WHEN ends < current_date THEN begins END, CASE WHEN ends < current_date THEN ends END, begins, ends, ''
FROM (
    SELECT *, begins + CASE within WHEN 0 THEN 120 ELSE 6 END AS ends, CASE WHEN within = 0 THEN 84 ELSE 5 END AS days FROM (
        SELECT r, n, (n - 1) / 40 + 1 AS package, (n - 1) % 40 AS within, started_on + (n - 1) / 40 * 12 + greatest(0, (n - 1) % 40 - 1) * 3 AS begins
        FROM drawn_project, generate_series(1, CASE r WHEN 2 THEN :tasks ELSE 6 END) AS n WHERE is_approved
    ) AS placed
) AS timed
JOIN bench_text name ON name.kind = 'title' AND name.language = 'all' AND name.no = n % 599;
INSERT INTO projects_dependency (task_id, after_id, lag)
SELECT id, id - back, 0 FROM projects_task, unnest(ARRAY[1, 3]) AS back
WHERE parent_id IS NOT NULL AND id - back > parent_id AND (project_id = 2 OR back = 1) AND (back = 1 OR id % 2 = 0);
INSERT INTO projects_deliverable (id, project_id, number, name, criteria, side, due_on, task_id, accepted_on)
SELECT r * 10 + n, r, n, name.body, '{}', CASE n % 2 WHEN 0 THEN 'a' ELSE 'b' END, started_on + n * 120, r * 10000 + 1 + n,
    CASE WHEN stage IN ('closed', 'closing') OR n = 1 THEN started_on + n * 120 END
FROM drawn_project, generate_series(1, 3) AS n JOIN bench_text name ON name.kind = 'title' AND name.language = 'all' AND name.no = n * 11 WHERE has_begun;
INSERT INTO projects_deliverableversion (deliverable_id, number, state, note, by_id, submitted_at, accepted_at, reason)
SELECT d.id, 1, CASE WHEN accepted_on IS NULL THEN 'submitted' ELSE 'accepted' END, '', leader_b_id, d.due_on, accepted_on, ''
FROM projects_deliverable d JOIN drawn_project ON r = project_id WHERE accepted_on IS NOT NULL OR d.number = 2 AND r <= 60;

--- risks
INSERT INTO projects_risk (id, project_id, number, "group", cause, event, effect, likelihood, impact, before, treatment, measures, trigger, owner, status,
    raised_by_id, raised_on, reviewed_on, revision)
SELECT r * 10 + n, r, n, (ARRAY['schedule', 'money', 'law', 'people', 'technology'])[1 + n % 5], one.body, one.body, one.body, 1 + (r + n) % 5, 1 + (r * n) % 5, 9, 'reduce',
    one.body, '{}', (ARRAY['a', 'b', 'both'])[1 + n % 3], CASE WHEN stage = 'closed' THEN 'closed' ELSE 'open' END, leader_a_id, started_on, started_on + 90, 1
FROM drawn_project, generate_series(1, 5) AS n
JOIN bench_text one ON one.kind = 'question' AND one.language = 'all' AND one.no = n * 13 WHERE is_approved;
INSERT INTO projects_riskreview (risk_id, likelihood, impact, status, note, by_id, by_name, "on", at)
SELECT id, likelihood, impact, status, '', raised_by_id, 'Number 3', raised_on + n * 45, raised_on + n * 45 FROM projects_risk, generate_series(1, 2) AS n;

--- reports of quarters
INSERT INTO projects_quarterreport (id, project_id, year, quarter, status, due_on, figures, figures_at, created_at, moved_at, submitted_at, signed_at, return_reason)
SELECT r * 10 + n, r, extract(year FROM first_day), extract(quarter FROM first_day), status, first_day + 110, '{}',
    CASE status WHEN 'signed' THEN first_day + 115 END, first_day + 91, first_day + 91, CASE WHEN status <> 'writing' THEN first_day + 100 END,
    CASE status WHEN 'signed' THEN first_day + 120 END, ''
FROM (
    SELECT r, n, (date_trunc('quarter', CASE WHEN stage = 'closed' THEN created_at + interval '600 days' ELSE now() END) - n * interval '3 months')::date AS first_day,
        CASE WHEN n > 1 OR stage <> 'running' THEN 'signed' WHEN r <= 60 AND r % 2 = 0 THEN 'submitted' ELSE 'writing' END AS status
    FROM drawn_project, generate_series(0, 9) AS n WHERE has_begun AND n > 0 OR n = 0 AND has_begun AND stage = 'closed'
) AS owed;
INSERT INTO projects_reportpart (report_id, side, summary, done, ahead, asked, revision, by_id, updated_at, finished_at)
SELECT q.id, side, said.body, said.body, said.body, '{}', 1, leader_a_id, q.created_at, q.created_at
FROM projects_quarterreport q JOIN drawn_project ON r = project_id, unnest(ARRAY['a', 'b']) AS side
JOIN bench_text said ON said.kind = 'question' AND said.language = 'all' AND said.no = 7;
