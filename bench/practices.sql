-- Practices with four languages each, after `fill.sql` and by its means. The last one is the newest.

--- practices drawn
CREATE TEMP TABLE drawn_practice AS
SELECT r, body.id AS owner_id, body.country AS country_id, author.id AS author_id,
    (ARRAY['ko', 'ko', 'ru', 'en'])[1 + r % 4] AS language,
    CASE WHEN r % 40 = 7 THEN 'retired' WHEN r % 20 = 3 THEN 'due' ELSE 'published' END AS status,
    pg_temp.draw(r, 301, :halves) AS first_no, pg_temp.draw(r, 302, :halves) AS second_no, pg_temp.draw(r, 303, :halves) AS summary_no,
    CASE WHEN r % 5000 = 41 THEN 599 ELSE pg_temp.draw(r, 304, 599) END AS title_no, pg_temp.draw(r, 305, :called) AS called_no,
    format('P-2026-%s', lpad(r::text, 5, '0')) AS reference,
    1 + pg_temp.draw(r, 306, :topics) AS topic_no, 1 + pg_temp.draw(r, 307, :topics) AS also_no,
    (ARRAY['in_operation', 'in_operation', 'in_operation', 'pilot', 'replaced', 'ended'])[1 + pg_temp.draw(r, 308, 6)] AS operation,
    1995 + pg_temp.draw(r, 309, 30) AS since_year, pg_temp.draw(r, 310, 3) = 0 AS needs_law,
    (ARRAY['under_100k', 'under_1m', 'under_10m', 'over_10m'])[1 + pg_temp.draw(r, 311, 4)] AS cost_band,
    1 + pg_temp.draw(r, 312, 17) AS goal,
    now() - (:practices - r) * interval '1 hour' AS published_at, current_date - pg_temp.draw(r, 313, 360) AS verified_on
FROM generate_series(1, :practices) AS r
JOIN bench_body body ON body.no = 1 + pg_temp.draw(r, 314, 300)
JOIN bench_person author ON author.part = 'advisor' AND author.no = 1 + r % 40;
CREATE INDEX ON drawn_practice (r);
ANALYZE drawn_practice;
CREATE TEMP TABLE drawn_title AS
SELECT r, language, text || ': ' || called AS text, vector FROM (
    SELECT d.r, title.language, title.text, called.text AS called, title.vector || called.vector AS vector FROM drawn_practice d
    JOIN bench_story title ON title.kind = 'title' AND title.no = d.title_no
    JOIN bench_story called ON called.kind = 'called' AND called.no = d.called_no AND called.language = title.language
) AS both_parts;
CREATE INDEX ON drawn_title (r, language);
ANALYZE drawn_title;

--- practices
INSERT INTO practices_practice (id, centre_id, reference, round, status, owner_id, country_id, author_id, language, title,
    created_at, updated_at, moved_at, proposed_at, published_at, verified_on, recheck_on, reasons)
SELECT r, :centre, reference, 1, status, owner_id, country_id, author_id, language,
    (SELECT jsonb_object_agg(t.language, t.text) FROM drawn_title t WHERE t.r = d.r),
    published_at, published_at, published_at, published_at, published_at, verified_on, verified_on + 365, '{}'
FROM drawn_practice d;

--- versions of practices
INSERT INTO practices_version (id, practice_id, number, state, sections, revisions, lock, operation, since_year, replaced_by,
    goals, needs_law, cost_currency, cost_band, awards, licence, change_reason, decline_reason, author_id, created_at, updated_at, live_at)
SELECT d.r, d.r, 1, 'live', first.sections || second.sections || jsonb_build_object('title', t.text, 'summary', summary.text),
    (SELECT jsonb_object_agg(key, 1) FROM jsonb_object_keys(first.sections || second.sections || '{"title": 1, "summary": 1}') AS key),
    0, operation, since_year, '', ARRAY[goal], needs_law, '', cost_band, '', 'CC-BY-4.0', '', '{}', author_id, published_at, published_at, published_at
