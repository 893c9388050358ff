import { Button } from '@mantine/core'
import { IconArchive, IconPlayerPlay, IconServer, type TablerIcon } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import classes from './FirstStart.module.css'

const words = text.home.first

/** The ways to begin: the demo, a trunk of one's own, a workspace that was kept. */
export function FirstStart() {
  const navigate = useNavigate()
  const demo = useMutation(
    api.workspace.startDemo.mutationOptions({
      onSuccess: async ({ campaign }) => {
        await queryClient.invalidateQueries()
        void navigate({ to: '/campaigns/$id', params: { id: campaign } })
      },
      onError: error => sayRefusal(error, words.demoFailed),
    }),
  )
  const startDemo = () => demo.mutate(undefined)
  const setUpTrunk = () => void navigate({ to: '/trunks', search: { add: true } })
  const restore = () => void navigate({ to: '/settings/backups' })
  useKeys({ 1: startDemo, 2: setUpTrunk, 3: restore })
  return (
    <div className={classes.first}>
      <h2 className={classes.title}>{words.title}</h2>
      <p className={classes.sentence}>{words.sentence}</p>
      <div className={classes.ways}>
        <Way {...words.demo} icon={IconPlayerPlay}>
          <Button size="sm" variant="filled" loading={demo.isPending} onClick={startDemo}>
            {words.demo.act}
          </Button>
        </Way>
        <Way {...words.trunk} icon={IconServer}>
          <Button size="sm" onClick={setUpTrunk}>
            {words.trunk.act}
          </Button>
        </Way>
        <Way {...words.backup} icon={IconArchive}>
          <Button size="sm" onClick={restore}>
            {words.backup.act}
          </Button>
        </Way>
      </div>
      <p className={classes.keys}>
        <Kbd>1</Kbd> <Kbd>2</Kbd> <Kbd>3</Kbd> {words.choose}
        <Kbd>Ctrl K</Kbd> {words.commands}
        <Kbd>?</Kbd> {words.keys}
      </p>
    </div>
  )
}

interface WayProps {
  readonly icon: TablerIcon
  readonly title: string
  readonly sentence: string
  readonly facts: readonly string[]
  readonly time: string
  readonly children: ReactNode
}

const Way = ({ icon: Icon, title, sentence, facts, time, children }: WayProps) => (
  <section className={classes.way}>
    <Icon size={20} stroke={1.5} aria-hidden="true" />
    <h3 className={classes.name}>{title}</h3>
    <p className={classes.what}>{sentence}</p>
    <ul className={classes.facts}>
      {facts.map(fact => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
    <p className={classes.act}>
      {children}
      <span>{time}</span>
    </p>
  </section>
)
