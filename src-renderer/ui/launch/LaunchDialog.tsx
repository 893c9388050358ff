import { Button, Modal } from '@mantine/core'
import { IconPlayerPlay, IconWand } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import type { LaunchChoices } from '../../../src-main/contract/launch.ts'
import { api, queryClient } from '../../api/client.ts'
import { useCampaignLive, useWorkspaceLive } from '../../api/live.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { changeOf, type Group } from '../campaign/form/change.ts'
import { closeOnTop } from '../close-on-top.ts'
import { ErrorLine } from '../ErrorLine.tsx'
import { ErrorPanel } from '../ErrorPanel.tsx'
import { SkeletonRows } from '../Skeleton.tsx'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { say } from '../say.tsx'
import { troubleOf } from '../trouble.ts'
import { ChangedPart } from './ChangedPart.tsx'
import { CheckPart } from './CheckPart.tsx'
import { firstCalled } from './choices.ts'
import { ExcludePart } from './ExcludePart.tsx'
import { ForecastPart } from './ForecastPart.tsx'
import classes from './LaunchDialog.module.css'
import { MissingPart } from './MissingPart.tsx'
import { RehearsalPart } from './RehearsalPart.tsx'
import { type mendedBy, mends, partsOf, type RunChange, unchanged } from './run-change.ts'
import { SwitchesPart } from './SwitchesPart.tsx'
import { useForecast } from './use-forecast.ts'
import { useRehearsal } from './use-rehearsal.ts'

const words = text.launch
/** Opened by few: its fields are loaded then. */
const RunSettings = lazy(async () => ({ default: (await import('./RunSettings.tsx')).RunSettings }))

interface LaunchDialogProps {
  readonly campaign: CampaignRow['id']
  readonly name: string
  readonly mode: 'launch' | 'restart'
  readonly onClose: () => void
}

