import { create } from 'zustand'

/** How the interface stands with its engine. `lost` says since when, so that no figure looks fresher than it is. */
export type Connection =
  | { readonly is: 'connecting' }
  | { readonly is: 'open' }
  | { readonly is: 'lost'; readonly since: number; readonly tries: number }

export const useConnection = create<Connection>(() => ({ is: 'connecting' }))

export const connectionOpened = () => useConnection.setState({ is: 'open' }, true)

/** Another failed try keeps the moment of the first. */
export const connectionLost = () =>
  useConnection.setState(
    now =>
      now.is === 'lost'
        ? { is: 'lost', since: now.since, tries: now.tries + 1 }
        : { is: 'lost', since: Date.now(), tries: 1 },
    true,
  )
