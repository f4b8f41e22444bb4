import type { BarSeriesOption, EChartsOption, GridComponentOption, TitleComponentOption } from 'echarts'
import * as echarts from 'echarts'
import type { Reader } from '../../core/message/view.ts'
import { attendances, funnelSteps, type Stats } from '../../core/stats/read-stats.ts'
import { createVoice, type Voice } from '../../texts/cards/voice.ts'
import { toPng } from './png.ts'

const width = 1080
const family = 'Noto Sans SC'
const size = 28
const rowHeight = 62
const head = 150
const partHead = 120
const legendHeight = 110
const mostReviewers = 8
const longestName = 12

/** On white in light and dark chats alike; ink and bars have a contrast of 4.5 or more to the paper. */
const colours = {
  paper: '#ffffff',
  ink: '#1b2733',
  faint: '#5a6672',
  grid: '#d5dbe1',
  bar: '#1f5fae',
  good: '#1e7d4f',
  other: '#b3560f',
}

type Item = { label: string; value: number }
interface Part {
  title: string
  height: number
  /** the names of its series, shown under it */
  legend?: string[]
  draw(index: number): Pick<EChartsOption, 'xAxis' | 'yAxis' | 'series'>
}

/** The figures as a PNG for a phone, one part under the other; the same stands in words in the chat. */
export function drawStats(stats: Stats, reader: Reader, now: Date): Uint8Array {
  const voice = createVoice({ ...reader, timeZone: stats.zone, zoneKnown: true }, now)
  const parts = partsOf(voice, stats)
  const height = head + parts.reduce((sum, part) => sum + partHead + heightOf(part), 0)
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(optionOf(voice, stats, parts))
    return toPng(chart.renderToSVGString())
  } finally {
    chart.dispose()
  }
}

const heightOf = ({ height, legend }: Part): number => height + (legend ? legendHeight : 0)

function partsOf(voice: Voice, stats: Stats): Part[] {
  const funnel = funnelSteps.map(step => ({ label: voice.label(`stats-step-${step}`), value: stats.funnel[step] }))
  const calls = attendances.map(status => ({ label: voice.label(`stats-ended-${status}`), value: stats.attendance[status] }))
  const team = stats.reviewers.slice(0, mostReviewers).map(({ name, calls }) => ({ label: cut(name), value: calls }))
  const nobody = [{ label: voice.label('stats-nobody'), value: 0 }]
  return [
    bars(voice.label('stats-part-funnel'), funnel),
    ...(stats.daily.length > 1 ? [days(voice, stats)] : []),
    bars(voice.label('stats-part-calls'), calls),
    bars(voice.label('stats-part-reviewers'), team.length > 0 ? team : nobody),
  ]
}

const cut = (name: string): string => ([...name].length > longestName ? `${[...name].slice(0, longestName - 1).join('')}…` : name)

const textStyle = { fontFamily: family, fontSize: size, color: colours.ink }

function optionOf(voice: Voice, stats: Stats, parts: readonly Part[]): EChartsOption {
  const [first = '', last = ''] = [stats.dates[0], stats.dates.at(-1)].map(date => voice.date(date ?? ''))
  const dates = first === last ? first : voice.label('stats-dates', { first, last })
  const title: TitleComponentOption[] = [
    {
      text: voice.label(`stats-${stats.period}`),
      subtext: `${dates} · ${voice.zone(stats.at)}`,
      left: 40,
      top: 24,
      textStyle: { ...textStyle, fontSize: 40 },
      subtextStyle: { ...textStyle, color: colours.faint },
    },
  ]
  const grid: GridComponentOption[] = []
  const drawn: ReturnType<Part['draw']>[] = []
  let top = head
  let legend: EChartsOption['legend']
  for (const [index, part] of parts.entries()) {
    title.push({ text: part.title, left: 40, top: top + 20, textStyle: { ...textStyle, fontSize: 32 } })
    grid.push({ left: 330, right: 130, top: top + partHead - 30, height: part.height })
    drawn.push(part.draw(index))
    const under = { top: top + partHead + part.height + 25, left: 320, itemGap: 36, itemWidth: 28, itemHeight: 28, textStyle }
    if (part.legend) legend = { ...under, data: part.legend }
    top += partHead + heightOf(part)
  }
  return {
    animation: false,
    backgroundColor: colours.paper,
    textStyle,
    title,
    grid,
    ...(legend ? { legend } : {}),
    xAxis: drawn.flatMap(({ xAxis }) => xAxis ?? []),
    yAxis: drawn.flatMap(({ yAxis }) => yAxis ?? []),
    series: drawn.flatMap(({ series }) => series ?? []),
  }
}

/** A bar for each thing, its number at the end. */
function bars(title: string, items: readonly Item[]): Part {
  const draw: Part['draw'] = index => ({
    xAxis: { type: 'value', gridIndex: index, show: false, min: 0, max: Math.max(1, ...items.map(({ value }) => value)) },
    yAxis: {
      type: 'category',
      gridIndex: index,
      inverse: true,
      data: items.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.grid, width: 2 } },
      axisLabel: { ...textStyle, interval: 0, margin: 16 },
    },
    series: {
      type: 'bar',
      xAxisIndex: index,
      yAxisIndex: index,
      barWidth: 36,
      itemStyle: { color: colours.bar },
      label: { ...textStyle, show: true, position: 'right' },
      data: items.map(({ value }) => value),
    },
  })
  return { title, height: rowHeight * items.length, draw }
}

/** Two columns for each date: what was handed in, and what was decided. */
function days(voice: Voice, { daily }: Stats): Part {
  const shown = [
    { name: voice.label('stats-part-submitted'), color: colours.bar, field: 'submitted', stack: 'in' },
    { name: voice.label('stats-part-passed'), color: colours.good, field: 'passed', stack: 'out' },
    { name: voice.label('stats-part-other'), color: colours.other, field: 'other', stack: 'out' },
  ] as const
  const draw: Part['draw'] = index => ({
    xAxis: {
      type: 'category',
      gridIndex: index,
      data: daily.map(({ date }) => date.slice(5).replace('-', '/')),
      axisLabel: { ...textStyle, fontSize: 24, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      gridIndex: index,
      minInterval: 1,
      axisLabel: { ...textStyle, fontSize: 24 },
      splitLine: { lineStyle: { color: colours.grid, width: 1 } },
    },
    series: shown.map(
      ({ name, color, field, stack }): BarSeriesOption => ({
        ...{ type: 'bar', name, stack, xAxisIndex: index, yAxisIndex: index, itemStyle: { color } },
        data: daily.map(day => day[field]),
      }),
    ),
  })
  return { title: voice.label('stats-part-daily'), height: 420, legend: shown.map(({ name }) => name), draw }
}
