import { test } from '../workspace.ts'
import { shootAll } from './shoot.ts'

test('pages that have nothing to show yet', async ({ app: page }) => {
  await shootAll(page, {
    'empty-live': '/live',
    'empty-wallboard': '/wallboard',
    'empty-notifications': '/notifications',
    'empty-campaigns': '/campaigns',
    'empty-contacts': '/contacts',
    'empty-do-not-call': '/contacts/do-not-call',
    'empty-history': '/contacts/history',
    'empty-agents': '/agents',
    'empty-numbers': '/numbers',
    'empty-trunks': '/trunks',
    'empty-business-hours': '/business-hours',
    'empty-calls': '/calls',
    'empty-analytics': '/analytics',
    'empty-activity': '/activity',
    'empty-backups': '/settings/backups',
    'empty-wizard': '/campaigns/new',
  })
})
