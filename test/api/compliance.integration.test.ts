import { describe, expect, test } from 'vitest'
import type { ContactId } from '../../src-main/domain/ids.ts'
import { aDraft, anApi, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })

const week = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [{ from: 540, to: 1080 }]]),
)

const people = {
  '+493023125100': 'Berlin',
  '+33142685300': 'Paris',
  '+442079460100': 'London',
  '+12125550123': 'New York',
}

describe('compliance.md section 1: shown in the interface with their source', () => {
  test('every profile comes with its rules, their citation and whether they are verified', async () => {
    const profiles = await api.client.compliance.profiles()
    const florida = profiles.find(({ jurisdiction }) => jurisdiction.startsWith('Florida'))
    expect(florida).toMatchObject({ countries: ['US'], region: 'FL', off: null })
    for (const { rules } of profiles)
      for (const rule of rules) expect([rule.text, rule.citation]).not.toContain('')
  })

  test('switching a profile off asks for a reason, says so, and lets it apply again', async () => {
    const germany = async () =>
      (await api.client.compliance.profiles()).find(
        ({ countries }) => countries.includes('DE') && countries.length === 1,
      )
    const id = (await germany())?.id ?? ''
    expect(await refusalOf(api.client.compliance.switchOff({ profile: id, reason: 'no' }))).toMatchObject({
      code: 'bad_input',
      field: 'reason',
    })
    const { id: campaign } = await aDraft(api, { name: 'Switched', schedule: { windows: week } })
    const rules = async () =>
      (await api.client.compliance.ofCampaign({ id: campaign })).rules.map(rule => rule.id)
    const before = await rules()
    await api.client.compliance.switchOff({ profile: id, reason: 'Checked by our counsel in November' })
    expect((await germany())?.off?.reason).toBe('Checked by our counsel in November')
    expect(await rules()).not.toEqual(before)
    await api.client.compliance.switchOn({ profile: id })
    expect(await rules()).toEqual(before)
  })

  test('what holds where no other rule does cannot be switched off', async () => {
    const reason = 'Nobody should keep any hours there'
    const { code } =
      (await refusalOf(api.client.compliance.switchOff({ profile: 'elsewhere', reason }))) ?? {}
    expect(code).toBe('last_resort')
    const profiles = await api.client.compliance.profiles()
    expect(profiles.find(({ id }) => id === 'elsewhere')).toMatchObject({ off: null })
  })

  test('a profile that does not exist is refused', async () => {
    const reason = 'Because it is not there'
    expect(await refusalOf(api.client.compliance.switchOff({ profile: 'atlantis', reason }))).toMatchObject({
      code: 'no_profile',
    })
  })
})

describe('the rules for a campaign', () => {
  test('places with their contacts, their light, and the rules that apply there', async () => {
    const { id } = await aDraft(api, { name: 'Four', schedule: { windows: week } }, people)
    const report = await api.client.compliance.ofCampaign({ id })
    expect(report.contacts).toBe(4)
    expect(report.places.reduce((sum, place) => sum + place.contacts, 0)).toBe(4)
    expect(report.places.map(({ country }) => country).sort()).toEqual(['DE', 'FR', 'GB', 'US'])
    const ids = new Set(report.rules.map(rule => rule.id))
    for (const place of report.places) {
      expect(place.rules.length).toBeGreaterThan(0)
      for (const rule of place.rules) expect(ids).toContain(rule)
      expect(place.open ? '' : place.closedBy).toBe(place.open ? '' : place.closedBy.trim())
    }
  })

  test('compliance.md section 2, France: before 10, lunch and the weekend are taken from windows of 9 to 18', async () => {
    const { id } = await aDraft(
      api,
      { name: 'Paris', schedule: { windows: week } },
      { '+33142685300': 'Paris' },
    )
    const { taken, heldBack } = await api.client.compliance.ofCampaign({ id })
    expect(taken.filter(({ day }) => day === 'mon')).toEqual([
      { day: 'mon', from: 540, to: 600, contacts: 1 },
      { day: 'mon', from: 780, to: 840, contacts: 1 },
    ])
    expect(taken.filter(({ day }) => day === 'sat')).toEqual([
      { day: 'sat', from: 540, to: 1080, contacts: 1 },
    ])
    expect(heldBack.find(({ is }) => is === 'law')?.text).toContain('France')
  })

  test('compliance.md section 2, UK: a ring of 10 s is raised to 15 s, for the contacts there only', async () => {
    const { id } = await aDraft(api, { name: 'Ring', schedule: { windows: week } }, people)
    const ask = (ringSeconds: 10 | 30) =>
      api.client.compliance.ofCampaign({ id, change: { settings: { ringSeconds } } })
    expect((await ask(10)).ringRaised).toMatchObject({ seconds: 15 })
    expect((await ask(10)).ringRaised?.contacts).toBeLessThan(4)
    expect((await ask(30)).ringRaised).toBeNull()
  })

  test('contacts without the consent that is asked for are held back and counted out', async () => {
    const trunk = await api.client.trunks.create({
      name: 'Carrier',
      host: '127.0.0.1',
      port: 5998,
      user: '',
      register: false,
      numberFormat: 'e164',
      maxCalls: 3,
    })
    const { id } = await aDraft(
      api,
      { name: 'Consent', trunks: [trunk.id], schedule: { windows: week } },
      people,
    )
    const report = await api.client.compliance.ofCampaign({
      id,
      change: { settings: { consent: 'express_written' } },
    })
    expect(report.consent).toEqual({ need: 'express_written', covered: 0, missing: 4 })
    expect(report.callable).toBe(0)
    expect(report.heldBack).toContainEqual({ is: 'no_consent', text: 'No consent on file', contacts: 4 })
    const [first, second, third] = (await api.client.campaigns.contacts({ id })).rows
    const given = (
      contact: ContactId | undefined,
      kind: 'express' | 'express_written',
      change: object = {},
    ) => ({
      contact_id: contact as ContactId,
      kind,
      purpose: null,
      given_at: 1,
      expires_at: null,
      withdrawn_at: null,
      ...change,
    })
    await api.services.change(tx =>
      tx
        .insertInto('consents')
        .values([
          given(first?.contact, 'express'),
          given(first?.contact, 'express_written'),
          given(second?.contact, 'express'),
          given(third?.contact, 'express_written', { withdrawn_at: 2 }),
        ])
        .execute(),
    )
    const covered = async (consent: 'express' | 'express_written') =>
      (
        await api.client.compliance.ofCampaign({
          id,
          change: { settings: { consent, purpose: 'information' } },
        })
      ).consent
    expect(await covered('express_written')).toEqual({ need: 'express_written', covered: 1, missing: 3 })
    expect((await covered('express')).covered).toBeGreaterThanOrEqual(1)
  })

  test('hours that are not saved yet are answered for, and nothing is saved', async () => {
    const { id } = await aDraft(api, { name: 'What if', schedule: { windows: week } })
    const change = { schedule: { windows: { mon: [{ from: 600, to: 660 }] } } }
    expect((await api.client.compliance.ofCampaign({ id, change })).hoursAWeek).toBe(1)
    expect((await api.client.compliance.ofCampaign({ id })).hoursAWeek).toBeGreaterThan(1)
  })

  test('before there are contacts the campaign’s own hours are shown', async () => {
    const { id } = await api.client.campaigns.createDraft({ name: 'Nobody', schedule: { windows: week } })
    const report = await api.client.compliance.ofCampaign({ id })
    expect(report).toMatchObject({ contacts: 0, callable: 0, places: [], hoursAWeek: 63 })
    expect(report.days).toHaveLength(16)
  })
})
