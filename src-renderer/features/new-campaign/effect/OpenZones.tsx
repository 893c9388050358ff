import type { CalledPlace, RulesReport } from '../../../../src-main/contract/compliance.ts'
import { count } from '../../../format/number.ts'
import { countryName } from '../../../format/phone.ts'
import { clock, shortMoment } from '../../../format/time.ts'
import { zoneName } from '../../../format/zone.ts'
import { text } from '../../../text/text.ts'
import { useNow } from '../../../ui/now.ts'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import classes from './Effect.module.css'

const words = text.newCampaign.effect
const mostShown = 6

/** Where the contacts stand, with the time there and whether they may be called now. */
export function OpenZones({ rules }: { rules: RulesReport }) {
  const now = Math.floor(useNow() / 60_000) * 60_000
  const shown = rules.places.slice(0, mostShown)
  const others = [...rules.places.slice(mostShown).map(({ contacts }) => contacts), rules.morePlaces.contacts]
  const places = rules.places.length - shown.length + rules.morePlaces.places
  return (
    <section className={classes.part}>
      <h3 className={classes.head}>
        {words.zones} <span>{words.contacts}</span>
      </h3>
      <ul className="num">
        {shown.map(place => (
          <li
            key={`${place.country} ${place.region} ${place.zones.join()}`}
            className={classes.zone}
            title={place.closedBy || undefined}
          >
            <StatusGlyph
              {...(place.open ? { shape: 'disc-tick', hue: 'green' } : { shape: 'ring', hue: 'gray' })}
              size={12}
            />
            <span className={classes.where}>{nameOf(place)}</span>
            <span className={classes.quiet}>{clock(now, place.zones[0])}</span>
            <span className={classes.quiet}>{changeOf(place)}</span>
            <strong>{count(place.contacts)}</strong>
          </li>
        ))}
        {places > 0 && (
          <li className={classes.zone}>
            <span />
            <span className={classes.quiet}>{words.morePlaces(places)}</span>
            <span />
            <span />
            <strong>{count(others.reduce((sum, one) => sum + one, 0))}</strong>
          </li>
        )}
      </ul>
    </section>
  )
}

/** Up to two zones by their towns; a number that may be in more by its country. */
const nameOf = ({ zones, country, region }: CalledPlace): string => {
  const where = region ? `${region} ` : ''
  if (zones.length > 2 && country) return where + countryName(country)
  return where + zones.slice(0, 2).map(zoneName).join(', ')
}

const changeOf = ({ open, changesAt, zones }: CalledPlace): string => {
  if (changesAt === null) return open ? '' : words.neverOpens
  const at = shortMoment(changesAt, zones[0])
  return open ? words.closes(at) : words.opens(at)
}
