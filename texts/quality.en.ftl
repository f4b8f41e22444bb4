# How well the desk reviews: blind reviews (a finished application is reviewed again by somebody who had no part and does not see the verdict), agreement, times, reasons.

command-quality = Quality: agreement, times, reasons
    .example = /quality 30
quality-form = Say how many days back (1 to 365), for example: <code>{ $example }</code>

door-blind = blind review
button-blind = Review it blind
blind-asked =
    <b>Please review a finished application blind</b> ({ $device })
    You do not see what was decided: judge by the material alone. Nobody is waiting; today will do.
blind-raised = <b>A blind review differs from the verdict</b> ({ $code })
blind-raised-differ = Verdict: { $outcome }. { $by }, blind: { $blind }
blind-raised-note = Note: { $note }

quality = <b>Quality, the last { $days } days</b>
quality-none = No verdicts in that time yet.
quality-blind = Blind reviews: { $drawn } drawn, { $done } done, { $waiting } waiting
quality-agreed = Same outcome as the verdict: { $agreed }/{ $done } ({ $percent }%)
quality-blind-time = Time for a blind review (median): { $minutes } min
quality-member = <b>{ $name }</b>: { $verdicts } verdicts, { $minutes } min each
quality-member-untimed = <b>{ $name }</b>: { $verdicts } verdicts
quality-member-agreed = same outcome when reviewed blind: { $count }/{ $of }
quality-member-drift = reasons of { $family }: { $count }/{ $of } ({ $percent }%), the desk { $deskCount }/{ $deskOf } ({ $deskPercent }%)
quality-disagreements = <b>Where the two differ</b>
quality-disagreement = { $code }: { $by } decided { $outcome }, blind { $blind }
quality-disagreement-raised = { $code }: { $by } decided { $outcome }, blind { $blind } (handed to the admins)
quality-drift-meaning = A family of reasons is named where its share in somebody's verdicts is 15 points or more from the desk's, and there are 10 verdicts or more.
do-quality = Review quality
do-quality-picture = Picture
do-quality-days = { $days } days
toast-quality-picture = The picture is on its way

quality-picture-caption = Quality, the last { $days } days
quality-picture-title = Whose reasons differ from the desk's
quality-picture-zone = The last { $days } days, { $verdicts } verdicts in all. In the cells: times / verdicts; colour: more or fewer than the desk
quality-picture-row = { $name } ({ $verdicts })
quality-picture-desk = The desk ({ $verdicts })
quality-picture-agreement = Same blind
quality-picture-none = No verdicts yet
quality-picture-more = more than the desk
quality-picture-fewer = fewer than the desk

family-ID = Identity
family-FACE = Face
family-LIVE = Liveness
family-ENV = Surroundings
family-PURPOSE = Purpose
family-HISTORY = History
family-TECH = Technical
family-ATTEND = Attendance
family-PLACE = Place
