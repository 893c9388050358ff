import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const passedOn = ['SIGTERM', 'SIGINT', 'SIGHUP']

/**
 * Runs a program to its end and resolves with its exit code (128 + n when signal n ended it). Signals that reach us are
 * passed on: npm and a terminal may tell only one process of the chain.
 */
export const runChild = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const pass = signal => child.kill(signal)
    for (const signal of passedOn) process.on(signal, pass)
    const forget = () => {
      for (const signal of passedOn) process.off(signal, pass)
    }
    child.once('error', error => {
      forget()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      forget()
      resolve(signal ? 128 + constants.signals[signal] : (code ?? 1))
    })
  })

/** Runs a program and keeps what it prints, both streams together. */
export const readChild = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => (output += text))
    child.once('error', reject)
    child.once('close', code => resolve({ code: code ?? 1, output }))
  })
