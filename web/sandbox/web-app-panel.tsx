import { useEffect, useRef, useState } from 'preact/hooks'
import { theme } from '../shared/theme.ts'
import { api } from './api.ts'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'
import { openLink } from './links.ts'
import { attempt } from './notices.ts'
import { useTexts } from './texts.ts'
import { launchUrl, readWebAppEvent, themeParams, type WebAppEvent } from './web-app-bridge.ts'

/** A mini app inside the chat, spoken to as Telegram's web clients do. */
export function WebAppPanel({ url, onClose }: { url: string; onClose(): void }) {
  const texts = useTexts()
  const { chatId, bot } = useChat()
  const [address, setAddress] = useState<string>()
  const [isReady, setReady] = useState(false)
  const [round, setRound] = useState(0)
  const frame = useRef<HTMLIFrameElement>(null)

  useEffect(() => {
    let isGone = false
    void attempt(() => api.webApp(chatId, url), chatId).then(signed => {
      if (isGone) return
      if (signed) setAddress(launchUrl(signed.url))
      else onClose()
    })
    return () => {
      isGone = true
    }
  }, [url, round])

  useEffect(() => {
    if (address === undefined) return
    const origin = new URL(address).origin
    const tell = (eventType: string, eventData: unknown) =>
      frame.current?.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), origin)
    const tellTheme = () => tell('theme_changed', { theme_params: themeParams() })
    const tellViewport = () =>
      tell('viewport_changed', {
        height: frame.current?.clientHeight ?? 0,
        width: frame.current?.clientWidth ?? 0,
        is_expanded: true,
        is_state_stable: true,
      })
    const answer = (event: WebAppEvent) => {
      if (event.type === 'ready') setReady(true)
      if (event.type === 'close') onClose()
      if (event.type === 'open-link') openLink(chatId, event.url)
      if (event.type === 'open-tg-link') openLink(chatId, `https://t.me${event.path}`)
      if (event.type === 'expand' || event.type === 'viewport') tellViewport()
      if (event.type === 'theme') tellTheme()
    }
    const listen = (message: MessageEvent) => {
      if (message.source !== frame.current?.contentWindow || message.origin !== origin) return
      const event = readWebAppEvent(message.data)
      if (event) answer(event)
    }
    window.addEventListener('message', listen)
    window.addEventListener('resize', tellViewport)
    const forget = theme.subscribe(tellTheme)
    return () => {
      window.removeEventListener('message', listen)
      window.removeEventListener('resize', tellViewport)
      forget()
    }
  }, [address])

  return (
    <section class="web-app" aria-label={texts.webApp} data-testid="web-app">
      <header class="web-app-head">
        <button type="button" class="icon-button" aria-label={texts.close} title={texts.close} onClick={onClose}>
          <Icon name="close" />
        </button>
        <h3>{bot.firstName}</h3>
        <button
          type="button"
          class="icon-button"
          aria-label={texts.reload}
          title={texts.reload}
          onClick={() => {
            setReady(false)
            setAddress(undefined)
            setRound(round + 1)
          }}
        >
          <Icon name="reload" />
        </button>
        <a
          class="icon-button"
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={texts.openInTab}
          title={texts.openInTab}
        >
          <Icon name="external" />
        </a>
      </header>
      {!isReady && (
        <p class="web-app-wait" role="status">
          <span class="spinner" aria-hidden="true" />
          {texts.webAppLoading}
        </p>
      )}
      {address !== undefined && (
        <iframe
          ref={frame}
          title={texts.webApp}
          src={address}
          allow="camera; microphone; autoplay; fullscreen; clipboard-write"
          onLoad={() => setReady(true)}
        />
      )}
    </section>
  )
}
