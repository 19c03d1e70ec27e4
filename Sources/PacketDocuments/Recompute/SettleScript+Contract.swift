extension SettleScript {
  /// The contract: work, counts, verdict, money.
  static let contract = #"""
    ---- 4. 工作進度  The work (C10, C11), in hundredths of a percent ---------------------------------

    -- 預定：開始前 0、完成日起 100，其間按日數比例；實際：基準日前最近一次回報，同日取後列。
    -- Planned: 0 before the start, 100 from the end on, by days between. Actual: the latest report
    -- up to as-of; of equal dates the later row.
    CREATE TABLE work AS
    WITH items AS (
      SELECT weight,
        CASE WHEN as_of < planned_start THEN 0 WHEN as_of >= planned_end THEN 10000
          ELSE (2 * 10000 * (unixepoch(as_of) / 86400 - unixepoch(planned_start) / 86400 + 1)
              + (unixepoch(planned_end) / 86400 - unixepoch(planned_start) / 86400 + 1))
            / (2 * (unixepoch(planned_end) / 86400 - unixepoch(planned_start) / 86400 + 1))
          END AS planned,
        coalesce((SELECT actual_progress FROM work_reports AS r
          WHERE r.number = i.number AND reported_on <= as_of
          ORDER BY reported_on DESC, line DESC LIMIT 1), 0) AS actual
      FROM work_items AS i, programme)
    SELECT count(*) AS items, coalesce(sum(weight), 0) AS weight,
      (2 * coalesce(sum(weight * planned), 0) + 10000) / 20000 AS planned,
      (2 * coalesce(sum(weight * actual), 0) + 10000) / 20000 AS actual
    FROM items;

    ---- 5. 契約  The contract: counts, verdict, money (C5, C6, C7, C11, C15, C16) --------------------

    CREATE TABLE counts AS
      SELECT approved_stores AS approved, count(status) AS rostered,
        count(*) FILTER (WHERE status NOT IN ('disallowed', 'ineligible')) AS eligible,
        count(*) FILTER (WHERE status NOT IN ('disallowed', 'ineligible', 'not-adopted'))
          AS adopted,
        count(*) FILTER (WHERE status = 'completed') AS completed,
        count(*) FILTER (WHERE status NOT IN ('disallowed', 'ineligible') AND verdict = 'met')
          AS usage_met,
        count(*) FILTER (WHERE status NOT IN ('disallowed', 'ineligible') AND verdict = 'short')
          AS usage_short,
        coalesce(sum(uses) FILTER (WHERE status NOT IN ('disallowed', 'ineligible')), 0) AS uses
      FROM approval LEFT JOIN statuses LEFT JOIN records USING (store_id);

    -- 使契約不予通過之檢核；AP008 與 XX999 無法由各列得知，照錄 effects.csv。
    -- What blocks the contract. AP008 and XX999 can't be seen from these rows; effects.csv is believed.
    CREATE TABLE blocked (code TEXT);
    INSERT INTO blocked
      SELECT 'AP004' FROM approval WHERE declared_on = '' OR declaration_approved_on = ''
      UNION ALL SELECT 'AP006' FROM approval
        WHERE nullif(district_contract_on, '') < max(vendor_contract_on, declaration_approved_on,
            declared_on)
          OR nullif(vendor_contract_on, '') < max(declaration_approved_on, declared_on)
          OR nullif(declaration_approved_on, '') < declared_on
      UNION ALL SELECT 'AP007' FROM counts WHERE rostered = 0
      UNION ALL SELECT 'AP009' FROM work WHERE items = 0
      UNION ALL SELECT 'PR001' FROM work WHERE items > 0 AND weight <> 10000
      UNION ALL SELECT 'PR003' FROM work, programme
        WHERE items > 0 AND phase = 'final' AND actual < 10000
      UNION ALL SELECT DISTINCT 'RU003' FROM rulings WHERE ruling = 'non-provision'
      UNION ALL SELECT code FROM effects WHERE code IN ('AP008', 'XX999');

    -- 經費逐步  The money, step by step.
    CREATE TABLE money AS
    WITH
    base AS (
      SELECT phase, CASE WHEN EXISTS (SELECT 1 FROM blocked) THEN 'fail' ELSE 'pass' END AS verdict,
        approved, completed, max(0, approved - completed) AS shortfall,
        counselling_fee, cloud_fee,
        counselling_fee * share / 10000 AS cloud_fee_cap                                       -- C5
      FROM approval, counts, programme),
    deducted AS (
      SELECT base.*, min(cloud_fee, cloud_fee_cap) AS capped_cloud_fee,                        -- C5
        shortfall * vendor_rate AS vendor_deduction,                                      -- C6
        shortfall * district_rate AS district_deduction                                   -- C15
      FROM base, programme),
    recognised AS (
      SELECT *, vendor_deduction + district_deduction AS total_deduction,
        -- 認列：扣減後不低於 0；審查認列金額為上限（C7）；未確實提供者為 0（C16）
        -- Recognised: at least 0; at most a reviewer's amount (C7); 0 for non-provision (C16).
        CASE WHEN EXISTS (SELECT 1 FROM rulings WHERE ruling = 'non-provision') THEN 0
          ELSE min(max(0, capped_cloud_fee - vendor_deduction), coalesce(
            (SELECT amount FROM rulings WHERE ruling = 'recognise'
              ORDER BY ruled_on DESC, line DESC LIMIT 1), capped_cloud_fee)) END
          AS recognised_cloud_fee,
        max(0, counselling_fee - min(cloud_fee, counselling_fee) - district_deduction)
          AS recognised_counselling_fee
      FROM deducted),
    payable AS (
      -- 期中不付款（C10）；期末通過者付全部認列數（C11）
      -- Nothing is paid at mid-term (C10); at the end what is recognised, if it passes (C11).
      SELECT *, iif(phase = 'final' AND verdict = 'pass', recognised_cloud_fee, 0)
          AS payable_cloud_fee,
        iif(phase = 'final' AND verdict = 'pass', recognised_counselling_fee, 0)
          AS payable_counselling_fee
      FROM recognised)
    SELECT *, payable_cloud_fee + payable_counselling_fee AS payable_total,
      iif(phase = 'final', recognised_cloud_fee + recognised_counselling_fee
        - payable_cloud_fee - payable_counselling_fee, 0) AS withheld_total
    FROM payable;

    """#
}
