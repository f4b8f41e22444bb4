import * as faceApi from '@vladmandic/face-api'
import type { FaceEngine, FaceOutcome } from './engine.ts'

/** Where the API serves models and WebAssembly (api/face-files.ts). */
const files = '/face/'

/** Faces on a card are small in the frame: look closely, and be content with less certainty than for a portrait. */
const detector = () => new faceApi.TinyFaceDetectorOptions({ inputSize: 608, scoreThreshold: 0.3 })

interface Backend {
  setWasmPaths(prefix: string): void
  setBackend(name: string): Promise<boolean>
  ready(): Promise<void>
}

/** Guarantee: the package's browser build holds TensorFlow.js whole, with its WebAssembly backend; its types name a part of it only. */
const backend = (): Backend => faceApi.tf as unknown as Backend

export async function loadFaceApi(): Promise<FaceEngine> {
  backend().setWasmPaths(files)
  // WebGL takes seconds for the first picture where there is no graphics card
  if (!(await backend().setBackend('wasm'))) throw new Error('no WebAssembly')
  await backend().ready()
  const { tinyFaceDetector, faceLandmark68Net, faceRecognitionNet } = faceApi.nets
  await Promise.all([tinyFaceDetector, faceLandmark68Net, faceRecognitionNet].map(net => net.loadFromUri(files)))
  return { model: 'face_recognition_model', version: `@vladmandic/face-api ${faceApi.version}`, measure }
}

async function measure(card: Blob, face: Blob): Promise<FaceOutcome> {
  const onCard = await describe(card)
  if (!onCard) return { outcome: 'no-face-card' }
  const live = await describe(face)
  if (!live) return { outcome: 'no-face-live' }
  return { outcome: 'measured', distance: faceApi.euclideanDistance(onCard, live) }
}

async function describe(picture: Blob): Promise<Float32Array | undefined> {
  const bitmap = await createImageBitmap(picture)
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const found = await faceApi.detectSingleFace(canvas, detector()).withFaceLandmarks().withFaceDescriptor()
  return found?.descriptor
}
