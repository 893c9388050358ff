import { Button } from '@mantine/core'
import { IconPhone, IconPlayerPlay, IconRobot } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { AgentDetail } from '../../../../src-main/contract/agents.ts'
import {
  contactFields,
  type Flow,
  flowChanges,
  isChanged,
  type StepId,
} from '../../../../src-main/contract/flow.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { Page } from '../../../ui/Page.tsx'
import { say } from '../../../ui/say.tsx'
import { CallHere } from '../call-here/CallHere.tsx'
import conversation from '../conversation.module.css'
import { Canvas } from './Canvas.tsx'
import { Checks } from './Checks.tsx'
import { DraftConflict } from './DraftConflict.tsx'
import { DraftState } from './DraftState.tsx'
import { FileMenu } from './FileMenu.tsx'
import classes from './FlowPage.module.css'
import { FlowSettings } from './inspector/FlowSettings.tsx'
import { StepPanel } from './inspector/StepPanel.tsx'
import { Palette } from './Palette.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { StepList } from './StepList.tsx'
import { type FlowView, Toolbar } from './Toolbar.tsx'
import { Trial } from './Trial.tsx'
import { useDraft } from './use-draft.ts'
import { useEditor } from './use-editor.ts'
import { useFlowKeys } from './use-flow-keys.ts'
import { useStepFocus } from './use-step-focus.ts'

const words = text.flow

export function FlowEditor({ agent }: { agent: AgentDetail }) {
  const { id, name, published, draft } = agent
  const { data: fields = contactFields } = useQuery(api.agents.fields.queryOptions())
  const editor = useEditor(draft.flow, fields)
  const { flow, faults, chosen, apply, choose } = editor
  const take = useCallback(
    (theirs: Flow, told: string) => {
      apply(() => theirs)
      say(told)
    },
    [apply],
  )
  const saving = useDraft(
    agent,
    flow,
    useCallback(newer => take(newer, words.conflict.newer), [take]),
  )
  const [view, setView] = useState<FlowView>('canvas')
  const [tried, setTried] = useState<'as-text' | 'by-call' | null>(null)
  const [at, setAt] = useState<StepId | null>(null)
  const [publishing, setPublishing] = useState(false)
  const inspector = useRef<HTMLElement>(null)
  const focusStep = useStepFocus(editor)
  const open = (step: StepId) => {
    if (view === 'canvas') focusStep(step)
    else choose([step])
  }
  useFlowKeys(editor, open)
  const edit = () =>
    requestAnimationFrame(() => inspector.current?.querySelector<HTMLElement>('input, textarea')?.focus())
  const differs = useMemo(
    () => published === null || isChanged(flowChanges(published.flow, flow)),
    [published, flow],
  )
  const [only] = chosen
  return (
    <Page
      title={name}
      path={<Link to="/agents">{text.agents.title}</Link>}
      status={<span className={classes.chip}>{words.title}</span>}
      fact={<DraftState saving={saving} published={published?.version ?? null} differs={differs} />}
      actions={
        <>
          <Button
            aria-label={words.settingsOf}
            title={words.settingsOf}
            renderRoot={props => <Link to="/agents/$id" params={{ id }} {...props} />}
          >
            <IconRobot className={classes.narrowOnly} size={15} aria-hidden="true" />
            <span className={classes.wideOnly}>{words.settingsOf}</span>
          </Button>
          <Button
            leftSection={<IconPlayerPlay size={13} />}
            aria-pressed={tried === 'as-text'}
            onClick={() => setTried(now => (now === 'as-text' ? null : 'as-text'))}
          >
            {words.tryIt}
          </Button>
          <Button
            leftSection={<IconPhone size={13} />}
            aria-pressed={tried === 'by-call'}
            onClick={() => setTried(now => (now === 'by-call' ? null : 'by-call'))}
          >
            {text.callHere.act}
          </Button>
          <Button
            variant="filled"
            disabled={faults.length > 0 || !differs || saving.is === 'conflict'}
            onClick={() => setPublishing(true)}
          >
            {words.publish((published?.version ?? 0) + 1)}
          </Button>
        </>
      }
      body="bleed"
    >
      {saving.conflict && (
        <DraftConflict
          conflict={saving.conflict}
          onKeepMine={saving.keepMine}
          onTakeTheirs={() => void saving.takeTheirs().then(theirs => take(theirs, words.conflict.taken))}
        />
      )}
      <div className={classes.editor}>
        <Palette onAdd={kind => editor.add(kind)} />
        <div className={classes.middle}>
          <Toolbar editor={editor} view={view} onView={setView}>
            <span className={classes.end}>
              <FileMenu id={id} flush={saving.flush} onImport={read => apply(() => read)} />
            </span>
          </Toolbar>
          {view === 'canvas' ? (
            <Canvas editor={editor} current={at} onEdit={edit} />
          ) : (
            <StepList editor={editor} />
          )}
          <Checks editor={editor} onOpen={open} />
        </div>
        <section className={classes.inspector} ref={inspector} aria-label={words.side}>
          {tried === 'as-text' ? (
            <Trial flow={flow} onAt={setAt} onClose={() => setTried(null)} />
          ) : tried === 'by-call' ? (
            <CallHere flow={flow} onAt={setAt} onClose={() => setTried(null)}>
              <p className={conversation.fact}>{text.callHere.asDrawn}</p>
            </CallHere>
          ) : only === undefined ? (
            <FlowSettings editor={editor} agent={agent} />
          ) : chosen.length > 1 ? (
            <p>
              {words.inspector.several(chosen.length)}. {words.inspector.severalHelp}
            </p>
          ) : (
            <StepPanel editor={editor} id={only} fields={fields} />
          )}
        </section>
      </div>
      {publishing && (
        <PublishDialog agent={agent} flow={flow} flush={saving.flush} onClose={() => setPublishing(false)} />
      )}
    </Page>
  )
}
