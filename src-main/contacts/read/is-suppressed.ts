import type { E164, Instant } from '../../domain/ids.ts'
import { countryOf } from '../../numbering/phone.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'

/** Whether the workspace keeps a number out of every campaign: by itself, by its prefix or by its country. */
export const isSuppressed = ({ statements }: ReadOnlyFile, number: E164, now: Instant): boolean =>
  statements.first(
    `SELECT 1 FROM suppressions WHERE number = ? AND scope = 'all' AND (expires_at IS NULL OR expires_at > ?)
     UNION ALL SELECT 1 FROM blocked_prefixes WHERE substr(?, 1, length(prefix)) = prefix
     UNION ALL SELECT 1 FROM blocked_countries WHERE country = ? LIMIT 1`,
    number,
    now,
    number,
    countryOf(number),
  ) !== undefined
