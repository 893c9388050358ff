import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile } from '../../../src-main/contacts/import/import-job.ts'
import { JobCalledOff, JobRefused } from '../../../src-main/contacts/job-work.ts'
import type { CampaignId, ListId } from '../../../src-main/domain/ids.ts'
import { aCampaign } from '../../make/workspace.ts'
import { anImportDesk, aPlan, type ImportDesk, uses } from './import-desk.ts'

let desk: ImportDesk
beforeEach(async () => {
  desk = await anImportDesk()
})
afterEach(() => desk.close())

const counts = { added: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 }
const contacts = () =>
  desk.rows<{ name: string; phone: string | null; fields: string }>(
    'SELECT name, phone, fields FROM contacts ORDER BY id',
  )
const aList = async (name = 'Autumn') =>
  (await desk.change('INSERT INTO lists (name, created_at, changed_at) VALUES (?, 0, 0)', name)) as ListId
const inList = () => desk.rows<{ contacts: number }>('SELECT contacts FROM lists')[0]?.contacts

const threePeople = 'phone,name\n030 23125 100,Anna\n030 23125 101,Ben\n0171 3920017,Çağla\n'
/** All tables that an import may touch, as they stand. */
const everything = () =>
  [
    'contacts',
    'further_phones',
    'consents',
    'contact_tags',
    'list_contacts',
    'leads',
    'contact_changes',
    'lists',
    'lead_counts',
    'lead_queue',
  ].map(table => desk.rows(`SELECT * FROM ${table}`))

describe('contacts.md §3, into all contacts, a list or a campaign', () => {
  test('all contacts, with place, country and kind of line from the number', async () => {
    const { result } = await desk.import(threePeople, aPlan())
    expect(result.counts).toMatchObject({ ...counts, added: 3, rows: 3, placed: 0 })
    expect(
      desk.rows(
        `SELECT phone, phone_as_imported AS written, contacts.country, phone_type AS type, zones, name_key AS key FROM contacts
         JOIN places ON places.id = place_id WHERE name = 'Çağla'`,
      ),
    ).toEqual([
      {
        phone: '+491713920017',
        written: '0171 3920017',
        country: 'DE',
        type: 'mobile',
        zones: '["Europe/Berlin"]',
        key: 'cagla',
      },
    ])
  })

  test('a list', async () => {
    const list = await aList()
    const { result } = await desk.import(threePeople, aPlan({ target: { into: 'list', list } }))
    expect(result.counts).toMatchObject({ added: 3, placed: 3 })
    expect(inList()).toBe(3)
  })

  test('a campaign: contacts with the priority of their column, those on the do-not-call list skipped', async () => {
    const { campaign } = await aCampaign(desk.store, { contacts: 0 })
    await desk.change(
      `INSERT INTO suppressions (number, scope, reason, source, at) VALUES ('+493023125101', 'all', 'asked', 'agent', 0)`,
    )
    const { result } = await desk.import(
      'phone,name,prio\n030 23125 100,Anna,hoch\n030 23125 101,Ben,\n0171 3920017,Cem,sehr\n',
      aPlan({
        target: { into: 'campaign', campaign },
        columns: uses('phone_number', 'contact_name', 'priority'),
        priority: 'low',
      }),
    )
    expect(result.counts).toMatchObject({ added: 3, placed: 3, doNotCall: 1, notUnderstood: 1 })
    expect(
      desk.rows(
        `SELECT name, status, skip_reason AS why, priority FROM leads JOIN contacts ON contacts.id = contact_id ORDER BY contacts.id`,
      ),
    ).toEqual([
      { name: 'Anna', status: 'pending', why: null, priority: 0 },
      { name: 'Ben', status: 'skipped', why: 'dnc', priority: 2 },
      { name: 'Cem', status: 'pending', why: null, priority: 2 },
    ])
  })

  test('a list or campaign that is gone, or takes nobody now, refuses before anything is stored', async () => {
    const { campaign } = await aCampaign(desk.store, { contacts: 0 })
    await desk.change(`UPDATE campaigns SET state = 'completed' WHERE id = ?`, campaign)
    const before = everything()
    for (const target of [
      { into: 'list', list: 9 as ListId },
      { into: 'campaign', campaign },
      { into: 'campaign', campaign: 99 as CampaignId },
    ] as const)
      await expect(desk.import(threePeople, aPlan({ target }))).rejects.toThrow(JobRefused)
    expect(everything()).toEqual(before)
  })
})

