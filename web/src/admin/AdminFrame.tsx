import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import { Glyph } from '../ds/Glyph'
import { adminMessages as text } from '../messages/administration'
import '../groups/groups.css'
import './admin.css'

const CURRENT = { 'aria-current': 'page' } as const

/** The administration's own menu beside each of its pages; above it and folded where there is no room beside. */
export function AdminFrame({ title, acts, children }: { title: string; acts?: ReactNode; children: ReactNode }) {
  return (
    <div className="admin">
      <AdminMenu key={title} />
      <section className="sheet stack admin-page">
        <div className="page-head">
          <h1>{title}</h1>
          {acts ? <div className="row">{acts}</div> : null}
        </div>
        {children}
      </section>
    </div>
  )
}

function AdminMenu() {
  const list = useId()
  const [open, setOpen] = useState(false)
  return (
    <nav className="sheet admin-menu" aria-label={text.menu}>
      <p className="admin-area">{text.area}</p>
      <button type="button" className="button admin-fold" aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
        {text.area} <Glyph name="down" />
      </button>
      <ul id={list} className="nav-list" data-open={open}>
        <li>
          <Link to="/administracao/usuarios" className="nav-link" activeProps={CURRENT}>
            {text.users}
          </Link>
        </li>
        {text.tables.map(([table, name]) => (
          <li key={table}>
            <Link to="/administracao/tabelas/$table" params={{ table }} className="nav-link" activeProps={CURRENT}>
              {name}
            </Link>
          </li>
        ))}
        <li className="nav-gap">
          <Link to="/administracao/sistemas" className="nav-link" activeProps={CURRENT}>
            {text.services}
          </Link>
        </li>
        <li>
          <Link to="/administracao/implantacao" className="nav-link" activeProps={CURRENT}>
            {text.rollout}
          </Link>
        </li>
        <li>
          <Link to="/administracao/perfis" className="nav-link" activeProps={CURRENT}>
            {text.powers}
          </Link>
        </li>
        <li>
          <Link to="/administracao/historico" className="nav-link" activeProps={CURRENT}>
            {text.history}
          </Link>
        </li>
      </ul>
    </nav>
  )
}
