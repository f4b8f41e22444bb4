import type { CaseFile, Conditions } from '../../api/contract.ts'
import { t } from '../room/texts.ts'

const yuan = (fen: number) => Math.round(fen / 100)

interface Props {
  file: CaseFile
  value: Conditions
  onChange(value: Conditions): void
}

/** A higher deposit, a device of less value, a shorter term: each beside what it is now. */
export function VerdictConditions({ file, value, onChange }: Props) {
  const { offers, device } = file
  const [present, ...cheaper] = offers
  const next = offers.find(({ id }) => id === value.deviceId) ?? present
  if (!next) return null
  const change = (part: Conditions, drop?: keyof Conditions) => {
    const merged = { ...value, ...part }
    if (drop) delete merged[drop]
    onChange(merged)
  }
  const shorter = next.terms.filter(term => term < device.termMonths)
  return (
    <fieldset class="conditions" aria-describedby="conditions-help">
      <legend>{t('conditions')}</legend>
      <p class="soft small" id="conditions-help">
        {t('conditions-help')}
      </p>
      <label class="field">
        <span>{t('condition-deposit', { now: yuan(next.depositFen), most: yuan(next.valueFen) })}</span>
        <input
          type="number"
          inputMode="numeric"
          data-testid="condition-deposit"
          min={yuan(next.depositFen) + 1}
          max={yuan(next.valueFen)}
          step={1}
          value={value.depositFen === undefined ? '' : yuan(value.depositFen)}
          onInput={event => {
            const amount = Math.round(event.currentTarget.valueAsNumber * 100)
            if (amount > 0) change({ depositFen: amount })
            else change({}, 'depositFen')
          }}
        />
      </label>
      <label class="field">
        <span>{t('condition-device', { now: device.name })}</span>
        <select
          data-testid="condition-device"
          value={value.deviceId ?? ''}
          disabled={cheaper.length === 0}
          onChange={event => {
            const deviceId = event.currentTarget.value
            if (deviceId) change({ deviceId })
            else change({}, 'deviceId')
          }}
        >
          <option value="">{t('condition-same')}</option>
          {cheaper.map(({ id, name, monthlyRent }) => (
            <option key={id} value={id}>
              {t('condition-device-choice', { name, rent: monthlyRent })}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t('condition-term', { now: device.termMonths })}</span>
        <select
          data-testid="condition-term"
          value={value.termMonths ?? ''}
          disabled={shorter.length === 0}
          onChange={event => {
            const termMonths = Number(event.currentTarget.value)
            if (termMonths > 0) change({ termMonths })
            else change({}, 'termMonths')
          }}
        >
          <option value="">{t('condition-same')}</option>
          {shorter.map(term => (
            <option key={term} value={term}>
              {t('condition-months', { term })}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}
