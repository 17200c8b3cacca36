### Every sentence shown to people. Short and kind, the way a neighbour speaks; no "dear user", no "system notice".

## Joining and leaving

hello = Hello, I'm the street's Snapshot helper. See something wrong on your round? Send a photo and a few words. I give it a number, find someone for it, keep after them and let you know.
    In danger, call first: fire 119, ambulance 120, police 110. Then tell me.
join-notice = Before you join, please have a look (version { $version }):
    ① What is kept: your nickname, this account, the communities on your round, the photos, words and places you send.
    ② What for: sending tickets out, chasing them, answering you and counting points. Where a category was put right, your words teach the bot, without telephone numbers, plates and names. Nothing else.
    ③ Who sees it: the staff who handle it. Photos in groups carry no location, and your contact is never shown.
    ④ How long: originals stay { $days } days after closing, then they are deleted. The ticket's record stays, without your name.
    ⑤ How to leave: send /leave at any time; it works at once, and words kept to teach the bot are deleted too.
    In charge: { $keeper }. Questions: { $contact }.
    You can report without joining, only without points.
notice-changed = You have joined already. The notice has changed; please have another look:
notice-declined = Noted: your words won't teach the bot. Everything else stays as it was.
join-yes = I agree, join
join-no = Not now
join-declined = That's fine, you can report all the same. To join later, send /join.
ask-home = Which area do you mostly ride?
ask-trade = Good! Mostly meals or parcels? (So that I leave you alone at rush hour.)
trade-takeaway = Meals
trade-parcel = Parcels
trade-other = Other
joined = Welcome, { $name }! When you see something, send a photo and a few words, like "bin blown over at building 2". Stop first, then take the photo. Safety first.
already-joined = { $name }, you're already a rider on the grid. Your round: { $communities }. If you see something, just send it.
home-unknown = not chosen yet
leave-ask = Once you leave, your name no longer shows on tickets and points stop. Leave?
leave-yes = Yes, leave
leave-no = Not yet
left = You've left. Thank you for all your help. If you see danger, you can always tell me.

## Taking a report

receipt-filed = Got it, #{ $number } · { $category }
    📍 { $place }
    Sent to { $community }. I'll tell you when someone takes it.
