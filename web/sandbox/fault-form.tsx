import { useId } from 'preact/hooks'
import type { Fault } from '../../sandbox/contract.ts'
import { useStore } from '../shared/store.ts'
import { messenger } from './messenger.ts'
import { fullName } from './names.ts'
import { useTexts } from './texts.ts'

const KINDS: Fault['kind'][] = ['429', '500', 'timeout', 'cut', '403']
const METHODS = ['sendMessage', 'editMessageText', 'answerCallbackQuery', 'getUpdates', 'sendDocument', 'sendPhoto', 'getFile']

function numberIn(form: FormData, name: string): number | undefined {
  const value = Number(form.get(name))
  return form.get(name) !== '' && Number.isFinite(value) ? value : undefined
}

function faultIn(form: FormData): Fault | undefined {
  const kind = KINDS.find(one => one === form.get('kind'))
  if (!kind) return undefined
  const method = String(form.get('method') ?? '').trim()
  const [chatId, times, seconds] = [numberIn(form, 'chat'), numberIn(form, 'times'), numberIn(form, 'seconds')]
  return {
    kind,
    ...(method ? { method } : {}),
    ...(chatId === undefined ? {} : { chatId }),
    ...(times === undefined ? {} : { times }),
    ...(seconds === undefined ? {} : { seconds }),
  }
}

export function FaultForm({ onAdd }: { onAdd(fault: Fault): void }) {
  const texts = useTexts()
  const id = useId()
  const { users } = useStore(messenger)
  return (
    <form
      class="fault-form"
      onSubmit={event => {
        event.preventDefault()
        const fault = faultIn(new FormData(event.currentTarget))
        if (fault) onAdd(fault)
      }}
    >
      <label>
        {texts.faultKind}
        <select name="kind" class="field">
          {KINDS.map(kind => (
            <option key={kind} value={kind}>
              {texts.faultKinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.faultChat}
        <select name="chat" class="field">
          <option value="">{texts.faultAny}</option>
          {users.map(user => (
            <option key={user.id} value={user.id}>
              {texts.seat[user.seat]} {fullName(user)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.faultMethod}
        <input name="method" class="field" list={`${id}-methods`} placeholder={texts.faultAny} autocomplete="off" />
        <datalist id={`${id}-methods`}>
          {METHODS.map(method => (
            <option key={method} value={method} />
          ))}
        </datalist>
      </label>
      <label>
        {texts.faultTimes}
        <input name="times" class="field" type="number" min="1" defaultValue="1" placeholder={texts.faultAlways} />
      </label>
      <label>
        {texts.faultSeconds}
        <input name="seconds" class="field" type="number" min="0" placeholder="5" />
      </label>
      <button type="submit" class="button primary">
        {texts.faultAdd}
      </button>
    </form>
  )
}
