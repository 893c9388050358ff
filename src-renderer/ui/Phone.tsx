import { memo } from 'react'
import { countryName, phone } from '../format/phone.ts'
import classes from './Phone.module.css'

const files = import.meta.glob<string>('../../node_modules/country-flag-icons/3x2/*.svg', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
})
const flags = new Map(
  Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1, -4), url]),
)

export const Flag = memo(function Flag({ country }: { country: string }) {
  const source = flags.get(country.toUpperCase())
  if (!source) return null
  return (
    <img
      className={classes.flag}
      src={source}
      alt={countryName(country)}
      width={14}
      height={10}
      loading="lazy"
    />
  )
})

export const Phone = memo(function Phone({ number, country }: { number: string; country: string | null }) {
  return (
    <span className={classes.phone}>
      {country && <Flag country={country} />}
      <span className="num">{phone(number)}</span>
    </span>
  )
})
