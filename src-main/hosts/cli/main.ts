import { Command, CommanderError } from 'commander'
import manifest from '../../../package.json' with { type: 'json' }
import type { Compose } from '../application.ts'
import { registerBackup } from './backup.ts'
import { registerCampaign } from './campaign.ts'
import { registerConsole } from './console.ts'
import { registerConsoleLink } from './console-link.ts'
import { createCliHost } from './create-cli-host.ts'
import { registerDoctor } from './doctor.ts'
import { exitCodes } from './exit-codes.ts'
import { registerExport } from './export.ts'
import { registerForecast } from './forecast.ts'
import { registerImport } from './import.ts'
import { registerRehearse } from './rehearse.ts'
import { registerRestore } from './restore.ts'
import { registerStart } from './start.ts'
import { registerStopAll } from './stop-all.ts'
import { registerTrunk } from './trunk.ts'

// Contacts, calls and recordings are nobody else's business on a shared computer.
process.umask(0o077)

// The engine with all its parts is loaded only by commands that run it: «stop-all» must answer at once.
const compose: Compose = async options => (await import('../compose.ts')).compose(options)
const host = createCliHost({ compose, version: manifest.version, programs: import.meta.dirname })
const program = new Command('trunkline')
  .description('Plans and runs outbound call campaigns with voice agents over your own SIP trunks.')
  .version(manifest.version)
  .showHelpAfterError('(--help after the command lists its options)')
  .exitOverride()

for (const register of [
  registerStart,
  registerConsole,
  registerConsoleLink,
  registerStopAll,
  registerDoctor,
  registerForecast,
  registerRehearse,
  registerExport,
  registerImport,
  registerCampaign,
  registerBackup,
  registerRestore,
  registerTrunk,
])
  register(program, host)

try {
  await program.parseAsync()
} catch (error) {
  // commander has printed what is wrong, or the help that was asked for.
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    if (error.exitCode !== 0 && process.argv.includes('--json'))
      host.print(JSON.stringify({ error: { code: 'usage', message: error.message.replace(/^error: /, '') } }))
  } else host.fail('unexpected', error instanceof Error ? (error.stack ?? error.message) : String(error))
}
