import type { DocumentKind } from '../application/documents.ts'

/** What about a card is looked at: each call takes features of several classes (BaFin circular 3/2017 asks for that). */
export const featureClasses = ['optical', 'print', 'laminate', 'agreement'] as const
export type FeatureClass = (typeof featureClasses)[number]

/**
 * Features by kind of document; their words are `feature-<key>` in texts. The resident card's are the optically variable Great Wall and
 * "中国CHINA", the micro-print JMSFZ and the rainbow guilloche of its standard GA 448; birth date and sex stand in its number (GB 11643);
 * it is issued for 10 years from the age of 16, for 20 from 26, without end from 46. A passport's machine-readable lines follow ICAO
 * Doc 9303. Of the permanent residence card only what holds for any card of its make is listed.
 */
export const features: Readonly<Record<DocumentKind, Readonly<Record<FeatureClass, readonly string[]>>>> = {
  'resident-id': {
    optical: ['great-wall-tilt', 'china-tilt'],
    print: ['micro-jmsfz', 'rainbow-lines'],
    laminate: ['film-edges', 'film-portrait'],
    agreement: ['number-birth', 'number-sex', 'validity-age'],
  },
  'residence-permit': {
    optical: ['card-tilt'],
    print: ['fine-lines'],
    laminate: ['film-edges', 'film-portrait'],
    agreement: ['number-birth', 'validity-date'],
  },
  passport: {
    optical: ['page-tilt'],
    print: ['fine-lines'],
    laminate: ['page-whole', 'film-portrait'],
    agreement: ['lines-birth', 'lines-number', 'validity-date'],
  },
}
