import { en } from './en/en.ts'

/** Every text of the interface has this shape; another language is another value of it. */
export type Texts = typeof en

export const text: Texts = en
