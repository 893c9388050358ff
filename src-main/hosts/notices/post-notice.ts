import type { Selectable } from 'kysely'
import type { NoticeKind } from '../../domain/notice.ts'
import type { NoticesTable } from '../../store/tables/workspace.ts'

/** How a web address took a notice. */
export type HookAnswer = { readonly ok: true } | { readonly ok: false; readonly text: string }

/** What is sent of a notice, and nothing else. */
export type SentNotice = Pick<Selectable<NoticesTable>, 'id' | 'at' | 'level' | 'title' | 'text'> & {
  readonly kind: NoticeKind | 'test'
}

const PATIENCE_MS = 10_000

/** Sends one notice as JSON. Only an answer of 2xx counts; nobody is followed to another address. */
export async function postNotice(
  url: string,
  workspace: string,
  { id, at, kind, level, title, text }: SentNotice,
  closing?: AbortSignal,
): Promise<HookAnswer> {
  const body = JSON.stringify({ workspace, id, at: new Date(at).toISOString(), kind, level, title, text })
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(closing ? [closing] : [])]),
    })
    await answer.body?.cancel()
    return answer.ok ? { ok: true } : { ok: false, text: `It answered ${answer.status}.` }
  } catch (error) {
    return { ok: false, text: whyNot(error) }
  }
}

function whyNot(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `It did not answer within ${PATIENCE_MS / 1_000} s.`
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return code === 'ENOTFOUND'
    ? 'Its name is not known on this network.'
    : `It could not be reached${code ? ` (${code})` : ''}.`
}
