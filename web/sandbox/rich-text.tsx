import type { MessageEntity } from '@grammyjs/types'
import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useChat } from './chat-context.ts'
import { DateTime } from './date-time.tsx'
import { entityTree, type TextNode } from './entity-tree.ts'
import { followDeepLink, safeHref } from './links.ts'
import { sendText } from './send.ts'
import { useTexts } from './texts.ts'
import { wholeCodes } from './whole-codes.tsx'

/** A message's text with its entities drawn. */
export function RichText({ text, entities }: { text: string; entities: MessageEntity[] }) {
  const tree = useMemo(() => entityTree(text, entities), [text, entities])
  return <Nodes nodes={tree} />
}

function Nodes({ nodes }: { nodes: TextNode[] }) {
  return (
    <>
      {nodes.map((node, at) =>
        typeof node === 'string' ? wholeCodes(afterBlock(nodes[at - 1], node)) : <Entity key={at} {...node} />,
      )}
    </>
  )
}

/** A block ends its line by itself: the line break written after it would draw an empty line. */
function afterBlock(before: TextNode | undefined, text: string): string {
  const isBlock = typeof before === 'object' && /^(pre|blockquote|expandable_blockquote)$/.test(before.entity.type)
  return isBlock ? text.replace(/^\n/, '') : text
}

function Entity({ entity, text, children }: Exclude<TextNode, string>) {
  const inner = <Nodes nodes={children} />
  switch (entity.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'underline':
      return <u>{inner}</u>
    case 'strikethrough':
      return <s>{inner}</s>
    case 'code':
      return <code>{wholeCodes(text)}</code>
    case 'pre':
      return (
        <pre>
          {entity.language && <span class="pre-language">{entity.language}</span>}
          <code>{text}</code>
        </pre>
      )
    case 'spoiler':
      return <Spoiler>{inner}</Spoiler>
    case 'blockquote':
      return <blockquote>{inner}</blockquote>
    case 'expandable_blockquote':
      return <Expandable>{inner}</Expandable>
    case 'bot_command':
      return <Command text={text} />
    case 'date_time':
      return <DateTime entity={entity}>{inner}</DateTime>
    default:
      return <Reference entity={entity} text={text} inner={inner} />
  }
}

function addressOf(entity: MessageEntity, text: string): string | undefined {
  switch (entity.type) {
    case 'text_link':
      return entity.url
    case 'url':
      return text
    case 'email':
      return `mailto:${text}`
    case 'phone_number':
      return `tel:${text.replace(/[^+\d]/g, '')}`
    default:
      return undefined
  }
}

/** Links, and the kinds of entity that only look like one. */
function Reference({ entity, text, inner }: { entity: MessageEntity; text: string; inner: ComponentChildren }) {
  const { chatId } = useChat()
  const raw = addressOf(entity, text)
  const address = raw === undefined ? undefined : safeHref(raw)
  if (address === undefined) return <span class={entity.type === 'custom_emoji' ? undefined : 'reference'}>{inner}</span>
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      onClick={event => {
        if (followDeepLink(chatId, address)) event.preventDefault()
      }}
    >
      {inner}
    </a>
  )
}

function Command({ text }: { text: string }) {
  const { chatId, bot } = useChat()
  const [command, addressee] = text.split('@')
  const isMine = addressee === undefined || addressee.toLowerCase() === bot.username.toLowerCase()
  return (
    <button
      type="button"
      class="link"
      data-testid="bot-command"
      onClick={() => void sendText(chatId, (isMine && command) || text)}
    >
      {text}
    </button>
  )
}

function Spoiler({ children }: { children: ComponentChildren }) {
  const texts = useTexts()
  const [isShown, setShown] = useState(false)
  if (isShown) return <span class="spoiler shown">{children}</span>
  return (
    <button type="button" class="spoiler" aria-label={texts.spoiler} onClick={() => setShown(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  )
}

function Expandable({ children }: { children: ComponentChildren }) {
  const texts = useTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <blockquote class={isOpen ? 'expandable open' : 'expandable'}>
      <div class="expandable-text">{children}</div>
      <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? texts.collapse : texts.expand}
      </button>
    </blockquote>
  )
}
