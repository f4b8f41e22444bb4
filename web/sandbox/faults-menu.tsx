import { useState } from 'preact/hooks'
import type { Fault } from '../../sandbox/contract.ts'
import { useStore } from '../shared/store.ts'
import { api } from './api.ts'
import { FaultForm } from './fault-form.tsx'
import { Icon } from './icon.tsx'
import { messenger } from './messenger.ts'
import { fullName } from './names.ts'
import { attempt } from './notices.ts'
import { Popover } from './popover.tsx'
import { useTexts } from './texts.ts'

/** Makes the bot's next requests fail on purpose. */
export function FaultsMenu() {
  const texts = useTexts()
  const [faults, setFaults] = useState<Fault[]>([])
  const read = async () => setFaults((await attempt(api.faults)) ?? [])
  const save = async (next: Fault[]) => {
    const saved = await attempt(() => api.setFaults(next))
    if (saved) setFaults(saved)
  }
  const button = (
    <>
      <Icon name="bolt" />
      {faults.length > 0 && <span class="dot" />}
    </>
  )
  return (
    <Popover label={texts.faults} class="icon-button" button={button} testId="faults" onOpen={() => void read()}>
      {() => (
        <div class="faults">
          <h2 class="panel-head">{texts.faults}</h2>
          <p class="panel-note">{texts.faultsAbout}</p>
          {faults.length === 0 && <p class="panel-note">{texts.faultsNone}</p>}
          <ul class="menu">
            {faults.map((fault, index) => (
              <li key={JSON.stringify(fault)} class="fault">
                <FaultLine fault={fault} />
                <button
                  type="button"
                  class="icon-button"
                  aria-label={texts.faultRemove}
                  title={texts.faultRemove}
                  onClick={() => void save(faults.filter((_, other) => other !== index))}
                >
                  <Icon name="trash" size={20} />
                </button>
              </li>
            ))}
          </ul>
          <FaultForm onAdd={fault => void save([...faults, fault])} />
        </div>
      )}
    </Popover>
  )
}

function FaultLine({ fault }: { fault: Fault }) {
  const texts = useTexts()
  const { users } = useStore(messenger)
  const person = users.find(user => user.id === fault.chatId)
  const parts = [
    fault.method ?? texts.faultAny,
    fault.chatId !== undefined && (person ? fullName(person) : fault.chatId),
    fault.times === undefined ? texts.faultAlways : `×${fault.times}`,
    fault.seconds !== undefined && `${fault.seconds} s`,
  ]
  return (
    <span class="grow">
      <strong>{texts.faultKinds[fault.kind]}</strong>
      <span class="menu-note">{parts.filter(part => part !== false).join(' · ')}</span>
    </span>
  )
}
