const REFUSALS = {
  'no-chat': { zh: '没有这个对话。', en: 'There is no such chat.', status: 404 },
  'no-file': { zh: '没有这个文件。', en: 'There is no such file.', status: 404 },
  'no-clock': { zh: '这个沙盒没有可调的时钟。', en: 'This sandbox has no clock to move.', status: 404 },
  'no-such-thing': { zh: '这里没有这个地址。', en: 'There is no such thing here.', status: 404 },
  'not-json': { zh: '请求不是有效的 JSON。', en: 'The request is not valid JSON.', status: 400 },
  'too-many-people': { zh: '选择的人太多了。', en: 'These are more people than were asked for.', status: 400 },
  blocked: { zh: '您已屏蔽这个机器人，解除屏蔽后才能继续。', en: 'You have blocked this bot. Unblock it to go on.', status: 400 },
  'empty-message': { zh: '消息是空的。', en: 'The message is empty.', status: 400 },
  'not-yours': { zh: '只能修改自己的消息。', en: 'Only a message of your own can be edited.', status: 400 },
  'empty-file': { zh: '请选择一个不为空的文件。', en: 'Choose a file that is not empty.', status: 400 },
  'file-too-big': { zh: '文件太大：最多 50 MB。', en: 'The file is too big: 50 MB at most.', status: 413 },
  'caption-too-long': { zh: '说明文字最多 1024 个字符。', en: 'A caption holds 1024 characters at most.', status: 400 },
  'photo-too-big': {
    zh: '照片太大：最多 10 MB。请改为以文件发送。',
    en: 'The photo is too big: 10 MB at most. Send it as a file instead.',
    status: 400,
  },
  'photo-dimensions': {
    zh: '图片过大或过于狭长，不能作为照片发送。请改为以文件发送。',
    en: 'The picture is too large or too narrow to be sent as a photo. Send it as a file instead.',
    status: 400,
  },
  'not-a-picture': { zh: '这不是图片。请改为以文件发送。', en: 'This is not a picture. Send it as a file instead.', status: 400 },
} as const

export type Refusal = keyof typeof REFUSALS

/** A refusal that the page shows as a toast. */
export class ClientError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(REFUSALS[refusal].en)
    this.refusal = refusal
  }
}

/** The sentence in the first language that the page asks for, Chinese or English. */
export function sayRefusal({ refusal }: ClientError, acceptLanguage = ''): { status: 400 | 404 | 413; error: string } {
  const { status, zh, en } = REFUSALS[refusal]
  return { status, error: /^\s*zh\b/i.test(acceptLanguage) ? zh : en }
}

/** Input that does not fit the contract: for whoever writes the page, so in English. */
export class InputError extends Error {}
