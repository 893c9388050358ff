/** Progress of tooling goes to stderr: stdout belongs to the task's own output. */
export const say = line => process.stderr.write(`${line}\n`)
