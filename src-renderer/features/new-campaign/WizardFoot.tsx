import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconPlayerPlay } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { text } from '../../text/text.ts'
import { StepFoot } from '../../ui/StepFoot.tsx'
import { type Step, steps } from './steps.ts'

const words = text.newCampaign

interface WizardFootProps {
  readonly step: Step
  readonly open: boolean
  /** Another act on the page comes first. */
  readonly quiet: boolean
  readonly onGo: (step: Step) => void
  readonly onLaunch: () => void
}

/** Back and on; the last page ends in the launch dialog. */
export function WizardFoot({ step, open, quiet, onGo, onLaunch }: WizardFootProps) {
  const now = steps.indexOf(step)
  const back = steps[now - 1]
  const next = steps[now + 1]
  return (
    <StepFoot
      back={
        back ? (
          <Button leftSection={<IconArrowLeft size={14} />} onClick={() => onGo(back)}>
            {words.steps[back]}
          </Button>
        ) : (
          <Button component={Link} to="/campaigns">
            {open ? text.shell.close : text.shell.cancel}
          </Button>
        )
      }
      calm={open ? words.calm : ''}
      next={
        next ? (
          <Button
            type="submit"
            variant={quiet ? 'default' : 'filled'}
            rightSection={<IconArrowRight size={14} />}
            onClick={() => onGo(next)}
          >
            {words.steps[next]}
          </Button>
        ) : (
          <Button variant="filled" leftSection={<IconPlayerPlay size={14} />} onClick={onLaunch}>
            {text.moves.launchEllipsis}
          </Button>
        )
      }
    />
  )
}
