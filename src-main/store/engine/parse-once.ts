import { fromJson, type Json } from '../json.ts'

// Settings, schedules, flows of the campaigns at work; a workspace has tens of them.
const MOST = 500
const parsed = new Map<string, unknown>()

/** Parsed JSON, the same object for the same text: what rarely changes is read with every step of every call. */
export function parseOnce<T>(text: Json<T>): T {
  const known = parsed.get(text)
  if (known !== undefined) return known as T
  const value = fromJson(text)
  if (parsed.size >= MOST) parsed.clear()
  parsed.set(text, value)
  return value
}

export const parseOnceOrNull = <T>(text: Json<T> | null): T | null => (text === null ? null : parseOnce(text))
