import { arch, release, type } from 'node:os'
import type { Store } from '../store/open-store.ts'

/** What the program stands on, for whoever reports a fault. */
export function runsOn({ statements }: Pick<Store, 'statements'>) {
  const { electron, chrome, node } = process.versions
  const sqlite = statements.first<{ version: string }>('SELECT sqlite_version() AS version')
  return [
    { name: 'Electron', version: electron },
    { name: 'Chromium', version: chrome },
    { name: 'Node', version: node },
    { name: 'SQLite', version: sqlite?.version },
    { name: type(), version: `${release()} (${arch()})` },
  ].flatMap(({ name, version }) => (version === undefined ? [] : [{ name, version }]))
}
