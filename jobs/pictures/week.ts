import type { CustomSeriesOption } from 'echarts'
import * as echarts from 'echarts'
import type { Reader } from '../../core/message/view.ts'
import type { Stretch, TwoWeeks, WorkDay } from '../../core/staff/read-week.ts'
import { createVoice, type Voice } from '../../texts/cards/voice.ts'
import { family, toPng } from './png.ts'

const width = 1080
const height = 1500
const area = { left: 270, right: 40, top: 190, bottom: 130 }
const text = 28
const titleText = 40
/** the minute of the day at which a row's words begin */
const noteFrom = 20

/** Shown on white in light and dark chats alike; each pair has a contrast of 4.5 or more. */
const colours = {
  paper: '#ffffff',
  ink: '#1b2733',
  faint: '#5a6672',
  grid: '#d5dbe1',
  shift: '#8fc7a6',
  booked: '#1f5fae',
  off: '#b3261e',
  away: '#e3a08f',
}

/** The weeks as a PNG for a phone: a row a date, the hours across. */
export function drawWeek(week: TwoWeeks, reader: Reader, now: Date): Uint8Array {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(optionOf(week, createVoice({ ...reader, timeZone: week.zone, zoneKnown: true }, now), now))
    return toPng(chart.renderToSVGString())
  } finally {
    chart.dispose()
  }
}

function optionOf(week: TwoWeeks, voice: Voice, now: Date): echarts.EChartsOption {
  const textStyle = { fontFamily: family, fontSize: text, color: colours.ink }
  return {
    animation: false,
    backgroundColor: colours.paper,
    textStyle,
    title: {
      text: voice.label('hours-picture-title', { name: cut(week.name, width / 2, titleText) }),
      subtext: voice.label('hours-picture-zone', { zone: week.zone, name: voice.zone(now.toISOString()) }),
      left: 40,
      top: 24,
      textStyle: { ...textStyle, fontSize: titleText },
      subtextStyle: { ...textStyle, color: colours.faint },
    },
    legend: {
      bottom: 24,
      itemWidth: 44,
      itemHeight: 28,
      itemGap: 48,
      textStyle,
      data: ['shift', 'booked', 'away'].map(name => voice.label(`hours-picture-${name}`)),
    },
    grid: { ...area },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1440,
      interval: 240,
      position: 'top',
      axisLabel: { ...textStyle, formatter: minute => String(minute / 60).padStart(2, '0') },
      splitLine: { lineStyle: { color: colours.grid, width: 2 } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: week.days.map(day => dayText(voice, day, week.today)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.grid, width: 2 } },
      axisLabel: {
        ...textStyle,
        interval: 0,
        margin: 20,
        rich: { day: textStyle, now: { ...textStyle, color: colours.booked }, off: { ...textStyle, color: colours.off } },
      },
      splitLine: { show: true, lineStyle: { color: colours.grid, width: 1 } },
    },
    series: [
      bars(voice.label('hours-picture-shift'), colours.shift, 0.62, week.days, day => day.shifts),
      bars(voice.label('hours-picture-away'), colours.away, 0.62, week.days, day => day.away),
      bars(voice.label('hours-picture-booked'), colours.booked, 0.62, week.days, day => day.booked),
      notes(voice, week.days),
    ],
  }
}

/** `11月23日 周一`; today and days that differ in a colour of their own. */
function dayText(voice: Voice, { date, why }: WorkDay, today: string): string {
  const said = voice.date(date)
  if (date === today) return `{now|${said}}`
  return `{${why === 'holiday' ? 'off' : 'day'}|${said}}`
}

/** A bar for every stretch of a day. */
function bars(
  name: string,
  color: string,
  share: number,
  days: readonly WorkDay[],
  of: (day: WorkDay) => Stretch[],
): CustomSeriesOption {
  return {
    type: 'custom',
    name,
    itemStyle: { color },
    data: days.flatMap((day, row) => of(day).map(({ from, until }) => [from, until, row])),
    renderItem: (_, api) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(2)])
      const [end = 0] = api.coord([api.value(1), api.value(2)])
      const tall = (height - area.top - area.bottom) / days.length
      const shape = { x, y: y - (tall * share) / 2, width: Math.max(4, end - x), height: tall * share, r: 4 }
      return { type: 'rect', shape, style: { fill: color } }
    },
  }
}

/** The name of a holiday, `off`, or that a date has hours of its own: written into its row. */
function notes(voice: Voice, days: readonly WorkDay[]): CustomSeriesOption {
  const said = days.map(day => noteText(voice, day))
  return {
    type: 'custom',
    data: days.map((_, row) => row),
    encode: { y: 0 },
    silent: true,
    renderItem: ({ dataIndex }, api) => {
      const [x = 0, y = 0] = api.coord([noteFrom, dataIndex])
      const [until = 0] = api.coord([firstBar(days[dataIndex]) ?? 1440, dataIndex])
      // a bar that begins with the day is written on; else the words end before it, and the lines of the hours do not run through them
      const hasRoom = until - x > 4 * text
      const words = said[dataIndex] ?? ''
      const style = {
        text: hasRoom ? cut(words, until - x - text / 2, text) : words,
        x,
        y,
        fill: colours.ink,
        fontSize: text,
        fontFamily: family,
        textVerticalAlign: 'middle' as const,
        // the lines of the hours do not run through the words; a bar under them still shows
        ...(hasRoom && words !== '' ? { backgroundColor: colours.paper, padding: [4, 8, 4, 0] } : {}),
      }
      return { type: 'text', style }
    },
  }
}

/** As much of the words as fits, reckoned by usual widths: Chinese signs are square, others about three fifths. */
function cut(words: string, room: number, fontSize: number): string {
  const signs = [...words]
  let wide = 0
  const over = signs.findIndex(sign => {
    wide += /[\u2e80-\uffff]/u.test(sign) ? fontSize : fontSize * 0.6
    return wide > room
  })
  return over < 0
    ? words
    : `${signs
        .slice(0, Math.max(1, over - 1))
        .join('')
        .trimEnd()}…`
}

/** The minute of the day at which the first bar begins that the words would meet. */
function firstBar(day: WorkDay | undefined): number | undefined {
  const starts = [...(day?.shifts ?? []), ...(day?.away ?? []), ...(day?.booked ?? [])].map(({ from }) => from)
  return starts.length > 0 ? Math.min(...starts) : undefined
}

function noteText(voice: Voice, { shifts, why, name }: WorkDay): string {
  if (why === 'own') return voice.label(shifts.length === 0 ? 'hours-picture-own-off' : 'hours-picture-own')
  if (name) return voice.device(name)
  return shifts.length === 0 ? voice.label('hours-off') : ''
}
