import type postgres from 'postgres'

export type Sql = postgres.Sql
export type Queries = postgres.ISql

/** Any number for which nothing else in the database takes an advisory lock. */
const SCHEMA_LOCK = 7_353_001

/** Creates what is missing. Two sandboxes may start at once: the lock lets one of them do it while the other waits. */
export async function ensureSchema(sql: Sql): Promise<void> {
  await sql.begin(async tx => {
    await tx`select pg_advisory_xact_lock(${SCHEMA_LOCK})`
    await tx.unsafe(`
      create schema if not exists sandbox;
      create sequence if not exists sandbox.message_ids as integer;
      create sequence if not exists sandbox.update_ids as bigint start 730000001;
      create sequence if not exists sandbox.file_ids as integer;
      create table if not exists sandbox.people (
        id bigint primary key,
        seat text not null,
        first_name text not null,
        last_name text,
        username text,
        language_code text not null,
        phone text not null,
        started boolean not null default false,
        blocked boolean not null default false,
        created_at timestamptz not null default clock_timestamp()
      );
      create table if not exists sandbox.messages (
        message_id integer primary key default nextval('sandbox.message_ids'),
        chat_id bigint not null,
        body jsonb not null,
        deleted boolean not null default false
      );
      create index if not exists messages_by_chat on sandbox.messages (chat_id, message_id);
      create table if not exists sandbox.updates (
        update_id bigint primary key default nextval('sandbox.update_ids'),
        sender_id bigint not null,
        body jsonb not null
      );
      create table if not exists sandbox.queries (
        id text primary key,
        chat_id bigint not null,
        asked_at timestamptz not null,
        answered boolean not null default false
      );
      create table if not exists sandbox.files (
        file_id text primary key,
        unique_id text not null,
        kind text not null,
        path text not null unique,
        size integer not null,
        media jsonb not null
      );
      create table if not exists sandbox.file_chunks (
        file_id text not null references sandbox.files on delete cascade,
        part integer not null,
        bytes bytea not null,
        primary key (file_id, part)
      );
      alter table sandbox.file_chunks alter column bytes set storage external;
      create table if not exists sandbox.settings (
        key text primary key,
        value jsonb not null
      );
    `)
  })
}
