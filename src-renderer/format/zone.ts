let zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Times are shown in the zone of the workspace, which may run on another machine than the browser. */
export const workspaceZone = () => zone

export function setZone(next: string) {
  zone = next
}

/** `Europe/Berlin` → `Berlin`, `America/New_York` → `New York`. */
export const zoneName = (id: string) => (id.split('/').at(-1) ?? id).replaceAll('_', ' ')

/** `UTC+1`, `UTC+5:30`, `UTC` */
export const zoneOffset = (at: number, id: string) =>
  new Intl.DateTimeFormat('en', { timeZone: id, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(part => part.type === 'timeZoneName')
    ?.value.replace('GMT', 'UTC') ?? ''
