import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { BusinessHoursForm } from '../../../src-main/contract/business-hours.ts'
import { dayOf } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import classes from './HoursDialog.module.css'

const words = text.businessHours.form

interface ClosedDaysProps {
  readonly days: BusinessHoursForm['closedDays']
  readonly onChange: (days: BusinessHoursForm['closedDays']) => void
}

/** Days of one's own that are closed, with the reason. */
export function ClosedDays({ days, onChange }: ClosedDaysProps) {
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
