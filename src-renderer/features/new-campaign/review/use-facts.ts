import { useQuery } from '@tanstack/react-query'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { RulesReport } from '../../../../src-main/contract/compliance.ts'
import { api } from '../../../api/client.ts'
import { span } from '../../../format/duration.ts'
import { money } from '../../../format/money.ts'
import { count, decimal } from '../../../format/number.ts'
import { phone } from '../../../format/phone.ts'
import { moment } from '../../../format/time.ts'
import { instantOf } from '../../../format/wall-time.ts'
import { openHours } from '../../../format/week.ts'
import { zoneName } from '../../../format/zone.ts'
import { text } from '../../../text/text.ts'
import { useCampaignForm, useFormFacts } from '../../../ui/campaign/form/context.ts'
import type { Values } from '../../../ui/campaign/form/values.ts'
import { resultsQuery } from '../../../ui/campaign/goals/use-results.ts'
import type { Step } from '../steps.ts'

const words = text.newCampaign.review
const calling = text.settings.calling

type Facts = ReadonlyArray<readonly [name: string, value: string]>

export interface ReviewBlock {
  readonly step: Step
  readonly facts: Facts
}

/** What was chosen in each step, in words. */
export function useFacts(rules: RulesReport | undefined): readonly ReviewBlock[] {
  const { values } = useCampaignForm()
  const { detail } = useFormFacts()
  const agents = useQuery(api.agents.list.queryOptions())
  const trunks = useQuery(api.trunks.list.queryOptions())
  const results = useQuery({
    ...resultsQuery(detail?.campaign.id as CampaignRow['id']),
    enabled: detail !== undefined,
  })
  const numbers = useQuery(api.numbers.list.queryOptions())
  const agent = agents.data?.find(one => String(one.id) === values.agent)
  const group = values.trunks.flatMap(id => trunks.data?.find(one => one.id === id)?.name ?? [])
  const shown = values.numbers
    .filter(({ enabled }) => enabled)
    .map(({ id }) => numbers.data?.find(one => one.id === id)?.number)
    .filter(number => number !== undefined)
  return [
    {
      step: 'basics',
      facts: [
        [words.agent, agent ? text.settings.basics.agentVersion(agent.name, agent.version) : words.missing],
        [
          group.length > 1 ? words.trunks : words.trunk,
          group.length === 0 ? words.defaultTrunk : group.join(words.thenTrunk),
        ],
      ],
    },
    {
      step: 'contacts',
      facts: [[words.contacts, rules ? words.of(count(rules.callable), count(rules.contacts)) : '']],
    },
    { step: 'schedule', facts: scheduleFacts(values, rules) },
    { step: 'calling', facts: callingFacts(values, detail?.currency ?? null) },
    {
      step: 'numbers',
      facts: [
        [words.shown, shown[0] ? words.andMore(phone(shown[0]), shown.length - 1) : words.missing],
        [
          words.rotation,
          words.rotationOf(
            text.settings.numbers.strategies[values.settings.rotation.strategy],
            count(Number(values.settings.rotation.maxCallsPerDay)),
          ),
        ],
      ],
    },
    {
      step: 'goals',
      facts: [
        [
          text.goals.review.primary,
          results.data?.goals.find(({ isPrimary }) => isPrimary)?.name ?? words.missing,
        ],
        [
          text.goals.review.questions,
          text.goals.review.active(
            results.data?.questions.filter(({ isActive, archivedAt }) => isActive && archivedAt === null)
              .length ?? 0,
          ),
        ],
      ],
    },
  ]
}

function scheduleFacts({ schedule }: Values, rules: RulesReport | undefined): Facts {
  const at = (typed: string) => {
    const instant = instantOf(typed, schedule.zone)
    return instant === null ? words.missing : `${moment(instant, schedule.zone)} ${zoneName(schedule.zone)}`
  }
  const ends = { none: words.endsNever, keep_live: words.keepLive, at: at(schedule.endAt) }
  const hours = rules?.hoursAWeek ?? openHours(schedule.windows)
  return [
    [words.start, schedule.start === 'now' ? words.startsNow : at(schedule.startAt)],
    [words.end, ends[schedule.end]],
    [words.windows, words.hoursAWeek(Number.isInteger(hours) ? count(hours) : decimal(hours))],
  ]
}

function callingFacts({ settings }: Values, currency: string | null): Facts {
  const lines = words.atOnce(count(Number(settings.maxConcurrentCalls)))
  const retries = Number(settings.maxRetries)
  const after = words.retriesAfter(count(retries), span(Number(settings.retryMinutes) * 60_000))
  return [
    [
      words.lines,
      settings.callsPerHour === ''
        ? lines
        : `${lines}, ${words.perHour(count(Number(settings.callsPerHour)))}`,
    ],
    [
      words.retries,
      retries === 0 ? words.noRetries : settings.varyTimeOfDay ? `${after}, ${words.otherPart}` : after,
    ],
    [words.purpose, calling.purposes[settings.purpose]],
    ...(settings.budgetMicros === '' || currency === null
      ? []
      : [[words.budget, money(Number(settings.budgetMicros), currency)] as const]),
  ]
}
