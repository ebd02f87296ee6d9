import { Link } from '@tanstack/react-router'
import { buttonClass } from '../ds/Button'
import { adminMessages } from '../messages/administration'

/** To the table as a spreadsheet. */
export function SheetLink({ table }: { table: string }) {
  return (
    <Link to="/administracao/planilhas/$table" params={{ table }} className={buttonClass()}>
      {adminMessages.sheet}
    </Link>
  )
}
