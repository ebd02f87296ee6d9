import type { PersonLite, UnitLite } from './types'

export interface Signature {
  signer: PersonLite
  role_title: string
  unit: UnitLite
  at: string
  method: SigningMethod
  level: SignatureLevel
  certificate: { holder: string; serial: string; issuer: string; policy: string; timestamp: string | null } | null
}

export type SigningMethod = 'password' | 'certificate' | 'govbr'
/** Lei nº 14.063/2020, art. 4º, weakest first. */
export type SignatureLevel = 'simple' | 'advanced' | 'qualified'
