import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrunkMoney, TrunkRow } from '../../../src-main/contract/lines.ts'
import { api, queryClient } from '../../api/client.ts'
import { groupSign } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { ConflictDialog } from '../../ui/conflict/ConflictDialog.tsx'
import { conflictOf } from '../../ui/conflict/conflict-of.ts'
import { overTheirs } from '../../ui/conflict/over-theirs.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { say } from '../../ui/say.tsx'
import { readRates, writeRates } from './rate-lines.ts'

const words = text.trunks.money
const micros = 1_000_000
const shownRates = (of: TrunkMoney['rates']) =>
  of === null ? text.settings.conflict.none : `${of.currency} ${writeRates(of.rates)}`

const shownBalance = ({ balanceMicros }: TrunkMoney) => (balanceMicros === null ? '' : balanceMicros / micros)
const reload = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: api.trunks.key() }),
    queryClient.invalidateQueries({ queryKey: api.campaigns.key() }),
  ])

interface MoneyDialogProps {
  readonly trunk: Pick<TrunkRow, 'id' | 'name'>
  readonly onClose: () => void
}

/** What calls over a trunk cost, and what credit is left. */
export function MoneyDialog({ trunk, onClose }: MoneyDialogProps) {
  const { data } = useQuery(
    api.trunks.money.queryOptions({ input: { id: trunk.id }, gcTime: 0, staleTime: 0 }),
  )
  return data ? <Form key={trunk.id} trunk={trunk} stored={data} onClose={onClose} /> : null
}

function Form({ trunk, stored, onClose }: MoneyDialogProps & { readonly stored: TrunkMoney }) {
  const [opened] = useState(stored)
  const [currency, setCurrency] = useState(stored.rates?.currency ?? 'EUR')
  const [lines, setLines] = useState(() => writeRates(stored.rates?.rates ?? []))
  const [balance, setBalance] = useState<number | string>(shownBalance(stored))
  const save = useMutation(
    api.trunks.setMoney.mutationOptions({
      onSuccess: async () => {
        await reload()
        say(words.saved(trunk.name))
        onClose()
      },
    }),
  )
  if (conflictOf(save.error))
    return (
      <ConflictDialog
        save={save}
        names={{ rates: words.rates }}
        show={{ rates: shownRates }}
        mine={overTheirs}
        onTheirs={() => void reload().then(onClose)}
      />
    )
  const read = readRates(lines)
  const isCurrency = /^[A-Z]{3}$/.test(currency)
  return (
    <DialogFrame
      title={words.title(trunk.name)}
      onClose={onClose}
      act={words.save}
      disabled={read.is === 'wrong' || !isCurrency}
      pending={save.isPending}
      error={save.error}
      onAct={() => {
        if (read.is !== 'rates') return
        const rates = read.rates.length === 0 ? null : { currency, rates: read.rates }
        const balanceMicros = balance === '' ? null : Math.round(Number(balance) * micros)
        // Calls change the balance all the time: one that was not touched is not sent.
        const isTouched = balance !== shownBalance(opened)
        save.mutate({
          id: trunk.id,
          rates,
          ...(isTouched && { balanceMicros }),
          opened: { rates: opened.rates },
        })
      }}
    >
      <TextInput
        label={words.currency}
        w={90}
        maxLength={3}
        value={currency}
        error={isCurrency ? undefined : words.currencyWrong}
        onChange={event => setCurrency(event.currentTarget.value.toUpperCase())}
      />
      <Textarea
        label={words.rates}
        description={words.ratesHelp}
        autosize
        minRows={4}
        maxRows={12}
        placeholder={words.example}
        value={lines}
        error={read.is === 'wrong' ? words.lineWrong(read.line) : undefined}
        onChange={event => setLines(event.currentTarget.value)}
      />
      <NumberInput
        label={words.balance}
        description={words.balanceHelp}
        w={220}
        decimalScale={2}
        thousandSeparator={groupSign}
        value={balance}
        onChange={setBalance}
      />
    </DialogFrame>
  )
}
