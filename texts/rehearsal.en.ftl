# The rehearsal: camera, sound, light and network are tried before the call.

button-rehearse = Rehearse
button-rehearse-again = Rehearse again
command-rehearse = Try camera, sound and network before the call

rehearse-how =
    Two minutes, no reviewer: the page tries your camera, microphone, speaker, light, sharpness and network.
    Do it on the device, and in the place, that you will use for the call.
rehearse-nothing = There is no video review to rehearse for yet. Please apply first.

rehearsal-passed = <b>✓ Rehearsal passed</b>
rehearsal-improve = <b>Rehearsal: { $count ->
        [one] one thing
       *[other] { $count } things
    } to improve</b>
rehearsal-fine = In order: { $parts }.
rehearsal-more = Also: { $parts }. The page says what helps.

# in reminders, in place of the general advice
rehearsal-ready = ✓ Your rehearsal passed. Just have your original ID at hand.
rehearsal-left = Not yet in order at your rehearsal: { $parts }.

## Its parts, and what helps

rehearsal-part-camera = camera
rehearsal-part-light = light
rehearsal-part-microphone = microphone
rehearsal-part-speaker = speaker
rehearsal-part-sharpness = sharpness
rehearsal-part-network = network
rehearsal-part-clock = clock

rehearsal-advice-camera-denied = Camera: please allow it in the browser; the page shows how.
rehearsal-advice-camera-missing = Camera: none was found. Please use a device that has one.
rehearsal-advice-camera-busy = Camera: another program is using it. Please close that one.
rehearsal-advice-camera-insecure = Camera: please open the link from the chat in your own browser.
rehearsal-advice-camera-unsupported = Camera: this browser cannot use it. Please try Safari or Chrome.
rehearsal-advice-camera-unknown = Camera: it did not start. Please try another browser or device.
rehearsal-advice-camera-small = Camera: its picture is too small to read a card. Please use your phone.
rehearsal-advice-light-dark = Light: your face is too dark. Turn on a lamp, or face a window.
rehearsal-advice-light-bright = Light: your face is too bright. Move the lamp away a little.
rehearsal-advice-light-backlit = Light: there is a bright window or lamp behind you. Turn round.
rehearsal-advice-microphone-denied = Microphone: please allow it in the browser; the page shows how.
rehearsal-advice-microphone-missing = Microphone: none was found. Please use a device that has one.
rehearsal-advice-microphone-busy = Microphone: another program is using it. Please close that one.
rehearsal-advice-microphone-insecure = Microphone: please open the link from the chat in your own browser.
rehearsal-advice-microphone-unsupported = Microphone: this browser cannot use it. Please try Safari or Chrome.
rehearsal-advice-microphone-unknown = Microphone: it did not start. Please try another browser or device.
rehearsal-advice-microphone-silent = Microphone: nothing was heard. Is it muted, or another one chosen?
rehearsal-advice-microphone-quiet = Microphone: your voice is faint. Come closer, or speak up a little.
rehearsal-advice-speaker-unheard = Speaker: turn the volume up, and check where the sound goes.
rehearsal-advice-sharpness-blurred = Sharpness: the card was not sharp. Wipe the lens, hold it still and further away.
rehearsal-advice-network-slow = Network: too slow for video. Move closer to the Wi-Fi, or try mobile data.
rehearsal-advice-network-late = Network: answers come late. Please pause downloads, or turn off the VPN.
rehearsal-advice-network-unreachable = Network: it broke off. Please try Wi-Fi in place of mobile data, or the other way round.
rehearsal-advice-clock-off = Clock: it is wrong on your device. Please set date and time to automatic.

## For staff

case-rehearsal-passed = Rehearsal: passed, { $time }
case-rehearsal-improve = Rehearsal: to improve { $parts }, { $time }

# figures, for staff
rehearsal-measured-camera = { $width } × { $height }
rehearsal-measured-light = brightness { $face } of 255, around it { $around }
rehearsal-measured-microphone = loudest { $loudest } dBFS
rehearsal-measured-sharpness = sharpness { $variance } (variance of the Laplacian)
rehearsal-measured-network = down { $downKbps }, up { $upKbps } kbit/s, round trip { $roundTripMs } ms
rehearsal-measured-clock = { $offSeconds } s off

## A wait that a passed rehearsal ends earlier

again-from-proof-now = You can apply again from { $time }, or at once after a passed rehearsal.
again-from-proof = You can apply again from { $time }, or from { $sooner } after a passed rehearsal.
wait-shortened =
    <b>✓ The wait is shorter</b> ({ $code })
    Your rehearsal passed. You can apply again from { $after }, not only from { $before }.
    We will tell you then.
wait-over =
    <b>✓ You can apply again now</b> ({ $code })
    Your rehearsal passed, so you need not wait until { $before }.
refused-too-early-proof = A passed rehearsal ends the wait earlier.
