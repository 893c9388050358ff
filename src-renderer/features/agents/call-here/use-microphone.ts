import { useEffect, useState } from 'react'
import { create } from 'zustand'
import { client } from '../../../api/client.ts'
import { type Microphone, openMicrophone } from './microphone.ts'
import { writeSound } from './sound.ts'
import type { TrialCall } from './trial-call.ts'

export type MicrophoneState = 'off' | 'asking' | 'on' | 'refused'

/** How loud who sits here is, 0–1; renewed as parts come, ten times a second at most. */
export const useOwnLevel = create(() => ({ level: 0 }))

const meterMs = 100
/** Parts that have not arrived yet; more of them would only come too late. */
const mostUnderWay = 8

/** Sends what is said here into the call for as long as it goes on and `wanted` is true. Without it the call is silent. */
export function useMicrophone(now: TrialCall, wanted: boolean): MicrophoneState {
  const [state, setState] = useState<MicrophoneState>('off')
  const call = now.is === 'talking' && wanted ? now.call : null
  useEffect(() => {
    if (call === null) return
    const { tell, stop } = createSending(call)
    let isLeft = false
    let opened: Microphone | null = null
    setState('asking')
    openMicrophone(tell).then(
      microphone => {
        opened = microphone
        if (isLeft) microphone.close()
        else setState('on')
      },
      () => !isLeft && setState('refused'),
    )
    return () => {
      isLeft = true
      opened?.close()
      stop()
      setState('off')
    }
  }, [call])
  return state
}

type Call = Parameters<typeof client.trialCalls.speak>[0]['call']

function createSending(call: Call) {
  let underWay = 0
  let shownAt = 0
  let level = 0
  const show = (samples: Float32Array) => {
    for (const sample of samples) level = Math.max(level, Math.abs(sample))
    const at = performance.now()
    if (at - shownAt < meterMs) return
    useOwnLevel.setState({ level })
    level = 0
    shownAt = at
  }
  return {
    tell: (samples: Float32Array) => {
      show(samples)
      if (underWay >= mostUnderWay) return
      underWay++
      const arrived = () => {
        underWay--
      }
      client.trialCalls.speak({ call, sound: writeSound(samples) }).then(arrived, arrived)
    },
    stop: () => useOwnLevel.setState({ level: 0 }),
  }
}
