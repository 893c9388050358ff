import { readChild } from './child.mjs'

/** npm itself: the one that started us, or the one in PATH. Quiet, unless it fails. */
export const runNpm = async (args, { cwd }) => {
  const cli = process.env.npm_execpath
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const options = { cwd, shell: command === 'npm' && process.platform === 'win32', env: environment() }
  const { code, output } = await readChild(command, [...first, ...args], options)
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed (${code}):\n${output.trim()}`)
}

/** Electron's binary is fetched at the first start, if at all: installing must never fail for lack of it. */
const environment = () => ({ ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' })
