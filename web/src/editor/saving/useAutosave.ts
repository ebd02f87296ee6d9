import { useCallback, useEffect, useRef, useState } from 'react'
import { waitForSession } from '../../api/session-gate'
import type { DocumentContent } from '../content'
import { hasUnsavedText, reduceSaving, type SaveCommand, type SaveEvent, type SaveState, startSaving } from './autosave'
import { copyKey, dropCopy, keepCopy } from './localCopy'
import { type DraftAttempt, failureOf, sendDraft } from './sendDraft'

interface AutosaveOptions {
  process: string
  document: string
  user: string
  revision: string
  /** Digest of the text the server has; what a signature is bound to. */
  digest: string
  /** Text on the screen at this moment; null before the editor exists. */
  read: () => DocumentContent | null
}

export interface Autosave {
  state: SaveState
  dispatch: (event: SaveEvent) => void
  /** Saves what is pending and resolves true once the server confirmed everything. */
  flush: () => Promise<boolean>
  /** Digest of the last text the server confirmed. */
  digest: string
}

const COPY_PAUSE_MILLISECONDS = 400

/** Runs the commands of the saving reducer: timers, this computer's copy and the request itself. */
export function useAutosave(options: AutosaveOptions): Autosave {
  const [state, setState] = useState<SaveState>(() => startSaving(options.revision))
  const machine = useRef<Machine | null>(null)
  machine.current ??= new Machine(options, setState)
  machine.current.options = options
  const dispatch = useCallback((event: SaveEvent) => machine.current?.dispatch(event), [])
  const flush = useCallback(() => machine.current?.flush() ?? Promise.resolve(true), [])

  useEffect(() => {
    const current = machine.current
    return current?.listen()
  }, [])
  return { state, dispatch, flush, digest: machine.current.digest }
}

class Machine {
  options: AutosaveOptions
  digest: string
  private state: SaveState
  private pauseTimer: ReturnType<typeof setTimeout> | undefined
  private copyTimer: ReturnType<typeof setTimeout> | undefined
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  /** A save whose answer never came: sent again as it was, before anything newer. */
  private unanswered: DraftAttempt | null = null
  private waiting: ((saved: boolean) => void)[] = []
  private readonly show: (state: SaveState) => void

  constructor(options: AutosaveOptions, show: (state: SaveState) => void) {
    this.options = options
    this.digest = options.digest
    this.show = show
    this.state = startSaving(options.revision)
  }

  dispatch(event: SaveEvent): void {
    const { state, commands } = reduceSaving(this.state, event)
    this.state = state
    this.show(state)
    if (event.type === 'reloaded') this.unanswered = null
    for (const command of commands) this.run(command)
    this.settleWaiting()
  }

  flush(): Promise<boolean> {
    this.dispatch({ type: 'save_requested', explicit: false })
    if (this.state.phase === 'saved') return Promise.resolve(true)
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      this.settleWaiting()
    })
  }

  listen(): () => void {
    const hide = () => {
      if (document.visibilityState !== 'hidden') return
      this.writeCopyNow()
      this.dispatch({ type: 'save_requested', explicit: false })
    }
    const online = () => this.dispatch({ type: 'connection_restored' })
    const restored = () => this.dispatch({ type: 'session_restored' })
    const leaving = (event: BeforeUnloadEvent) => {
      if (hasUnsavedText(this.state)) event.preventDefault()
    }
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('online', online)
    window.addEventListener('iperoig:session-restored', restored)
    window.addEventListener('beforeunload', leaving)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('online', online)
      window.removeEventListener('iperoig:session-restored', restored)
      window.removeEventListener('beforeunload', leaving)
      this.writeCopyNow()
      this.dispatch({ type: 'save_requested', explicit: false })
      clearTimeout(this.pauseTimer)
      clearTimeout(this.retryTimer)
    }
  }

  private settleWaiting(): void {
    const { phase } = this.state
    if (phase === 'saving' || phase === 'changed' || this.waiting.length === 0) return
    const waiting = this.waiting.splice(0)
    for (const resolve of waiting) resolve(phase === 'saved')
  }

  private run(command: SaveCommand): void {
    switch (command.type) {
      case 'keep_copy':
        this.copyTimer ??= setTimeout(() => this.writeCopyNow(), COPY_PAUSE_MILLISECONDS)
        return
      case 'drop_copy':
        clearTimeout(this.copyTimer)
        this.copyTimer = undefined
        void dropCopy(this.key())
        return
      case 'wait':
        clearTimeout(this.pauseTimer)
        this.pauseTimer = setTimeout(() => this.dispatch({ type: 'pause_elapsed' }), command.milliseconds)
        return
      case 'retry_in':
        clearTimeout(this.retryTimer)
        this.retryTimer = setTimeout(() => this.dispatch({ type: 'retry_elapsed' }), command.milliseconds)
        return
      case 'send':
        clearTimeout(this.pauseTimer)
        void this.send(command.revision, command.explicit)
    }
  }

  private async send(revision: string, explicit: boolean): Promise<void> {
    const attempt = this.attempt(revision, explicit)
    if (!attempt) return
    const { process, document } = this.options
    try {
      const saved = await sendDraft(process, document, attempt)
      this.unanswered = null
      this.digest = saved.digest
      this.dispatch({ type: 'saved', revision: saved.revision, at: saved.saved_at, change: attempt.change })
    } catch (error) {
      const failure = failureOf(error)
      this.unanswered = failure.kind === 'offline' ? attempt : null
      this.dispatch({ type: 'failed', failure })
      if (failure.kind === 'session') void this.askToEnter()
    }
  }

  private attempt(revision: string, explicit: boolean): DraftAttempt | null {
    if (this.unanswered) return this.unanswered
    const content = this.options.read()
    if (!content) return null
    return {
      content,
      revision,
      explicit,
      key: crypto.randomUUID(),
      change: this.state.sendingChange ?? this.state.change,
    }
  }

  private async askToEnter(): Promise<void> {
    if (await waitForSession()) this.dispatch({ type: 'session_restored' })
  }

  private key(): string {
    return copyKey(this.options.user, this.options.document)
  }

  private writeCopyNow(): void {
    clearTimeout(this.copyTimer)
    this.copyTimer = undefined
    const content = this.options.read()
    if (!content || !hasUnsavedText(this.state)) return
    const { revision } = this.state
    void keepCopy({ key: this.key(), content, revision, keptAt: new Date().toISOString() })
  }
}
