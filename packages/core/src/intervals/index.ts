/**
 * Time cut into pieces: half-open intervals of UTC by hour, day, month or year. Pure functions that know nothing of
 * models; microbatch stands on them.
 */
export { addGrains, ceilTo, floorTo, GRAINS, isGrain, shiftBy, type Grain } from './grain.ts'
export { readInstant } from './read-instant.ts'
export { intersect, lookBack, splitInterval, type Interval } from './interval.ts'
export { formatInstant, pieceId, pieceName } from './names.ts'