FROM drawn_practice d
JOIN drawn_title t ON t.r = d.r AND t.language = d.language
JOIN bench_story first ON first.kind = 'first' AND first.no = first_no AND first.language = d.language
JOIN bench_story second ON second.kind = 'second' AND second.no = second_no AND second.language = d.language
JOIN bench_story summary ON summary.kind = 'summary' AND summary.no = summary_no AND summary.language = d.language;
INSERT INTO practices_version_topics (version_id, practicetopic_id)
SELECT r, topic.id FROM drawn_practice JOIN practices_practicetopic topic ON topic.position IN (topic_no - 1, also_no - 1);
INSERT INTO practices_systemname (version_id, text, language, kind, position)
SELECT r, called.text, 'en', 'current', 0 FROM drawn_practice
JOIN bench_story called ON called.kind = 'called' AND called.no = called_no AND called.language = 'en';
INSERT INTO practices_evidence (version_id, value, what, source, source_url, dated_on, position)
SELECT r, (84 + n)::text, '{"en": "registers that answer"}', 'Audit', '', date '2025-06-30', n FROM drawn_practice, generate_series(1, 3) AS n;

--- translations of practices
INSERT INTO practices_translation (practice_id, language, state, sections, of_revisions, outdated, draft, draft_of, sources, lock,
    translator_id, checked_by_id, checked_at, updated_at)
SELECT d.r, t.language, 'checked', first.sections || second.sections || jsonb_build_object('title', t.text, 'summary', summary.text),
    version.revisions, 0, '{}', '{}', '{}', 0, translator.id, d.author_id, published_at, published_at
FROM drawn_practice d
JOIN practices_version version ON version.id = d.r
JOIN drawn_title t ON t.r = d.r AND t.language <> d.language
JOIN bench_story first ON first.kind = 'first' AND first.no = first_no AND first.language = t.language
JOIN bench_story second ON second.kind = 'second' AND second.no = second_no AND second.language = t.language
JOIN bench_story summary ON summary.kind = 'summary' AND summary.no = summary_no AND summary.language = t.language
JOIN bench_person translator ON translator.part = 'translator' AND translator.no = 1;

--- index of practices
CREATE TEMP TABLE drawn_entry AS
SELECT d.*, ARRAY(SELECT one::varchar FROM unnest(ARRAY[
        'topic:topic-' || topic_no - 1, 'topic:topic-' || also_no - 1, 'country:' || country_id,
        'status:' || CASE status WHEN 'retired' THEN status ELSE operation END, 'cost:' || cost_band,
        'language:en', 'language:ru', 'language:be', 'language:ko', 'goal:' || goal,
        'law:' || CASE WHEN needs_law THEN 'yes' ELSE 'no' END, 'year:' || since_year - since_year % 5
    ]) AS one GROUP BY one ORDER BY one COLLATE "C")::varchar[] AS facets
FROM drawn_practice d;
CREATE TEMP TABLE joined_story AS SELECT kind, no, pg_temp.joined(vector) AS vector FROM bench_story GROUP BY kind, no;
CREATE INDEX ON joined_story (kind, no);
ANALYZE joined_story;
INSERT INTO practices_entry (practice_id, heading, body, facets, is_retired, verified_on, published_at)
SELECT r, heading || marks, heading || body || marks, facets, status = 'retired', verified_on, published_at FROM (
    SELECT d.*, (SELECT array_to_tsvector(array_agg('@' || facet)) FROM unnest(facets) AS facet) AS marks,
        (SELECT pg_temp.joined(t.vector) FROM drawn_title t WHERE t.r = d.r)
            || (SELECT vector FROM bench_story WHERE kind = 'called' AND no = called_no AND language = 'en')
            || setweight(to_tsvector('russian', format('p 2026 %s p2026%s', lpad(r::text, 5, '0'), lpad(r::text, 5, '0'))), 'A') AS heading,
        summary.vector || first.vector || second.vector AS body
    FROM drawn_entry d
    JOIN joined_story summary ON summary.kind = 'summary' AND summary.no = summary_no
    JOIN joined_story first ON first.kind = 'first' AND first.no = first_no
    JOIN joined_story second ON second.kind = 'second' AND second.no = second_no
) AS made;
INSERT INTO practices_facettotal (facet, entries)
SELECT facet, count(*) FROM practices_entry, unnest(facets || '{all}') AS facet GROUP BY facet;
INSERT INTO practices_practiceseries (year, last) VALUES (2026, :practices);
