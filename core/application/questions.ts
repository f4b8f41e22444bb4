import { documentKinds, documentOf } from './documents.ts'
import { citiesOf, districtsOf } from './regions.ts'
import type { Form, Said } from './steps.ts'

const sentence = { min: 4, max: 500 }
const needs = (what: 'birthDate' | 'expiry') => (said: Said) => documentOf(said('document'))?.needs.includes(what) ?? false

/** What an applicant is asked: nine questions that count, and one that may be skipped. */
export const questions: Form = [
  {
    key: 'device',
    steps: [
      { field: 'device', kind: 'choice', options: 'devices', ordered: true, aside: true },
      { field: 'term', kind: 'choice', options: 'terms', ordered: true, aside: true },
    ],
  },
  { key: 'name', steps: [{ field: 'name', kind: 'text', check: 'name', min: 2, max: 50, carried: true }] },
  {
    key: 'document',
    steps: [
      {
        field: 'document',
        kind: 'choice',
        options: documentKinds,
        carried: true,
        resets: ['documentNumber', 'birthDate', 'documentExpiry', 'cardPhoto', 'cardPhotoBack'],
      },
      { field: 'documentNumber', kind: 'text', check: 'documentNumber', min: 1, max: 100, carried: true },
      { field: 'birthDate', kind: 'text', check: 'birthDate', min: 1, max: 40, carried: true, when: needs('birthDate') },
      { field: 'documentExpiry', kind: 'text', check: 'expiry', min: 1, max: 40, carried: true, when: needs('expiry') },
    ],
  },
  { key: 'phone', steps: [{ field: 'phone', kind: 'text', check: 'phone', min: 1, max: 40, carried: true }] },
  {
    key: 'address',
    steps: [
      {
        field: 'province',
        kind: 'choice',
        options: 'provinces',
        carried: true,
        aside: true,
        within: 'address',
        resets: ['city', 'district', 'address'],
      },
      {
        field: 'city',
        kind: 'choice',
        options: 'cities',
        carried: true,
        aside: true,
        resets: ['district', 'address'],
        when: said => citiesOf(said('province')).length > 0,
      },
      {
        field: 'district',
        kind: 'choice',
        options: 'districts',
        carried: true,
        aside: true,
        resets: ['address'],
        when: said => districtsOf(said('province'), said('city')).length > 0,
      },
      { field: 'address', kind: 'text', check: 'street', min: 4, max: 200, carried: true },
    ],
  },
  {
    key: 'occupation',
    steps: [
      {
        field: 'occupation',
        kind: 'choice',
        options: ['employee', 'business', 'freelance', 'student', 'public', 'home', 'retired'],
        free: { min: 2, max: 60 },
        carried: true,
      },
    ],
  },
  {
    key: 'purpose',
    steps: [
      { field: 'purpose', kind: 'choice', options: ['study', 'work', 'create', 'play', 'daily'], free: sentence },
      { field: 'deviceUser', kind: 'choice', options: ['self', 'family'], free: { min: 2, max: 60 } },
      {
        field: 'deviceUserWho',
        kind: 'text',
        check: 'words',
        min: 2,
        max: 100,
        when: said => said('deviceUser') === 'family',
      },
      { field: 'usePlan', kind: 'text', check: 'words', ...sentence },
    ],
  },
  {
    key: 'otherRentals',
    steps: [
      { field: 'otherRentals', kind: 'choice', options: ['none', 'one', 'more'], free: { min: 2, max: 200, quiet: true } },
      {
        field: 'otherRentalsWhich',
        kind: 'text',
        check: 'words',
        min: 2,
        max: 200,
        when: said => said('otherRentals') === 'one' || said('otherRentals') === 'more',
      },
    ],
  },
  {
    key: 'cardPhoto',
    steps: [
      { field: 'cardPhoto', kind: 'photo', file: 'card-front', aside: true },
      {
        field: 'cardPhotoBack',
        kind: 'photo',
        file: 'card-back',
        aside: true,
        when: said => (documentOf(said('document'))?.sides ?? 2) === 2,
      },
    ],
  },
  { key: 'note', optional: true, steps: [{ field: 'note', kind: 'text', check: 'words', min: 2, max: 500 }] },
]
