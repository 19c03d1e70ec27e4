-- Raw events to daily uses, for Apache Spark 4. Scripts/scale/daily-uses runs this text as it stands.
--
-- Reads   events (file, store_id, event_at)    a row for each use, all of them text as typed
--         roster (store_id, district_id)       a row for each store
-- Gives   district, store_id, date, uses       the plain usage form, with the file that a row belongs to
--
-- No row vanishes, so that the program can still point at what does not count:
--   district     rows of a rostered store, inside its service period or not: the program judges that
--   repeated     a store's day that an earlier file has: the program counts the first and says US005
--   unreadable   rows whose time can't be read: no date stands in them either
--   unrostered   rows of stores that no roster has: US001
-- District ids are in capitals, so the other three are read last.
--
-- The day is worked out from the digits, as Sources/SeasonReading/Usage/EventTime.swift does: no
-- session time zone, and no cast that depends on a setting.
WITH event AS (
  SELECT
    file,
    -- Ids and times are read after NFKC; these are the characters of it that keyboards here give.
    upper(trim(translate(coalesce(store_id, ''),
      '　 ０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ－＿',
      '  0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'))) AS store_id,
    trim(translate(coalesce(event_at, ''), '　 ０１２３４５６７８９ＴＺ－＋：．', '  0123456789TZ-+:.')) AS at
  FROM events
  WHERE coalesce(store_id, '') <> '' OR coalesce(event_at, '') <> ''
),
zoned AS (
  SELECT
    file, store_id, at,
    at RLIKE '^[0-9]{15,17}$' AS is_microseconds,
    -- 2021-06-01T10:15, seconds and their fraction optional, then Z, +08:00, +0800, +08 or nothing.
    at RLIKE '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)([.][0-9]+)?)?(Z|[+-]:*(0:*[0-9]|1:*[0-4]):*([0-5]:*[0-9]:*)?)?$'
      AS is_text,
    replace(regexp_replace(substr(at, 17), '^:[0-9]{2}([.][0-9]+)?', ''), ':', '') AS zone
  FROM event
),
timed AS (
  SELECT
    file, store_id, at,
    CASE
      WHEN is_microseconds THEN
        date_add(DATE '1970-01-01', CAST((try_cast(at AS BIGINT) + 28800000000) div 86400000000 AS INT))
      WHEN is_text THEN
        -- Minutes of Taiwan's day: from -419 to 2818, so a day more is added before the division.
        date_add(
          try_cast(substr(at, 1, 10) AS DATE),
          CAST((
            try_cast(substr(at, 12, 2) AS INT) * 60 + try_cast(substr(at, 15, 2) AS INT) + 480 + 1440
            - CASE
                WHEN zone = '' THEN 480
                WHEN zone = 'Z' THEN 0
                ELSE
                  CASE WHEN substr(zone, 1, 1) = '-' THEN -1 ELSE 1 END
                  * (try_cast(substr(zone, 2, 2) AS INT) * 60
                    + coalesce(try_cast(nullif(substr(zone, 4, 2), '') AS INT), 0))
              END
          ) div 1440 - 1 AS INT))
    END AS day
  FROM zoned
),
daily AS (
  SELECT
    file, store_id,
    day IS NULL AS is_unreadable,
    -- What stands before the text keeps a mere date, which is no time, from being read as one.
    coalesce(CAST(day AS STRING), concat('no time: ', at)) AS date,
    count(*) AS uses
  FROM timed
  GROUP BY ALL
),
-- A store belongs to one district, whatever the roster says; the program names the second row.
store AS (
  SELECT store_id, min(district_id) AS district_id FROM roster GROUP BY store_id
),
placed AS (
  SELECT
    CASE
      WHEN is_unreadable THEN 'unreadable'
      WHEN store.district_id IS NULL THEN 'unrostered'
      WHEN file > min(file) OVER (PARTITION BY daily.store_id, date) THEN 'repeated'
      ELSE store.district_id
    END AS district,
    daily.store_id, date, uses
  FROM daily LEFT JOIN store ON daily.store_id = store.store_id
)
SELECT district, store_id, date, sum(uses) AS uses
FROM placed
GROUP BY district, store_id, date
