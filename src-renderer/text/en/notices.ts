export const notices = {
  title: 'Notifications',
  fact: (unread: number) =>
    unread === 0 ? 'nothing waits for you' : unread === 1 ? '1 needs you' : `${unread} need you`,
  readAll: 'Mark all as read',
  read: 'Mark as read',
  notRead: 'It stays unread.',
  open: 'Look at the campaign',
  earlier: 'Earlier',
  empty: 'Nothing happened yet',
  emptySentence:
    'When a campaign pauses itself or a trunk fails, it stands here with its cause and the next step.',
}
