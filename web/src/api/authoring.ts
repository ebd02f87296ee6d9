import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { components } from './schema'

type Schemas = components['schemas']

export type StandardTextLine = Schemas['StandardTextLine']
export type StandardText = Schemas['StandardText']
export type FavouriteLine = Schemas['FavouriteLine']
export type Editing = Schemas['Editing']

export interface StandardTextInput {
  name: string
  shortcut: string
  active: boolean
  content: unknown
}

const part = encodeURIComponent
const documentPath = (process: string, document: string) => `/processes/${part(process)}/documents/${part(document)}`

/** The unit is part of the key: changing it must not show the other's texts. */
export function standardTextsQuery(unit: string) {
  return queryOptions({
    queryKey: ['standard-texts', unit],
    queryFn: ({ signal }) => api.get<Schemas['StandardTexts']>('/standard-texts', { signal }),
  })
}

export function standardTextQuery(unit: string, text: string) {
  return queryOptions({
    queryKey: ['standard-texts', unit, text],
    queryFn: ({ signal }) => api.get<StandardText>(`/standard-texts/${part(text)}`, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

export async function saveStandardText(text: StandardText | null, input: StandardTextInput, idempotencyKey: string) {
  const saved = text
    ? await api.put<Schemas['StandardTextSaved']>(`/standard-texts/${part(text.id)}`, input, {
        ifMatch: text.revision,
        idempotencyKey,
      })
    : await api.post<Schemas['StandardTextSaved']>('/standard-texts', input, { idempotencyKey })
  void queryClient.invalidateQueries({ queryKey: ['standard-texts'] })
  return saved
}

/** A standard text with the variables of the document it goes into. */
export const readAutotext = (process: string, document: string, text: string) =>
  api.get<Schemas['Autotext']>(`${documentPath(process, document)}/standard-texts/${part(text)}`)

export function favouritesQuery(unit: string) {
  return queryOptions({
    queryKey: ['favourites', unit],
    queryFn: ({ signal }) => api.get<Schemas['Favourites']>('/favourites', { signal }),
  })
}

export interface FavouriteInput {
  process: string
  document: string | null
  group: string
}

export async function keepFavourite(input: FavouriteInput, idempotencyKey: string) {
  await api.put<unknown>('/favourites', input, { idempotencyKey })
  await queryClient.invalidateQueries({ queryKey: ['favourites'] })
}

export async function removeFavourite(favourite: string, idempotencyKey: string) {
  await api.delete(`/favourites/${part(favourite)}`, { idempotencyKey })
  await queryClient.invalidateQueries({ queryKey: ['favourites'] })
}

export const holdEditing = (process: string, document: string, editor: string, takeOver: boolean) =>
  api.put<Editing>(
    `${documentPath(process, document)}/editing`,
    { editor, take_over: takeOver },
    { waitForSession: false },
  )

export const leaveEditing = (process: string, document: string, editor: string) =>
  api.delete(`${documentPath(process, document)}/editing/${part(editor)}`, { keepalive: true, waitForSession: false })
