import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { BrowserContext } from '@playwright/test'
import Database from 'better-sqlite3'
import { makeLargeWorkspace } from './ui/make-large-workspace.ts'
import { openBrowser } from './ui/open-browser.ts'

/**
 * A warm start with a million contacts and three million calls, its one campaign paused: from the start of the process
 * to its link, and to home with its figures in a browser that runs already and has shown it before, at the same address.
 * `firstStartMs` is the same with a browser that has never seen it. `--data` as for `ui`; `--times 5 --json`.
 */
const { values: flags } = parseArgs({
  options: {
    contacts: { type: 'string', default: '1000000' },
    data: { type: 'string' },
    times: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
})

const program = new URL('../../out/main/cli.js', import.meta.url).pathname
const workspace = await makeLargeWorkspace({
  contacts: Number(flags.contacts),
  atOnce: 1,
  kept: flags.data,
})
rest(workspace.folder)
const viewport = { width: 1440, height: 900 }
const port = await freePort()
const browser = await openBrowser()
const times = Array.from({ length: Number(flags.times) })
try {
  // The first finds nothing of program and workspace in the system's memory.
  await start(await browser.newContext({ viewport }))
  const firsts = []
  for (const _ of times) {
    const fresh = await browser.newContext({ viewport })
    firsts.push(await start(fresh))
    await fresh.close()
  }
  const known = await browser.newContext({ viewport })
  // A browser keeps a script compiled once it has run it twice.
  for (let time = 0; time < 2; time += 1) await start(known)
  const starts = []
  for (const _ of times) starts.push(await start(known))
  const report = {
    callsInDatabase: workspace.calls,
    linkMs: middle(starts.map(({ linkMs }) => linkMs)),
    startMs: middle(starts.map(({ usableMs }) => usableMs)),
    startMaxMs: Math.max(...starts.map(({ usableMs }) => usableMs)),
    firstStartMs: middle(firsts.map(({ usableMs }) => usableMs)),
  }
  if (flags.json) console.log(JSON.stringify(report))
  else console.table(report)
} finally {
  await browser.close()
  workspace.remove()
}

async function start(
  inside: BrowserContext,
): Promise<{ readonly linkMs: number; readonly usableMs: number }> {
  const page = await inside.newPage()
  const began = performance.now()
  const args = [
    program,
    'console',
    '--data',
    workspace.folder,
    '--port',
    String(port),
    '--print-url',
    '--drain',
    '0',
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    const linkMs = performance.now() - began
    await page.goto((JSON.parse(line) as { url: string }).url)
    await page.getByRole('region', { name: 'Today' }).locator('dd').first().waitFor()
    return { linkMs: Math.round(linkMs), usableMs: Math.round(performance.now() - began) }
  } finally {
    child.kill('SIGTERM')
    await Promise.all([once(child, 'exit'), page.close()])
  }
}

/** As a workspace rests over night: nothing goes on, no call is left over from a run that was killed. */
function rest(folder: string): void {
  const database = new Database(`${folder}/workspace.db`)
  database.exec(`UPDATE campaigns SET state = 'paused', pause_reason = 'manual';
    DELETE FROM calls WHERE state <> 'ended'; UPDATE calls SET orphan = 0 WHERE orphan = 1;
    UPDATE leads SET status = 'pending' WHERE status IN ('queued', 'dialing', 'in_call')`)
  database.close()
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