describe('contacts.md §3, result: every row stands in exactly one count', () => {
  test('added, updated, unchanged, duplicates in the file, rejected', async () => {
    await desk.import('phone,name\n030 23125 100,Anna\n030 23125 101,Ben\n', aPlan())
    const { result, job } = await desk.import(
      [
        'phone,name',
        '+493023125100,Anna',
        '030/23125101,Benjamin',
        '0171 3920017,Cem',
        '0171-3920017,Cem again',
        '12 34,Immerzeel',
        'n/a,Sauerbier',
        '0800 REISE,Haberland',
        ',Teichmann',
        '110,Kessler',
        '+44 909 879 0000,Dora',
        '030 1,x,y,z',
        'phone,name',
        '++49 30 23125,Novak',
      ].join('\n'),
      aPlan(),
    )
    const { counts: found } = result
    expect(found).toMatchObject({
      added: 1,
      updated: 1,
      unchanged: 1,
      duplicates: 1,
      rejected: 9,
      rows: 13,
    })
    expect(found.added + found.updated + found.unchanged + found.duplicates + found.rejected).toBe(found.rows)
    const rejected = readFileSync(desk.rejectedFile(job), 'utf8')
    expect(rejected.split('\r\n')).toEqual([
      '\uFEFFLine,Reason,phone,name',
      '6,Too short for Germany,12 34,Immerzeel',
      '7,No digits,n/a,Sauerbier',
      '8,Letters in the number,0800 REISE,Haberland',
      '9,Empty,,Teichmann',
      '10,"Short or emergency number, never called",110,Kessler',
      '11,"Premium-rate number, never called",\'+44 909 879 0000,Dora',
      '12,"4 cells, but 2 columns. A separator inside a text needs quotes",030 1,x,y,z',
      '13,The heading stands here again,phone,name',
      "14,Two plus signs,'++49 30 23125,Novak",
      '',
    ])
    expect(result.reasons.reduce((sum, { rows }) => sum + rows, 0)).toBe(9)
  })

  test('a rejected cell that a spreadsheet would run is made harmless', async () => {
    const { job } = await desk.import('phone,name\nx,=1+1\n030 23125 100,Anna\n', aPlan())
    expect(readFileSync(desk.rejectedFile(job), 'utf8')).toContain("x,'=1+1")
  })

  test('the rejected rows of a mended file are imported as they are', async () => {
    const { job } = await desk.import('phone,name\n030 23125 1O0,Anna\n030 23125 101,Ben\n', aPlan())
    const mended = readFileSync(desk.rejectedFile(job), 'utf8').replace('1O0', '100')
    const { result } = await desk.import(
      mended,
      aPlan({ columns: uses('leave_out', 'leave_out', 'phone_number', 'contact_name') }),
    )
    expect(result.counts).toMatchObject({ added: 1, rows: 1 })
  })
})

describe('contacts.md §3, rows without a number', () => {
  const file = 'phone,name\n,Anna\n030 23125 100,Ben\n'
  test('are rejected', async () => {
    const { result } = await desk.import(file, aPlan())
    expect(result.counts).toMatchObject({ added: 1, rejected: 1 })
  })
  test('or kept as contacts that cannot be called (`no_number`)', async () => {
    const { campaign } = await aCampaign(desk.store, { contacts: 0 })
    const { result } = await desk.import(
      file,
      aPlan({ withoutNumber: 'keep', target: { into: 'campaign', campaign } }),
    )
    expect(result.counts).toMatchObject({ added: 2, rejected: 0, placed: 2 })
    expect(
      desk.rows(
        'SELECT skip_reason AS why FROM leads JOIN contacts c ON c.id = contact_id WHERE c.phone IS NULL',
      ),
    ).toEqual([{ why: 'no_number' }])
  })
  test('a further number stands in for one that is missing', async () => {
    await desk.import(
      'phone,name,mobile\nn/a,Anna,0171 3920017\n',
      aPlan({ columns: uses('phone_number', 'contact_name', 'further_phone') }),
    )
    expect(contacts()).toMatchObject([{ phone: '+491713920017' }])
    expect(desk.rows('SELECT * FROM further_phones')).toEqual([])
  })
})

