import { Button, NumberInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkspaceCaps } from '../../../src-main/contract/workspace.ts'
import { api, queryClient } from '../../api/client.ts'
import { count, decimal } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { ConflictDialog } from '../../ui/conflict/ConflictDialog.tsx'
import { conflictOf } from '../../ui/conflict/conflict-of.ts'
import { overTheirs } from '../../ui/conflict/over-theirs.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { say, sayRefusal } from '../../ui/say.tsx'
import { AsOpened, type Opened, useEdited } from './AsOpened.tsx'
import classes from './settings.module.css'

const words = text.preferences.workspace
const gb = 1_000_000_000
const rate = (perSecond: number) => (Number.isInteger(perSecond) ? count(perSecond) : decimal(perSecond))
const inGb = (bytes: number) => Math.round((bytes / gb) * 100) / 100
const reload = () => queryClient.invalidateQueries({ queryKey: api.workspace.caps.key() })
/** In GB, as the engine takes them. */
const disk = { least: 0.11, most: 1_000_000 }

/** What the whole workspace may do at once. */
export function Caps() {
  const { data, error, refetch } = useQuery(api.workspace.caps.queryOptions())
  if (error && !data)
    return <ErrorPanel what={text.preferences.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} height={40} />
  return <AsOpened stored={data.caps}>{form => <Form {...form} defaults={data.defaults} />}</AsOpened>
}

function Form({
  opened: caps,
  onEdited,
  onReopen,
  defaults,
}: Opened<WorkspaceCaps> & { readonly defaults: WorkspaceCaps }) {
  const [calls, setCalls] = useState<number | string>(caps.concurrentCalls)
  const [starts, setStarts] = useState<number | string>(caps.callsPerSecond)
  const [free, setFree] = useState<number | string>(inGb(caps.freeDiskBytes))
  const save = useMutation(
    api.workspace.setCaps.mutationOptions({
      onSuccess: async () => {
        await reload()
        onReopen()
        say(text.preferences.saved)
      },
      onError: failure => conflictOf(failure) || sayRefusal(failure, text.preferences.notSaved),
    }),
  )
  const isWhole = [calls, starts, free].every(value => typeof value === 'number')
  const isChanged =
    calls !== caps.concurrentCalls || starts !== caps.callsPerSecond || free !== inGb(caps.freeDiskBytes)
  useEdited(isChanged, onEdited)
  return (
    <Panel title={words.caps} fact={words.capsFact}>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          if (!isWhole) return
          save.mutate({
            opened: caps,
            concurrentCalls: Number(calls),
            callsPerSecond: Number(starts),
            // What was only rounded for the field stays as it is.
            freeDiskBytes:
              free === inGb(caps.freeDiskBytes) ? caps.freeDiskBytes : Math.round(Number(free) * gb),
          })
        }}
      >
        <div className={classes.row}>
          <NumberInput
            label={words.calls}
            description={words.defaultIs(count(defaults.concurrentCalls))}
            min={1}
            max={5_000}
            clampBehavior="strict"
            allowDecimal={false}
            value={calls}
            onChange={setCalls}
          />
          <NumberInput
            label={words.starts}
            description={words.defaultIs(rate(defaults.callsPerSecond))}
            min={0.1}
            max={100}
            decimalScale={1}
            value={starts}
            onChange={setStarts}
          />
          <NumberInput
            label={words.disk}
            description={words.diskHelp}
            min={disk.least}
            max={disk.most}
            decimalScale={2}
            value={free}
            onChange={setFree}
          />
        </div>
        <div className={classes.foot}>
          <Button type="submit" variant="filled" disabled={!isWhole || !isChanged} loading={save.isPending}>
            {text.preferences.save}
          </Button>
        </div>
      </form>
      <ConflictDialog
        save={save}
        names={{ concurrentCalls: words.calls, callsPerSecond: words.starts, freeDiskBytes: words.disk }}
        show={{ callsPerSecond: rate, freeDiskBytes: bytes => decimal(inGb(bytes)) }}
        mine={overTheirs}
        onTheirs={() => void reload().then(onReopen)}
      />
    </Panel>
  )
}
