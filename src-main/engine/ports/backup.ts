/** Keeps lines in a new file beside the workspace, on disk when it resolves. @returns its name there */
export type Backup = (name: string, lines: AsyncIterable<string>) => Promise<string>
