import type { ColumnUse, ImportCheck, ImportPlan } from '../../../src-main/contract/imports.ts'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useLate } from '../../ui/Skeleton.tsx'
import { AgentFindings } from './AgentFindings.tsx'
import classes from './CheckPanels.module.css'
import { Finding } from './Finding.tsx'

const words = text.imports.check

interface CheckPanelsProps {
  readonly check: ImportCheck
  readonly known: ImportPlan['known']
  readonly uses: readonly ColumnUse[]
  /** The answer is to an older plan; the next is on its way. */
  readonly behind: boolean
}

/** Before the start: what will be stored, what of it is here already, and what an agent will miss. */
export function CheckPanels({ check, known, uses, behind }: CheckPanelsProps) {
  const late = useLate(behind)
  const fact = late ? words.running : check.whole ? undefined : words.first(count(check.checked))
  const { agent } = check
  return (
    <section className={classes.panels} aria-label={words.label} aria-busy={behind}>
      <Panel title={words.numbers} fact={fact}>
        <Numbers check={check} />
      </Panel>
      <Panel title={words.here} fact={fact}>
        <ul className={classes.findings}>
          <Finding
            shape="info"
            hue="blue"
            title={words.known(check.known)}
            foot={check.known === 0 ? words.knownNoneFoot : words.knownFoot[known]}
          />
          <Finding
            shape="ring-stroke"
            hue="gray"
            title={words.doNotCall(check.doNotCall)}
            foot={check.doNotCall === 0 ? words.doNotCallNoneFoot : words.doNotCallFoot}
          />
          <Finding
            shape="dashed-ring"
            hue="gray"
            title={words.duplicates(check.duplicates)}
            foot={check.duplicates === 0 ? words.duplicatesNoneFoot : words.duplicatesFoot}
          />
        </ul>
      </Panel>
      <Panel title={agent ? words.forAgent(agent.name, agent.version) : words.forAgents} fact={fact}>
        <AgentFindings check={check} uses={uses} />
      </Panel>
    </section>
  )
}

const byRows = (a: { rows: number }, b: { rows: number }) => b.rows - a.rows

function Numbers({ check }: { check: ImportCheck }) {
  const { byType, rejected, readable } = check
  const notReadable = rejected.reduce((sum, { rows }) => sum + rows, 0)
  const premium = byType.find(({ type }) => type === 'premium')?.rows ?? 0
  const types = byType.filter(({ type, rows }) => rows > 0 && type !== 'premium').toSorted(byRows)
  return (
    <ul className={classes.findings}>
      <Finding
        shape="disc-tick"
        hue="green"
        title={words.readable(readable)}
        foot={types.map(({ type, rows }) => `${count(rows)} ${text.contact.types[type]}`).join(', ')}
      />
      {notReadable > 0 ? (
        <Finding
          shape="alert"
          hue="red"
          title={words.notReadable(notReadable)}
          foot={rejected
            .toSorted(byRows)
            .map(({ reason, rows }) => words.rejectedAs(text.told(reason), rows))
            .join(', ')}
        />
      ) : (
        <Finding shape="disc-tick" hue="green" title={words.noneRejected} foot={words.noneRejectedFoot} />
      )}
      {premium > 0 && (
        <Finding shape="ring-stroke" hue="gray" title={words.premium(premium)} foot={words.premiumFoot} />
      )}
    </ul>
  )
}
