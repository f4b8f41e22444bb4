import type { CustomSeriesOption } from 'echarts'
import * as echarts from 'echarts'
import type { Reader } from '../../core/message/view.ts'
import type { MemberQuality, QualityFigures } from '../../core/quality/figures.ts'
import { percent, type Share } from '../../core/quality/rules.ts'
import { createVoice, type Voice } from '../../texts/cards/voice.ts'
import { toPng } from './png.ts'

const width = 1080
const family = 'Noto Sans SC'
const text = 26
const rowHeight = 84
const area = { left: 250, right: 30, top: 210, bottom: 110 }

/** The figures stand in dark on these; each pair has a contrast of 4.5 or more. */
const ink = '#1b2733'
const faint = '#5a6672'
const paper = '#ffffff'
const plain = '#eef1f4'
const grid = '#d5dbe1'
/** from a little to much: more than the desk, and fewer */
const more = ['#fbe3cf', '#f7c396', '#f0a05c']
const fewer = ['#d9e8f6', '#aecdea', '#7fb0de']
/** where one shade ends and the next begins, in percentage points */
const shades = [5, 15, 30]

/** A cell: what stands in it, and how far from the desk. */
interface Cell {
  share: Share
  points: number
}

/** The figures as a PNG for a phone: a row for everybody, a column for every family of reasons, the desk last. */
export function drawQuality(figures: QualityFigures, reader: Reader, now: Date): Uint8Array {
  const height = area.top + area.bottom + rowHeight * Math.max(1, figures.members.length + 1)
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(optionOf(figures, createVoice(reader, now)))
    return toPng(chart.renderToSVGString())
  } finally {
    chart.dispose()
  }
}

function optionOf(figures: QualityFigures, voice: Voice): echarts.EChartsOption {
  const style = { fontFamily: family, fontSize: text, color: ink }
  const columns = [voice.label('quality-picture-agreement'), ...figures.families.map(one => voice.label(`family-${one}`))]
  const rows = [
    ...figures.members.map(({ name, verdicts }) => voice.label('quality-picture-row', { name, verdicts })),
    voice.label('quality-picture-desk', { verdicts: figures.verdicts }),
  ]
  return {
    animation: false,
    backgroundColor: paper,
    textStyle: style,
    title: {
      text: voice.label('quality-picture-title'),
      subtext: voice.label(figures.verdicts === 0 ? 'quality-picture-none' : 'quality-picture-zone', {
        days: figures.days,
        verdicts: figures.verdicts,
      }),
      left: 40,
      top: 24,
      textStyle: { ...style, fontSize: 38 },
      subtextStyle: { ...style, fontSize: 22, color: faint, width: width - 80, overflow: 'break' },
    },
    legend: {
      bottom: 24,
      itemWidth: 44,
      itemHeight: 28,
      itemGap: 48,
      textStyle: style,
      data: [voice.label('quality-picture-more'), voice.label('quality-picture-fewer')],
    },
    grid: { ...area },
    xAxis: {
      type: 'category',
      position: 'top',
      data: columns,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: grid, width: 2 } },
      axisLabel: { ...style, fontSize: 22, interval: 0, width: cellWidth(columns.length) - 8, overflow: 'break' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...style, interval: 0, width: area.left - 50, overflow: 'truncate' },
    },
    series: [
      cells(figures, columns.length),
      // for the legend alone
      {
        type: 'custom',
        name: voice.label('quality-picture-more'),
        itemStyle: { color: more[2] ?? ink },
        data: [],
        renderItem: () => null,
      },
      {
        type: 'custom',
        name: voice.label('quality-picture-fewer'),
        itemStyle: { color: fewer[2] ?? ink },
        data: [],
        renderItem: () => null,
      },
    ],
  }
}

const cellWidth = (columns: number): number => (width - area.left - area.right) / columns

function cells(figures: QualityFigures, columns: number): CustomSeriesOption {
  const all = [...figures.members.map(member => rowOf(figures, member)), deskRow(figures)]
  return {
    type: 'custom',
    data: all.flatMap((row, y) => row.map((_, x) => [x, y])),
    renderItem: (_, api) => {
      const [x, y] = [Number(api.value(0)), Number(api.value(1))]
      const cell = all[y]?.[x]
      const [cx = 0, cy = 0] = api.coord([x, y])
      const wide = cellWidth(columns) - 8
      const shape = { x: cx - wide / 2, y: cy - rowHeight / 2 + 6, width: wide, height: rowHeight - 12, r: 8 }
      const said = cell && cell.share.of > 0 ? `${cell.share.count}/${cell.share.of}\n${percent(cell.share)}%` : '–'
      const words = { text: said, x: cx, y: cy, fill: ink, fontSize: 22, lineHeight: 28, fontFamily: family }
      return {
        type: 'group',
        children: [
          { type: 'rect', shape, style: { fill: colourOf(cell?.points ?? 0) } },
          { type: 'text', style: { ...words, textAlign: 'center', textVerticalAlign: 'middle' } },
        ],
      }
    },
  }
}

function rowOf({ families }: QualityFigures, { agreement, drift }: MemberQuality): Cell[] {
  const of = (one: string): Cell => {
    const found = drift.find(({ family }) => family === one)
    return found ? { share: found.own, points: found.points } : { share: { count: 0, of: 0 }, points: 0 }
  }
  return [{ share: agreement, points: 0 }, ...families.map(of)]
}

/** What all rows are held against. */
function deskRow({ members, families, agreed, done }: QualityFigures): Cell[] {
  const of = (one: string): Cell => {
    const [first] = members
    const share = first?.drift.find(({ family }) => family === one)?.desk ?? { count: 0, of: 0 }
    return { share, points: 0 }
  }
  return [{ share: { count: agreed, of: done }, points: 0 }, ...families.map(of)]
}

function colourOf(points: number): string {
  const shade = shades.filter(least => Math.abs(points) >= least).length - 1
  return (points > 0 ? more : fewer)[shade] ?? plain
}
