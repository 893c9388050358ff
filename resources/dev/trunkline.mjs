#!/usr/bin/env node
// `trunkline` as a command: the same door as `npm run trunkline`.
import { fileURLToPath } from 'node:url'

process.argv.splice(1, 1, fileURLToPath(new URL('./run.mjs', import.meta.url)), 'trunkline')
await import('./run.mjs')
