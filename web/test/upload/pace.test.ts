// @vitest-environment node
/** DOC-08, issue 6 §6: how long the sending of files still takes. */
import { expect, test } from 'vitest'
import { goingOf, observe, type Sample, secondsLeft } from '../../src/upload/pace'
import type { QueuedFile, UploadPhase } from '../../src/upload/queue'

const seen = (...samples: [number, number][]): Sample[] =>
  samples.reduce<Sample[]>((before, [at, sent]) => observe(before, at, sent), [])
const file = (phase: UploadPhase, progress = 0): QueuedFile => ({
  key: phase, name: `${phase}.pdf`, size: 100, phase, progress, reason: null, uploadId: null,
})

test('half of it in ten seconds leaves ten seconds', () => {
  expect(secondsLeft(seen([0, 0], [5000, 25], [10_000, 50]), 50)).toBe(10)
})

test('nothing is promised before two seconds, nor when nothing moves, nor when all has gone', () => {
  expect(secondsLeft(seen([0, 0], [1999, 50]), 50)).toBeNull()
  expect(secondsLeft(seen([0, 0], [9000, 0]), 50)).toBeNull()
  expect(secondsLeft(seen([0, 0], [9000, 100]), 0)).toBeNull()
  expect(secondsLeft([], 50)).toBeNull()
})

test('the pace is that of the last twenty seconds', () => {
  expect(secondsLeft(seen([0, 0], [1000, 900], [20_000, 910], [30_000, 920]), 80)).toBe(80)
})

test('a file sent again begins anew', () => {
  expect(secondsLeft(seen([0, 0], [10_000, 90], [11_000, 10], [12_000, 20]), 80)).toBeNull()
})

test('together count what goes and what went, by their bytes', () => {
  const files = [file('accepted'), file('inspecting'), file('sending', 0.5), file('hashing', 0.9), file('queued'), file('refused'), file('failed'), file('cancelled')]
  expect(goingOf(files)).toEqual({ files: 5, settled: 1, bytes: 500, sent: 250 })
})