/** Whom a launch calls, what is to be expected of it, and what the law asks: one look before telephones ring. */
export function LaunchDialog({ campaign, name, mode, onClose }: LaunchDialogProps) {
  const { data: definitions, error, refetch } = useQuery(api.launch.definitions.queryOptions())
  const [editing, setEditing] = useState<Group>()
  return (
    <Modal
      opened
      // From the settings of a restart it goes back to the launch.
      onClose={closeOnTop(() => (editing ? setEditing(undefined) : onClose()))}
      size={780}
      title={<Title id={campaign} title={text.moves.titles[mode](name)} />}
      classNames={{ body: classes.frame ?? '', header: classes.header ?? '' }}
    >
      {error && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {definitions && (
        <Launch
          campaign={campaign}
          name={name}
          mode={mode}
          onClose={onClose}
          editing={editing}
          onEdit={setEditing}
          {...definitions}
        />
      )}
    </Modal>
  )
}

/** The act, and when and over what it begins. */
function Title({ id, title }: { id: CampaignRow['id']; title: string }) {
  const { data } = useQuery(api.campaigns.get.queryOptions({ input: { id } }))
  if (!data) return title
  const { schedule, settings, campaign } = data
  const { startsAt } = schedule
  const when = startsAt === null || startsAt <= Date.now() ? words.now : moment(startsAt)
  return (
    <>
      {title}
      <span className={classes.begins}>
        {words.starts(
          when,
          settings.maxConcurrentCalls,
          campaign.trunks.map(({ name }) => name).join(words.thenTrunk) || words.defaultTrunk,
        )}
      </span>
    </>
  )
}

interface LaunchProps extends LaunchDialogProps {
  /** Part of the settings that is open for this restart. */
  readonly editing: Group | undefined
  readonly onEdit: (group: Group | undefined) => void
  readonly defaults: LaunchChoices
  readonly transferSeconds: readonly (number | null)[]
  readonly testContacts: number
}

function Launch({
  campaign: id,
  name,
  mode,
  onClose,
  editing,
  onEdit,
  defaults,
  transferSeconds,
  testContacts,
}: LaunchProps) {
  const [choices, setChoices] = useState(defaults)
  const [typedName, setTypedName] = useState('')
  const [vouched, setVouched] = useState(false)
  const [run, setRun] = useState<RunChange>()
  const detail = useQuery(api.campaigns.get.queryOptions({ input: { id } })).data
  const parts = detail && run ? partsOf(detail, run) : []
  /** As it will be called when it is launched. */
  const ownName = (run?.values.name ?? name).trim()
  const preview = useQuery(
    api.launch.preview.queryOptions({ input: { id, choices }, placeholderData: keepPreviousData }),
  )
  const forecast = useForecast(id, choices, detail?.revision)
  const group = useCampaignLive(id, live => live?.campaign.trunks)
  const practice = useWorkspaceLive(
    live =>
      group?.[0] && group.every(({ id: own }) => live?.trunks.some(one => one.id === own && one.practice)),
  )
  const start = useMutation(
    api.launch.start.mutationOptions({
      onSuccess: async ({ state }) => {
        say(text.moves.done(name, state))
        onClose()
        await queryClient.invalidateQueries({ queryKey: api.campaigns.key() })
      },
      // Changed settings were stored and taken back: their revision is another one.
      onError: () =>
        Promise.all(
          [api.campaigns.get.key(), api.launch.preview.key()].map(queryKey =>
            queryClient.invalidateQueries({ queryKey }),
          ),
        ),
    }),
  )
  const rehearsal = useRehearsal(id)
  const rehearse = useMutation(api.rehearsals.start.mutationOptions())
  const { data } = preview
  const asks = practice !== true && (data?.checks.some(({ is }) => is === 'confirm') ?? false)
  const isMended = (mendIn: keyof typeof mendedBy | null) => mendIn !== null && mends(parts, mendIn)
  const isReady =
    data?.needs.every(({ met, mendIn }) => met || isMended(mendIn)) &&
    (!asks || vouched) &&
    (choices.exclude.refused || choices.exclude.refusedOffBecause.trim() !== '') &&
    (!choices.resetHistory || typedName.trim() === ownName)
  const people = data?.willBeCalled ?? 0
  const trouble = start.error ?? rehearse.error ?? preview.error
  const told = trouble ? troubleOf(trouble) : undefined
  if (detail && editing)
    return (
      <Suspense fallback={<SkeletonRows rows={8} height={32} />}>
        <RunSettings
          detail={detail}
          begun={run ?? unchanged(detail)}
          group={editing}
          onKeep={change => {
            setRun(partsOf(detail, change).length > 0 ? change : undefined)
            onEdit(undefined)
          }}
          onBack={() => onEdit(undefined)}
        />
      </Suspense>
    )
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (!isReady || start.isPending) return
        start.mutate({
          id,
          choices,
          typedName,
          ...(detail &&
            run &&
            parts.length > 0 && { change: changeOf(run.values, parts), revision: detail.revision }),
        })
      }}
    >
      <div className={classes.columns}>
        <div className={classes.choices}>
          {data && (
            <MissingPart
              id={id}
              needs={data.needs.filter(({ mendIn }) => !isMended(mendIn))}
              onLeave={onClose}
              {...(mode === 'restart' && { onMend: onEdit })}
            />
          )}
          <ExcludePart
            choices={choices}
            onChange={setChoices}
            transferSeconds={transferSeconds}
            preview={data}
          />
          <SwitchesPart
            name={ownName}
            choices={choices}
            onChange={setChoices}
            testContacts={testContacts}
            preview={data}
            typedName={typedName}
            onTypedName={setTypedName}
          />
          {mode === 'restart' && (
            <ChangedPart parts={parts} onChange={() => onEdit('basics')} onDrop={() => setRun(undefined)} />
          )}
        </div>
        <div className={classes.proof}>
          <ForecastPart forecast={forecast} />
          {data && <CheckPart checks={data.checks} vouched={vouched} onVouch={setVouched} />}
        </div>
      </div>
      {rehearsal && <RehearsalPart id={id} rehearsal={rehearsal} choices={choices} />}
      <div className={classes.foot}>
        {told && (
          <div className={classes.error}>
            <ErrorLine>
              {told.what} {told.cure}
            </ErrorLine>
          </div>
        )}
        <Button
          leftSection={<IconWand size={14} />}
          disabled={people === 0 || rehearsal?.is === 'preparing' || rehearsal?.is === 'running'}
          loading={rehearse.isPending}
          onClick={() => rehearse.mutate({ id, choices })}
        >
          {text.rehearsal.act}
        </Button>
        {practice !== undefined && (
          <p className={classes.rings}>
            <StatusGlyph
              {...(practice ? { shape: 'disc-tick', hue: 'green' } : { shape: 'triangle', hue: 'yellow' })}
            />
            {practice ? words.practice : words.real}
          </p>
        )}
        <Button onClick={onClose}>{text.shell.cancel}</Button>
        <Button
          type="submit"
          variant="filled"
          leftSection={<IconPlayerPlay size={14} />}
          disabled={!isReady}
          loading={start.isPending}
        >
          {choices.testContacts === null
            ? words.act[mode](people)
            : words.act.test(firstCalled(choices, people), people)}
        </Button>
      </div>
    </form>
  )
}
