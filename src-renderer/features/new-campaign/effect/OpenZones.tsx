import type { RulesReport } from '../../../../src-main/contract/compliance.ts'
import { count } from '../../../format/number.ts'
import { shortMoment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { useNow } from '../../../ui/now.ts'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import classes from './Effect.module.css'
import { type OpenPlace, openPlaces } from './open-places.ts'

const words = text.newCampaign.effect
const mostShown = 6

/** Where the contacts stand, with the time there and whether they may be called now. */
export function OpenZones({ rules }: { rules: RulesReport }) {
  const places = openPlaces(rules.places, Math.floor(useNow() / 60_000) * 60_000)
  const shown = places.slice(0, mostShown)
  const others = places.slice(mostShown)
  const left = others.length + rules.morePlaces.places
  const people = others.reduce((sum, { contacts }) => sum + contacts, rules.morePlaces.contacts)
  return (
    <section className={classes.part}>
      <h3 className={classes.head}>
        {words.zones} <span>{words.contacts}</span>
      </h3>
      <ul className="num">
        {shown.map(place => (
          <li
            key={`${place.name} ${place.open} ${place.changesAt} ${place.closedBy}`}
            className={classes.zone}
            title={text.told(place.closedBy) || undefined}
          >
            <StatusGlyph
              {...(place.open ? { shape: 'disc-tick', hue: 'green' } : { shape: 'ring', hue: 'gray' })}
              size={12}
            />
            <span className={classes.where}>{place.name}</span>
            <span className={classes.quiet}>{place.time}</span>
            <span className={classes.quiet}>{changeOf(place)}</span>
            <strong>{count(place.contacts)}</strong>
          </li>
        ))}
        {left > 0 && (
          <li className={classes.zone}>
            <span />
            <span className={classes.quiet}>{words.morePlaces(left)}</span>
            <span />
            <span />
            <strong>{count(people)}</strong>
          </li>
        )}
      </ul>
    </section>
  )
}

const changeOf = ({ open, changesAt, zone }: OpenPlace): string => {
  if (changesAt === null) return open ? '' : words.neverOpens
  const at = shortMoment(changesAt, zone)
  return open ? words.closes(at) : words.opens(at)
}
