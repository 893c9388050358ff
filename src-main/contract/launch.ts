import { oc } from '@orpc/contract'
import { z } from 'zod'
import { complianceChecks, exclusionLines, testContactsRange, transferChoices } from '../domain/launch.ts'
import { launchNeeds, type MendTarget } from '../domain/launch-check.ts'
import { campaignChange } from './campaign-edit.ts'
import { campaignId, errors, instant } from './values.ts'

const procedure = oc.errors(errors)

/** What is chosen in the launch dialog; meaning of each at `LaunchChoices` of `domain/launch.ts`. */
export const launchChoices = z.object({
  exclude: z.object({
    refused: z.boolean(),
    /** Asked for where `refused` is off. */
    refusedOffBecause: z.string().trim().max(500),
    /** 0: transferred at all, `null`: not left out. */
    transferredSeconds: z.literal(transferChoices),
    successful: z.boolean(),
    openedLink: z.boolean(),
    texted: z.boolean(),
  }),
  rerunAll: z.boolean(),
  resetHistory: z.boolean(),
  keepLive: z.boolean(),
  /** Pauses after the first attempts of so many, drawn by chance; `null`: calls all. */
  testContacts: z.int().min(testContactsRange.min).max(testContactsRange.max).nullable(),
})
export type LaunchChoices = z.infer<typeof launchChoices>

const mendIn = z.enum(['contacts', 'agent', 'numbers', 'trunk', 'schedule'] satisfies MendTarget[])

export const launchPreview = z.object({
  inCampaign: z.int(),
  /** Those whom this launch may call, before anybody is left out. */
  callable: z.int(),
  /** In the order of subtraction, all five; `removed` is 0 where the line is off. */
  lines: z.array(z.object({ line: z.enum(exclusionLines), removed: z.int(), left: z.int() })),
  keptOutByDoNotCall: z.int(),
  willBeCalled: z.int(),
  /** All that a launch needs, and what is wrong where it is not met. */
  needs: z.array(
    z.object({
      need: z.enum(launchNeeds),
      met: z.boolean(),
      /** What is wrong; where it is met, what is still not as it should be, or nothing. */
      text: z.string(),
      mendIn: mendIn.nullable(),
    }),
  ),
  checks: z.array(
    z.object({
      check: z.enum(complianceChecks),
      /** `confirm`: the program cannot know; a person vouches for it. */
      is: z.enum(['met', 'not_met', 'confirm']),
      text: z.string(),
    }),
  ),
})
export type LaunchPreview = z.infer<typeof launchPreview>

export const launch = {
  definitions: procedure.output(
    z.object({
      defaults: launchChoices,
      transferSeconds: z.array(z.int().nullable()),
      testContacts: z.int(),
    }),
  ),
  /** The count after each line, for these choices. Nothing is changed. */
  preview: procedure.input(z.object({ id: campaignId, choices: launchChoices })).output(launchPreview),
  /** Launches, or restarts where the campaign ran before. */
  start: procedure
    .input(
      z.object({
        id: campaignId,
        choices: launchChoices,
        /** With `resetHistory`: the campaign's name as it was typed. */
        typedName: z.string().max(200).default(''),
        /** Settings changed in the dialog, also those of a completed or cancelled campaign. */
        change: campaignChange.optional(),
        /** Needed with `change`. */
        revision: z.int().optional(),
      }),
    )
    .output(z.object({ state: z.enum(['running', 'scheduled']), startsAt: instant.nullable() })),
}
