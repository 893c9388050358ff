/** The clearest of flite's built-in voices on a telephone line. */
export const fliteVoice = 'slt'

/** What the main thread and the speech worker tell each other. */
export interface SpeechWorkerData {
  /** Scratch folder, used by this worker only. */
  readonly folder: string
}

export interface RenderRequest {
  readonly id: number
  readonly text: string
}

export type RenderReply =
  | { readonly id: number; readonly is: 'rendered'; readonly samples: Int16Array }
  | { readonly id: number; readonly is: 'failed'; readonly reason: string }
