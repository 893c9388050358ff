import { Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { BusinessHoursForm, BusinessHoursRow } from '../../../src-main/contract/business-hours.ts'
import { api, queryClient } from '../../api/client.ts'
import { type WeekWindows, weekdays } from '../../format/week.ts'
import { workspaceZone } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { WeekEditor } from '../../ui/campaign/week/WeekEditor.tsx'
import { ConflictDialog } from '../../ui/conflict/ConflictDialog.tsx'
import { conflictOf } from '../../ui/conflict/conflict-of.ts'
import { onTheirRevision } from '../../ui/conflict/over-theirs.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { say } from '../../ui/say.tsx'
import { ClosedDays } from './ClosedDays.tsx'
import { Holidays } from './Holidays.tsx'
import classes from './HoursDialog.module.css'

const words = text.businessHours.form
const office = { from: 9 * 60, to: 18 * 60 }

const reload = () => queryClient.invalidateQueries({ queryKey: api.businessHours.key() })

const startWith = (row: BusinessHoursRow | undefined): BusinessHoursForm =>
  row ?? {
    name: '',
    zone: workspaceZone(),
    windows: { mon: [office], tue: [office], wed: [office], thu: [office], fri: [office] },
    holidays: null,
    closedDays: [],
  }

const week = (windows: BusinessHoursForm['windows']) =>
  Object.fromEntries(weekdays.map(day => [day, windows[day] ?? []])) as unknown as WeekWindows

/** Opening hours of a week, holidays and closed days, under one name. */
export function HoursDialog({ row, onClose }: { row: BusinessHoursRow | undefined; onClose: () => void }) {
  const [opened] = useState(row)
  const [form, setForm] = useState<BusinessHoursForm>(() => startWith(row))
  const [tried, setTried] = useState(false)
  const change = (part: Partial<BusinessHoursForm>) => setForm(before => ({ ...before, ...part }))
  const done = {
    onSuccess: async () => {
      await reload()
      say(words.saved(form.name))
      onClose()
    },
  }
  const create = useMutation(api.businessHours.create.mutationOptions(done))
  const update = useMutation(api.businessHours.update.mutationOptions(done))
  const { name, zone, windows, holidays, closedDays } = form
  if (conflictOf(update.error))
    return (
      <ConflictDialog
        save={update}
        names={{
          name: words.name,
          zone: words.zone,
          windows: words.windows,
          holidays: words.holidays,
          closedDays: words.closedDays,
        }}
        mine={onTheirRevision}
        onTheirs={() => void reload().then(onClose)}
      />
    )
  const save = () => {
    setTried(true)
    if (name.trim() === '') return
    const given = { name: name.trim(), zone, windows, holidays, closedDays }
    if (opened) update.mutate({ ...given, id: opened.id, revision: opened.revision })
    else create.mutate(given)
  }
  return (
    <DialogFrame
      title={row ? words.titleNamed(row.name) : words.title}
      onClose={onClose}
      wide
      act={words.save}
      pending={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onAct={save}
    >
      <div className={classes.row}>
        <TextInput
          label={words.name}
          maxLength={120}
          value={name}
          error={tried && name.trim() === '' ? words.nameMissing : undefined}
          onChange={event => change({ name: event.currentTarget.value })}
        />
        <Select
          label={words.zone}
          data={[...new Set([zone, ...Intl.supportedValuesOf('timeZone')])]}
          searchable
          allowDeselect={false}
          value={zone}
          onChange={value => value && change({ zone: value })}
        />
      </div>
      <div>
        <h3 className={classes.label}>{words.windows}</h3>
        <WeekEditor
          windows={week(windows)}
          onChange={to =>
            change({
              windows: Object.fromEntries(
                weekdays.map(day => [day, to[day].map(range => ({ ...range }))]),
              ) as BusinessHoursForm['windows'],
            })
          }
        />
      </div>
      <Holidays holidays={holidays} zone={zone} onChange={next => change({ holidays: next })} />
      <ClosedDays days={closedDays} onChange={next => change({ closedDays: next })} />
    </DialogFrame>
  )
}
