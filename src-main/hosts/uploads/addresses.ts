import type { UploadRefusal } from '../../api/services.ts'
import type { JobId } from '../../domain/ids.ts'

/** Addresses of files that come in and go out; the same in the window and in the browser. */
export const uploadPath = '/uploads'

/** What a job left for people to load: an export, or rows of an import that were rejected. */
export type JobFileKind = 'export' | 'rejected'

export const logPath = '/files/log'
export const isLog = (path: string): boolean => path === logPath

/** `null`: there can be no such file. */
export function jobFileAt(path: string): { readonly job: JobId; readonly which: JobFileKind } | null {
  const [, job, which] = /^\/files\/(\d{1,15})\/(export|rejected)$/.exec(path) ?? []
  return job === undefined ? null : { job: Number(job) as JobId, which: which as JobFileKind }
}

/** HTTP status (RFC 9110 section 15.5.14; RFC 4918 section 11.5). */
export const uploadStatus = (taken: { readonly upload: string } | UploadRefusal): number => {
  if (!('code' in taken)) return 200
  return taken.code === 'too_large' ? 413 : 507
}
