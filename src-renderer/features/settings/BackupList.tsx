import { Button, FileButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup } from '../../../src-main/contract/backups.ts'
import { api, client, queryClient } from '../../api/client.ts'
import { bytes } from '../../format/bytes.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { RemoveDialog } from '../../ui/RemoveDialog.tsx'
import { NoRows } from '../../ui/Rows.tsx'
import { say, sayRefusal } from '../../ui/say.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import classes from './settings.module.css'

const words = text.preferences.backups

interface BackupListProps {
  readonly rows: readonly Backup[]
  readonly folder: string
  readonly underWaySince: number | null
  readonly mayRestore: boolean
}

/** Each backup with its size, date and what it holds. */
export function BackupList({ rows, folder, underWaySince, mayRestore }: BackupListProps) {
  const [restoring, setRestoring] = useState<Backup | File>()
  const [removing, setRemoving] = useState<Backup>()
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.backups.key() })
  const make = useMutation(
    api.backups.make.mutationOptions({
      onMutate: () => void setTimeout(refresh, 200),
      onSuccess: () => say(words.made),
      onError: error => sayRefusal(error, words.notMade),
      onSettled: refresh,
    }),
  )
  const isMaking = make.isPending || underWaySince !== null
  return (
    <Panel
      title={words.list}
      fact={isMaking ? words.underWay : words.fact(rows.length)}
      aside={
        <>
          <FileButton accept=".db" onChange={file => file && setRestoring(file)}>
            {props => (
              <Button size="compact-xs" {...props}>
                {words.fromFile}
              </Button>
            )}
          </FileButton>
          <Button
            size="compact-xs"
            variant="filled"
            loading={isMaking}
            onClick={() => make.mutate(undefined)}
          >
            {words.make}
          </Button>
        </>
      }
      flush
    >
      {rows.length === 0 ? (
        <NoRows>{words.none}</NoRows>
      ) : (
        <table className={classes.table} aria-label={words.list}>
          <thead>
            <tr>
              <th scope="col">{words.columns.when}</th>
              <th scope="col">{words.columns.by}</th>
              <th scope="col" className={classes.right}>
                {words.columns.size}
              </th>
              <th scope="col">{words.columns.holds}</th>
              <th scope="col">
                <span className="unseen">{words.columns.ways}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(backup => (
              <Line
                key={backup.name}
                backup={backup}
                onRestore={() => setRestoring(backup)}
                onRemove={() => setRemoving(backup)}
              />
            ))}
          </tbody>
        </table>
      )}
      <NoRows>{words.folder(folder)}</NoRows>
      {restoring && (
        <RestoreDialog what={restoring} mayRestore={mayRestore} onClose={() => setRestoring(undefined)} />
      )}
      {removing && (
        <RemoveDialog
          words={words.removing}
          name={moment(removing.at)}
          lost={words.removing.lost}
          remove={() => client.backups.remove({ name: removing.name })}
          shownBy={api.backups.key()}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Panel>
  )
}

interface LineProps {
  readonly backup: Backup
  readonly onRestore: () => void
  readonly onRemove: () => void
}

function Line({ backup: { at, by, bytes: size, holds }, onRestore, onRemove }: LineProps) {
  return (
    <tr>
      <td className="num">{moment(at)}</td>
      <td>{words.by[by]}</td>
      <td className={`${classes.right} num`}>{bytes(size)}</td>
      <td className={classes.quiet}>
        {holds
          ? words.holds(holds.campaigns, holds.contacts, holds.calls, holds.doNotCall)
          : words.holdsUnknown}
      </td>
      <td className={classes.right}>
        <span className={classes.acts}>
          <Button size="compact-xs" aria-label={words.restoreNamed(moment(at))} onClick={onRestore}>
            {words.restore}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words.removeNamed(moment(at))}
            onClick={onRemove}
          >
            {words.remove}
          </Button>
        </span>
      </td>
    </tr>
  )
}
