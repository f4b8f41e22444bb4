import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { bytea, moment } from './columns.ts'

/** The catalogue. Money in fen (1/100 yuan). */
export const devices = pgTable('devices', {
  id: text('id').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  monthlyRentFen: integer('monthly_rent_fen').notNull(),
  depositFen: integer('deposit_fen').notNull(),
  valueFen: integer('value_fen').notNull(),
  terms: integer('terms').array().notNull(),
  /** an address, the key of a picture that an admin sent, or the shape to draw; null: drawn by its name (core/device/shape.ts) */
  picture: text('picture'),
  position: integer('position').notNull(),
  active: boolean('active').notNull().default(true),
})

/** Pictures of devices (core/device/pictures.ts): bytes of our own or the messenger's name for one that it has, or both. */
export const devicePictures = pgTable('device_pictures', {
  key: text('key').primaryKey(),
  bytes: bytea('bytes'),
  fileId: text('file_id'),
  failedAt: moment('failed_at'),
  createdAt: moment('created_at').notNull(),
})

/** Catalogue files that were read and wait for an admin's yes: the devices in them, and which catalogue the preview was made against. */
export const deviceImports = pgTable('device_imports', {
  id: text('id').primaryKey(),
  entries: jsonb('entries').$type<unknown>().notNull(),
  base: text('base').notNull(),
  createdAt: moment('created_at').notNull(),
})

/** An order handed over by the platform: fills in and locks device, term and price, and says where an approved applicant continues. */
export const orders = pgTable('orders', {
  code: text('code').primaryKey(),
  deviceId: text('device_id')
    .notNull()
    .references(() => devices.id),
  termMonths: integer('term_months').notNull(),
  /** null: as in the catalogue */
  monthlyRentFen: integer('monthly_rent_fen'),
  depositFen: integer('deposit_fen'),
  returnUrl: text('return_url'),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull(),
})
