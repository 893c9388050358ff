import { Button } from '@mantine/core'
import { IconHeadphones } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { talk } from '../../format/duration.ts'
import { text } from '../../text/text.ts'
import { useNow } from '../now.ts'
import { Level } from './Level.tsx'
import classes from './ListenStrip.module.css'
import { stopListening, useListening } from './listening.ts'

const words = text.listen

/** Which call is heard in this window, on every page of it. */
export function ListenStrip() {
  const listening = useListening()
  if (listening.is === 'nothing') return null
  const { is, call, name, since } = listening
  return (
    <section className={classes.strip} aria-label={words.strip}>
      <IconHeadphones size={16} aria-hidden="true" />
      <span role="status">
        {words[is]}{' '}
        <Link to="/calls/$id" params={{ id: call }} className={classes.name}>
          {name}
        </Link>
      </span>
      {is === 'hearing' && (
        <>
          <Since at={since} />
          <span className={classes.side}>
            {words.caller} <Level side="caller" />
          </span>
          <span className={classes.side}>
            {words.agent} <Level side="agent" />
          </span>
        </>
      )}
      <span className={classes.unheard}>{words.unheard}</span>
      <Button size="compact-xs" onClick={stopListening}>
        {words.stop}
      </Button>
    </section>
  )
}

const Since = ({ at }: { at: number }) => (
  <span className="num">
    <span className="unseen">{words.since} </span>
    {talk(useNow() - at)}
  </span>
)
