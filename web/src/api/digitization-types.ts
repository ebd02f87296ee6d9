import type { CodeName } from './types'

export interface DigitizationInput {
  author: string
  on: string
  place: string
  responsible: string
  genre: 'textual' | 'iconographic' | 'cartographic' | 'sound' | 'filmographic'
  for_archiving: boolean
}

/** What Decreto 10.278/2020 asks of a digitized document, with its class in the plan. */
export interface Digitization extends DigitizationInput {
  classes: (CodeName & {
    retention: {
      active_years: number | null
      active_event: string
      semi_active_years: number | null
      disposition: 'permanent' | 'disposal'
    } | null
  })[]
}
