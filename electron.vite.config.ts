import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import mantine from 'postcss-preset-mantine'
import { interfaceFiles } from './resources/dev/interface-files.mjs'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** Programs and worker scripts of the main side: each becomes `out/main/<name>.js`. */
const programs = {
  desktop: at('src-main/hosts/desktop/main.ts'),
  cli: at('src-main/hosts/cli/main.ts'),
  'media-worker': at('src-main/telephony/media/worker.ts'),
  'speech-worker': at('src-main/voice/speech-worker.ts'),
  'forecast-worker': at('src-main/hosts/forecast/worker.ts'),
  'rehearsal-worker': at('src-main/hosts/rehearsal/worker.ts'),
  'history-worker': at('src-main/hosts/demo/history/worker.ts'),
  'reading-worker': at('src-main/hosts/reading/thread.ts'),
  'working-worker': at('src-main/hosts/working/thread.ts'),
  'backup-worker': at('src-main/hosts/backups/worker.ts'),
}

/** Every view has its own address, several levels deep: assets must be named from the root, not relative to the view. */
const servedFromRoot = { name: 'trunkline:served-from-root', config: () => ({ base: '/' }) }

export default defineConfig({
  // Packages stay outside (`dependencies` of package.json): one better-sqlite3 for Node and Electron alike. Those of
  // many small files go in: finding each of 450 files took longer than opening a workspace.
  main: {
    build: {
      outDir: at('out/main'),
      externalizeDeps: { exclude: ['kysely', 'libphonenumber-js', 'sip.js'] },
      rolldownOptions: {
        input: programs,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload script is one CommonJS file, whatever the package's type.
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src-main/hosts/desktop/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react(), servedFromRoot, interfaceFiles(at('.'))],
    css: { postcss: { plugins: [mantine()] } },
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input: at('src-renderer/index.html') },
    },
  },
})
