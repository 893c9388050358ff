import { join } from 'node:path'
import Database from 'better-sqlite3'

const first = 'Agnes Bruno Clara Dariusz Emily Farid Greta Hugo Ingrid Jonas Katrin Leon Mireille'.split(' ')
const last = 'Ärmel Brandt Costa Demiralp Eibl Fischer Girard Harcourt Iwanow Jansen Kröger Lind Malek'.split(
  ' ',
)
const day = 86_400_000

/** Puts contacts into the workspace of a console that does not run: two countries, three tags, each second one called, each fifth with a consent. */
export function fillContacts(dataDir: string, total: number) {
  const db = new Database(join(dataDir, 'workspace.db'))
  db.pragma('synchronous = OFF')
  const now = Date.now()
  const place = db.prepare('INSERT INTO places (key, country, region, line, zones) VALUES (?, ?, NULL, ?, ?)')
  const berlin = place.run('test DE', 'DE', 'mobile', '["Europe/Berlin"]').lastInsertRowid
  const york = place.run('test US', 'US', 'fixed', '["America/New_York","America/Detroit"]').lastInsertRowid
  const tags = ['Fleet', 'Renewal', 'VIP'].map(
    name => db.prepare('INSERT INTO tags (name) VALUES (?)').run(name).lastInsertRowid,
  )
  const add = db.prepare(
    `INSERT INTO contacts (phone, country, phone_type, place_id, name, name_key, language, fields, created_at,
       changed_at, calls, conversations, talk_ms, last_called_at, last_result)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const consent = db.prepare('INSERT INTO consents (contact_id, kind, given_at) VALUES (?, ?, ?)')
  const tag = db.prepare('INSERT INTO contact_tags (tag_id, contact_id) VALUES (?, ?)')
  db.transaction(() => {
    for (let i = 0; i < total; i++) {
      const german = i % 4 !== 0
      const name = `${first[i % 13]} ${last[(i * 5) % 13]} ${i}`
      const called = i % 2 === 1
      const id = add.run(
        german ? `+49151${10_000_000 + i}` : `+1617${2_000_000 + i}`,
        german ? 'DE' : 'US',
        german ? 'mobile' : 'fixed_or_mobile',
        german ? berlin : york,
        name,
        name.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o'),
        i % 3 === 0 ? null : 'de',
        JSON.stringify({ city: german ? 'Köln' : 'Boston', contract: String(i) }),
        now - (i % 400) * day,
        now,
        called ? (i % 5) + 1 : 0,
        called ? i % 2 : 0,
        called ? 61_000 : 0,
        called ? now - (i % 90) * day : null,
        called ? (['answered', 'no_answer', 'voicemail', 'busy'] as const)[i % 4] : null,
      ).lastInsertRowid
      if (i % 5 === 0) consent.run(id, i % 2 === 0 ? 'express_written' : 'express', now - day)
      if (i % 10 === 0) for (const one of tags.slice(0, 1 + (i % 3))) tag.run(one, id)
    }
  })()
  db.exec('ANALYZE')
  db.close()
}
