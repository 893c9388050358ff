export const notices = {
  title: 'Notifications',
  fact: (unread: number) =>
    unread === 0 ? 'nothing waits for you' : unread === 1 ? '1 needs you' : `${unread} need you`,
  all: 'All',
  unread: 'Unread',
  readAll: 'Mark all as read',
  read: 'Mark as read',
  notRead: 'It stays unread.',
  open: { campaign: 'Look at the campaign', other: 'Look at it' },
  more: 'Earlier ones',
  failed: 'The notifications could not be loaded',
  empty: 'Nothing happened yet',
  emptySentence:
    'When a campaign pauses itself or a trunk fails, it stands here with its cause and the next step.',
  noneUnread: 'Everything is read',
  noneUnreadSentence: 'What happened earlier stands under All.',
}
