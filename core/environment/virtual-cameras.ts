/** Programs that pose as a camera, by what the name of their device holds. A name proves nothing: it is pointed out, never judged. */
const programs: readonly { key: string; name: string; says: RegExp }[] = [
  { key: 'obs', name: 'OBS', says: /\bobs\b|obs[- ]?camera|obs virtual/i },
  { key: 'manycam', name: 'ManyCam', says: /manycam/i },
  { key: 'xsplit', name: 'XSplit VCam', says: /xsplit/i },
  { key: 'snap', name: 'Snap Camera', says: /snap ?camera/i },
  { key: 'v4l2loopback', name: 'v4l2loopback', says: /v4l2 ?loopback|^dummy video device|^loopback video/i },
  { key: 'splitcam', name: 'SplitCam', says: /splitcam/i },
  { key: 'camtwist', name: 'CamTwist', says: /camtwist/i },
  { key: 'mmhmm', name: 'mmhmm', says: /mmhmm/i },
  { key: 'youcam', name: 'CyberLink YouCam', says: /youcam/i },
  { key: 'webcammax', name: 'WebcamMax', says: /webcam ?max/i },
  { key: 'webcamoid', name: 'Webcamoid', says: /webcamoid|akvcam/i },
  { key: 'unity', name: 'Unity Video Capture', says: /unity ?(video|cam)/i },
  { key: 'ndi', name: 'NDI', says: /\bndi\b|newtek/i },
  { key: 'avatarify', name: 'Avatarify', says: /avatarify/i },
  { key: 'deepfacelive', name: 'DeepFaceLive', says: /deep ?face ?live/i },
  { key: 'vtube', name: 'VTube Studio', says: /vtube/i },
  { key: 'faceunity', name: '相芯 FaceUnity', says: /faceunity|相芯/i },
  { key: 'virtual', name: 'virtual camera', says: /virtual ?(cam|video|webcam)|虚拟(摄像|相机)/i },
]

/** The key of the program whose camera this is by its name; undefined for a camera of its own. */
export function programOf(cameraName: string): string | undefined {
  return programs.find(({ says }) => says.test(cameraName))?.key
}

export const nameOfProgram = (key: string): string => programs.find(program => program.key === key)?.name ?? key
