/** Passwords and keys, kept out of the database; a row holds only the `ref`. */
export interface SecretStore {
  /** `null` when nothing is kept under this name. */
  get(ref: string): Promise<string | null>
  set(ref: string, value: string): Promise<void>
  /** Harmless when there is nothing to remove. */
  remove(ref: string): Promise<void>
}
