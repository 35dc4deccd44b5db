import { describe, expect, it } from 'vitest'
import { PutOff } from './put-off.ts'

describe('what is put off', () => {
  it('is made for who needs it, and once', () => {
    const putOff = new PutOff()
    putOff.add('create schema s')
    putOff.add('create table a', 'a')
    putOff.add('create table b', 'b')
    expect(putOff.take(new Set(['b', 'c']))).toEqual({
      statements: ['create schema s'],
      tables: ['create table b'],
    })
    expect(putOff.takeAll()).toEqual({ statements: [], tables: ['create table a'] })
    expect(putOff.takeAll()).toEqual({ statements: [], tables: [] })
  })

  it('has the tables before a statement that may need them', () => {
    const putOff = new PutOff()
    putOff.add('create table a', 'a')
    putOff.add('create macro m() as table from a')
    expect(putOff.take(new Set())).toEqual({
      statements: ['create table a', 'create macro m() as table from a'],
      tables: [],
    })
  })

  it('forgets a table that is made again', () => {
    const putOff = new PutOff()
    putOff.add('create table a (x int)', 'a')
    putOff.add('create table a (y int)', 'a')
    expect(putOff.take(new Set(['a'])).tables).toEqual(['create table a (y int)'])
  })
})
