import { useState } from 'react'
import { Checkbox } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { Select } from '../ds/Field'
import { displayMessages as text } from '../messages/display'
import { COLUMNS, GROUPINGS, ORDERS, USUAL_COLUMNS, type Column } from './arrange'
import { columnsOf, type InboxSearch } from './search'

interface DisplayDialogProps {
  search: InboxSearch
  onClose: () => void
  onApply: (settings: Record<string, unknown>) => void
}

/** Groups, order and columns; the choice goes to the address, so a view can keep it. */
export default function DisplayDialog({ search, onClose, onApply }: DisplayDialogProps) {
  const [agrupar, setGrouping] = useState<string>(search.agrupar ?? '')
  const [ordenar, setOrder] = useState<string>(search.ordenar ?? '')
  const [density, setDensity] = useState<string>(search.densidade ?? '')
  const [columns, setColumns] = useState<readonly Column[]>(columnsOf(search))
  const turn = (column: Column, on: boolean) => setColumns(COLUMNS.filter((one) => (one === column ? on : columns.includes(one))))
  const submit = () => {
    if (columns.length === 0) return
    const usual = columns.join() === USUAL_COLUMNS.join()
    onApply({ ...search, agrupar, ordenar, colunas: usual ? '' : columns.join('-'), densidade: density })
    onClose()
  }
  return (
    <FormDialog title={text.title} confirm={text.confirm} onClose={onClose} onSubmit={submit}>
      <Select label={text.grouping} value={agrupar} onChange={setGrouping}>
        <option value="">{text.noGrouping}</option>
        {GROUPINGS.map((one) => (
          <option key={one} value={one}>
            {text.groupings[one]}
          </option>
        ))}
      </Select>
      <Select label={text.order} value={ordenar} onChange={setOrder}>
        <option value="">{text.noOrder}</option>
        {ORDERS.map((one) => (
          <option key={one} value={one}>
            {text.orders[one]}
          </option>
        ))}
      </Select>
      <Select label={text.density} value={density} onChange={setDensity}>
        <option value="">{text.comfortable}</option>
        <option value="compacta">{text.compact}</option>
      </Select>
      <fieldset className="field">
        <legend className="field-label">{text.columns}</legend>
        {COLUMNS.map((column) => (
          <Checkbox
            key={column}
            label={text.columnNames[column]}
            checked={columns.includes(column)}
            onChange={(on) => turn(column, on)}
          />
        ))}
        {columns.length === 0 ? <div className="field-error">{text.columnsMissing}</div> : null}
      </fieldset>
    </FormDialog>
  )
}
