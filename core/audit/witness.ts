/**
 * Signed heads outside the database, one JSON object a line (chain, number, hash, signature, keyId): whoever owns the database, but
 * not this file, cannot cut a chain back to before the last line. A file under DATA_DIR (db/head-witness.ts).
 */
export interface HeadWitness {
  /** durable when it resolves */
  append(lines: readonly string[]): Promise<void>
  /** one line after the other, oldest first; none when there is no file */
  lines(): AsyncIterable<string>
}
