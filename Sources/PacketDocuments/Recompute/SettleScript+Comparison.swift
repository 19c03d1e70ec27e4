extension SettleScript {
  /// The figures, their comparison, and what is printed.
  static let comparison = #"""
    ---- 6. 數字與比對  The figures, and the comparison -----------------------------------------------

    -- value 或 h（百分之一）擇一  A figure is a value, or h: hundredths, written with two decimals.
    CREATE TABLE figures (scope TEXT, subject TEXT, figure TEXT, period TEXT, value TEXT, h INTEGER);

    CREATE TABLE ids AS
      SELECT district_id AS district, district_id || '/' || vendor_id AS contract FROM approval;

    INSERT INTO figures
      SELECT 'contract', contract, key, '', value, NULL FROM ids, counts, work, json_each(json_object(
        'approved-stores', approved, 'rostered-stores', rostered, 'eligible-stores', eligible,
        'adopted-stores', adopted, 'completed-stores', completed, 'usage-total', uses))
    UNION ALL
      SELECT 'contract', contract, key, '', value, NULL FROM ids, money, json_each(json_object(
        'verdict', verdict, 'shortfall-stores', shortfall, 'counselling-fee', counselling_fee,
        'cloud-fee', cloud_fee, 'cloud-fee-cap', cloud_fee_cap, 'vendor-deduction', vendor_deduction,
        'district-deduction', district_deduction, 'total-deduction', total_deduction,
        'recognised-cloud-fee', recognised_cloud_fee,
        'recognised-counselling-fee', recognised_counselling_fee,
        'payable-cloud-fee', payable_cloud_fee, 'payable-counselling-fee', payable_counselling_fee,
        'payable-total', payable_total, 'withheld-total', withheld_total))
    UNION ALL
      SELECT 'contract', contract, key, '', iif(value IS NULL, '', NULL), value
      FROM ids, counts, work, json_each(json_object(
        'adoption-progress', (20000 * min(adopted, approved) + approved) / (2 * approved),
        'completion-progress', (20000 * min(completed, approved) + approved) / (2 * approved),
        'usage-pass-rate', (20000 * usage_met + usage_met + usage_short)
          / nullif(2 * (usage_met + usage_short), 0),
        'work-progress-planned', planned, 'work-progress-actual', actual,
        'work-progress-variance', actual - planned));

    INSERT INTO figures
      SELECT 'store', contract || '/' || store_id, 'status', '', status, NULL FROM ids, statuses
    UNION ALL
      SELECT 'store', contract || '/' || store_id, 'go-live', '', golive_on, NULL FROM ids, stores
      WHERE golive_on <> ''
    UNION ALL
      SELECT 'store', contract || '/' || store_id, key, '', value, NULL
      FROM ids, records, json_each(json_object(
        'service-days', days, 'full-service-months', full_months, 'usage-total', uses,
        'usage-verdict', verdict, 'longest-idle', idle, 'growing', iif(growing, 'yes', 'no')))
    UNION ALL
      SELECT 'store', contract || '/' || store_id, 'month-verdict', 'm' || k, verdict, NULL
      FROM ids, months
    UNION ALL
      SELECT 'store', contract || '/' || store_id, 'weekly-average', 'm' || k, NULL,
        (2 * 100 * 7 * uses + days) / (2 * days)
      FROM ids, months;

    -- 商圈（C15）：同商圈其他契約之判定不在此處，須由其得知者為 NULL（未核算）。
    -- The district (C15): its other contracts are not here; what rests on them is NULL, not checked.
    INSERT INTO figures
      WITH shared AS (
        SELECT (SELECT count(*) FROM contracts) AS contracts,
          (SELECT CAST(value AS INTEGER) FROM published
            WHERE scope = 'district' AND figure = 'shortfall-stores') AS district_shortfall)
      SELECT 'district', district, key, '', value, NULL
      FROM ids, money, programme, shared, json_each(json_object(
        'contracts', contracts, 'approved-stores', iif(contracts = 1, approved, NULL),
        'completed-stores', iif(contracts = 1, completed, NULL),
        'shortfall-stores', iif(contracts = 1, shortfall, NULL),
        'district-deduction', CASE WHEN contracts = 1 THEN district_deduction
          WHEN district_shortfall <= 4000000000000000000 / max(1, district_rate)
            THEN district_shortfall * district_rate END,
        'district-reward', CASE
          WHEN money.phase <> 'final' OR verdict = 'fail' OR shortfall > 0 OR district_shortfall > 0
            THEN 0
          WHEN contracts = 1 THEN reward END));

    -- 檢核之效果亦由各列重算  The findings with an effect are found again from the rows.
    CREATE TABLE found AS
      SELECT code, store_id, 'store-ineligible' AS effect FROM faults
      UNION ALL SELECT code, '', 'contract-blocked' FROM blocked WHERE code NOT IN ('AP008', 'XX999')
      UNION ALL SELECT 'AP003', '', 'amount-capped' FROM money WHERE cloud_fee > cloud_fee_cap;

    CREATE TABLE computed AS
      SELECT scope, subject, figure, period, iif(h IS NULL, value,
        printf('%s%d.%02d', iif(h < 0, '-', ''), abs(h) / 100, abs(h) % 100)) AS value
      FROM figures
      UNION ALL SELECT 'finding', contract || iif(store_id = '', '', '/' || store_id), effect, code,
        'yes' FROM ids, found;
    CREATE TABLE claimed AS
      SELECT rowid AS place, scope, subject, figure, period, value FROM published
      UNION ALL SELECT -1, 'finding', contract || iif(store_id = '', '', '/' || store_id), effect,
        code, 'yes' FROM ids, effects WHERE code NOT IN ('AP008', 'XX999');
    CREATE INDEX claimed_of ON claimed (subject, figure, period, scope);

    CREATE TABLE comparison AS
      SELECT coalesce(p.place, 1000000000000) AS place, coalesce(c.figure, p.figure) AS figure,
        coalesce(c.subject, p.subject) AS subject, coalesce(c.period, p.period) AS period,
        c.value AS computed, p.value AS published,
        CASE WHEN c.scope = 'district' AND c.value IS NULL THEN 'not checked'
          WHEN c.value IS p.value THEN 'ok' ELSE 'DIFFERS' END AS result
      FROM computed AS c FULL JOIN claimed AS p
        ON p.subject = c.subject AND p.figure = c.figure AND p.period = c.period
          AND p.scope = c.scope;

    ---- 7. 結果  What comes out ---------------------------------------------------------------------

    .print == 經費逐步  The money, step by step (NT$)
    .mode line
    SELECT * FROM money;

    .print
    .print == 店家狀態與原因  The stores, and why
    .mode column
    .headers on
    SELECT store_id, status, CASE status
      WHEN 'disallowed' THEN 'ruling, line ' || (SELECT min(line) FROM rulings AS r
        WHERE ruling = 'disallow' AND r.store_id = s.store_id)
      WHEN 'ineligible' THEN (SELECT group_concat(code, ' ') FROM
        (SELECT code FROM faults AS f WHERE f.store_id = s.store_id ORDER BY code))
      WHEN 'not-adopted' THEN iif(golive_on = '', 'no go-live date', 'go-live ' || golive_on)
      WHEN 'usage-short' THEN 'short in ' || (SELECT group_concat('m' || k, ' ') FROM
        (SELECT k FROM months AS m WHERE m.store_id = s.store_id AND verdict = 'short' ORDER BY k))
      WHEN 'duration-short' THEN 'until ' || e || ', needed until ' || must_last_until
      ELSE 'from ' || g || ' to ' || e || ', ' || uses || ' uses' END AS why
    FROM statuses AS s JOIN stores USING (store_id) LEFT JOIN records USING (store_id)
    ORDER BY store_id;

    .print
    .print == 逐項比對，不符者在後  Figure by figure, those that differ last
    SELECT
      iif(figure GLOB '*[^ -~]*', 'x' || hex(figure), figure) AS figure,
      iif(subject GLOB '*[^ -~]*', 'x' || hex(subject), subject) AS subject,
      iif(period GLOB '*[^ -~]*', 'x' || hex(period), nullif(period, '')) AS period,
      nullif(computed, '') AS computed,
      iif(published GLOB '*[^ -~]*', 'x' || hex(published), nullif(published, '')) AS published,
      result
    FROM comparison ORDER BY result = 'DIFFERS', place, period;

    .print
    .mode list
    .headers off
    SELECT 'not checked 未核算: ' || count(*)
      || ' figures of the district rest on its other contracts 項商圈數字涉及其他契約'
    FROM comparison WHERE result = 'not checked' HAVING count(*) > 0;
    SELECT 'taken as given 依檢核結果: ' || code FROM effects WHERE code IN ('AP008', 'XX999');

    CREATE TABLE totals AS
      SELECT count(*) FILTER (WHERE result = 'DIFFERS') AS differing,
        count(*) FILTER (WHERE result <> 'not checked') AS compared FROM comparison;
    SELECT iif(differing = 0, '全部 ' || compared || ' 項數字相符',
      compared || ' 項數字中有 ' || differing || ' 項不符') FROM totals;
    SELECT iif(differing = 0, 'all ' || compared || ' figures agree',
      differing || ' of ' || compared || ' figures differ') FROM totals;

    -- 有不符時結束碼為 1  The exit code is 1 where a figure differs.
    CREATE TABLE closing (count INTEGER CONSTRAINT figures_differ CHECK (count = 0));
    INSERT INTO closing SELECT differing FROM totals;

    """#
}
