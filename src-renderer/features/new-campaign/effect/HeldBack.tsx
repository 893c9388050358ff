import type { RulesReport } from '../../../../src-main/contract/compliance.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import classes from './Effect.module.css'

const words = text.newCampaign.effect

/** Kept out for good with a stroke, held for a time with a triangle. */
const forATime: ReadonlySet<RulesReport['heldBack'][number]['is']> = new Set(['law', 'holiday'])

export const HeldBack = ({ rules: { heldBack, ringRaised } }: { rules: RulesReport }) => (
  <section className={classes.part}>
    <h3 className={classes.head}>{words.held}</h3>
    <ul>
      {heldBack.map(({ is, text: why, contacts }) => (
        <li key={`${is} ${why}`} className={classes.held}>
          <StatusGlyph
            {...(forATime.has(is)
              ? { shape: 'triangle', hue: 'yellow' }
              : { shape: 'ring-stroke', hue: 'gray' })}
            size={12}
          />
          <span>{text.told(why)}</span>
          <span className="num">{count(contacts)}</span>
        </li>
      ))}
    </ul>
    {ringRaised && (
      <p className={classes.note}>
        {words.ring(ringRaised.seconds, text.told(ringRaised.rule.jurisdiction))}
      </p>
    )}
  </section>
)
