import { useId } from 'preact/hooks'
import { useChat } from './chat-context.ts'
import { Dialog } from './dialog.tsx'
import { sendLocation } from './send.ts'
import { useTexts } from './texts.ts'

/** The sandbox asks no browser where one is: it begins in the middle of Shanghai. */
const START = { latitude: 31.2304, longitude: 121.4737 }

export function LocationDialog({ onClose }: { onClose(): void }) {
  const texts = useTexts()
  const { chatId } = useChat()
  const formId = useId()
  const actions = (
    <>
      <button type="button" class="button" onClick={onClose}>
        {texts.cancel}
      </button>
      <button type="submit" class="button primary" form={formId} data-testid="send-location">
        {texts.send}
      </button>
    </>
  )
  return (
    <Dialog title={texts.shareLocationTitle} onClose={onClose} actions={actions} chatId={chatId}>
      <form
        id={formId}
        class="location-form"
        onSubmit={event => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          onClose()
          void sendLocation(chatId, Number(form.get('latitude')), Number(form.get('longitude')))
        }}
      >
        <label>
          {texts.latitude}
          <input
            class="field"
            name="latitude"
            type="number"
            step="any"
            min="-90"
            max="90"
            required
            defaultValue={`${START.latitude}`}
          />
        </label>
        <label>
          {texts.longitude}
          <input
            class="field"
            name="longitude"
            type="number"
            step="any"
            min="-180"
            max="180"
            required
            defaultValue={`${START.longitude}`}
          />
        </label>
      </form>
    </Dialog>
  )
}
