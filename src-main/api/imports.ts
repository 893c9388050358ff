import { implement } from '@orpc/server'
import { headingsKey } from '../contacts/import/look/preview-file.ts'
import { rejectedFile } from '../contacts/job-files.ts'
import { contract } from '../contract/contract.ts'
import type { FileReading, ImportPlan } from '../domain/import-plan.ts'
import type { JobRecord } from '../store/job-records.ts'
import { readJob } from '../store/job-records.ts'
import { toJson } from '../store/json.ts'
import { actor } from './actor.ts'
import { checkPlan } from './check-plan.ts'
import { consentNeeds } from './consent-needs.ts'
import { importTitle } from './import-title.ts'
import { shownJob } from './job-row.ts'
import { mustBeKept } from './kept-upload.ts'
import { notFound, refused } from './refuse.ts'
import type { KnownUpload, Services } from './services.ts'

const os = implement(contract.imports).$context<Services>()

export const imports = os.router({
  preview: os.preview.handler(async ({ input: { upload, reading }, context, signal }) => {
    const file = await mustBeKept(context, upload)
    const seen = await preview(context, file, reading, signal)
    return structuredClone({ ...seen, upload, fileName: file.fileName }) as never
  }),

  check: os.check.handler(async ({ input: { upload, plan }, context, signal }) => {
    const file = await mustBeKept(context, upload)
    await checkPlan(context, plan)
    const found = await context.reads.ask(
      'checkFile',
      { path: file.path, plan, now: context.now() },
      { signal },
    )
    if ('unreadable' in found) throw unreadable(file, found.unreadable)
    return structuredClone(found) as never
  }),

  start: os.start.handler(async ({ input: { upload, plan }, context, signal }) => {
    const file = await mustBeKept(context, upload)
    await checkPlan(context, plan)
    const { columns } = await preview(context, file, plan.reading, signal)
    await remember(
      context,
      columns.map(({ heading }) => heading),
      plan,
    )
    const id = await context.jobs.start({
      input: { is: 'import', upload, fileName: file.fileName, plan },
      actor,
      title: await importTitle(context.db, file.fileName, plan.target),
    })
    return shownJob(context, id)
  }),

  paste: os.paste.handler(async ({ input: { text }, context }) => {
    const kept = await context.uploads.keepText(text, 'Pasted rows')
    if ('upload' in kept) return kept
    throw refused({ code: kept.code, field: 'text', what: kept.what, cure: kept.cure })
  }),

  rejected: os.rejected.handler(async ({ input: { id, offset, limit }, context, signal }) => {
    const { input, result } = await mustBeImport(context, id)
    const total = result?.is === 'import' ? result.counts.rejected : 0
    if (total === 0 || offset >= total) return { total, rows: [] }
    const path = rejectedFile(context.about.dataDir, id)
    const page = { path, columns: input.plan.columns, offset, limit }
    const found = await context.reads.ask('rejectedRows', page, { signal })
    if (!('unreadable' in found)) return { total, rows: [...found] }
    throw refused({
      code: 'rejected_gone',
      what: 'The rejected rows are no longer at hand: they are kept for 90 days.',
      cure: 'Import the file again to see them.',
    })
  }),

  callable: os.callable.handler(async ({ input: { id }, context, signal }) => {
    const { input } = await mustBeImport(context, id)
    const { target } = input.plan
    const asking = target.into === 'campaign' ? await consentNeeds(context, target.campaign, signal) : null
    const filter = { match: 'all', of: [{ field: 'import', op: 'one_of', value: [id] }] } as const
    const query = { scope: { of: 'all' }, search: '', filter } as const
    const { contacts, callable, reasons, consents } = await context.reads.ask(
      'callable',
      // Whoever it put into the campaign is not left out for being in it.
      {
        selection: { query, except: [] },
        campaign: asking === null ? null : { ...asking, id: NO_CAMPAIGN },
        byConsent: true,
        now: context.now(),
      },
      { signal },
    )
    return { contacts, callable, reasons: [...reasons], consents: [...consents] }
  }),
})

const NO_CAMPAIGN = 0 as never

async function preview(
  { reads, zone }: Services,
  file: KnownUpload,
  reading: FileReading | null,
  signal: AbortSignal | undefined,
) {
  const seen = await reads.ask('previewFile', { path: file.path, reading, zone }, { signal })
  if ('unreadable' in seen) throw unreadable(file, seen.unreadable)
  return seen
}

const unreadable = ({ fileName }: KnownUpload, why: string) =>
  refused({
    code: 'unreadable_file',
    field: 'file',
    what: `${fileName}: ${why}`,
    cure: 'Nothing was imported.',
  })

async function mustBeImport(context: Services, id: JobRecord['id']) {
  const record = await readJob(context.db, id)
  if (record?.input.is !== 'import') throw notFound('import', id)
  return { result: record.result, input: record.input }
}

async function remember(
  { change, now }: Services,
  headings: readonly string[],
  { columns, reading }: ImportPlan,
): Promise<void> {
  // Columns without a name are no sign that two files are alike.
  if (reading?.heading === false) return
  const row = { columns: toJson(columns), used_at: now() }
  await change(tx =>
    tx
      .insertInto('import_mappings')
      .values({ headings: headingsKey(headings), ...row })
      .onConflict(conflict => conflict.column('headings').doUpdateSet(row))
      .execute(),
  )
}
