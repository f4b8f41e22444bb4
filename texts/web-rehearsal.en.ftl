# The page on which camera, sound, light and network are tried before the call

rehearsal-title = Rehearsal
rehearsal-intro = In about two minutes this page tries everything that your video review needs. Nobody watches, and nothing is recorded: only what was measured goes to your application.
rehearsal-need-card = Have your ID document at hand.
rehearsal-need-lamp = Sit where you will sit for the call, with the light in front of you.
rehearsal-need-sound = Turn the sound on.
rehearsal-permission = Your browser will now ask for the camera and the microphone: please choose “Allow”.
rehearsal-start = Start the rehearsal
rehearsal-step = Step { $step } of { $steps }
rehearsal-parts = What is tried
rehearsal-mark-open = not yet
rehearsal-mark-on = being measured
rehearsal-mark-passed = in order
rehearsal-mark-improve = to be improved
rehearsal-measuring = Measuring…
rehearsal-listening = Listening…
rehearsal-go-on = Go on
rehearsal-without-camera = Go on without it
rehearsal-trouble = The result did not reach us. Please check the network and try again.
rehearsal-over = Your application has ended meanwhile, so there is nothing left to rehearse for. The chat says how things stand.

rehearsal-camera-title = The camera
rehearsal-light-title = The light
rehearsal-light-how = Please look at the camera for three seconds, as you will in the call.
rehearsal-microphone-title = The microphone
rehearsal-microphone-how = Please say a sentence aloud, such as your name and today’s date. The bar moves with your voice.
rehearsal-speaker-title = The speaker
rehearsal-speaker-how = Press the button: you should hear three notes.
rehearsal-play = Play the notes
rehearsal-playing = Playing…
rehearsal-play-again = Play again
rehearsal-heard = Did you hear them?
rehearsal-heard-yes = Yes, clearly
rehearsal-heard-no = No
rehearsal-sharpness-title = Your document, close up
rehearsal-sharpness-how = Hold the printed side of your ID document into the frame, so that it fills it, and keep still. The picture stays on this device.
rehearsal-sharpness-now = Sharpness
rehearsal-cannot = I cannot get it sharp

rehearsal-done-measuring = One moment, the network is still being measured
rehearsal-done-passed = You are ready
rehearsal-done-improve = { $count ->
    [one] One thing to improve
   *[other] { $count } things to improve
  }
rehearsal-to-improve = To improve
rehearsal-in-order = In order
rehearsal-again-part = Try again: { $part }
rehearsal-telling = Sending the result to the chat…
rehearsal-told = The result is in the chat. You can close this page.
