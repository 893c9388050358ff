/** A free name for flow steps to mean a goal or question by: `Appointment agreed` → `appointment_agreed`. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '')
    .slice(0, 50)
  const key = plain === '' ? 'result' : plain
  for (let at = 1; ; at++) {
    const free = at === 1 ? key : `${key}_${at}`
    if (!taken.has(free)) return free
  }
}
