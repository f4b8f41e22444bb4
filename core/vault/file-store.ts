/** Where sealed files lie. Bytes in, bytes out: the store never sees what they mean. Disk now (db/disk-store.ts). */
export interface FileStore {
  /** durable when it resolves */
  put(id: string, bytes: Buffer): Promise<void>
  /** rejects when there is no such file */
  get(id: string): Promise<Buffer>
  /** no error when there is none */
  remove(id: string): Promise<void>
}
