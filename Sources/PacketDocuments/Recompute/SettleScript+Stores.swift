extension SettleScript {
  /// The stores: service periods, months, weeks, statuses.
  static let stores = #"""
    ---- 3. 店家  The stores (C1, C3, C4, C12, C13, C14) ---------------------------------------------

    -- 店家不符資格之原因  What makes a store ineligible: C1 (RO003, SO002, SO004), C4 (RO004),
    -- C14 (SO005), an end before go-live (RO008).
    CREATE TABLE faults (store_id TEXT, code TEXT);
    INSERT INTO faults
      SELECT store_id, 'RO003' FROM stores LEFT JOIN solutions USING (solution_id), approval
        WHERE solutions.vendor_id IS NOT approval.vendor_id
      UNION ALL SELECT store_id, 'RO004' FROM stores JOIN solutions USING (solution_id), approval
        WHERE solutions.vendor_id = approval.vendor_id AND fee > fee_cap
      UNION ALL SELECT store_id, 'RO008' FROM stores
        WHERE golive_on <> '' AND ended_on <> '' AND ended_on < golive_on
      UNION ALL SELECT store_id, 'SO002' FROM stores JOIN solutions USING (solution_id)
        WHERE summit_qualified <> 'Y'
      UNION ALL SELECT store_id, 'SO004' FROM stores JOIN solutions USING (solution_id)
        WHERE verification_method = ''
      UNION ALL SELECT store_id, 'SO005' FROM stores JOIN solutions USING (solution_id)
        WHERE ga_property = '';
    CREATE INDEX faults_of ON faults (store_id);

    -- 服務期間 [g, e]：導入日至基準日或停用日之較早者；無導入日或在基準日之後者未導入。
    -- The service period [g, e]: go-live to as-of or the end date, whichever is earlier. A store
    -- without go-live, or with one after as-of, is not adopted and stands not here.
    CREATE TABLE service AS
      SELECT store_id, golive_on AS g,
        CASE WHEN ended_on <> '' AND ended_on < as_of THEN ended_on ELSE as_of END AS e
      FROM stores, programme WHERE golive_on <> '' AND golive_on <= as_of;

    -- 服務期間內之次數才採計  Uses count inside the service period only.
    CREATE TABLE counted AS
      SELECT store_id, date, uses FROM service JOIN usage USING (store_id)
      WHERE uses > 0 AND date BETWEEN g AND e;
    CREATE INDEX counted_days ON counted (store_id, date);

    -- add_months(g, k)：g 之後第 k 個月的同一日，該月無此日則為月底；一律自 g 起算（1/31 + 2 = 3/31）。
    -- add_months(g, k): the same day k months after g, or that month's last day; always from g itself.
    CREATE TABLE anniversaries AS
    WITH RECURSIVE a (store_id, g, e, k, day) AS (
      SELECT store_id, g, e, 0, g FROM service
      UNION ALL
      SELECT store_id, g, e, k + 1, min(
          date(g, 'start of month', '+' || (k + 1) || ' months',
            '+' || (CAST(substr(g, 9) AS INTEGER) - 1) || ' days'),
          date(g, 'start of month', '+' || (k + 2) || ' months', '-1 day'))
      FROM a, programme WHERE day <= e OR k < more_than_months)
    SELECT store_id, k, day FROM a;
    CREATE INDEX anniversaries_of ON anniversaries (store_id, k);

    -- 服務月 k = [add_months(g, k−1), add_months(g, k) − 1 日]；每週門檻依月次，最後一個沿用（C12）。
    -- Service month k, with its days inside the period, its counted uses and its threshold (C12).
    CREATE TABLE spans AS
      SELECT s.store_id, n.k, a.day AS first, min(date(n.day, '-1 day'), e) AS last,
        date(n.day, '-1 day') <= e AS is_full
      FROM service AS s JOIN anniversaries AS a USING (store_id)
        JOIN anniversaries AS n ON n.store_id = a.store_id AND n.k = a.k + 1
      WHERE a.day <= e;
    CREATE TABLE month_uses AS
      SELECT store_id, k, first, last, is_full,
        unixepoch(last) / 86400 - unixepoch(first) / 86400 + 1 AS days,
        (SELECT coalesce(sum(uses), 0) FROM counted
          WHERE store_id = spans.store_id AND date BETWEEN first AND last) AS uses,
        (SELECT uses_per_week FROM thresholds WHERE month <= k ORDER BY month DESC LIMIT 1)
          AS threshold
      FROM spans;

    -- 每週認定時：自導入日起每 7 日一週，整週在期間內才計；屬於其首日所在之服務月。
    -- For every-week assessment: whole weeks from go-live on, each of the month of its first day.
    CREATE TABLE weeks AS
    WITH RECURSIVE w (store_id, e, first) AS (
      SELECT store_id, e, g FROM service, programme WHERE assessment = 'every-week'
      UNION ALL
      SELECT store_id, e, date(first, '+7 days') FROM w WHERE date(first, '+13 days') <= e)
    SELECT store_id, k,
      (SELECT coalesce(sum(uses), 0) FROM counted
        WHERE store_id = w.store_id AND date BETWEEN w.first AND date(w.first, '+6 days')) AS uses
    FROM w JOIN spans USING (store_id)
    WHERE date(w.first, '+6 days') <= e AND w.first BETWEEN spans.first AND spans.last;
    CREATE INDEX weeks_of ON weeks (store_id, k);

    -- 月認定  A month's verdict: by its average, from min_assessed_days on; or by each whole week.
    CREATE TABLE months AS
      SELECT m.*, CASE
        WHEN assessment = 'monthly-average' THEN CASE
          WHEN days < min_assessed_days THEN 'unassessed'
          WHEN uses * 7 >= threshold * days THEN 'met' ELSE 'short' END
        ELSE CASE (SELECT min(weeks.uses >= threshold) FROM weeks
            WHERE weeks.store_id = m.store_id AND weeks.k = m.k)
          WHEN 1 THEN 'met' WHEN 0 THEN 'short' ELSE 'unassessed' END
        END AS verdict
      FROM month_uses AS m, programme;
    CREATE INDEX months_of ON months (store_id, k);

    -- 最長未使用  The longest run of days without a use: gaps between used days and the period's ends.
    CREATE TABLE idle AS
    WITH used (store_id, day) AS (
      SELECT store_id, unixepoch(g) / 86400 - 1 FROM service WHERE g <= e
      UNION ALL SELECT store_id, unixepoch(date) / 86400 FROM counted GROUP BY store_id, date
      UNION ALL SELECT store_id, unixepoch(e) / 86400 + 1 FROM service WHERE g <= e),
    gaps AS (
      SELECT store_id, day - lag(day) OVER (PARTITION BY store_id ORDER BY day) - 1 AS days
      FROM used)
    SELECT store_id, max(days) AS days FROM gaps GROUP BY store_id;
    CREATE INDEX idle_of ON idle (store_id);

    -- 一店一列  A store each: its use, and C13 (still growing after month 4).
    CREATE TABLE records AS
      SELECT store_id, g, e,
        max(0, unixepoch(e) / 86400 - unixepoch(g) / 86400 + 1) AS days,
        (SELECT count(*) FROM months AS m WHERE m.store_id = s.store_id AND is_full) AS full_months,
        (SELECT coalesce(sum(uses), 0) FROM counted AS c WHERE c.store_id = s.store_id) AS uses,
        coalesce((SELECT days FROM idle WHERE idle.store_id = s.store_id), 0) AS idle,
        (SELECT CASE WHEN sum(verdict = 'short') THEN 'short' WHEN sum(verdict = 'met') THEN 'met'
            ELSE 'unassessed' END FROM months AS m WHERE m.store_id = s.store_id) AS verdict,
        (SELECT count(*) FROM months AS m
          WHERE m.store_id = s.store_id AND k IN (4, 5) AND verdict <> 'unassessed') = 2
        AND NOT EXISTS (
          SELECT 1 FROM months AS m JOIN months AS b
            ON b.store_id = m.store_id AND b.k = m.k - 1
          WHERE m.store_id = s.store_id AND m.k >= 4 AND m.verdict <> 'unassessed'
            AND (m.verdict <> 'met' OR m.k >= 5 AND m.uses * b.days <= b.uses * m.days)) AS growing,
        -- 持續超過 N 個月：e 不早於此日（C3）  Longer than N months: e is not before this day (C3).
        (SELECT day FROM anniversaries AS a, programme
          WHERE a.store_id = s.store_id AND k = more_than_months) AS must_last_until
      FROM service AS s;

    -- 狀態：由上而下第一個成立者  The status: the first that applies, and why.
    CREATE TABLE statuses AS
      SELECT store_id, CASE
        WHEN EXISTS (SELECT 1 FROM rulings AS r
          WHERE ruling = 'disallow' AND r.store_id = stores.store_id) THEN 'disallowed'
        WHEN EXISTS (SELECT 1 FROM faults AS f WHERE f.store_id = stores.store_id) THEN 'ineligible'
        WHEN g IS NULL THEN 'not-adopted'
        WHEN uses = 0 THEN 'no-usage'
        WHEN verdict = 'short' THEN 'usage-short'
        WHEN verdict = 'unassessed' THEN 'usage-unassessed'
        WHEN phase = 'final' AND e < must_last_until THEN 'duration-short'
        WHEN phase = 'final' AND continuity_plan = '' THEN 'no-continuity-plan'
        ELSE 'completed' END AS status
      FROM stores LEFT JOIN records USING (store_id), programme;
    CREATE INDEX statuses_of ON statuses (store_id);

    """#
}
