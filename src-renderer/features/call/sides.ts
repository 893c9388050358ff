export type Heard = 'both' | 'caller' | 'agent'

/** Which side of a stereo recording is heard. One side alone sounds in both ears. */
export interface Sides {
  hear(heard: Heard): void
  close(): void
}

export function openSides(element: HTMLAudioElement): Sides {
  const context = new AudioContext()
  const source = context.createMediaElementSource(element)
  const split = context.createChannelSplitter(2)
  const caller = context.createGain()
  const agent = context.createGain()
  source.connect(split)
  split.connect(caller, 0)
  split.connect(agent, 1)
  caller.connect(context.destination)
  agent.connect(context.destination)
  void context.resume()
  return {
    hear: heard => {
      caller.gain.value = heard === 'agent' ? 0 : 1
      agent.gain.value = heard === 'caller' ? 0 : 1
    },
    close: () => void context.close(),
  }
}