describe('contacts.md §3, policy for known numbers: update, fill empty fields only, skip', () => {
  const columns = uses('phone_number', 'contact_name', { as: 'field', key: 'city' }, 'language')
  const first = 'phone,name,city,language\n030 23125 100,Anna,,\n'
  const second = 'phone,name,city,language\n030 23125 100,Anna Berg,Berlin,Deutsch\n'
  const shown = () =>
    desk.rows<object>('SELECT name, fields, language FROM contacts').map(row => ({ ...row }))

  test('update takes what the file says; empty cells take nothing away', async () => {
    await desk.import(second, aPlan({ columns }))
    const { result } = await desk.import(first, aPlan({ columns }))
    expect(result.counts).toMatchObject({ updated: 1 })
    expect(shown()).toEqual([{ name: 'Anna', fields: '{"city":"Berlin"}', language: 'de' }])
  })
  test('fill only what is empty', async () => {
    await desk.import(first, aPlan({ columns }))
    const { result } = await desk.import(second, aPlan({ columns, known: 'fill' }))
    expect(result.counts).toMatchObject({ updated: 1 })
    expect(shown()).toEqual([{ name: 'Anna', fields: '{"city":"Berlin"}', language: 'de' }])
  })
  test('skip leaves it as it is, and puts it into the list all the same', async () => {
    await desk.import(first, aPlan({ columns }))
    const list = await aList()
    const { result } = await desk.import(
      second,
      aPlan({ columns, known: 'skip', target: { into: 'list', list } }),
    )
    expect(result.counts).toMatchObject({ unchanged: 1, placed: 1 })
    expect(shown()).toEqual([{ name: 'Anna', fields: '{}', language: null }])
  })
  test('a second run of the same file changes nothing', async () => {
    const list = await aList()
    const plan = aPlan({
      columns: uses('phone_number', 'contact_name', 'consent' as never, 'further_phone', 'zone', 'tags').map(
        use => (use.as === 'consent' ? { as: 'consent', kind: 'express' } : use),
      ),
      tags: ['Fair'],
      target: { into: 'list', list },
    })
    const file =
      'a,b,c,d,e,f\n030 23125 100,Anna,ja,0171 3920017,Europe/Berlin,VIP\n030 23125 101,Ben,"ja, 03.09.2026",,,\n'
    await desk.import(file, plan)
    const before = everything()
    desk.clock.now += 86_400_000
    const { result } = await desk.import(file, plan)
    expect(result.counts).toMatchObject({ ...counts, unchanged: 2, rows: 2, placed: 0 })
    expect(everything()).toEqual(before)
  })
})

describe('contacts.md §1, the same number is one contact', () => {
  test('also where it is a further number of somebody', async () => {
    const columns = uses('phone_number', 'contact_name', 'further_phone')
    await desk.import('a,b,c\n030 23125 100,Anna,0171 3920017\n', aPlan({ columns }))
    const { result } = await desk.import('a,b\n0171 3920017,Anna Berg\n', aPlan())
    expect(result.counts).toMatchObject({ updated: 1, added: 0 })
    expect(contacts()).toMatchObject([{ name: 'Anna Berg', phone: '+493023125100' }])
  })
  test('a further number that belongs to somebody else is left out and counted', async () => {
    await desk.import('a,b\n0171 3920017,Ben\n', aPlan())
    const columns = uses('phone_number', 'contact_name', 'further_phone')
    const { result } = await desk.import('a,b,c\n030 23125 100,Anna,0171 3920017\n', aPlan({ columns }))
    expect(result.counts).toMatchObject({ added: 1, notUnderstood: 1 })
    expect(desk.rows('SELECT * FROM further_phones')).toEqual([])
  })
})

