import { type ReactNode, useEffect, useRef } from 'react'
import { text } from '../../text/text.ts'
import { ConversationLine } from './ConversationLine.tsx'
import classes from './conversation.module.css'
import type { ConversationEntry } from './conversation-entry.ts'

interface ConversationProps {
  readonly entries: readonly ConversationEntry[]
  /** Stands behind the last one. */
  readonly children?: ReactNode
}

/** What goes on between an agent and who tries it; the latest is always in view. */
export function Conversation({ entries, children }: ConversationProps) {
  const end = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was said last is shown
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [entries.length])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what was said is scrolled by keyboard, too
    <div className={classes.talk} role="log" aria-label={text.flow.trial.talk} tabIndex={0}>
      {entries.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a conversation only grows
        <ConversationLine key={place} entry={entry} />
      ))}
      {children}
      <div ref={end} />
    </div>
  )
}
