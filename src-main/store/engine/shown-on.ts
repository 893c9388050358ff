/**
 * SQL that is true where `numbers` may be shown by `campaigns`: one that is bound belongs to its own trunk alone, which
 * has to be among those that carry the campaign. The practice carrier shows it to nobody real.
 */
export const shownOnItsTrunks = `(numbers.trunk_id IS NULL OR EXISTS (
  SELECT 1 FROM used_trunks WHERE used_trunks.campaign_id = campaigns.id AND used_trunks.trunk_id IN (
    numbers.trunk_id, (SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'practice_trunk'))))`
