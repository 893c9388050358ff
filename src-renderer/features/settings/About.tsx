import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { fetchBuilt } from '../../api/built-files.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import classes from './settings.module.css'

const words = text.preferences.about
const forGood = { staleTime: Number.POSITIVE_INFINITY }

export const About = () => (
  <>
    <Program />
    <Updates />
    <ReleaseNotes />
    <Licences />
  </>
)

function Program() {
  const { data, error, refetch } = useQuery(api.workspace.about.queryOptions(forGood))
  if (error) return <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} height={24} />
  return (
    <Panel title={words.program}>
      <dl className={classes.fact}>
        <dt>{words.version}</dt>
        <dd>Trunkline {data.version}</dd>
        <dt>{words.host}</dt>
        <dd>{words.hosts[data.host]}</dd>
        <dt>{words.folder}</dt>
        <dd>{data.dataDir}</dd>
        <dt>{words.runsOn}</dt>
        <dd>{data.runsOn.map(({ name, version }) => `${name} ${version}`).join(', ')}</dd>
      </dl>
    </Panel>
  )
}

const Updates = () => (
  <Panel title={words.updates}>
    <div className={classes.form}>
      <p>{words.updatesNever}</p>
      <ol className={classes.steps}>
        {words.updateSteps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className={classes.foot}>
        <Button component={Link} to="/settings/backups">
          {words.toBackups}
        </Button>
      </div>
    </div>
  </Panel>
)

function ReleaseNotes() {
  const { data, error, refetch } = useQuery({
    queryKey: ['release notes'],
    queryFn: () => fetchBuilt('release-notes.md').then(reply => reply.text()),
    ...forGood,
  })
  if (error) return <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
  return (
    <Panel title={words.notes}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div className={classes.log} tabIndex={0}>
        {data ? <Markdown text={data.replace(/^# .*\n/, '')} /> : <SkeletonRows rows={6} height={20} />}
      </div>
    </Panel>
  )
}

interface Licence {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** What is built in, with the licence that each package came with. */
function Licences() {
  const { data, error, refetch } = useQuery({
    queryKey: ['licences'],
    queryFn: () => fetchBuilt('licences.json').then(reply => reply.json() as Promise<readonly Licence[]>),
    ...forGood,
  })
  if (error) return <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} height={28} />
  return (
    <Panel title={words.licences} fact={words.licencesFact(data.length)} flush>
      {data.map(({ name, version, licence, text: terms }) => (
        <details key={`${name} ${version}`} className={classes.licence}>
          <summary>
            {name} <span className="num">{version}</span> <span>{licence}</span>
          </summary>
          <pre>{terms}</pre>
        </details>
      ))}
    </Panel>
  )
}
