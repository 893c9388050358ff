import type { Readable } from 'node:stream'
import { Parser } from 'saxen'
import { UnreadableFile } from '../unreadable-file.ts'

/** What happens in a document, in its order; names without their prefix. */
export interface XmlListener {
  open?(name: string, attribute: (name: string) => string): void
  close?(name: string): void
  text?(text: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Tells what stands in a document, part by part. Yields the bytes read so far after each: a turn for whoever listens. */
export async function* xmlEvents(source: Readable, listener: XmlListener): AsyncGenerator<number> {
  let failure: Error | null = null
  const parser = new Parser()
    .on('openTag', (name, attributes, decode) =>
      listener.open?.(local(name), key => {
        const value = attributes()[key]
        return value === undefined ? '' : decode(value)
      }),
    )
    .on('closeTag', name => listener.close?.(local(name)))
    .on('text', (text, decode) => listener.text?.(decode(text)))
    .on('cdata', text => listener.text?.(text))
    .on('error', error => {
      failure ??= error
    })
  const decoder = new TextDecoder()
  let read = 0
  try {
    for await (const bytes of source as AsyncIterable<Uint8Array>) {
      parser.write(decoder.decode(bytes, { stream: true }))
      if (failure !== null) throw failure
      read += bytes.length
      yield read
    }
    failure = parser.end() ?? failure
    if (failure !== null) throw failure
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(error as Error)
  } finally {
    source.destroy()
  }
}

export const damaged = (error: Error): UnreadableFile =>
  new UnreadableFile(
    `The workbook is damaged: ${error.message.split('\n')[0]}. Open it in a spreadsheet and save it again.`,
  )

/** A small document to its end. */
export async function readXml(source: Readable, listener: XmlListener): Promise<void> {
  for await (const _ of xmlEvents(source, listener));
}
