import { expect, test } from 'vitest'
import { areaOf } from '../../src-main/numbering/area-of.ts'

test.each([
  ['Manhattan', '+12122342345', '212'],
  ['Toronto', '+14162342345', '416'],
  ['Berlin', '+493023125412', '30'],
  ['a village in Germany', '+493834512345', '3834'],
  ['London', '+442079460123', '20'],
  ['Paris', '+33142345678', '1'],
  ['Rome, whose zero is dialled from abroad', '+390612345678', '06'],
  ['a German mobile', '+4915123456789', ''],
  ['Denmark, which has no areas', '+4532123456', ''],
  ['a US number without an area', '+18002342345', ''],
  ['a satellite', '+881612345678', ''],
])('the area of %s', (_name, number, area) => expect(areaOf(number)).toBe(area))
