import { useEffect, useState } from 'preact/hooks'
import type { ClockStop } from '../../sandbox/contract.ts'
import { localeOf, pageLanguage } from '../shared/language.ts'
import { useStore } from '../shared/store.ts'
import { api } from './api.ts'
import { Icon } from './icon.tsx'
import { type ClockReading, deskNow, setClock } from './messenger.ts'
import { attempt } from './notices.ts'
import { Popover } from './popover.tsx'
import { type Texts, useTexts } from './texts.ts'
import { dayAndTime, timeOfDay } from './times.ts'

const MINUTE = 60_000

function spanOf(texts: Texts, seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const parts = [days && texts.days(days), hours && texts.hours(hours), rest && !days && texts.minutes(rest)]
  return parts.filter(part => part).join(' ')
}

function offsetText(texts: Texts, seconds: number): string {
  if (Math.abs(seconds) < 30) return texts.clockReal
  return seconds > 0 ? texts.clockMoved(spanOf(texts, seconds)) : texts.clockMovedBack(spanOf(texts, seconds))
}

/** The desk's time and the ways to move it. */
export function ClockMenu({ clock }: { clock: ClockReading }) {
  const texts = useTexts()
  const language = useStore(pageLanguage)
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick(count => count + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const now = deskNow(clock)
  const isMoved = Math.abs(clock.offsetSeconds) >= 30
  const face = (
    <>
      <Icon name="clock" size={20} />
      <span class="clock-face">
        <span class="clock-time">
          <span class="clock-date">{dayAndTime(now, localeOf(language)).day} </span>
          {timeOfDay(now, isMoved)}
        </span>
        <span class="clock-offset">{isMoved ? offsetText(texts, clock.offsetSeconds) : texts.clock}</span>
        {isMoved && <span class="visually-hidden">{texts.clock}</span>}
      </span>
    </>
  )
  return (
    <Popover
      label={texts.clock}
      names
      class={isMoved ? 'clock-chip moved' : 'clock-chip'}
      button={face}
      testId="clock-control"
      onOpen={() => void attempt(api.clock).then(fresh => fresh && setClock(fresh))}
    >
      {close => <ClockPanel clock={clock} close={close} />}
    </Popover>
  )
}

function ClockPanel({ clock, close }: { clock: ClockReading; close(): void }) {
  const texts = useTexts()
  const move = async (to: string, andClose = true) => {
    const fresh = await attempt(() => api.moveClock(to))
    if (!fresh) return
    setClock(fresh)
    if (andClose) close()
  }
  const ahead = (milliseconds: number) => void move(new Date(deskNow(clock) + milliseconds).toISOString(), false)
  const [first, ...later] = clock.stops
  const call = clock.stops.find(stop => stop.key === 'my-call')
  return (
    <div class="clock-panel">
      <p class="panel-note">{texts.clockAbout}</p>
      {first && <StopButton stop={first} title={texts.nextStop} class="button primary stop" go={move} />}
      {call && call !== first && <StopButton stop={call} title={texts.toMyCall} class="button stop call" go={move} />}
      {!first && <p class="panel-note">{texts.noStops}</p>}
      {later.some(stop => stop !== call) && (
        <section>
          <h2 class="panel-head">{texts.otherStops}</h2>
          <ul class="menu stops">
            {later
              .filter(stop => stop !== call)
              .map(stop => (
                <li key={`${stop.key} ${stop.at}`}>
                  <StopButton stop={stop} class="menu-item stop" go={move} />
                </li>
              ))}
          </ul>
        </section>
      )}
      <div class="clock-steps">
        <button type="button" class="button" onClick={() => ahead(10 * MINUTE)} data-testid="clock-plus-10">
          {texts.plusTen}
        </button>
        <button type="button" class="button" onClick={() => ahead(60 * MINUTE)} data-testid="clock-plus-hour">
          {texts.plusHour}
        </button>
        <button type="button" class="button" onClick={() => ahead(1440 * MINUTE)} data-testid="clock-plus-day">
          {texts.plusDay}
        </button>
      </div>
      <button
        type="button"
        class="button clock-real"
        disabled={Math.abs(clock.offsetSeconds) < 1}
        onClick={() => void move('real')}
        data-testid="clock-real"
      >
        {texts.backToReal}
      </button>
    </div>
  )
}

interface StopButtonProps {
  stop: ClockStop
  title?: string
  class: string
  go(to: string): Promise<void>
}

function StopButton({ stop, title, class: className, go }: StopButtonProps) {
  const language = useStore(pageLanguage)
  const { day, time } = dayAndTime(Date.parse(stop.at), localeOf(language))
  const isCall = stop.key === 'my-call'
  return (
    <button
      type="button"
      class={className}
      onClick={() => void go(stop.at)}
      data-testid={isCall ? 'clock-my-call' : 'clock-stop'}
      data-stop={stop.key}
    >
      <Icon name={isCall ? 'video' : 'clock'} size={20} />
      <span class="grow">
        {title && <span class="stop-title">{title}</span>}
        <span class="stop-label">{stop.label[language]}</span>
      </span>
      <time dateTime={stop.at} class="stop-time">
        {day} {time}
      </time>
    </button>
  )
}
