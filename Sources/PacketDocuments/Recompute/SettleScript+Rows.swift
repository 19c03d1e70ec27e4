extension SettleScript {
  /// The head, the tables and their import, and what can't be computed with.
  static let rows = #"""
    -- settle.sql：由本資料夾各列以 SQLite 重新核算本契約，並與公布數字逐項比對。
    -- settle.sql: computes this contract once more, by SQLite and from this folder's rows alone, and
    -- holds every result against the published figure.
    --
    -- 執行 Run:  cd recompute && sqlite3 :memory: < settle.sql     (SQLite 3.39 or later)
    -- 最後一行 Last line:  «all N figures agree»  or  «M of N figures differ».
    --
    -- 只用 64 位元整數：各列之金額、家數、次數以 10^12 為限，超過者列出後即停止，不會算出錯誤數字。
    -- Whole numbers of 64 bits only: an amount or count of the rows is at most 10^12. What is larger
    -- is named and nothing is computed, since SQLite would go on with inexact numbers.
    -- 百分比與平均以百分之一計，四捨五入：(2a + b) / 2b。
    -- Percentages and averages are counted in hundredths, a half rounded up: (2a + b) / 2b.
    -- C1…C18：計畫條款  C1…C18 are the programme's clauses.

    .bail on
    .mode list
    .headers off
    .nullvalue -

    ---- 1. 資料列  The rows ------------------------------------------------------------------------
    -- 未註明型別之欄為百分數，如 20.00，匯入後改為 2000  A column without a type holds percent.

    CREATE TABLE settings (key TEXT, value);
    CREATE TABLE thresholds (month INTEGER, uses_per_week INTEGER);
    CREATE TABLE approval (
      district_id TEXT, vendor_id TEXT, district_name TEXT, vendor_name TEXT,
      approved_stores INTEGER, counselling_fee INTEGER, cloud_fee INTEGER, declared_on TEXT,
      declaration_approved_on TEXT, vendor_contract_on TEXT, district_contract_on TEXT,
      file TEXT, line INTEGER);
    CREATE TABLE solutions (
      solution_id TEXT, vendor_id TEXT, solution_name TEXT, summit_qualified TEXT, fee_cap INTEGER,
      ga_property TEXT, verification_method TEXT, file TEXT, line INTEGER);
    CREATE TABLE stores (
      store_id TEXT, solution_id TEXT, store_name TEXT, golive_on TEXT, ended_on TEXT, fee INTEGER,
      continuity_plan TEXT, file TEXT, line INTEGER);
    CREATE TABLE usage (store_id TEXT, date TEXT, uses INTEGER);
    CREATE TABLE work_items (
      number INTEGER, item_no TEXT, item TEXT, weight, planned_start TEXT, planned_end TEXT,
      file TEXT, line INTEGER);
    CREATE TABLE work_reports (
      number INTEGER, reported_on TEXT, actual_progress, file TEXT, line INTEGER);
    CREATE TABLE rulings (
      ruling TEXT, store_id TEXT, amount INTEGER, ruled_on TEXT, reason TEXT, file TEXT, line INTEGER);
    CREATE TABLE effects (code TEXT, store_id TEXT, effect TEXT);
    CREATE TABLE contracts (district_id TEXT, vendor_id TEXT);
    CREATE TABLE published (
      scope TEXT, subject TEXT, figure TEXT, period TEXT, value TEXT, unit TEXT, clause TEXT);

    .import --csv --skip 1 settings.csv settings
    .import --csv --skip 1 thresholds.csv thresholds
    .import --csv --skip 1 approval.csv approval
    .import --csv --skip 1 solutions.csv solutions
    .import --csv --skip 1 stores.csv stores
    .import --csv --skip 1 usage.csv usage
    .import --csv --skip 1 work-items.csv work_items
    .import --csv --skip 1 work-reports.csv work_reports
    .import --csv --skip 1 rulings.csv rulings
    .import --csv --skip 1 effects.csv effects
    .import --csv --skip 1 contracts.csv contracts
    .import --csv --skip 1 figures.csv published
    .import --csv --skip 1 district.csv published

    CREATE INDEX usage_days ON usage (store_id, date);

    UPDATE settings SET value = CAST(value AS INTEGER)
      WHERE key NOT LIKE '%percent' AND value <> '' AND NOT value GLOB '*[^0-9]*';
    UPDATE settings SET value = CAST(replace(value, '.', '') AS INTEGER)
      WHERE key LIKE '%percent' AND value GLOB '*[0-9].[0-9][0-9]' AND NOT value GLOB '*[^0-9.]*';
    UPDATE work_items SET weight = CAST(replace(weight, '.', '') AS INTEGER)
      WHERE weight GLOB '*[0-9].[0-9][0-9]' AND NOT weight GLOB '*[^0-9.]*';
    UPDATE work_reports SET actual_progress = CAST(replace(actual_progress, '.', '') AS INTEGER)
      WHERE actual_progress GLOB '*[0-9].[0-9][0-9]' AND NOT actual_progress GLOB '*[^0-9.]*';

    CREATE TABLE programme AS SELECT
      max(value) FILTER (WHERE key = 'phase') AS phase,                                  -- C10, C11
      max(value) FILTER (WHERE key = 'as_of') AS as_of,                                  -- C18
      max(value) FILTER (WHERE key = 'usage.assessment') AS assessment,                  -- C12
      max(value) FILTER (WHERE key = 'usage.min_assessed_days') AS min_assessed_days,
      max(value) FILTER (WHERE key = 'duration.more_than_months') AS more_than_months,   -- C3
      max(value) FILTER (WHERE key = 'money.cloud_fee_share_percent') AS share,          -- C5
      max(value) FILTER (WHERE key = 'money.vendor_deduction_per_store') AS vendor_rate, -- C6
      max(value) FILTER (WHERE key = 'money.district_deduction_per_store') AS district_rate, -- C15
      max(value) FILTER (WHERE key = 'money.district_reward') AS reward                  -- C15
    FROM settings;

    ---- 2. 不能計算者：列出後停止  What can't be computed is named, and the run ends -------------------

    CREATE TABLE unusable AS
    WITH
    number (place, name, value) AS (
      SELECT 'settings.csv', key, value FROM programme, json_each(json_object(
        'min_assessed_days', min_assessed_days, 'more_than_months', more_than_months,
        'cloud_fee_share_percent', share, 'vendor_deduction_per_store', vendor_rate,
        'district_deduction_per_store', district_rate, 'district_reward', reward))
      UNION ALL SELECT 'thresholds.csv', 'uses_per_week', uses_per_week FROM thresholds
      UNION ALL SELECT 'approval.csv', key, value FROM approval, json_each(json_object(
        'approved_stores', approved_stores, 'counselling_fee', counselling_fee,
        'cloud_fee', cloud_fee))
      UNION ALL SELECT 'solutions.csv ' || solution_id, 'fee_cap', fee_cap FROM solutions
      UNION ALL SELECT 'stores.csv ' || store_id, 'fee', fee FROM stores
      UNION ALL SELECT 'usage.csv ' || store_id || ' ' || date, 'uses', uses FROM usage
      UNION ALL SELECT 'work-items.csv', 'weight', weight FROM work_items
      UNION ALL SELECT 'work-reports.csv', 'actual_progress', actual_progress FROM work_reports
      UNION ALL SELECT 'rulings.csv', 'amount', amount FROM rulings WHERE ruling = 'recognise'),
    day (place, name, value) AS (
      SELECT 'settings.csv', 'as_of', coalesce(as_of, '?') FROM programme
      UNION ALL SELECT 'approval.csv', key, value FROM approval, json_each(json_array(
        declared_on, declaration_approved_on, vendor_contract_on, district_contract_on))
      UNION ALL SELECT 'stores.csv ' || store_id, key, value FROM stores, json_each(json_object(
        'golive_on', golive_on, 'ended_on', ended_on))
      UNION ALL SELECT 'usage.csv ' || store_id, 'date', nullif(date, '') FROM usage
      UNION ALL SELECT 'work-items.csv', key, nullif(value, '') FROM work_items, json_each(
        json_object('planned_start', planned_start, 'planned_end', planned_end))
      UNION ALL SELECT 'work-reports.csv', 'reported_on', nullif(reported_on, '') FROM work_reports
      UNION ALL SELECT 'rulings.csv', 'ruled_on', nullif(ruled_on, '') FROM rulings)
    SELECT place, name, value, 'a whole number from 0 to 10^12' AS expected FROM number
      WHERE typeof(value) <> 'integer' OR value NOT BETWEEN 0 AND 1000000000000
    UNION ALL SELECT place, name, value, 'a day such as 2021-06-10' FROM day
      WHERE value IS NULL OR value <> '' AND value IS NOT date(value, '+0 days')
    UNION ALL SELECT 'settings.csv', 'phase', phase, 'midterm or final' FROM programme
      WHERE coalesce(phase, '') NOT IN ('midterm', 'final')
    UNION ALL SELECT 'settings.csv', 'usage.assessment', assessment, 'monthly-average or every-week'
      FROM programme WHERE coalesce(assessment, '') NOT IN ('monthly-average', 'every-week')
    UNION ALL SELECT 'stores.csv', 'store_id', store_id, 'letters, digits, _ and -' FROM stores
      WHERE store_id = '' OR store_id GLOB '*[^-A-Z0-9_]*'
    UNION ALL SELECT 'approval.csv', 'district_id/vendor_id', district_id || '/' || vendor_id, 'codes'
      FROM approval WHERE district_id || vendor_id GLOB '*[^-A-Z0-9_]*'
    UNION ALL SELECT 'approval.csv', 'rows', count(*), '1' FROM approval HAVING count(*) <> 1
    UNION ALL SELECT 'approval.csv', 'approved_stores', approved_stores, 'from 1; × deduction 4 × 10^18'
      FROM approval, programme
      WHERE approved_stores NOT BETWEEN 1 AND 4000000000000000000 / max(1, vendor_rate, district_rate)
    UNION ALL SELECT 'thresholds.csv', 'month', min(month), 'from 1 on' FROM thresholds
      HAVING min(month) IS NOT 1;

    SELECT 'cannot be computed 無法計算: '
      || iif(place GLOB '*[^ -~]*', 'x' || hex(place), coalesce(place, '?')) || ': ' || name || ' = '
      || iif(value GLOB '*[^ -~]*', 'x' || hex(value), quote(value)) || '; expected 應為 ' || expected
    FROM unusable LIMIT 20;
    SELECT 'no figure was compared 未比對任何數字: ' || count(*) || ' unusable values 項'
    FROM unusable HAVING count(*) > 0;
    CREATE TABLE stop (count INTEGER CONSTRAINT nothing_was_compared CHECK (count = 0));
    INSERT INTO stop SELECT count(*) FROM unusable;

    """#
}
