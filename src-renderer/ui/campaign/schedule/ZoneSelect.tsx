import { Select, type SelectProps } from '@mantine/core'
import { IconWorld } from '@tabler/icons-react'
import { useMemo } from 'react'
import { clock } from '../../../format/time.ts'
import { zoneOffset } from '../../../format/zone.ts'
import { text } from '../../../text/text.ts'

const words = text.schedule

/** A zone by name, with its clock and its distance from UTC beside it. */
export function ZoneSelect(props: Omit<SelectProps, 'data'>) {
  const own = typeof props.value === 'string' ? props.value : undefined
  const data = useMemo(() => {
    const now = Date.now()
    // The chosen one among them, even where this browser does not list it.
    const zones = [...new Set([...(own ? [own] : []), ...Intl.supportedValuesOf('timeZone')])]
    return zones.map(id => ({ value: id, label: words.zoneOption(id, clock(now, id), zoneOffset(now, id)) }))
  }, [own])
  return (
    <Select
      label={words.zone}
      searchable
      limit={100}
      leftSection={<IconWorld size={14} />}
      data={data}
      {...props}
    />
  )
}
