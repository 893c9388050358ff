/** SQL for the trunk that carries a campaign's calls: its own, or the workspace's default one. */
export const usedTrunk = 'ifnull(campaigns.trunk_id, (SELECT id FROM trunks WHERE is_default = 1))'

/**
 * SQL that is true where `numbers` may be shown on a trunk: one that is bound belongs to its own trunk alone. The
 * practice carrier shows it to nobody real.
 */
export const shownOn = (trunk: string): string => `(numbers.trunk_id IS NULL OR numbers.trunk_id = ${trunk}
  OR ${trunk} = (SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'practice_trunk'))`
