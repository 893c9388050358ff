/** The key of an INFO: `Signal=5` in application/dtmf-relay, or the bare key in application/dtmf. `null`: none. */
export const keyInInfo = (contentType: string, body: string): string | null => {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase()
  const signal =
    type === 'application/dtmf-relay'
      ? /^\s*signal\s*=\s*(\S+)/im.exec(body)?.[1]
      : type === 'application/dtmf'
        ? body.trim()
        : ''
  if (signal === '10') return '*'
  if (signal === '11') return '#'
  return /^[0-9A-D*#]$/i.test(signal ?? '') ? (signal ?? '').toUpperCase() : null
}
