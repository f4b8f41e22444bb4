import { workerData } from 'node:worker_threads'
import postgres from 'postgres'

/** The floor of a delivery: a thread that is notified and makes one HTTP request, and nothing else. */
const { databaseUrl, root } = workerData as { databaseUrl: string; root: string }
const sql = postgres(databaseUrl, { max: 1 })
await sql.listen('floor', mark => {
  void fetch(`${root}/floor`, { method: 'POST', body: mark }).then(response => response.text())
})
