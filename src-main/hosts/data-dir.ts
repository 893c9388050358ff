import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where a workspace lives when nobody says otherwise: the place each system keeps for a user's application data. */
export const defaultDataDir = (
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
  home: string = homedir(),
): string => {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Trunkline')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Trunkline')
  // The XDG base directory specification: a relative path there is invalid and to be ignored.
  const data = env.XDG_DATA_HOME
  return join(data && isAbsolute(data) ? data : join(home, '.local', 'share'), 'trunkline')
}

export const dataDirOf = (given: string | undefined): string => (given ? resolve(given) : defaultDataDir())
