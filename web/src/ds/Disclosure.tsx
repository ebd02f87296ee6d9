import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { classNames } from './class-names'
import { Glyph } from './Glyph'

interface DisclosureProps {
  label: ReactNode
  ariaLabel: string
  className?: string
  /** `accesskey` of the button (Alt+key in most browsers). */
  accessKey?: string
  align?: 'start' | 'end'
  children: (close: () => void) => ReactNode
}

/** Button that opens a panel below itself; Esc and a click outside close it, and focus goes back to the button. */
export function Disclosure({ label, ariaLabel, className, accessKey, align = 'end', children }: DisclosureProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }

  useEffect(() => {
    if (!open) return undefined
    const first = frame.current?.querySelector<HTMLElement>('.disclosure-panel :is(input, select, button, a)')
    first?.focus()
    const outside = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  return (
    <div
      className="disclosure"
      ref={frame}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation()
          close()
        }
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !frame.current?.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={classNames('button', className)}
        accessKey={accessKey}
        aria-label={ariaLabel}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label} <Glyph name="down" />
      </button>
      {open ? (
        <div id={id} className={classNames('disclosure-panel', align === 'start' && 'disclosure-start')}>
          {children(close)}
        </div>
      ) : null}
    </div>
  )
}
