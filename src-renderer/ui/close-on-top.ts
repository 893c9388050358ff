const dialogs = '[role=dialog][aria-modal=true]'

/** Escape is told to every open dialog, the lowest first: one over which another stands stays open. */
export const closeOnTop = (close: () => void) => () => {
  if (document.querySelectorAll(dialogs).length < 2) close()
}
