import type { Language } from '../text/language.ts'

/** Files that the build lays beside the page. */
export type BuiltFile = `help-${Language}.json` | 'licences.json' | 'release-notes.md'

/** Rejects where the file cannot be had. */
export async function fetchBuilt(name: BuiltFile): Promise<Response> {
  const reply = await fetch(`/${name}`)
  if (!reply.ok) throw new Error(`${name}: ${reply.status}`)
  return reply
}
