import { useState } from 'react'
import { replacePlan } from '../api/plan'
import { refreshProcess } from '../api/processes'
import type { CodeName } from '../api/types'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { Select } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { planMessages as text } from '../messages/plan'

interface ReplaceDialogProps {
  process: string
  current: CodeName | null
  choices: CodeName[]
  onClose: () => void
}

/** Another plan for the process, or its first (PRO-26). */
export default function ReplaceDialog({ process, current, choices, onClose }: ReplaceDialogProps) {
  const [code, setCode] = useState(choices[0]?.code ?? '')
  const save = useAct((wanted: string, key) => replacePlan(process, wanted, current?.code ?? null, key), {
    onDone: async (_, wanted) => {
      announce(text.replaced(choices.find((one) => one.code === wanted)?.name ?? ''))
      onClose()
      await refreshProcess(process)
    },
  })
  return (
    <FormDialog
      title={current ? text.replaceTitle : text.adoptTitle}
      confirm={current ? text.replace : text.adopt}
      busy={save.busy}
      onClose={onClose}
      onSubmit={() => void save.run(code)}
    >
      <Select label={text.plan} value={code} onChange={setCode}>
        {choices.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </Select>
      {current ? <p>{text.replaceText}</p> : null}
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
