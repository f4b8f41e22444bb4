import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Hono } from 'hono'
import { problem } from './problem.ts'

const { resolve } = createRequire(import.meta.url)

/** Models and WebAssembly of the console's face comparison, out of their packages; nothing else of them. */
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['tiny_face_detector_model', 'face_landmark_68_model', 'face_recognition_model'].flatMap(model =>
      [`${model}-weights_manifest.json`, `${model}.bin`].map(name => [name, `@vladmandic/face-api/model/${name}`]),
    ),
  ),
  ...Object.fromEntries(
    ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'].map(name => [name, `@tensorflow/tfjs-backend-wasm/dist/${name}`]),
  ),
}
const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  wasm: 'application/wasm',
  bin: 'application/octet-stream',
}

export function faceFileRoutes(): Hono {
  const app = new Hono()
  app.get('/face/:file', async c => {
    const name = c.req.param('file')
    const path = Object.hasOwn(files, name) ? files[name] : undefined
    if (path === undefined) return problem(c, 404, 'not-found')
    const bytes = await readFile(resolve(path))
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      // a name stays while an update may change what is behind it
      'cache-control': 'public, max-age=86400',
      'x-content-type-options': 'nosniff',
    })
  })
  return app
}
