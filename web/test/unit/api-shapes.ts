/**
 * Compile-time check that the shapes the screens use are the ones the API publishes: `schema.d.ts` is generated from
 * `openapi.json` (`npm run types`), and a difference below fails `npm run typecheck`.
 */
import type { FlowCard, FlowProgress } from '../../src/api/flows'
import type { components } from '../../src/api/schema'
import type * as Screen from '../../src/api/types'

type Api = components['schemas']

/** Fails to compile when a value the API sends is not one the screen understands. */
type Understands<Sent extends Expected, Expected> = [Sent, Expected]
/** Fails to compile when a value the screen sends is not one the API takes. */
type Accepts<Sent extends Taken, Taken> = [Sent, Taken]

export type Answers = [
  Understands<Api['Me'], Screen.Me>,
  Understands<Api['Access'], Screen.Access>,
  Understands<Api['TenantCard'], Screen.Tenant>,
  Understands<Api['TenantAtTheDoor'], Screen.TenantAtTheDoor>,
  Understands<Api['Unit'], Screen.Unit>,
  Understands<Api['Contact'], Screen.Contact>,
  Understands<Api['Inbox'], Screen.InboxPage>,
  Understands<Api['Process'], Screen.ProcessPage>,
  Understands<Api['Node'], Screen.DocumentNode>,
  Understands<Api['Metadata'], Screen.DocumentMetadata>,
  Understands<Api['Entry'], Screen.HistoryEntry>,
  Understands<Api['FlowProgressView'], FlowProgress>,
  Understands<Api['FlowCard'], FlowCard>,
]

export type Requests = [
  Accepts<Screen.ProcessInput & { type: string; remark: string }, Api['ProcessForm']>,
  Accepts<Partial<Screen.ProcessInput>, Api['ProcessChanges']>,
  Accepts<Screen.RoutingInput, Api['Sending']>,
  Accepts<Screen.AuthoredDocumentInput, Api['DocumentBody']>,
  Accepts<Screen.UploadedDocumentInput, Api['DocumentBody']>,
  Accepts<Screen.DocumentChanges, Api['MetadataBody']>,
]
