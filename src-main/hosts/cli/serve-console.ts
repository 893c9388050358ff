import { startConsole } from '../console/start-console.ts'
import { jobHandlers } from '../control/job-handlers.ts'
import { listenForControl } from '../control/listen.ts'
import { currentApplication } from '../current-application.ts'
import { type CliHost, endingOf } from './cli-host.ts'
import { exitCodes } from './exit-codes.ts'
import { openBrowser } from './open-browser.ts'
import { untilTold } from './until-told.ts'

export interface ServeOptions {
  readonly data: string
  readonly port: number
  readonly drain: number
  /** The link as JSON on the first line, for programs. */
  readonly json: boolean
  /** Opens the link in the user's browser. */
  readonly open: boolean
}

/** For BYE and its answer, and for closing, once calls are ended at once. */
const goodbyeMs = 8_000

/** Runs a workspace with its console until told to stop. */
export const serveConsole = async (host: CliHost, options: ServeOptions): Promise<void> => {
  const { json } = options
  const told = untilTold()
  let endNow = (): void => process.exit(exitCodes.interrupted)
  void told.again.then(() => endNow())
  const open = () => host.openWorkspace(options.data, { reopen: () => void reopen() })
  const first = await open()
  if ('refused' in first) return host.fail(endingOf(first), first.message, { json })
  let workspace = first
  const app = currentApplication(() => workspace.app)
  const { log } = first
  let exitCode: number = exitCodes.ok
  endNow = () => {
    exitCode = exitCodes.interrupted
    app.hangUp()
    setTimeout(() => process.exit(exitCode), goodbyeMs).unref()
  }

  const { renderer: rendererDir } = host.files
  const served = await startConsole({ app, rendererDir, port: options.port, log, now: Date.now })
  if ('refused' in served) {
    await workspace.close({ drainSeconds: 0 })
    return host.fail('port', served.message, { json })
  }
  const reopen = () =>
    served.whileClosed(async () => {
      // Its log stays: the console goes on writing into it.
      await workspace.app.close({ drainSeconds: options.drain })
      const next = await open()
      if (!('refused' in next)) {
        workspace = next
        return
      }
      host.fail(endingOf(next), next.message, { json })
      process.exit()
    })
  const control = await listenForControl(options.data, {
    'stop-all': async ({ hangUp }) => {
      await app.stopAll({ hangUp })
      return { activeCalls: app.activeCalls() }
    },
    'console-link': async () => ({ url: served.newLink() }),
    ...jobHandlers(app.jobs),
    ...app.campaigns,
    backup: app.backup,
    status: async () => ({ host: 'console', pid: process.pid, activeCalls: app.activeCalls() }),
  })
  if ('refused' in control) {
    await served.close()
    await workspace.close({ drainSeconds: 0 })
    return host.fail('workspaceInUse', `Another process has the workspace ${options.data} open.`, { json })
  }

  await showLink(host, options, served.newLink())
  await told.once
  const active = app.activeCalls()
  if (active > 0)
    host.say(`Stopping: ${calls(active)} may end within ${options.drain} s. Ctrl-C ends them now.`)
  await control.close()
  await served.close()
  await workspace.close({ drainSeconds: options.drain })
  process.exit(exitCode)
}

const calls = (count: number): string => (count === 1 ? '1 call' : `${count} calls`)

const showLink = async (host: CliHost, { json, open, data }: ServeOptions, url: string): Promise<void> => {
  if (json) host.print(JSON.stringify({ url }))
  else {
    host.print(`Workspace ${data}`)
    host.print(`Open this link within ten minutes; it works once:\n\n  ${url}\n`)
    host.print(`Another link: trunkline console-link --data ${data}. Ctrl-C stops the console.`)
  }
  if (open && !(await openBrowser(url)) && !json)
    host.say('No browser could be opened here: open the link yourself.')
}
