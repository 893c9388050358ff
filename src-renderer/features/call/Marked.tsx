import { Fragment } from 'react'
import classes from './Transcript.module.css'

/** A text with what is sought in it marked. @param sought in small letters; empty: nothing is */
export function Marked({ text, sought }: { text: string; sought: string }) {
  if (sought === '') return text
  const small = text.toLowerCase()
  const parts: { readonly from: number; readonly plain: string; readonly hit: string }[] = []
  let from = 0
  for (let at = small.indexOf(sought); at >= 0; at = small.indexOf(sought, from)) {
    parts.push({ from, plain: text.slice(from, at), hit: text.slice(at, at + sought.length) })
    from = at + sought.length
  }
  return (
    <>
      {parts.map(({ from, plain, hit }) => (
        <Fragment key={from}>
          {plain}
          <mark className={classes.mark}>{hit}</mark>
        </Fragment>
      ))}
      {text.slice(from)}
    </>
  )
}
