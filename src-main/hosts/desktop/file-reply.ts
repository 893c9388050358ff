import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'

/** One file, or the part of it that a player asks for (RFC 9110 section 14.2; several ranges at once get the whole file). */
export const fileReply = async (
  file: string,
  headers: Readonly<Record<string, string>>,
  range: string | null,
): Promise<Response> => {
  const { size } = await stat(file)
  const part = range === null ? null : readRange(range, size)
  if (part === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
  const { from, to } = part ?? { from: 0, to: size - 1 }
  const body =
    size === 0 ? null : (Readable.toWeb(createReadStream(file, { start: from, end: to })) as ReadableStream)
  return new Response(body, {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'Accept-Ranges': 'bytes',
      'Content-Length': String(to - from + 1),
      ...(part && { 'Content-Range': `bytes ${from}-${to}/${size}` }),
    },
  })
}

const readRange = (range: string, size: number): { from: number; to: number } | 'unsatisfiable' | null => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to ? 'unsatisfiable' : { from, to }
}
