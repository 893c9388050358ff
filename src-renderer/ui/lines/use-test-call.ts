import { useCallback, useEffect, useRef, useState } from 'react'
import type { TestCallNews, TestCallWish, TrunkForm, TrunkRow } from '../../../src-main/contract/lines.ts'
import type { Refusal } from '../../../src-main/contract/values.ts'
import { client, refusalOf } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { sayRefusal } from '../say.tsx'

export type TestedTrunk = TrunkForm & { readonly id?: TrunkRow['id'] }

type Stage = keyof typeof text.trunks.test.call.now
type Steps = Extract<TestCallNews, { is: 'tested' }>['steps']

export type TestCallState =
  | { readonly is: 'nothing' }
  | { readonly is: 'on'; readonly stage: Stage }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'over'; readonly steps: Steps }

const nothing: TestCallState = { is: 'nothing' }

/** A test call that ends with the page. */
export function useTestCall() {
  const [state, setState] = useState<TestCallState>(nothing)
  const leave = useRef(new AbortController())
  const test = useRef<string | null>(null)
  useEffect(() => () => leave.current.abort(), [])

  const forget = useCallback(() => {
    leave.current.abort()
    setState(nothing)
  }, [])

  const place = async (trunk: TestedTrunk, call: TestCallWish) => {
    leave.current.abort()
    const own = new AbortController()
    leave.current = own
    setState({ is: 'on', stage: 'trying' })
    try {
      for await (const news of await client.trunks.testCall({ ...trunk, call }, { signal: own.signal })) {
        if (own.signal.aborted) return
        if (news.is === 'begun') test.current = news.test
        else setState(news.is === 'now' ? { is: 'on', stage: news.stage } : { is: 'over', steps: news.steps })
      }
    } catch (error) {
      if (own.signal.aborted) return
      const refusal = refusalOf(error)
      setState(refusal?.field ? { is: 'refused', refusal } : nothing)
      if (!refusal?.field) sayRefusal(error, text.trunks.test.call.notCalled)
    } finally {
      if (leave.current === own) test.current = null
    }
  }

  /** What the test has shown so far is told before it is over. */
  const hangUp = () => {
    if (test.current === null) return forget()
    setState({ is: 'on', stage: 'ending' })
    client.trunks.hangUpTestCall({ test: test.current }).catch(forget)
  }
  return { state, place, hangUp, forget }
}