describe('contacts.md §3, tags, zone, language, consent', () => {
  test('tags of a cell stand between commas, semicolons or bars, each once whatever its case', async () => {
    await desk.import(
      'a;b;c\n030 23125 100;Anna;VIP, Berlin|vip\n',
      aPlan({ columns: uses('phone_number', 'contact_name', 'tags'), tags: ['Fair'] }),
    )
    expect(desk.rows('SELECT name FROM tags ORDER BY name')).toEqual([
      { name: 'Berlin' },
      { name: 'Fair' },
      { name: 'VIP' },
    ])
  })
  test('consent with the day it was given; what is not understood is stored as none and counted', async () => {
    const { result } = await desk.import(
      [
        'a;b;c',
        '030 23125 100;Anna;ja, 03.09.2026',
        '030 23125 101;Ben;oui',
        '030 23125 102;Cem;?',
        '030 23125 103;Dora;nein',
        '030 23125 104;Eva;x',
        '030 23125 105;Fred;2031-01-01',
      ].join('\n'),
      aPlan({ columns: uses('phone_number', 'contact_name', { as: 'consent', kind: 'express_written' }) }),
    )
    expect(result.counts.notUnderstood).toBe(2)
    expect(
      desk.rows(
        `SELECT name, kind, source, evidence, given_at AS at FROM consents JOIN contacts ON contacts.id = contact_id`,
      ),
    ).toEqual([
      {
        name: 'Anna',
        kind: 'express_written',
        source: 'people.csv, line 2',
        evidence: 'ja, 03.09.2026',
        at: Date.UTC(2026, 8, 3, 12),
      },
      expect.objectContaining({ name: 'Ben', at: desk.clock.now }),
      expect.objectContaining({ name: 'Eva' }),
    ])
  })
  test('an old file does not bring back a consent that was withdrawn', async () => {
    const plan = aPlan({ columns: uses('phone_number', 'contact_name', { as: 'consent', kind: 'express' }) })
    await desk.import('a,b,c\n030 23125 100,Anna,yes\n', plan)
    await desk.change('UPDATE consents SET withdrawn_at = ?', desk.clock.now + 1)
    desk.clock.now += 86_400_000
    await desk.import('a,b,c\n030 23125 100,Anna,yes\n', plan)
    expect(desk.rows('SELECT 1 FROM consents WHERE withdrawn_at IS NULL')).toEqual([])
  })
  test('a region narrows the place, and the law with it', async () => {
    await desk.import(
      'a,b,c\n+1 415 555 2671,Anna,California\n',
      aPlan({ columns: uses('phone_number', 'contact_name', 'region') }),
    )
    expect(desk.rows('SELECT region FROM contacts JOIN places ON places.id = place_id')).toEqual([
      { region: 'CA' },
    ])
  })
})

