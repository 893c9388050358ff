import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { BusinessHoursForm } from '../../../src-main/contract/business-hours.ts'
import { api } from '../../api/client.ts'
import { dayOf } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import classes from './HoursDialog.module.css'

const words = text.businessHours.form

interface HolidaysProps {
  readonly holidays: BusinessHoursForm['holidays']
  readonly zone: string
  readonly onChange: (holidays: BusinessHoursForm['holidays']) => void
}

/** The public holidays of a place on which nobody is called. */
export function Holidays({ holidays, zone, onChange }: HolidaysProps) {
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
