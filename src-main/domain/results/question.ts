import { assertNever } from '../assert-never.ts'
import type { Instant, QuestionId } from '../ids.ts'
import type { Condition } from './condition.ts'

/** A question that each conversation is asked: an analysis. */
export interface Question {
  readonly id: QuestionId
  /** The name by which answer steps of the agent's flow mean it; unique within the campaign. */
  readonly key: string
  readonly text: string
  readonly form: AnswerForm
  /** One that is off gets no new answers. */
  readonly isActive: boolean
  /** The first that gives an answer decides. */
  readonly rules: readonly AnswerRule[]
  readonly archivedAt: Instant | null
}

export type AnswerForm =
  | { readonly is: 'yes_no' }
  | { readonly is: 'single_choice' | 'multiple_choice'; readonly options: readonly string[] }
  | { readonly is: 'open' }
  /** Whole numbers from worst to best. */
  | { readonly is: 'rating'; readonly from: number; readonly to: number }
  | { readonly is: 'data_point'; readonly type: DataType }

export const dataTypes = ['text', 'number', 'date', 'phone', 'email'] as const
export type DataType = (typeof dataTypes)[number]

/** Boolean for yes or no, a number for ratings and numbers, options for choices, `YYYY-MM-DD` for dates, else text. */
export type AnswerValue = boolean | number | string | readonly string[]

export type AnswerRule =
  /** Takes what was keyed at a question of the flow; `as` says what each value stands for, else it is taken as it is. */
  | { readonly take: string; readonly as: Readonly<Record<string, string>> }
  | { readonly when: Condition; readonly value: string }

export const LONGEST_ANSWER = 2_000

/** Text as it came, read as an answer of this form; `null`: it is none. */
export function readAnswer(form: AnswerForm, raw: string): AnswerValue | null {
  const text = raw.trim()
  if (text === '') return null
  switch (form.is) {
    case 'yes_no':
      return yesNo[text.toLowerCase()] ?? null
    case 'single_choice':
      return optionOf(form.options, text)
    case 'multiple_choice': {
      const chosen = text.split(';').map(part => optionOf(form.options, part.trim()))
      return chosen.every(option => option !== null) ? [...new Set(chosen)] : null
    }
    case 'open':
      return text.slice(0, LONGEST_ANSWER)
    case 'rating': {
      const value = wholeNumber(text)
      return value !== null && value >= form.from && value <= form.to ? value : null
    }
    case 'data_point':
      return readData(form.type, text)
    default:
      return assertNever(form)
  }
}

/** Whether a value that is no text, as a form gives it, answers a question of this kind. */
export function fitsForm(form: AnswerForm, value: AnswerValue): boolean {
  if (Array.isArray(value)) return form.is === 'multiple_choice' && readAnswer(form, value.join(';')) !== null
  if (typeof value === 'boolean') return form.is === 'yes_no'
  const read = readAnswer(form, String(value))
  return read !== null && typeof read === typeof value
}

const yesNo: Readonly<Record<string, boolean | undefined>> = {
  yes: true,
  ja: true,
  true: true,
  no: false,
  nein: false,
  false: false,
}

const optionOf = (options: readonly string[], text: string): string | null =>
  options.find(option => option.toLowerCase() === text.toLowerCase()) ?? null

const wholeNumber = (text: string): number | null => (/^-?\d{1,9}$/u.test(text) ? Number(text) : null)

function readData(type: DataType, text: string): AnswerValue | null {
  switch (type) {
    case 'text':
      return text.slice(0, LONGEST_ANSWER)
    case 'number':
      return /^-?\d{1,15}(\.\d{1,6})?$/u.test(text) ? Number(text) : null
    case 'date':
      return isDate(text) ? text : null
    case 'phone':
      return /^\+?[\d ()/.-]{3,30}$/u.test(text) ? text : null
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text) ? text.toLowerCase() : null
    default:
      return assertNever(type)
  }
}

const isDate = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.toISOString().startsWith(text)
}
