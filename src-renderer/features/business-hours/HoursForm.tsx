import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BusinessHoursForm, BusinessHoursRow } from '../../../src-main/contract/business-hours.ts'
import { api, queryClient } from '../../api/client.ts'
import { dayOf } from '../../format/time.ts'
import { type WeekWindows, weekdays } from '../../format/week.ts'
import { workspaceZone } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { WeekEditor } from '../../ui/campaign/week/WeekEditor.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { say } from '../../ui/say.tsx'
import { troubleOf } from '../../ui/trouble.ts'
import classes from './HoursForm.module.css'

const words = text.businessHours.form
const office = { from: 9 * 60, to: 18 * 60 }

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

export function HoursForm({ row, onClose }: { row: BusinessHoursRow | undefined; onClose: () => void }) {
  const [form, setForm] = useState<BusinessHoursForm>(() => startWith(row))
  const [tried, setTried] = useState(false)
  const change = (part: Partial<BusinessHoursForm>) => setForm(before => ({ ...before, ...part }))
  const done = {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.businessHours.key() })
      say(words.saved(form.name))
      onClose()
    },
  }
  const create = useMutation(api.businessHours.create.mutationOptions(done))
  const update = useMutation(api.businessHours.update.mutationOptions(done))
  const error = create.error ?? update.error
  const trouble = error ? troubleOf(error) : undefined
  const { name, zone, windows, holidays, closedDays } = form
  const save = () => {
    setTried(true)
    if (name.trim() === '') return
    const given = { name: name.trim(), zone, windows, holidays, closedDays }
    if (row) update.mutate({ ...given, id: row.id, revision: row.revision })
    else create.mutate(given)
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <div className={classes.row}>
        <TextInput
          label={words.name}
          data-autofocus
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
      {trouble && (
        <p className={classes.error} role="alert">
          <StatusGlyph shape="alert" hue="red" />
          {trouble.what} {trouble.cure}
        </p>
      )}
      <div className={classes.foot}>
        <Button onClick={onClose}>{text.shell.cancel}</Button>
        <Button type="submit" variant="filled" loading={create.isPending || update.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}

interface HolidaysProps {
  readonly holidays: BusinessHoursForm['holidays']
  readonly zone: string
  readonly onChange: (holidays: BusinessHoursForm['holidays']) => void
}

function Holidays({ holidays, zone, onChange }: HolidaysProps) {
  const { data: places = [] } = useQuery(api.businessHours.holidayPlaces.queryOptions())
  const next = useQuery(
    api.businessHours.nextHolidays.queryOptions({
      input: { country: holidays?.country ?? 'DE', region: holidays?.region ?? null, zone },
      enabled: holidays !== null,
    }),
  )
  const regions = places.find(({ country }) => country === holidays?.country)?.regions ?? []
  return (
    <div>
      <div className={classes.row}>
        <Select
          label={words.holidays}
          placeholder={words.noHolidays}
          data={places.map(({ country, name }) => ({ value: country, label: name }))}
          searchable
          clearable
          value={holidays?.country ?? null}
          onChange={country => onChange(country === null ? null : { country, region: null })}
        />
        {holidays && regions.length > 0 && (
          <Select
            label={words.region}
            placeholder={words.wholeCountry}
            data={regions.map(({ code, name }) => ({ value: code, label: name }))}
            searchable
            clearable
            value={holidays.region}
            onChange={region => onChange({ ...holidays, region })}
          />
        )}
      </div>
      {holidays && next.data && next.data.length > 0 && (
        <p className={classes.next}>
          <strong>{words.next}:</strong>{' '}
          {next.data
            .slice(0, 6)
            .map(({ date, name }) => `${dayOf(date)} ${name}`)
            .join(', ')}
        </p>
      )}
    </div>
  )
}

interface ClosedDaysProps {
  readonly days: BusinessHoursForm['closedDays']
  readonly onChange: (days: BusinessHoursForm['closedDays']) => void
}

function ClosedDays({ days, onChange }: ClosedDaysProps) {
  const [date, setDate] = useState('')
  const [name, setName] = useState('')
  const add = () => {
    onChange(
      [...days.filter(day => day.date !== date), { date, name: name.trim() }].sort((a, b) =>
        a.date.localeCompare(b.date),
      ),
    )
    setDate('')
    setName('')
  }
  return (
    <div>
      <h3 className={classes.label}>{words.closedDays}</h3>
      <ul className={classes.days}>
        {days.map(day => (
          <li key={day.date} className="num">
            {dayOf(day.date)} {day.name}
            <ActionIcon
              size="xs"
              aria-label={words.removeDay(dayOf(day.date))}
              onClick={() => onChange(days.filter(one => one !== day))}
            >
              <IconX size={12} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={classes.add}>
        <TextInput
          type="date"
          aria-label={words.date}
          value={date}
          onChange={event => setDate(event.currentTarget.value)}
        />
        <TextInput
          placeholder={words.dayName}
          aria-label={words.dayName}
          maxLength={120}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Button leftSection={<IconPlus size={14} />} disabled={date === ''} onClick={add}>
          {words.addDay}
        </Button>
      </div>
    </div>
  )
}