describe('contacts.md §3, nothing is half imported', () => {
  // A transaction takes no more than 1,000 rows and ends early on a slow machine: on a fast one, too, there
  // are as many as the cases below count to.
  const people = 6_000
  const file = `phone,name\n${Array.from({ length: people }, (_, at) => `030 ${23_125_000 + at},P ${at}`).join('\n')}`

  test('cancelled while the file is read: no trace', async () => {
    const before = everything()
    const input = desk.inputOf(file, aPlan())
    const job = await desk.newJob(input)
    const mustGoOn = () => {
      throw new JobCalledOff()
    }
    await expect(importFile.run(desk.work(job, { mustGoOn }), input)).rejects.toThrow(JobCalledOff)
    await importFile.cleanUp(desk.work(job), input)
    expect(everything()).toEqual(before)
  })

  test.each([3, 4, 6])(
    'cancelled at transaction %i, while it stores: what was stored is taken back',
    async at => {
      await desk.import(
        '#,b\n030 23125 000,Known\n030 23125 001,Known too\n',
        aPlan({ columns: uses('phone_number', 'contact_name') }),
      )
      const list = await aList()
      const before = everything()
      const input = desk.inputOf(file, aPlan({ target: { into: 'list', list }, tags: ['Fair'] }))
      const job = await desk.newJob(input)
      const stops = desk.work(job, {}, { at, throws: new JobCalledOff() })
      await expect(importFile.run(stops, input)).rejects.toThrow(JobCalledOff)
      await importFile.cleanUp(desk.work(job), input)
      const after = everything()
      // Whoever was edited keeps the date of the last edit.
      expect(after.map(rows => rows.length)).toEqual(before.map(rows => rows.length))
      expect(contacts().map(({ name }) => name)).toEqual(['Known', 'Known too'])
      expect(inList()).toBe(0)
    },
  )

  test('crashed before anything was stored: cleaned up', async () => {
    const input = desk.inputOf(file, aPlan())
    const job = await desk.newJob(input)
    await expect(
      importFile.run(desk.work(job, {}, { at: 2, throws: new Error('kill') }), input),
    ).rejects.toThrow('kill')
    expect(importFile.afterCrash(desk.work(job, { goesOn: true }), input)).toBe('clean_up')
  })

  test.each([4, 5, 7, 9, 11])(
    'crashed at transaction %i: finished after the restart, each row once',
    async at => {
      const { campaign } = await aCampaign(desk.store, { contacts: 0 })
      const plan = aPlan({ target: { into: 'campaign', campaign }, withoutNumber: 'keep' })
      const input = desk.inputOf(`${file}\n,Nobody\n,Nobody else\n`, plan)
      const job = await desk.newJob(input)
      await importFile
        .run(desk.work(job, {}, { at, throws: new Error('kill') }), input)
        .then(() => {
          throw new Error('it was to die')
        })
        .catch(error => expect(error.message).toBe('kill'))
      const again = desk.work(job, { goesOn: true })
      expect(importFile.afterCrash(again, input)).toBe('go_on')
      const result = await importFile.run(again, input)
      expect(result.counts).toMatchObject({ added: people + 2, rows: people + 2, placed: people + 2 })
      expect(contacts()).toHaveLength(people + 2)
      expect(desk.rows('SELECT count(*) AS n FROM leads')).toEqual([{ n: people + 2 }])
    },
  )

  test('once it fills a campaign it cannot be cancelled any more', async () => {
    const { campaign } = await aCampaign(desk.store, { contacts: 0 })
    await desk.import(file, aPlan({ target: { into: 'campaign', campaign } }))
    const leads = desk.told.filter(({ phase }) => phase === 'Filling the campaign')
    expect(leads.length).toBeGreaterThan(0)
    expect(leads.every(({ mayBeCancelled }) => !mayBeCancelled)).toBe(true)
    expect(desk.told.filter(({ phase }) => phase === 'Storing contacts').every(p => p.mayBeCancelled)).toBe(
      true,
    )
  })
})

describe('contacts.md §3, an import can be undone as a whole as long as nothing of it was called', () => {
  test('new contacts go, known ones are as before', async () => {
    const columns = uses('phone_number', 'contact_name', 'further_phone', 'language', {
      as: 'consent',
      kind: 'express',
    })
    await desk.import('a,b\n030 23125 100,Anna\n', aPlan())
    const { campaign } = await aCampaign(desk.store, { contacts: 0 })
    const shown = () => ({
      contacts: desk.rows('SELECT id, phone, name, name_key, language, fields, place_id FROM contacts'),
      consents: desk.rows('SELECT * FROM consents'),
      phones: desk.rows('SELECT * FROM further_phones'),
      leads: desk.rows('SELECT * FROM leads'),
      tags: desk.rows('SELECT * FROM contact_tags'),
    })
    const before = shown()
    const { job } = await desk.import(
      'a,b,c,d,e\n030 23125 100,Anna Berg,0171 3920017,de,yes\n030 23125 101,Ben,0171 3920018,de,yes\n',
      aPlan({ columns, tags: ['Fair'], target: { into: 'campaign', campaign } }),
    )
    expect(desk.rows('SELECT 1 FROM leads')).toHaveLength(2)
    expect(importFile.undo?.mayNot(desk.work(job).openReads(), job, null as never)).toBeNull()
    const undone = await desk.undo(job)
    expect(undone).toMatchObject({ restored: 2, kept: 0, why: '' })
    expect(shown()).toEqual(before)
  })

  test('not once somebody of it was called, and says so', async () => {
    const { job } = await desk.import(threePeople, aPlan())
    await desk.change(`UPDATE contacts SET calls = 1 WHERE name = 'Ben'`)
    const reads = desk.work(job).openReads()
    expect(importFile.undo?.mayNot(reads, job, null as never)).toBe(
      'Somebody that it added was called since.',
    )
    reads.close()
  })
})
