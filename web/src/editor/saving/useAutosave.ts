import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { waitForSession } from '../../api/session-gate'
import type { DocumentContent } from '../content'
import { hasUnsavedText, reduceSaving, type SaveCommand, type SaveEvent, type SaveState, startSaving } from './autosave'
import type { DraftKey } from './draftKey'
import { copyKey, dropCopy, keepCopy } from './localCopy'
import { type DraftAttempt, failureOf, sendDraft } from './sendDraft'

interface AutosaveOptions {
  process: string
  document: string
  user: string
  /** What the copy on this computer is encrypted by. */
  safe: DraftKey
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
  const [machine] = useState(() => new Machine(options))
  const { state, digest } = useSyncExternalStore(machine.subscribe, machine.snapshot)

  useLayoutEffect(() => machine.follow(options))
  useEffect(() => machine.listen(), [machine])
  return { state, digest, dispatch: machine.dispatch, flush: machine.flush }
}

interface Snapshot {
  state: SaveState
  digest: string
}

class Machine {
  private options: AutosaveOptions
  private shown: Snapshot
  private readonly listeners = new Set<() => void>()
  private pauseTimer: ReturnType<typeof setTimeout> | undefined
  private copyTimer: ReturnType<typeof setTimeout> | undefined
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  /** A save whose answer never came: sent again as it was, before anything newer. */
  private unanswered: DraftAttempt | null = null
  private copies: Promise<void> = Promise.resolve()
  private waiting: ((saved: boolean) => void)[] = []

  constructor(options: AutosaveOptions) {
    this.options = options
    this.shown = { state: startSaving(options.revision), digest: options.digest }
  }

  readonly snapshot = (): Snapshot => this.shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  follow(options: AutosaveOptions): void {
    this.options = options
  }

  readonly dispatch = (event: SaveEvent): void => {
    const { state, commands } = reduceSaving(this.shown.state, event)
    if (event.type === 'reloaded') this.unanswered = null
    this.show({ ...this.shown, state })
    for (const command of commands) this.run(command)
    this.settleWaiting()
  }

  readonly flush = (): Promise<boolean> => {
    this.dispatch({ type: 'save_requested', explicit: false })
    if (this.shown.state.phase === 'saved') return Promise.resolve(true)
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      this.settleWaiting()
    })
  }

  /** The window's events that matter to saving; returns how to stop listening. */
  listen(): () => void {
    const hide = () => {
      if (document.visibilityState === 'hidden') this.saveNow()
    }
    const online = () => this.dispatch({ type: 'connection_restored' })
    const restored = () => this.dispatch({ type: 'session_restored' })
    const leaving = (event: BeforeUnloadEvent) => {
      if (hasUnsavedText(this.shown.state)) event.preventDefault()
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
      this.saveNow()
      clearTimeout(this.pauseTimer)
      clearTimeout(this.retryTimer)
    }
  }

  private show(snapshot: Snapshot): void {
    this.shown = snapshot
    for (const listener of this.listeners) listener()
  }

  private saveNow(): void {
    this.writeCopyNow()
    this.dispatch({ type: 'save_requested', explicit: false })
  }

  private settleWaiting(): void {
    const { phase } = this.shown.state
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
        this.dropCopyNow()
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
      this.shown = { ...this.shown, digest: saved.digest }
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
      change: this.shown.state.sendingChange ?? this.shown.state.change,
    }
  }

  private async askToEnter(): Promise<void> {
    if (await waitForSession()) this.dispatch({ type: 'session_restored' })
  }

  private key(): string {
    return copyKey(this.options.user, this.options.document)
  }

  /** Encrypting takes a moment: a copy that is dropped must not come back after it. */
  private inTurn(act: () => Promise<void>): void {
    this.copies = this.copies.then(act)
  }

  private dropCopyNow(): void {
    const key = this.key()
    this.inTurn(() => dropCopy(key))
  }

  private writeCopyNow(): void {
    clearTimeout(this.copyTimer)
    this.copyTimer = undefined
    const content = this.options.read()
    if (!content || !hasUnsavedText(this.shown.state)) return
    const { revision } = this.shown.state
    const copy = { key: this.key(), content, revision, keptAt: new Date().toISOString() }
    this.inTurn(() => keepCopy(this.options.safe, copy))
  }
}
