import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Finding } from '../../../src-main/contract/health.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { noticeLooks } from '../status.ts'
import { cureOf } from './cure.ts'
import classes from './FindingRow.module.css'
import { sayFinding } from './say-finding.ts'

interface FindingRowProps {
  readonly finding: Finding
  /** Of the campaign. */
  readonly id: number
  /** Its name, where several campaigns are listed. */
  readonly name?: string
}

/** What is wrong, its figures and causes, and the way to what mends it. */
export function FindingRow({ finding, id, name }: FindingRowProps) {
  const said = sayFinding(finding)
  const { link, word } = cureOf(finding, id)
  return (
    <li className={classes.row}>
      <StatusGlyph {...noticeLooks[finding.level]} />
      <p className={classes.words}>
        <span className="unseen">{text.words.levels[finding.level]}: </span>
        <strong>{said.title}</strong>
        <span>
          {name && <b>{name}. </b>}
          {said.text}
        </span>
      </p>
      <Button size="compact-xs" renderRoot={props => <Link {...props} {...link} />}>
        {word}
      </Button>
    </li>
  )
}
