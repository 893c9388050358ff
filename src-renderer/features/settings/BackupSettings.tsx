import { Button, NumberInput, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupSettings as Stored } from '../../../src-main/contract/backups.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ConflictDialog } from '../../ui/conflict/ConflictDialog.tsx'
import { conflictOf } from '../../ui/conflict/conflict-of.ts'
import { overTheirs } from '../../ui/conflict/over-theirs.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { say, sayRefusal } from '../../ui/say.tsx'
import { AsOpened, type Opened, useEdited } from './AsOpened.tsx'
import { BackupList } from './BackupList.tsx'
import classes from './settings.module.css'

const words = text.preferences.backups
const busyMs = 1_000
const reload = () => queryClient.invalidateQueries({ queryKey: api.backups.key() })
const choiceOf = (hours: number) => words.choices[String(hours)] ?? words.everyOther(hours)

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
      <AsOpened stored={data.settings}>{form => <Automatic {...form} />}</AsOpened>
      <BackupList {...data} />
    </>
  )
}

function Automatic({ opened: stored, onEdited, onReopen }: Opened<Stored>) {
  const [every, setEvery] = useState(String(stored.everyHours))
  const [keep, setKeep] = useState<number | string>(stored.keep)
  const save = useMutation(
    api.backups.setSettings.mutationOptions({
      onSuccess: async () => {
        await reload()
        onReopen()
        say(text.preferences.saved)
      },
      onError: error => conflictOf(error) || sayRefusal(error, text.preferences.notSaved),
    }),
  )
  const choices = Object.keys(words.choices)
  const all = choices.includes(every) ? choices : [...choices, every]
  const isSame = every === String(stored.everyHours) && keep === stored.keep
  useEdited(!isSame, onEdited)
  return (
    <Panel title={words.automatic}>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          if (typeof keep === 'number') save.mutate({ everyHours: Number(every), keep, opened: stored })
        }}
      >
        <div className={classes.row}>
          <Select
            label={words.every}
            data={all
              .toSorted((one, other) => Number(one) - Number(other))
              .map(value => ({ value, label: choiceOf(Number(value)) }))}
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
      <ConflictDialog
        save={save}
        names={{ everyHours: words.every, keep: words.keep }}
        show={{ everyHours: choiceOf }}
        mine={overTheirs}
        onTheirs={() => void reload().then(onReopen)}
      />
    </Panel>
  )
}
