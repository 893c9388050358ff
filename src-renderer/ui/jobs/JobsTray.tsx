import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { useLiveJobs } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { JobCard } from './JobCard.tsx'
import classes from './JobsTray.module.css'
import { isAtWork } from './progress.ts'
import { useJobEnds } from './use-job-ends.ts'

const words = text.jobs
const mostShown = 3
/** Below the tray and above it. */
const clearancePx = 56

/** Long work, seen from every page but its own; it goes on whatever page is open. */
export function JobsTray() {
  const all = useLiveJobs()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const [folded, setFolded] = useState(false)
  const tray = useRef<HTMLElement>(null)
  const hasPage = ({ id }: Job) => path === `/contacts/imports/${id}`
  useJobEnds(all, hasPage)
  const atWork = all?.filter(job => isAtWork(job) && !hasPage(job)) ?? []
  const shown = folded ? [] : atWork.slice(0, mostShown)
  // Messages come up above the tray, not over it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows what it shows
  useEffect(() => {
    const height = tray.current ? tray.current.offsetHeight + clearancePx : 0
    document.documentElement.style.setProperty('--jobs-tray', `${height}px`)
  }, [atWork.length, folded])
  if (atWork.length === 0) return null
  return (
    <section ref={tray} className={classes.tray} aria-label={words.label} data-folded={folded || undefined}>
      {folded ? (
        <UnstyledButton className={classes.unfold} aria-expanded={false} onClick={() => setFolded(false)}>
          {words.unfold(atWork.length)}
          <IconChevronUp size={14} aria-hidden="true" />
        </UnstyledButton>
      ) : (
        <ActionIcon
          size="sm"
          className={classes.fold}
          aria-label={words.fold}
          aria-expanded
          onClick={() => setFolded(true)}
        >
          <IconChevronDown size={14} />
        </ActionIcon>
      )}
      <ul>
        {shown.map(job => (
          <JobCard key={job.id} job={job} />
        ))}
      </ul>
      {!folded && atWork.length > mostShown && (
        <p className={classes.more}>
          <Link to="/contacts/history">{words.more(atWork.length - mostShown)}</Link>
        </p>
      )}
    </section>
  )
}
