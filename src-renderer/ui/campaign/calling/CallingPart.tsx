import fields from '../fields/fields.module.css'
import { Consent } from './Consent.tsx'
import { MoneyAndPauses } from './MoneyAndPauses.tsx'
import { Pace } from './Pace.tsx'
import { PerContact } from './PerContact.tsx'
import { Retries } from './Retries.tsx'
import { Ringing } from './Ringing.tsx'

/** All calling rules, from what is set most often to what is set once. */
export const CallingPart = () => (
  <div className={fields.groups}>
    <Pace />
    <Ringing />
    <Retries />
    <PerContact />
    <Consent />
    <MoneyAndPauses />
  </div>
)
