import type { Migration } from 'kysely/migration'
import { up as workspace } from './0001-workspace.ts'

/** In order; a bundled program has no folder to look into. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-workspace': { up: workspace },
}
