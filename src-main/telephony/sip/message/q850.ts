/** The Q.850 cause of Reason headers (RFC 3326): `Q.850;cause=17;text="user busy"`. `null` where there is none. */
export const q850In = (reasons: readonly string[]): number | null => {
  for (const reason of reasons)
    for (const value of reason.split(/,(?=\s*(?:SIP|Q\.850|Preemption)\s*;)/i)) {
      const cause = /^\s*Q\.850\s*;(?:.*;)?\s*cause\s*=\s*(\d{1,3})\b/i.exec(value)?.[1]
      if (cause) return Number(cause)
    }
  return null
}