receipt-later = It's after hours; work on it starts at { $at }. If it's dangerous, please call.
receipt-match = ({ $reason }. If that's wrong, just tell me.)
receipt-draft = Got it, { $numbers }.
receipt-added = OK, added to { $numbers }.
receipt-changed = Changed: #{ $number } is handled as "{ $category }" now.
receipt-changed-private = Changed: #{ $number } stays out of the group now; named staff have it.
receipt-unclear = OK, staff will look at what kind #{ $number } is.
receipt-noted = Noted, { $numbers }.
receipt-several = That's { $count } tickets, all at { $place }:
    { $matters }
    All sent out. I'll tell you when someone takes them.
receipt-line = #{ $number } { $category }
receipt-line-joined = #{ $number } { $category } (reported already, you're on it too)
receipt-joined = Someone has reported this already: it's #{ $number }, and you're on it too. I'll tell you how it ends.
receipt-joined-check = Someone has reported this already: #{ $number }. They say it's done; you've just seen it, is it?
receipt-private = Got it, #{ $number }. This stays out of the group; the right person has it, and I'll tell you when it's done. Please keep it to yourself too.
receipt-outside = Got it, #{ $number }. That spot is in { $neighbour }, outside our street, but it won't be dropped: our duty desk is passing it on there and to { $hotline }. If it's urgent you can call { $hotline } yourself.
receipt-guest = (You haven't joined yet; it's handled all the same. For points, send /join.)
neighbour-unknown = the next street
reason-outside = outside our street, passed to { $hotline } or the street it belongs to
outside-to-pass-on = 📮 #{ $number } is outside our street ({ $neighbour }). Please pass it to { $hotline } or the street it belongs to, and note the reference:
    { $place }
    { $words }
person-looks = { $numbers } is with our staff now. Carry on, I'll tell you what comes of it.
receipt-hidden = That concerns a person: I took it out of the group, and only the right people see it.
receipt-against-community = This is about the community's own people, so it went straight to the street office and not through them. We won't tell them it was you.
receipt-against-street = This is about the street's own people, so it went straight to the leader in charge and not through them. We won't tell them it was you.
hearsay = (Forwarded) {""}
voice-kept = (Voice message, please ask the courier)

## One question at a time

ask-place = Where exactly? Tap below to send your location, or type it: estate, building or crossing.
ask-place-choice = Is it one of these? Just tap.
ask-all = Where, and what's wrong? Send your location or type a few words.
ask-voice = I can't listen to voice or video. Could you type a few words: where, and what's wrong?
ask-words = What's wrong there? A few words will do.
ask-category = I'm not sure what kind it is. Could you tap one?
ask-other-category = Which of these is #{ $number } rather? One tap changes it.
ask-photo = The photo looks like one of these: tap it if it is; if not, say it in a few words:
ask-photo-urgent = The photo looks like one of these: please tap. If it really is { $category }, step back first and call { $numbers }:
ask-people = Is anyone hurt or trapped?
ask-where-urgent = Where exactly? Estate, building, crossing, or send your location.
keyboard-location = 📍 Send my location
keyboard-hint = or type a few words
toast-chosen = OK: { $label }

## Danger: what to do now, before anything is asked

safety-EMG_FIRE = 🆘 Call { $numbers } first and say which building and floor. Get well back, no lifts, don't go in to film; call out to those inside.
safety-EMG_GAS = 🆘 { $numbers }: go outside, upwind, and call from there. Indoors touch no switch, light nothing, make no call; don't start your bike nearby.
safety-EMG_COLLAPSE = 🆘 Call { $numbers } first. Keep well away, don't stand below, don't try to hold it up, and stop whoever wants to pass.
safety-EMG_POWERLINE = 🆘 Call { $numbers } first. Don't touch the wire, don't step in water, stay ten metres away and stop others. If someone is hit, don't pull them with your hands.
safety-EMG_MEDICAL = 🆘 Call { $numbers } first and say exactly where. Don't move them; if it's safe there, stay with them a while. Your order can wait: I can write a note for your station.
safety-EMG_ACCIDENT = 🆘 Call { $numbers } first. Get to the roadside, don't move the injured, warn the cars behind. If you're hurt yourself, say so.
safety-EMG_TRAPPED = 🆘 Call { $numbers } first. Don't go into the water, don't force doors. Keep talking to them until help comes. Please keep photos out of the group.
safety-EMG_SECURITY = 🆘 Call { $numbers } first, and get yourself to safety. Don't go near, don't film, don't post it. We won't say who reported it.
safety-FIRE_OPENFLAME = If it's big, unattended, or near cars or houses, call 119 at once. Keep away and don't try to stamp it out.
safety-PPL_LOST = Call { $numbers } first. If you can, wait with them and keep them off the road. Please keep their photo out of the group.
safety-PPL_CARE = Cries for help, a smell of burning, or someone down: call 120 and 110 at once. If not, don't force the door; I'm sending someone from the community now.
safety-other = 🆘 Call { $numbers } first. Get somewhere safe and keep away.
dial-95598 = power company { $number }
dial-gas_hotline = gas company { $number }
ask-EMG_FIRE = Is anyone still inside?
ask-EMG_GAS = Is the smell in a building or on the road? Are you outside now?
ask-EMG_COLLAPSE = Is anyone underneath? Is more still coming down?
ask-EMG_POWERLINE = Has anyone touched it? Is the wire on the ground or hanging?
ask-EMG_MEDICAL = Are they awake? Did you get through to 120?
ask-EMG_ACCIDENT = Is anyone hurt? Is the road still blocked?
ask-EMG_TRAPPED = How many are trapped? Can you still talk to them?
ask-EMG_SECURITY = Are you safe? Are they still there?

## Following up

follow-up-open = #{ $number } { $category } hasn't been taken yet. I'll give them another push. Thanks for keeping it in mind.
follow-up-claimed = #{ $number } { $category } is in hand ({ $who }){ $due }. I've passed on what you said.
follow-up-suspended = #{ $number } { $category } cannot be done now; it rests until { $until } and then goes on. I've passed on what you said to { $who }.
follow-up-check = #{ $number } { $category }: they say it's done. What do you see?
follow-up-closed = #{ $number } { $category } was closed a few days ago. Is it broken again?
owner-staff = our staff
cannot-read = I can't read that. A photo, words or a location will do.
unknown-command = There's no such command. Send /help to see what I can do; to report, just send a photo and a few words.
my-list = Your latest reports:
    { $tickets }
    Points: { $points }
my-nothing = None yet. If you see something, take a photo and send it.

## News for couriers

told-claim = #{ $number }: { $who } of { $community } has it{ $due }.
by-when = , to be done by { $at }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
told-claim-private = #{ $number }: the right person has it now. Thank you.
told-confirm = #{ $number } was looked at and is real; { $who } of { $community } goes on with it{ $due }.
told-confirm-private = #{ $number } is with the right person, thank you.
told-transfer = #{ $number } needs { $party }; it was passed on and we keep an eye on it.
told-transfer-private = #{ $number } is with those who can do it; we keep an eye on it.
told-suspend = #{ $number } cannot be done now ({ $reason }); it rests until { $until } and then goes on. We do not forget it.
told-suspend-private = #{ $number } needs some time and goes on at { $until }. We do not forget it.
told-merge = #{ $number } is the same as #{ $main } and is handled there; you hear what comes of it.
told-merge-private = #{ $number } is handled together with #{ $main }; you hear what comes of it.
told-unmerge = #{ $number } was not the same after all; it is handled by itself, still as #{ $number }.
told-unmerge-private = #{ $number } is handled by itself, under the same number.
told-undo = #{ $number } was closed by a slip and is still being checked; you hear when it is done.
told-undo-private = #{ $number } is still being looked after.
told-conclude = #{ $number } has come to an end: { $reason }. Thank you! How was it done?
told-conclude-private = #{ $number } has come to an end, thank you! There is no more we may say. How was it done?
told-late = #{ $number } is not done in time{ $reason }; the street office is after it and you hear when it is done.
told-late-private = #{ $number } is still being looked after, later than was said.
told-late-several = { $numbers } are not done in time; the street office is after them and you hear of each when it is done.
told-late-party = { " " }(waiting for { $party })
taken-part = What you reported is another matter than the earlier one; it is #{ $number } now. You hear who takes it.
taken-part-private = What you reported is #{ $number } now and with the right person.
taken-split = There was one more matter in what you said; it is #{ $number } now. You hear who takes it.
taken-split-private = There was one more matter in what you said; it is #{ $number } now and with the right person.
told-conclude-dispute = #{ $number } has been settled, thank you! Whose matter it was stays with us. How was it?
told-meeting = #{ $number } the community, the owners and the property manager meet about it on { $at }; we will tell you what comes of it.
told-make_safe = #{ $number }: it's fenced off, the repair comes next.
told-make_safe-private = #{ $number }: someone is there now.
told-prove = #{ $number }: { $who } says it's done. If you pass by, could you have a look?
told-pass = #{ $number } is closed, thank you! How did it go?
told-pass-private = #{ $number }: they've been seen and looked after, thank you! I can't say more. How did it go?
told-pass-dispute = #{ $number } has been settled between them, thank you! Whose matter it was stays with us. How was it?
told-fail = #{ $number } didn't pass the check; they've been told to do it again.
told-fail-private = #{ $number }: still being looked after, don't worry.
told-reopen = #{ $number } is being worked on again.
told-reject = #{ $number }: we had a look and won't open a case this time: { $reason }. Thank you for watching; do report the next one.
told-reject-private = #{ $number }: the right person had a look, nothing needs doing for now. Thank you for watching.
told-hand_off = #{ $number } has been passed on: { $reason }.
told-hand_off-private = #{ $number } has been passed to those who can help. Thank you.
told-withdraw = #{ $number } is withdrawn.
told-leave = Your part is withdrawn; others reported #{ $number } too, so it goes on.
earned = Points +{ $points }
courier-pass = Done
courier-fail = Not done
courier-reopen = Yes, not done
courier-withdraw = Withdraw
courier-withdraw-one = Withdraw #{ $number }
courier-change = Change
courier-change-one = Change #{ $number }
courier-none-of-them = None of them
rating-very_satisfied = Very good
rating-satisfied = Good
rating-dissatisfied = Not good

## Small talk

talk-thanks = We're the ones to thank you! Ride carefully.
talk-greeting = Hello! If you see something, take a photo and send it.
talk-order = That's not mine to decide. To report something, say where it is and what's wrong.
talk-denied = All right, good that nothing happened. If something does, tell me any time.
talk-chat = Got it. To report something, send a photo and a few words.

## The ticket's card

mark-L0 = 🆘
mark-L1 = 🔴
mark-L2 = 🟡
mark-L3 = 🟢
level-L0 = Emergency
level-L1 = Urgent
level-L2 = Ordinary
level-L3 = Can wait
status-draft = To complete
status-dispatched = To claim
status-verifying = being verified
status-claimed = In hand
status-transferred = with a unit
status-suspended = suspended
status-pending_check = To check
status-closed = Closed
status-rejected = Not taken
status-withdrawn = Withdrawn
status-handed_off = Passed on
status-merged = merged
flag-supervised = supervised
flag-late = late
flag-extended = extended
flag-rework = rework
until-day = to { $day }
into-ticket = into #{ $number }
card-recurs = (again, last time #{ $number }) 
card-against-community = (about the community's own people, straight to the street) {""}
card-against-street = (about the street's own people, for the leader in charge) {""}
owner-at-party = { $who } ({ $party })
matter-private = a private matter
field-status = State
field-place = Place
field-level = Level
field-due = Due
field-reporter = From
field-owner = Owner
owner-nobody = nobody yet
place-unknown = place to come
place-assumed = { $place } (usual round, to confirm)
words-none = (no words, see the photo)
words-hidden = (the words are about people and not shown here)
reporter-hidden = kept private
reporter-guest = a neighbour
reporter-many = { $name } and others, { $count } in all
due-claim = claim by { $at }
due-make_safe = on site by { $at }
due-close = close by { $at }
due-provisional = (tentative)
button-claim = Claim
button-verify = Look first
button-confirm = It is so
button-escalate = Report up
button-transfer = To a unit
button-return-party = Sent back
button-raise = Raise
button-ask_lower = Ask lower
button-lower = Lower
button-split = Split
button-merge = Merge
button-part = Take out
button-unmerge = Unmerge
button-ask_extend = Ask time
button-ask_suspend = Suspend
button-resume = Resume
button-supervise = Supervise
button-undo = Undo close
button-conclude = It ended
button-more = More
button-make_safe = Fenced
button-make_safe-private = On site
button-categorise = Category
button-set_kind = Kind
button-steps = Steps
button-reroute = Community
button-return = Not ours
button-reject = Reject
button-prove = Done
button-hand_off = Pass on
button-hand_over = Hand over
button-release = Put back
button-pass = Passed
button-fail = Not done
button-reopen = Reopen

## After a press

toast-file = #{ $number } sent out
toast-claim = #{ $number } is yours
toast-verify = #{ $number }: please have a look, then press “It is so” or “Reject”
toast-confirm = #{ $number } is a case; who looked goes on with it
toast-escalate = #{ $number } was reported up
toast-transfer = #{ $number } passed on; its owner keeps an eye on it
toast-raise = #{ $number } was raised
toast-lower = #{ $number } was lowered
toast-ask_lower = #{ $number }: asked; lowered once agreed
toast-join = #{ $number }: joined
toast-part = #{ $number }: taken out
toast-split = #{ $number }: split
toast-merge = #{ $number } was merged
toast-unmerge = #{ $number } is by itself again
toast-ask_extend = #{ $number }: more time was asked for
toast-extend = #{ $number } was extended
toast-ask_suspend = #{ $number }: suspension was asked for
toast-suspend = #{ $number } was suspended
toast-resume = #{ $number } goes on
toast-refuse = #{ $number }: recorded as refused
toast-supervise = #{ $number } is supervised
toast-undo = #{ $number } is open again
toast-conclude = #{ $number } is closed, thank you
toast-more = See below
toast-release = #{ $number } put back
toast-hand_over = #{ $number } handed over
toast-return = #{ $number } returned to the street
toast-reroute = #{ $number } assigned
toast-categorise = #{ $number } category changed
toast-set_kind = #{ $number } kind of matter changed
toast-make_safe = #{ $number } noted, thank you
toast-note = #{ $number } noted
toast-prove = #{ $number } sent to be checked
toast-pass = #{ $number } closed, good work
toast-thanks = Thank you! #{ $number } is closed
toast-fail = #{ $number } sent back
toast-reopen = #{ $number } reopened
toast-reject = #{ $number } noted as not taken
toast-leave = Your part is withdrawn
toast-withdraw = #{ $number } withdrawn
toast-hand_off = #{ $number } passed on
toast-rate = Thank you for your rating
toast-asked = See the question below
ask-level = #{ $number }: { $count } people have reported it. Raise the level?
ask-claim = Claim #{ $number }? It counts once you tap.

## Questions to staff

prompt-return = #{ $number }: why isn't it ours, and whose is it? Answer by replying to this message.
prompt-reject = #{ $number }: why won't we take it? Answer by replying to this message; the courier will be told.
prompt-hand_off = #{ $number }: where does it go, and under what reference? Answer by replying to this message.
prompt-transfer = #{ $number }: which unit, whom there, which receipt? Reply like: 通信运营商 Zhang, receipt 88.
    Known: { $parties }
prompt-conclude = #{ $number }: how did it end? Reply with a sentence.
prompt-raise = #{ $number }: to which level?
prompt-lower = #{ $number }: to which level and why? Reply like: L3 mended, only paint is missing.
prompt-ask_lower = #{ $number }: to which level and why? Reply like: L2 fenced, nobody passes. Somebody else must agree.
prompt-ask_extend = #{ $number }: why more time? Reply with a sentence; granted, it gets its full time once more.
prompt-ask_suspend = #{ $number }: until which day and why? Reply like: 2026-12-20 the owners vote.
prompt-split = #{ $number }: what is the other matter? Press one, or reply with its name.
prompt-merge = #{ $number }: which ticket is the same? Press one, or reply with its number.
prompt-part = #{ $number }: whose report is not about this?
prompt-more = #{ $number }, what else can be done:
prompt-prove = #{ $number } still lacks { $missing }. Reply to this message (or the card) with it.
prompt-categorise = #{ $number }: which category? Tap one, or reply with its name.
prompt-set_kind = #{ $number } Simple (简易), for several departments (跨部门) or complex (复杂), and why? Reply, e.g.: 复杂 要业委会表决.
prompt-hand_over = #{ $number }: who should have it?
prompt-nobody = #{ $number }: nobody else is registered here. Put it back for the group.
prompt-reroute = #{ $number }: which community?
proof-photo_after = a photo from afterwards
proof-text_reply = a sentence on what was done
proof-official_receipt = the receipt of whoever handled it (typed or photographed)
owner-hand_over = #{ $number } is yours now; the closing time stays.
owner-contact = It is with { $party } now: { $contact }
owner-escalate = #{ $number } was reported up to you; please bring everybody together, the deadline stays. { $note }
owner-raise = #{ $number } was raised and is due earlier, see the card. { $note }
owner-set_kind = #{ $number } It is another kind of matter now, please look at the card. { $note }
owner-supervise = #{ $number } is supervised by the street office now. { $note }
owner-resume = #{ $number } goes on; its time runs again from now. { $note }
asked-extend = #{ $number } { $matter }: { $who } asks for more time because { $reason }. Granted?
asked-suspend = #{ $number } { $matter }: { $who } asks to suspend it until { $until } because { $reason }. Granted?
asked-lower = #{ $number } { $matter }: { $who } asks to lower it to { $level } because { $reason }. Agreed?
decide-yes = Agree
decide-no = Refuse
decided-extend-granted = #{ $number }: { $who } granted more time, see the card.
decided-extend-refused = #{ $number }: { $who } granted no more time; it does not count as one of the extensions.
decided-suspend-granted = #{ $number }: { $who } suspended it; it goes on by itself at { $until }.
decided-suspend-refused = #{ $number }: { $who } did not suspend it, its time runs.
decided-lower-granted = #{ $number }: { $who } agreed to { $level }.
decided-lower-refused = #{ $number }: { $who } did not agree to lower it.
length-minutes = { $count } min
length-hours = { $count } h
length-days = { $count } days

## Reminders: who, which one, until when

nudge-claim_half = #{ $number } { $matter }: nobody has taken it; due { $at }.
nudge-claim_overdue = #{ $number } { $matter }: should have been taken by { $at }, nobody has.
nudge-claim_double = #{ $number } { $matter }: should have been taken by { $at }; { $late } later nobody has. Please send somebody.
nudge-make_safe_three_quarters = #{ $number } { $matter }: has to be fenced by { $at }, little time is left.
nudge-make_safe_overdue = #{ $number } { $matter }: should have been fenced by { $at }, it is not.
nudge-close_three_quarters = #{ $number } { $matter }: due { $at }. If that cannot be, ask for more time first.
nudge-close_overdue = #{ $number } { $matter }: was due { $at }, please hurry.
nudge-close_five_days = #{ $number } { $matter }: { $late } late.
nudge-verify_overdue = #{ $number } { $matter }: no word yet from who went to look; due { $at }.
nudge-verify_double = #{ $number } { $matter }: { $late } past its time and not verified.
nudge-check_overdue = #{ $number } { $matter }: handled, was to be checked by { $at }, and nobody has looked.
nudge-check_double = #{ $number } { $matter }: was to be checked by { $at }, { $late } ago, please send somebody.
nudge-appoint_half = #{ $number } { $matter }: returned twice, somebody must be appointed by { $at }.
nudge-appoint_overdue = #{ $number } { $matter }: returned twice, should have been appointed by { $at }.
nudge-appoint_double = #{ $number } { $matter }: returned twice, nobody appointed { $late } past its time.
nudge-progress_overdue = #{ $number } { $matter }: a word on how it goes was due by { $at }; reply to the card.
nudge-progress_double = #{ $number } { $matter }: no word since one was due by { $at }, please ask.
nudge-coordinate_three_quarters = #{ $number } { $matter }: has to be settled by { $at }, little time is left.
nudge-coordinate_overdue = #{ $number } { $matter }: should have been settled by { $at }.
nudge-follow_up_overdue = #{ $number } { $matter }: passed on days ago, an answer was due by { $at }; has it come to anything?
nudge-follow_up_double = #{ $number } { $matter }: passed on, no answer since one was due by { $at }, please ask.
nudge-alone = ⏰ { $line }
nudge-several = ⏰ { $count } that want you:
    { $tickets }
nudge-group = ⏰ These { $count } nobody has taken:
    { $tickets }
nudge-beyond = … and { $count } more, see /late.
why-supervised = not done in time, supervised by rule
nudge-undelivered = ⚠ The card of #{ $number } { $matter } has reached nobody for 10 minutes; please send somebody.
late-by = { $length } late
late-list = 🌅 { $day }: { $count } late:
    { $tickets }
morning-list = 🌅 Not claimed in time yesterday, { $count }:
    { $tickets }
today-list = Due today:
    { $tickets }
late-nothing = Nothing is late. Well done.
today-nothing = Nothing is due today.
late-now = Late:
    { $tickets }
list-beyond = … and { $count } more
list-private = And { $count } private matters, not listed here.
moved-list = Holidays have changed, and with them the deadlines of { $count }:
    { $tickets }
moved-line = #{ $number } { $matter }: now { $at }
ask-holidays = The holidays of { $year } are not known; deadlines that reach into it count Monday to Friday for now. When the notice is out, write it under holidays in config.yaml and restart the bot.
owner-fail = #{ $number } didn't pass the check, please do it again. { $note }
owner-withdraw = #{ $number } was withdrawn by the courier; nothing more to do.
owner-recategorised = #{ $number }: the courier says it is "{ $category }"; that is changed now.
owner-reopen = #{ $number }: the courier says it's broken again. Reopened, still yours.
owner-note = #{ $number } has news: { $note }

## The steps of a complex matter

step-received = request received
step-visit = visit
step-meeting = meeting
step-decision = decision
step-notice = notice
step-carry_out = carrying out
step-upkeep = upkeep
form-visit = visit
form-appoint = appointment
form-minutes = meeting
form-decision = decision
form-notice = notice
form-result = result of the notice
form-carry_out = carrying out
form-upkeep = upkeep
step-example-visit = 走访 看过现场，问了3家
step-example-appoint = 约会 11-30 14:00 居委会会议室
step-example-minutes = 会议 居委会、物业到了，业委会没来，电话同意；下周三加减震垫
step-example-decision = 决定 装22台风幕机，公共收益出，业委会、物业维保
step-example-notice = 公示 11-30到12-07 各楼道公告栏
step-example-result = 公示结果 没有反对
step-example-carry_out = 落实 22台都装好了
step-example-upkeep = 维保 物业接手，质保两年
step-ask-visit = #{ $number } What did the visit show, who was asked? Reply with a sentence.
step-ask-appoint = #{ $number } On which day, when and where do the three meet? Reply, e.g.: { $example }. Please call the owners' committee and the property manager yourself.
step-ask-minutes = #{ $number } Who came of 居委会, 业委会 and 物业, who did not, and what was said? Reply, e.g.: { $example }
step-ask-decision = #{ $number } What is to be done, who pays, who maintains it? Reply, e.g.: { $example }
step-ask-notice = #{ $number } From when until when does the notice hang, and where? Reply, e.g.: { $example }
step-ask-result = #{ $number } The notice is over: how many households object, and to what? Reply, e.g.: { $example }, or: 2家反对：怕绿化少了
step-ask-carry_out = #{ $number } How was it carried out? Reply with a sentence.
step-ask-upkeep = #{ $number } Who maintains it from now on? Reply with a sentence.
step-lacks-words = a sentence about it
step-lacks-reason = why it is not needed
step-lacks-day = which day
step-lacks-time = what time
step-lacks-where = where
step-lacks-first = from which day
step-lacks-last = until which day
step-lacks-COMMUNITY = whether the community (居委会) came
step-lacks-OWNERS_COMMITTEE = whether the owners' committee (业委会) came
step-lacks-PROPERTY = whether the property manager (物业) came
step-lacks-present = who was there at all
step-lacks-matter = what is to be done
step-lacks-funds = who pays (公共收益, 维修资金, 财政, 自筹 or 不用钱)
step-lacks-upkeep = who maintains it (维保)
step-lacks-count = how many households object
step-lacks-objection = to what
step-kept = #{ $number } { $step }: noted.
step-next = Next: { $step }.
step-none-left = Every step that is needed is done.
step-appointed = #{ $number } The meeting is on { $at }, { $where }. I tell the community's people; please call the owners' committee and the property manager.
step-posted = #{ $number } The notice hangs until { $day } 24:00. Come back then and tell whether anybody objects.
step-posted-longer = #{ $number } Its last day is a holiday: the notice hangs until { $day } 24:00. Come back then and tell whether anybody objects.
step-objected = #{ $number } { $count } households object, noted. Back to the table: a new decision and a new notice when it is agreed.
step-planned = #{ $number } { $step } is planned for { $day }.
step-left-out = { $step } left out
step-intended = { $step } planned
step-not-in-group = #{ $number } is for its handlers alone. I took your words out of the group and kept nothing of them; please tell me again here.
step-invited = #{ $number } { $matter }: { $who } called a meeting, { $at }, { $where }. Please come.
step-list = #{ $number } How far it is ({ $why }):
step-button = Next: { $what }
step-round = (round { $round })
step-until = { $step } to { $day }
step-from-to = { $first } to { $last }
step-no-objection = nobody objects
step-objection = { $count } households object: { $text }
step-replaced = posted anew
step-skipped = left out: { $reason }
step-optional = (may be left out)

## 721

tier-village = villages and communities
tier-section = sections
tier-street = street office
tiers = Disputes that ended this quarter (since { $since }), by the tier where they ended:
    { $tiers }, { $total } in all; the target is { $target }.
tiers-one = { $tier } { $count }
tiers-one-share = { $tier } { $count } ({ $percent } %)
tiers-too-few = Too few to compare.
tiers-nothing = No dispute has ended this quarter (since { $since }).

## Lists

list-open = Open:
    { $tickets }
list-mine = In your hands:
    { $tickets }
list-found = Found:
    { $tickets }
list-nothing = None.
list-more = … and more; use /find
who-nobody = The register is empty. Please ask an admin to use /appoint.
post-worker = Community worker
post-grid_worker = Grid worker
post-grid_head = Grid head
post-secretary = Secretary
post-dispatcher = Dispatcher
post-duty = Duty
post-leader = Leader
post-admin = Admin

## On duty

roster-example = { $day } { $shift } Wang
roster-empty = Nobody is named. One shift a line, such as: { $example }
roster-no-date = "{ $text }" doesn't begin with a day. Write it like "{ $example }"
roster-date-impossible = there's no such day as { $day }
roster-date-past = { $day } is over; if you mean next year, write the year
roster-date-far = { $day } is too far away, a year ahead is the most
roster-date-weekday = { $day }: day and weekday don't agree
roster-no-shift = which shift? There are: { $known }
roster-unknown-shift = there's no shift "{ $shift }"; there are: { $known }
roster-no-name = { $shift } names nobody; to leave a day empty write the day and 无
roster-name-twice = { $who } is written twice
roster-shift-twice = the same shift as on line { $line }; several people go on one line with 、 between
roster-day-emptied = line { $line } leaves this day empty (无), yet here is a shift
roster-unknown-person = { $place } has no "{ $who }" in the register; there are: { $people }
roster-several-people = { $place } has more than one "{ $who }": { $people }. Write the whole name, or add the post: 小王（网格员）
roster-nobody-there = { $place } has nobody in the register yet; an admin has to /appoint somebody first
roster-two-places = { $who } is on another shift at that time: { $place }, { $day } { $shift }
roster-fault = line { $lines }: { $words }
roster-faults = Nothing entered yet: { $count } to mend (the rest waits too). Please send all of it again:
roster-entered = The roster of { $place } is entered, days: { $days }, shifts: { $shifts }.
roster-nobody = nobody
roster-more-days = … and { $days } more days
roster-replaced = { $days }: there was a roster already, the new one counts.
roster-days-and-more = { $days } and others, { $count } days in all
roster-dropped = No longer on it: { $shifts }
duty-day = On duty { $day }:
duty-week = On duty { $first } to { $last }:
duty-community = [{ $name }]
duty-street-duty = [Street duty]
duty-street-leader = [Leader on duty]
duty-empty = empty
duty-by-post = no roster, by post: { $people }
duty-now = To be asked now: { $people }
duty-which-day = Which day? Write it after /duty (such as { $day }), or 本周 (this week), 下周 (next week); nothing means today.
place-street = Street
roster-how = To enter a roster send /roster and below it "{ $example }", one shift a line; the street's staff may write a community's name after /roster.
roster-holes = The roster of { $place } has empty shifts, please fill them:
    { $holes }
    Send /roster and below it "{ $example }".
hand-over = { $shift } begins. To look after, { $count } in all (type 认领 12 to claim):
hand-over-more = … and { $count } more, see /open
hand-over-nobody = nobody yet
swap-how = write it like /swap { $example }
swap-asked = I've asked { $who }, and will tell you the answer.
swap-ask = { $who } asks whether you could take this shift: { $shift }. Can you?
swap-approve = { $who } and { $colleague } agree: { $colleague } takes { $shift }. Do you approve?
swap-agreed = { $colleague } will take { $shift } for you, once { $approvers } approves.
swap-declined = { $colleague } can't that day; { $shift } is still yours. You may ask somebody else.
swap-approved = Done: { $colleague } takes { $shift } for { $who } (approved by { $approver }).
swap-refused = { $approver } did not approve; { $shift } stays with { $who }.
swap-void = { $shift } was not swapped: { $why }.
swap-withdrawn = { $who } found another way, { $shift } is not yours to take.
swap-yes = I can
swap-no = I can't
swap-grant = Approve
swap-refuse = Refuse
swap-toast-yes = Thank you, now it has to be approved
swap-toast-no = All right, they've been told
swap-toast-grant = Approved, the roster is changed
swap-toast-refuse = Refused, they've been told
swap-status-asked = still waits for the colleague
swap-status-agreed = is agreed on and waits for approval
swap-status-approved = is done already
swap-status-refused = was refused
swap-status-void = is void
swap-begun = the shift has begun
swap-gone = the roster was entered anew
swap-left = { $who } doesn't hold that post any more
swap-with-oneself = it's your own shift
swap-unreachable = { $who } has never written to the bot and can't be asked
swap-both = { $who } is on the same shift
swap-busy = { $who } is on a shift at { $place } then ({ $shift })
roster-rehearsed = This was only a check; nothing was changed.
roster-unreachable = ⚠ { $people } can't be reached by the bot: others will be asked instead. Please let them write to the bot first.
roster-no-text = This file isn't a table of text. In Excel, save it as "CSV UTF-8"
roster-no-table = This file doesn't look like CSV. Please export it again
roster-no-columns = The first row needs three columns: date, shift, person (or 日期, 班次, 人员)

## Setting up

bot-added = Hello everyone, I'm the Snapshot helper. Could the street's admin send /bind and the community's name here, and make me an admin of the group? Otherwise I can't see photos.
bind-which = Which community? Write its name after /bind: { $names }. For the street's own group: /bind 街道.
bound = This group belongs to { $name } now. Its cards will come here.
appoint-which = Reply to one of their messages with /appoint and the post: { $posts }.
appointed = { $who }: { $place }, { $post }. Registered.
dismissed = { $who } holds no post here any more.
set-up-how = This command belongs in a staff group; to appoint or dismiss somebody, reply to one of their messages.
help-private = See something wrong? Send a photo and a few words, like "bin blown over at building 2". Typing, voice and locations work too.
    Fire 119, ambulance 120, police 110: in danger, call first.
    { $commands }
help-group = There are buttons under a card, everything else is behind “More”. Typing works too:
    认领 12 (claim) · 12 好了 (done) · 12 不是我们的，是市政 (not ours)
    12 延期 等配件 (more time) · 12 挂账到12-20 等表决 (suspend until) · 12 转办 电信 张工 回执88 (to a unit) · 12 上报网格长 (report up)
    A complex matter: 12 步骤 (how far) · 12 走访 看过现场 (a step) · 12 改成复杂事项 and why
    Reply to a card with a photo to hand in the proof.
    { $commands }
departed = { $who } has left; { $count } tickets in hand, the clocks run on. Please arrange them anew:
    { $tickets }
departed-shifts = { $who } has left; nobody is on these { $count } shifts now. Please arrange them anew:
    { $shifts }
group-lost = ⚠ "{ $title }" ({ $place }) can't be reached. Its tickets go to the grid head and the street for now. Please add me to the group again and send /bind.
alarm-parked = ⚠ Incoming item { $item } can't be handled and was set aside. Nothing is lost; please see the log.
alarm-nobody = ⚠ #{ $number } reaches nobody. Please appoint somebody, and ask them to say a word to the bot first.
alarm-unsent = ⚠ Message { $item } can't be sent, and I've stopped trying. Please see the log.
alarm-not-removed = ⚠ Message { $item } should be taken down, but I can't delete it. Please delete it in the group, and make the bot an administrator.
alarm-unanswered = ⚠ Report { $report } couldn't be handed to a person in time; next try in 15 minutes. Please see the log.
alarm-lesson = ⚠ Last night's lesson failed: { $reason }. The model in use stays, reports are taken as always; the next lesson is another night.
alarm-model = ⚠ The learned model can't be read; the shipped one is used. Please see whether the folder models.folder of config.yaml is still there, or run python -m bot model --use shipped.

## When it cannot be done

refusal-not-found = There's no such ticket.
refusal-not-allowed = This step belongs to whoever is handling it.
refusal-not-your-group = This one belongs to { $community }. If you're there first, please fence it off.
refusal-with-street = #{ $number } is with the street office, which decides whose it is.
refusal-nothing-more = #{ $number }: there is nothing else that you could do now.
refusal-handler-checks = Whoever did the work can't check it; someone else has to.
refusal-second-person = Somebody else must decide this, not the one who asked.
refusal-already-asked = #{ $number }: that was asked for already.
refusal-already-decided = #{ $number }: somebody has decided that already.
refusal-no-longer-asked = #{ $number } has moved on; that need not be decided any more.
refusal-nobody-decides = #{ $number }: nobody else is there who could decide it. Please ask an admin to appoint somebody, who then says a word to the bot.
refusal-already-suspended = #{ $number } was suspended before; once is all there is.
refusal-appointed = #{ $number } was appointed by the street and cannot be returned; speak to the dispatcher.
refusal-children-open = #{ $number }: these parts are not done: { $children }.
refusal-not-safe-yet = #{ $number } is not fenced yet; first that, then suspend.
refusal-nobody-above = #{ $number }: nobody is registered further up; speak to the dispatcher.
refusal-overdue = #{ $number } is overdue; more time has to be asked for before that.
refusal-return-too-late = #{ $number } came more than { $hours } working hours ago and cannot be returned; speak to the dispatcher.
refusal-undo-too-late = A closure can be undone within { $minutes } minutes by whoever passed the check; otherwise press “Reopen”.
refusal-too-many-extensions = #{ $number } can be extended { $most } times and was. It may be suspended instead.
refusal-bad-day = No day could be read; write 2026-12-20, then why.
refusal-day-out-of-reach = It must be a day to come, at most { $days } days away; write the year when it is not this one.
refusal-bad-level = Levels are 特急, 紧急, 一般, 缓办, or L0 to L3: raise goes up, lower goes down. Only L0 and L1 have to be asked for.
refusal-bad-party = No unit could be read; begin with its name, like: 供水公司 Li, receipt 12.
refusal-contact-missing = #{ $number }: whom to contact and which receipt? Like: 供水公司 Li, receipt 12.
refusal-bad-category = No category could be read; write more of its name, like: 暴露垃圾.
refusal-bad-community = There is no such community; write its name, or press a button.
refusal-bad-person = #{ $number } cannot go to that person: it must be a registered colleague of the community or the street. “Hand over” lists them.
refusal-bad-number = #{ $number } cannot be merged: there is no #{ $other }.
refusal-cannot-merge = #{ $number } cannot be merged: name one ticket, one that is still open; private matters stay apart, and an urgent one does not go to one that rests or is being checked.
refusal-no-checklist = #{ $number } has no steps: it must be a complex matter that somebody has claimed. To change it type: { $number } 改成复杂事项 and why.
refusal-step-incomplete = #{ $number } { $step } still lacks: { $missing }. For example: { $number } { $example }
refusal-step-too-early = #{ $number } { $step } waits for { $before }. What is really not needed can be left out with a reason.
refusal-notice-needed = #{ $number } The notice cannot be left out: the owners' money, or one that was posted before, is published until nobody objects.
refusal-notice-runs = #{ $number } The notice hangs until { $day } 24:00; "nobody objects" can be told after that, an objection right now.
refusal-no-notice = #{ $number } No notice hangs; first tell from when until when ({ $step }): { $number } 公示 11-30到12-07
refusal-bad-notice = #{ $number } These days do not fit: first the beginning, then the end; the day of posting does not count; two months ago at most; after an objection a new notice.
refusal-step-day-past = #{ $number } That time is over, name a later one.
refusal-steps-open = #{ $number } { $steps }: not done yet, so it cannot be reported as done. Leave out what is not needed, with the reason: { $number } { $one } 不需要：原因
refusal-bad-kind = #{ $number } Which kind? Write 简易, 跨部门 or 复杂, another one than it is, and the reason behind it.
refusal-steps-under-way = #{ $number } Its steps are under way, it cannot become another kind of matter. Leave out the steps that are not needed, with a reason.
refusal-not-the-street = Only the street office is shown this, in its own group or in private.
refusal-cannot-withdraw = Emergencies, and tickets that several people reported, are for staff to withdraw. If it's over, just tell me.
refusal-not-staff = This is for staff only.
refusal-not-admin = This step needs an admin.
refusal-not-roster-keeper = Rosters are entered by the grid head, the secretary, or the street's dispatcher and duty officer.
refusal-not-yours-to-decide = It isn't you who was asked about this swap.
refusal-swap-moved = This swap { $status }; there's nothing left to press.
refusal-which-place = For which place? Write its name after /roster: { $names }
refusal-not-on-shift = You have no { $shift } on { $day }, so it can't be swapped.
refusal-cannot-swap = It can't be swapped: { $why }.
refusal-anonymous = I can't tell which admin you are. Please send it again under your own name.
refusal-already-taken = #{ $number }: { $owner } already has it.
refusal-wrong-moment = It's "{ $status }" now, so this step isn't possible.
refusal-already-chosen = That has been chosen already.
refusal-left-to-staff = What kind #{ $number } is, staff decide. If you think it's wrong, write me a line and I pass it on.
refusal-settled-by-staff = Staff looked at #{ $number }: it is "{ $category }". If you think that's wrong, write me a line and I pass it on.
refusal-proof-missing = #{ $number } still lacks { $missing }.
refusal-same-photo = That photo is from before. Please take one now.
refusal-reason-missing = Please give a reason.
refusal-too-late = It was closed more than { $days } days ago. Please report it as a new one.
refusal-not-bound = This group belongs to no community yet. Please ask an admin to send /bind.
refusal-bad-input = I didn't understand that, or it's out of date.
photo-empty = That photo is empty. Could you send it again? Your words are noted.
photo-too_big = That photo is too big (over 20 MB). Just take one and send it. Your words are noted.
photo-too_many_pixels = That photo has too many pixels to open. Just take one and send it. Your words are noted.
photo-not_a_picture = That file isn't a photo and I can't open it; your words are noted. If you have a photo, send that.
photo-broken = The photo didn't come through whole. Could you send it again? Your words are noted.
photo-unsupported = I can't open this format yet. Please send it as a photo, not as a file.
photo-gone = The photo didn't arrive. Could you send it again?

## Why

why-community = sent to { $community } by its place
why-street = the street's dispatcher looks at it first
why-no-group = the community's group can't be reached, so people are told directly
why-private = it concerns a person: kept out of the group, sent to named staff only
why-against-community = it complains of the community's own people: straight to the street office
why-against-street = it complains of the street's own people: for the leader in charge
why-taken-out = taken out of #{ $number }
why-alerted = { $level }: the duty officer is told as well
why-recurs = same spot, same kind as #{ $number }, closed { $days } days ago
why-recurs-today = same spot, same kind as #{ $number }, closed today
why-courier-chose = the courier chose it
why-courier-none = the courier says it is none of those offered; please see what kind it is
