import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api } from '../../../api/client.ts'
import { phone } from '../../../format/phone.ts'
import { text } from '../../../text/text.ts'
import { homeCountry } from '../../../ui/CountrySelect.tsx'
import { ScoreMark } from '../../../ui/numbers/ScoreMark.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { troubleOf } from '../../../ui/trouble.ts'
import classes from './NextNumbers.module.css'

const words = text.rotation.next
const mostShown = 6

/** Which number a contact would be shown now, in order, with the reason for each. */
export function NextNumbers({ id }: { id: CampaignRow['id'] }) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 300)
  const isNumber = asked.replaceAll(/\D/g, '').length >= 3
  const { data, error } = useQuery(
    api.numbers.next.queryOptions({
      input: { campaign: id, to: { number: asked, defaultCountry: homeCountry } },
      enabled: isNumber,
      placeholderData: keepPreviousData,
    }),
  )
  const trouble = error ? troubleOf(error) : undefined
  return (
    <Panel title={words.title} fact={words.fact}>
      <TextInput
        aria-label={words.contact}
        placeholder={words.contact}
        inputMode="tel"
        maxLength={40}
        maw={260}
        value={typed}
        error={isNumber && trouble ? trouble.what : undefined}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      {!isNumber && <p className={classes.ask}>{words.ask}</p>}
      {isNumber && data && (
        <ol className={classes.list}>
          {data.slice(0, mostShown).map(({ id: number, number: e164, usable, why, score, level }, place) => (
            <li key={number} data-out={usable ? undefined : true}>
              <span className="num">{place + 1}</span>
              <strong>{phone(e164)}</strong>
              <span>{why}</span>
              <ScoreMark score={score} level={level} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
