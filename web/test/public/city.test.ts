/** Issue 6 §6: the page of the citizen wears the city's coat of arms and colour, where text stays legible on it. */
import { beforeEach, expect, test } from 'vitest'
import { sayWhose, type TenantCard } from '../../src/public/result'

const CITY: TenantCard = {
  name: 'Prefeitura de Ubatuba',
  time_zone: 'America/Sao_Paulo',
  training: false,
  primary_color: '#0b5c85',
  coat_of_arms: '<svg xmlns="http://www.w3.org/2000/svg"/>',
}
const place = () => document.getElementById('tenant') as HTMLElement
const colour = () => document.documentElement.style.getPropertyValue('--city')

beforeEach(() => {
  document.body.innerHTML = '<header><p id="tenant">Processo eletrônico</p></header>'
  document.documentElement.removeAttribute('style')
})

test('name, arms and colour of the city', () => {
  sayWhose(CITY)
  expect(place().textContent).toBe(CITY.name)
  expect(place().querySelector('img')?.src).toMatch(/^data:image\/svg\+xml,/)
  expect(colour()).toBe(CITY.primary_color)
})

test('a colour on which white is not legible is not worn, and arms that do not open leave the name', () => {
  sayWhose({ ...CITY, primary_color: '#ffcd07' })
  expect(colour()).toBe('')
  place().querySelector('img')?.dispatchEvent(new Event('error'))
  expect(place().innerHTML).toBe(CITY.name)
})
