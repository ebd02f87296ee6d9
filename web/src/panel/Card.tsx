import { useId, type ReactNode } from 'react'

/** One kind of figure of the panel (TRA-13). */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="panel-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

/** A name and its number; `more`: there are others that were not counted. */
export function Count({ name, count, more = false }: { name: ReactNode; count: number; more?: boolean }) {
  return (
    <>
      <span>{name}</span>{' '}
      <strong>
        {count.toLocaleString('pt-BR')}
        {more ? '+' : ''}
      </strong>
    </>
  )
}
