import { useState } from 'react'
import { refreshPlans, savePlan, type KeptPlan, type PlanInput } from '../api/plans'
import type { CodeName } from '../api/types'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import type { ComboOption } from '../ds/ComboBox'
import { TextArea, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { MultiComboBox } from '../ds/MultiComboBox'
import { announce } from '../ds/toast'
import { plansMessages as text } from '../messages/plans'
import { read, written } from './lines'

interface PlanEditorProps {
  plan: KeptPlan | null
  processTypes: readonly CodeName[]
  documentTypes: readonly CodeName[]
  onClose: () => void
}

interface Stage {
  key: string
  name: string
  items: string
}

const LONGEST = 150
const fresh = (): Stage => ({ key: crypto.randomUUID(), name: '', items: '' })

/** One plan being written. What the API refuses is said above the buttons, or beside its field. */
export function PlanEditor({ plan, processTypes, documentTypes, onClose }: PlanEditorProps) {
  const [name, setName] = useState(plan?.name ?? '')
  const [types, setTypes] = useState<ComboOption[]>(() => processTypes.filter((one) => plan?.process_types.includes(one.code)).map(optionOf))
  const [active, setActive] = useState(!plan?.withdrawn)
  const [stages, setStages] = useState<Stage[]>(() =>
    plan ? plan.stages.map((stage) => ({ ...fresh(), name: stage.name, items: written(stage.items, documentTypes) })) : [fresh()],
  )
  const [checked, setChecked] = useState(false)
  const save = useAct((input: PlanInput, key) => savePlan(plan?.code ?? null, input, key), {
    onDone: async () => {
      announce(text.saved(name.trim()))
      await refreshPlans()
      onClose()
    },
  })
  const readings = stages.map((stage) => read(stage.items, documentTypes))
  const unknown = readings.some((one) => one.unknown.length > 0)
  const change = (key: string, changed: Partial<Stage>) => setStages((now) => now.map((one) => (one.key === key ? { ...one, ...changed } : one)))
  const submit = () => {
    setChecked(true)
    if (unknown) return
    void save.run({
      name: name.trim(),
      stages: stages.map((stage, place) => ({ name: stage.name.trim(), items: readings[place]?.items ?? [] })),
      process_types: types.map((one) => one.id),
      version: plan?.version ?? 0,
      withdrawn: !active,
    })
  }
  return (
    <>
      <h2>{plan ? text.editing(plan.name) : text.fresh}</h2>
      <TextField label={text.name} required maxLength={LONGEST} value={name} onChange={setName} error={save.field('name')} />
      <MultiComboBox
        label={text.types}
        hint={text.typesHint}
        options={processTypes.map(optionOf)}
        chosen={types}
        onChange={setTypes}
        error={save.field('process_types')}
      />
      {stages.map((stage, index) => (
        <fieldset key={stage.key} className="field stack">
          <legend className="field-label">{text.stageGroup(index + 1)}</legend>
          <TextField label={text.stage(index + 1)} required maxLength={LONGEST} value={stage.name} onChange={(value) => change(stage.key, { name: value })} />
          <TextArea
            label={text.itemsOf(index + 1)}
            hint={text.itemsHint}
            required
            rows={5}
            value={stage.items}
            onChange={(value) => change(stage.key, { items: value })}
            error={checked && readings[index]?.unknown[0] ? text.unknownDocument(readings[index].unknown[0]) : undefined}
          />
          {stages.length > 1 ? (
            <div>
              <Button small onClick={() => setStages((now) => now.filter((one) => one.key !== stage.key))}>
                {text.removeStage(index + 1)}
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button small look="secondary" onClick={() => setStages((now) => [...now, fresh()])}>
          {text.addStage}
        </Button>
      </div>
      <Checkbox label={text.active} hint={text.activeHint} checked={active} onChange={setActive} />
      <ErrorMessage error={save.error} />
      <div className="row">
        <Button look="primary" busy={save.busy} onClick={submit}>
          {text.save}
        </Button>
        <Button onClick={onClose}>{text.back}</Button>
      </div>
    </>
  )
}

function optionOf(type: CodeName): ComboOption {
  return { id: type.code, label: type.name }
}
