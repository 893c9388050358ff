import { Button, NumberInput, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupSettings as Stored } from '../../../src-main/contract/backups.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { say, sayRefusal } from '../../ui/say.tsx'
import { BackupList } from './BackupList.tsx'
import classes from './settings.module.css'

const words = text.preferences.backups
const busyMs = 1_000

/** How often the workspace is kept, what is kept, and the way back. */
export function BackupSettings() {
  const { data, error, refetch } = useQuery(
    api.backups.list.queryOptions({
      refetchInterval: ({ state }) => (state.data?.underWaySince ? busyMs : false),
    }),
  )
  if (error && !data) return <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} height={40} />
  return (
    <>
      <Automatic key={JSON.stringify(data.settings)} stored={data.settings} />
      <BackupList {...data} />
    </>
  )
}

function Automatic({ stored }: { stored: Stored }) {
  const [every, setEvery] = useState(String(stored.everyHours))
  const [keep, setKeep] = useState<number | string>(stored.keep)
  const save = useMutation(
    api.backups.setSettings.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.backups.key() })
        say(text.preferences.saved)
      },
      onError: error => sayRefusal(error, text.preferences.notSaved),
    }),
  )
  const choices = Object.keys(words.choices)
  const all = choices.includes(every) ? choices : [...choices, every]
  const isSame = every === String(stored.everyHours) && keep === stored.keep
  return (
    <Panel title={words.automatic}>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          if (typeof keep === 'number') save.mutate({ everyHours: Number(every), keep })
        }}
      >
        <div className={classes.row}>
          <Select
            label={words.every}
            data={all
              .toSorted((one, other) => Number(one) - Number(other))
              .map(value => ({ value, label: words.choices[value] ?? words.everyOther(Number(value)) }))}
            value={every}
            onChange={value => value && setEvery(value)}
          />
          <NumberInput
            label={words.keep}
            description={words.keepHelp}
            min={1}
            max={365}
            clampBehavior="strict"
            allowDecimal={false}
            disabled={every === '0'}
            value={keep}
            onChange={setKeep}
          />
        </div>
        {every === '0' && (
          <p className={classes.foot}>
            <StatusGlyph shape="triangle" hue="yellow" />
            {words.never}
          </p>
        )}
        <div className={classes.foot}>
          <Button
            type="submit"
            variant="filled"
            disabled={isSame || typeof keep !== 'number'}
            loading={save.isPending}
          >
            {text.preferences.save}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
