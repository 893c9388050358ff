const ofThisOrPractice = `(
  numbers.trunk_id, (SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'practice_trunk'))`

/**
 * SQL that is true where `numbers` may be shown by `campaigns`: one that is bound belongs to its own trunk alone, which
 * has to be among those that carry the campaign. The practice carrier shows it to nobody real. Says what the view
 * `used_trunks` says, by keys alone: through the view each row would read the trunks of every campaign.
 */
export const shownOnItsTrunks = `(numbers.trunk_id IS NULL
  OR EXISTS (SELECT 1 FROM campaign_trunks own
    WHERE own.campaign_id = campaigns.id AND own.trunk_id IN ${ofThisOrPractice})
  OR (NOT EXISTS (SELECT 1 FROM campaign_trunks own WHERE own.campaign_id = campaigns.id)
    AND (SELECT id FROM trunks WHERE is_default = 1) IN ${ofThisOrPractice}))`
