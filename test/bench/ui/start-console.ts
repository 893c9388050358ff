import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const program = new URL('../../../out/main/cli.js', import.meta.url).pathname

/** The built console over a workspace. */
export async function startConsole(dataDir: string): Promise<{ readonly url: string; end(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    [program, 'console', '--data', dataDir, '--port', '0', '--print-url', '--drain', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    url: (JSON.parse(String(line)) as { url: string }).url,
    end: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}
