import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { talk } from '../../format/duration.ts'
import { clockSeconds, day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { speakerName } from './speaker-name.ts'

const words = text.call.transcript

/** The transcript as plain text: who, when, and each line with its time. */
export function transcriptText(call: CallDetail): string {
  const head = `${call.contact.name || call.number}, ${call.number}\n${day(call.startedAt)}, ${clockSeconds(call.startedAt)}\n${call.campaign.name}\n`
  const lines = call.transcript.map(({ atMs, who, text: said }) =>
    who === 'event' ? `${talk(atMs)}  — ${said}` : `${talk(atMs)}  ${speakerName(call, who)}: ${said}`,
  )
  return `${head}\n${lines.join('\n')}\n`
}

export function downloadTranscript(call: CallDetail) {
  const url = URL.createObjectURL(new Blob([transcriptText(call)], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = words.fileName(call.id)
  link.click()
  URL.revokeObjectURL(url)
}
