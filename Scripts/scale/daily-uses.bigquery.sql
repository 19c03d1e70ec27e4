-- Raw events to daily uses, for BigQuery on the export of Google Analytics 4: what daily-uses.sql is for Spark.
--
-- Change the four lines marked «yours», the names of the two tables and the path pattern, then
--   bq query --use_legacy_sql=false < daily-uses.bigquery.sql
-- Writes gs://…/<district>-000000000000.csv in the plain usage form; rename them as docs/scale.md says.
-- The roster is a table (store_id, district_id) in which each store stands once.
DECLARE first_day DATE DEFAULT DATE '2021-06-01';  -- yours: a day before the first go-live
DECLARE last_day DATE DEFAULT DATE '2021-10-31';  -- yours: the last day that counts, or later
DECLARE counted_events ARRAY<STRING> DEFAULT ['page_view'];  -- yours: the events that are a use
DECLARE folder STRING DEFAULT 'gs://your-bucket/110/usage';  -- yours

CREATE TEMP TABLE daily AS
WITH counted AS (
  SELECT
    event_timestamp,
    (SELECT COALESCE(parameter.value.string_value, CAST(parameter.value.int_value AS STRING))
      FROM UNNEST(event_params) AS parameter WHERE parameter.key = 'store_id' LIMIT 1) AS store,
    (SELECT parameter.value.string_value
      FROM UNNEST(event_params) AS parameter WHERE parameter.key = 'page_location' LIMIT 1) AS page
  FROM `your-project.analytics_000000000.events_*`
  -- A day's table may hold hours of Taiwan's day before or after; events_intraday_… is left out.
  WHERE _TABLE_SUFFIX BETWEEN FORMAT_DATE('%Y%m%d', DATE_SUB(first_day, INTERVAL 1 DAY))
      AND FORMAT_DATE('%Y%m%d', DATE_ADD(last_day, INTERVAL 1 DAY))
    AND event_name IN UNNEST(counted_events)
), event AS (
  SELECT
    -- A parameter that names the store comes first, then the solution's ga_store_pattern: here /s/{store_id}.
    UPPER(TRIM(NORMALIZE(
      COALESCE(store, REGEXP_EXTRACT(page, r'^https?://[^/?#]+/s/([^/?#]+)/?(?:[?#].*)?$')), NFKC))) AS store_id,
    -- Not event_date, which is of the property's time zone.
    DATE(TIMESTAMP_MICROS(event_timestamp), 'Asia/Taipei') AS day
  FROM counted
)
SELECT
  -- Small letters are no district: rows of stores that no roster has, which the program names (US001),
  -- and events that lead to no store, which are counted below and not written.
  CASE WHEN event.store_id IS NULL THEN 'no store' ELSE COALESCE(roster.district_id, 'unrostered') END
    AS district,
  event.store_id AS store_id, event.day AS date, COUNT(*) AS uses
FROM event LEFT JOIN `your-project.review.roster` AS roster ON roster.store_id = event.store_id
WHERE event.day BETWEEN first_day AND last_day
GROUP BY 1, 2, 3;

-- An export has one folder, so each district is one; what is sorted comes out as one file.
FOR one IN (SELECT DISTINCT district FROM daily WHERE district <> 'no store' ORDER BY district) DO
  EXECUTE IMMEDIATE FORMAT("""
    EXPORT DATA OPTIONS (uri = '%s/%s-*.csv', format = 'CSV', header = TRUE, overwrite = TRUE) AS
    SELECT store_id, date, uses FROM daily WHERE district = '%s' ORDER BY store_id, date
    """, folder, one.district, one.district);
END FOR;

SELECT district, COUNT(DISTINCT store_id) AS stores, SUM(uses) AS uses FROM daily GROUP BY district ORDER BY district;
