import type { UseFormReturnType } from '@mantine/form'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CampaignDetail, CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { Definitions } from '../../../../src-main/contract/settings.ts'
import type { Refusal } from '../../../../src-main/contract/values.ts'
import { api, client, queryClient, refusalOf } from '../../../api/client.ts'
import { changedParts, changeOf, type Group, groupOf, withParts } from './change.ts'
import { problemsOf } from './problems.ts'
import { storedOf, type Values, valuesOf } from './values.ts'

export interface Draft {
  readonly id: CampaignRow['id']
  readonly revision: number
}

/** Somebody else saved meanwhile: what they changed, and what is wanted here instead. */
export interface Conflict {
  readonly what: string
  readonly changed: NonNullable<Refusal['changed']>
  readonly revision: number
  /** What this window wanted to save. */
  readonly parts: readonly string[]
}

export interface Saving {
  readonly draft: Draft | undefined
  readonly savedAt: number | undefined
  readonly pending: boolean
  readonly conflict: Conflict | undefined
  /** Why the last save failed, where that belongs to no field. */
  readonly error: unknown
  /** Parts that are not saved yet. */
  readonly changed: (groups?: readonly Group[]) => readonly string[]
  /** @returns whether everything of these groups is stored now; errors then stand at their fields. */
  readonly save: (groups?: readonly Group[]) => Promise<boolean>
  /** Makes the draft as soon as it has a name, whatever else is still missing. */
  readonly keepName: () => Promise<boolean>
  /** Takes the newest published version of the chosen agent. */
  readonly pinNewest: () => Promise<boolean>
  readonly discard: (groups?: readonly Group[]) => void
  readonly settle: (keep: 'theirs' | 'mine') => Promise<void>
}

type Form = UseFormReturnType<Values>

const inGroups = (groups: readonly Group[] | undefined) => (part: string) =>
  groups === undefined || groups.includes(groupOf(part))

/** Saves a campaign part by part: one save at a time, each on the revision of the one before. */
export function useSaving(
  form: Form,
  definitions: Definitions,
  start: { readonly values: Values; readonly draft: Draft | undefined },
  /** As it was read last: taken over while nothing here waits to be saved. */
  latest?: CampaignDetail,
): Saving {
  const [draft, setDraft] = useState(start.draft)
  const [savedAt, setSavedAt] = useState<number>()
  const [pending, setPending] = useState(0)
  const [conflict, setConflict] = useState<Conflict>()
  const [error, setError] = useState<unknown>()
  const [, redraw] = useState(0)
  /** As the engine has it, and on which revision; read by saves that wait for their turn. */
  const stored = useRef(start.values)
  const current = useRef(start.draft)
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  const changed = useCallback(
    (groups?: readonly Group[]) => changedParts(stored.current, form.getValues()).filter(inGroups(groups)),
    [form.getValues],
  )

  const fail = useCallback(
    (caught: unknown, parts: readonly string[]) => {
      const refusal = refusalOf(caught)
      if (refusal?.changed && refusal.revision !== undefined)
        return setConflict({ ...refusal, changed: refusal.changed, revision: refusal.revision, parts })
      const wrong = refusal?.problems ?? (refusal?.field ? [{ ...refusal, text: refusal.what }] : [])
      const known = wrong.filter(({ field }) => field !== undefined && form.getInputNode(field) !== null)
      for (const { field, text } of known) if (field) form.setFieldError(field, text)
      if (known.length === 0) setError(caught)
    },
    [form.getInputNode, form.setFieldError],
  )

  const send = useCallback(
    async (parts: readonly string[]) => {
      const values = form.getValues()
      const at = current.current
      if (parts.length === 0 && at) return true
      setPending(count => count + 1)
      try {
        const change = changeOf(values, parts)
        if (at) {
          const { revision, savedAt: when } = await client.campaigns.update({ ...at, change })
          current.current = { id: at.id, revision }
          setSavedAt(when)
        } else {
          current.current = await client.campaigns.createDraft({ ...change, name: values.name.trim() })
          setSavedAt(Date.now())
        }
        stored.current = withParts(stored.current, values, parts)
        setDraft(current.current)
        setError(undefined)
        setConflict(undefined)
        void queryClient.invalidateQueries({ queryKey: api.campaigns.key() })
        return true
      } catch (caught) {
        fail(caught, parts)
        return false
      } finally {
        setPending(count => count - 1)
      }
    },
    [form.getValues, fail],
  )

  const save = useCallback(
    (groups?: readonly Group[]) => {
      const next = turn.current.then(() => {
        const wrong = Object.entries(problemsOf(form.getValues(), definitions, Date.now()))
        const mine = wrong.filter(([field]) => inGroups(groups)(field))
        for (const [field, problem] of mine) form.setFieldError(field, problem)
        return mine.length > 0 ? false : send(changed(groups))
      })
      turn.current = next
      return next
    },
    [form.getValues, form.setFieldError, definitions, send, changed],
  )

  const keepName = useCallback(() => {
    const next = turn.current.then(() =>
      current.current || form.getValues().name.trim() === '' ? true : send(['name']),
    )
    turn.current = next
    return next
  }, [form.getValues, send])

  const pinNewest = useCallback(() => {
    const next = turn.current.then(() => send(['agent']))
    turn.current = next
    return next
  }, [send])

  useEffect(() => {
    if (!latest || pending > 0 || !current.current || latest.revision <= current.current.revision) return
    if (changed().length > 0) return
    stored.current = valuesOf(storedOf(latest))
    current.current = { id: latest.campaign.id, revision: latest.revision }
    form.setValues(stored.current)
    setDraft(current.current)
  }, [latest, pending, changed, form.setValues])

  const discard = useCallback(
    (groups?: readonly Group[]) => {
      const values = form.getValues()
      form.setValues(withParts(values, stored.current, changed(groups)))
      form.clearErrors()
      setError(undefined)
      setConflict(undefined)
      redraw(count => count + 1)
    },
    [form.getValues, form.setValues, form.clearErrors, changed],
  )

  const settle = useCallback(
    async (keep: 'theirs' | 'mine') => {
      if (!conflict || !current.current) return
      const { id } = current.current
      const detail = await client.campaigns.get({ id })
      const theirs = valuesOf(storedOf(detail))
      const mine = form.getValues()
      const wanted = changedParts(stored.current, mine)
      const given = new Set(conflict.changed.map(({ field }) => field))
      const kept = keep === 'mine' ? wanted : wanted.filter(part => !given.has(part))
      stored.current = theirs
      current.current = { id, revision: detail.revision }
      form.setValues(withParts(theirs, mine, kept))
      setConflict(undefined)
      setDraft(current.current)
      if (kept.length > 0) await send(kept)
    },
    [conflict, form.getValues, form.setValues, send],
  )

  return {
    draft,
    savedAt,
    pending: pending > 0,
    conflict,
    error,
    changed,
    save,
    keepName,
    pinNewest,
    discard,
    settle,
  }
}
