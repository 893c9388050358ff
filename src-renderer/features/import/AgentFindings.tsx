import type { ColumnUse, ImportCheck } from '../../../src-main/contract/imports.ts'
import { text } from '../../text/text.ts'
import classes from './CheckPanels.module.css'
import { Finding } from './Finding.tsx'
import { nameOfUse } from './mapping.ts'

const words = text.imports.check

/** What the agent will say and what it will miss; without one, what the file brings for any. */
export function AgentFindings({ check, uses }: { check: ImportCheck; uses: readonly ColumnUse[] }) {
  const { agent, notUnderstood, withoutConsent } = check
  const fields = uses.filter(({ as }) => as === 'field').length
  return (
    <ul className={classes.findings}>
      {agent?.needs.map(({ key, missing, otherwise }) =>
        missing === 0 ? (
          <Finding key={key} shape="disc-tick" hue="green" title={`{{${key}}}`} foot={words.present} />
        ) : (
          <Finding
            key={key}
            shape="triangle"
            hue="yellow"
            title={words.missing(key)}
            foot={words.missingFoot(missing, otherwise)}
          />
        ),
      )}
      {agent?.needs.length === 0 && (
        <Finding shape="disc-tick" hue="green" title={words.needsNothing} foot={words.needsNothingFoot} />
      )}
      {!agent && <Finding shape="info" hue="blue" title={words.fields(fields)} foot={words.fieldsFoot} />}
      {notUnderstood.map(({ column, rows }) => {
        const use = uses[column]
        return (
          use && (
            <Finding
              key={column}
              shape="triangle"
              hue="yellow"
              title={words.notUnderstood(rows, nameOfUse(use))}
              foot={use.as === 'consent' ? words.noConsentStored : words.leftEmpty}
            />
          )
        )
      })}
      {withoutConsent !== null && withoutConsent > 0 && (
        <Finding
          shape="triangle"
          hue="yellow"
          title={words.withoutConsent(withoutConsent)}
          foot={words.withoutConsentFoot}
        />
      )}
    </ul>
  )
}
