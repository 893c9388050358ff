import { describe, expect, test } from 'vitest'
import { conversationResult } from '../../src-main/dialer/conversation-result.ts'
import type { ConversationEvent } from '../../src-main/domain/transcript.ts'

const said = (interrupted = false): ConversationEvent => ({
  is: 'agent_said',
  atMs: 900,
  text: 'Good day',
  interrupted,
})
const pressed: ConversationEvent = { is: 'key_pressed', atMs: 500, key: '1' }

describe('a call that was picked up', () => {
  test('is a conversation when the person spoke and heard a sentence out', () =>
    expect(conversationResult([said()], 400)).toBe('answered'))

  test('is a conversation when a key was pressed, even into the first sentence', () =>
    expect(conversationResult([pressed, said(true)], 0)).toBe('answered'))

  test('is none when the person said hello and hung up before the first sentence was over', () =>
    expect(conversationResult([], 400)).toBe('no_conversation'))

  test('is none when nothing was heard from the other side at all', () =>
    expect(conversationResult([said()], 0)).toBe('no_conversation'))

  test('is none when only a click was heard', () =>
    expect(conversationResult([said()], 60)).toBe('no_conversation'))
})
