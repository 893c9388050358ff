/**
 * Calls a listener from inside of sip.js. What it throws is a bug of ours and is thrown where it ends the program: here
 * it would look like a bad message of the peer, and be swallowed like one.
 */
export const tell = (listener: () => void): void => {
  try {
    listener()
  } catch (bug) {
    queueMicrotask(() => {
      throw bug
    })
  }
}
