import { text } from '../text/text.ts'

export interface UploadTrouble {
  readonly what: string
  readonly cure: string
}

/** Why no upload came of a file. `called-off`: by whoever sent it. */
export class UploadFailed extends Error {
  readonly is: 'called-off' | 'refused' | 'lost'
  readonly trouble: UploadTrouble

  constructor(is: UploadFailed['is'], trouble: UploadTrouble) {
    super(trouble.what)
    this.is = is
    this.trouble = trouble
  }
}

interface Sending {
  readonly signal?: AbortSignal
  /** Bytes that have left so far; called often. */
  readonly onSent?: (bytes: number) => void
}

const words = text.upload
/** As much as a host takes; told before the bytes have travelled for minutes. */
const mostBytes = 4 * 1024 ** 3

/** The host's own words where it gives some, else those for the status. */
function refused(status: number, body: string): UploadFailed {
  const own = troubleIn(body)
  if (own) return new UploadFailed('refused', own)
  if (status === 413) return new UploadFailed('refused', words.tooLarge)
  if (status === 507) return new UploadFailed('refused', words.diskFull)
  if (status === 401 || status === 403) return new UploadFailed('refused', words.signedOut)
  return new UploadFailed('refused', words.notTaken(status))
}

function troubleIn(body: string): UploadTrouble | undefined {
  try {
    const { what, cure } = JSON.parse(body) as Partial<UploadTrouble>
    return typeof what === 'string' && typeof cure === 'string' ? { what, cure } : undefined
  } catch {
    return undefined
  }
}

function uploadIn(body: string): string | undefined {
  try {
    const { upload } = JSON.parse(body) as { upload?: unknown }
    return typeof upload === 'string' ? upload : undefined
  } catch {
    return undefined
  }
}

/**
 * Hands a file to the host, which keeps it for a day, and resolves with its id; rejects with `UploadFailed`.
 * By XMLHttpRequest, since `fetch` tells nobody how much of a body has left.
 */
export function upload(file: Blob, name: string, { signal, onSent }: Sending = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const fail = (reason: UploadFailed) => {
      signal?.removeEventListener('abort', stop)
      reject(reason)
    }
    request.open('POST', `/uploads?name=${encodeURIComponent(name)}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) => onSent?.(loaded))
    request.addEventListener('abort', () => fail(new UploadFailed('called-off', words.calledOff)))
    request.addEventListener('error', () => fail(new UploadFailed('lost', words.lost)))
    request.addEventListener('load', () => {
      const { status, responseText } = request
      const id = status < 300 ? uploadIn(responseText) : undefined
      if (id === undefined) return fail(refused(status, responseText))
      signal?.removeEventListener('abort', stop)
      resolve(id)
    })
    if (file.size > mostBytes) return fail(new UploadFailed('refused', words.tooLarge))
    if (signal?.aborted) return fail(new UploadFailed('called-off', words.calledOff))
    signal?.addEventListener('abort', stop)
    request.send(file)
  })
}
