import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { RuleRef } from '../../../../src-main/contract/compliance.ts'
import { text } from '../../../text/text.ts'
import classes from './Effect.module.css'

const words = text.newCampaign.effect

/** The legal rules behind the figures, each with its source. */
export function RulesThatApply({ rules }: { rules: readonly RuleRef[] }) {
  const [open, setOpen] = useState(false)
  return (
    <p className={classes.rules}>
      {words.rules}{' '}
      {rules.length > 0 && (
        <button type="button" className={classes.link} onClick={() => setOpen(true)}>
          {words.allRules(rules.length)}
        </button>
      )}
      <Modal opened={open} onClose={() => setOpen(false)} size={620} title={words.rulesTitle}>
        <ul className={classes.ruleList}>
          {rules.map(({ id, jurisdiction, text: rule, citation, verified }) => (
            <li key={id}>
              <strong>{text.told(jurisdiction)}</strong>
              <span>{text.told(rule)}</span>
              <span className={classes.quiet}>
                {text.told(citation)}
                {!verified && `, ${words.unverified}`}
              </span>
            </li>
          ))}
        </ul>
      </Modal>
    </p>
  )
}
