/** Locks a text so that only this machine, or the holder of its key, can read it. Both ways reject with a plain sentence. */
export interface Seal {
  /** `ref` is bound into the result: a sealed value moved to another name does not open. */
  close(ref: string, text: string): Promise<string>
  open(ref: string, sealed: string): Promise<string>
}
