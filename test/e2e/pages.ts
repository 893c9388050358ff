/** Each page of the interface once the demo runs; `/calls/1` is its first call. */
export const pages = {
  home: '/',
  live: '/live',
  notifications: '/notifications',
  campaigns: '/campaigns',
  'new-campaign': '/campaigns/new',
  dashboard: '/campaigns/1',
  contacts: '/campaigns/1/contacts',
  'campaign-calls': '/campaigns/1/calls',
  settings: '/campaigns/1/settings',
  agents: '/agents',
  agent: '/agents/1',
  numbers: '/numbers',
  trunks: '/trunks',
  'trunk-form': '/trunks?add=true',
  calls: '/calls',
  call: '/calls/1',
} as const
