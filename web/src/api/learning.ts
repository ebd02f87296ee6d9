import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { queryClient } from './query-client'
import type { PersonLite } from './types'

export type LearnerRole = 'clerk' | 'manager' | 'protocol' | 'administrator' | 'key_user'

export interface LessonStep {
  id: string
  title: string
  how: string
  done: boolean
  count: number
  times: number
  by_hand: boolean
  screen: string
  control: string
  where: string
}

export interface Lesson {
  code: string
  role: LearnerRole
  title: string
  text: string
  done: number
  steps: LessonStep[]
}

export interface OwnLearning {
  role: LearnerRole
  roles: LearnerRole[]
  first_steps: Lesson | null
  exercises: Lesson[]
  dismissed: boolean
  due: boolean
}

export interface LearningProgress {
  unit: { id: string; acronym: string; name: string }
  exercises: { code: string; title: string; role: LearnerRole }[]
  people: { person: PersonLite; finished: number; exercises: { code: string; done: number; steps: number }[] }[]
}

const ownKey = ['learning'] as const

/** What was done is known a few seconds later: the screen asks again when one comes back to it. */
export const learningQuery = queryOptions({
  queryKey: ownKey,
  queryFn: ({ signal }) => api.get<OwnLearning>('/me/learning', { signal }),
})

export interface LearningChange {
  role?: LearnerRole
  dismissed?: boolean
  step?: string
  done?: boolean
}

export async function keepLearning(change: LearningChange, idempotencyKey: string): Promise<void> {
  await api.put('/me/learning', change, { idempotencyKey })
  await queryClient.invalidateQueries({ queryKey: ownKey })
}

export const progressQuery = (unit: string) =>
  queryOptions({
    queryKey: ['learning-progress', unit],
    queryFn: ({ signal }) => api.get<LearningProgress>('/learning/progress', { query: { unit }, signal }),
  })

export const exportProgress = (unit: string) =>
  api.get<{ content: string; rows: number; complete: boolean }>('/learning/progress/export', { query: { unit } })
