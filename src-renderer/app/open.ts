import { create } from 'zustand'

/** Dialogs of the frame that keys, the palette and buttons open alike. */
export const useOpen = create<{ dialog: 'keys' | 'stop' | undefined }>(() => ({ dialog: undefined }))

export const openDialog = (dialog: 'keys' | 'stop') => useOpen.setState({ dialog })
export const closeDialog = () => useOpen.setState({ dialog: undefined })
