### 给人看的每一句话。写法：短、和气、像社区里的人说话；不用“尊敬的用户”“系统提示”。

## 加入与离开

hello = 您好，我是随手拍网格助手。路上看到不对劲的，拍张照、说一句就行，我来编号、派人、催办、回您话。
    有险情先打电话：火119、急救120、警110，再来告诉我。
join-notice = 加入流动网格员前，请看一眼（{ $version }版）：
    ① 记什么：您的昵称、这个账号、常跑的社区、您发来的照片文字和位置。
    ② 做什么用：派单、催办、给您回话和记积分；类别改过的，那句话去掉电话、车牌、姓名，用来教机器人认得更准。不作他用。
    ③ 给谁看：经办的工作人员；群里的照片不带位置信息，不公开您的联系方式。
    ④ 留多久：办结后原图保留{ $days }天，之后删除；工单记录按台账保存，不带您的名字。
    ⑤ 怎么退：随时发 /leave，马上生效，用来教机器人的话也一起删掉。
    负责：{ $keeper }；有疑问找{ $contact }。
    不加入也能上报，只是没有积分。
notice-changed = 您已经加入了。告知书改过，请再看一眼：
notice-declined = 记下了：您说的话不拿来教机器人，别的都和原来一样。
join-yes = 同意，加入
join-no = 先不加入
join-declined = 没关系，不加入也照样能报。什么时候想加入，发 /join 就行。
ask-home = 您平时主要跑哪一片？
ask-trade = 好嘞！您主要跑外卖还是送快递？（知道了就不在高峰打扰您）
trade-takeaway = 外卖
trade-parcel = 快递
trade-other = 其他
joined = { $name }，欢迎！以后看到什么，直接发照片加一句话，比如“2幢门口垃圾桶倒了”。停稳了再拍，安全第一。
already-joined = { $name }，您已经是流动网格员了，常跑：{ $communities }。看到什么直接发过来就行。
home-unknown = 还没选
leave-ask = 退出后您的名字不再出现在工单里，积分停记。确定退出吗？
leave-yes = 确定退出
leave-no = 再想想
left = 已退出，谢谢您一路帮忙。看到险情还是可以随时来说。

## 收到上报

receipt-filed = 收到，编号 #{ $number } · { $category }
    📍 { $place }
    已派给{ $community }，有人接手就告诉您。
receipt-later = 现在不在上班时间，{ $at } 上班就处理；险情请直接打电话。
receipt-match = （{ $reason }，不对就回我一句）
receipt-draft = 收到，编号 { $numbers }。
receipt-noted = 记下了，{ $numbers }。
receipt-added = 好的，补进 { $numbers } 了。
receipt-changed = 改好了，#{ $number } 按“{ $category }”来办。
receipt-changed-private = 改好了，#{ $number } 不再进群，交给专人了。
receipt-unclear = 好的，#{ $number } 请工作人员来看是哪一类。
receipt-several = 我记成{ $count }件，都在{ $place }：
    { $matters }
    都派下去了。多记了哪件就点撤回。
receipt-line = #{ $number } { $category }
receipt-line-joined = #{ $number } { $category }（已有人报，一起跟进）
receipt-joined = 这件已有人报，编号 #{ $number }，一起跟进；有结果告诉您。
receipt-joined-check = 这件已有人报，编号 #{ $number }，那边说处理好了。您刚看到的，好了没有？
receipt-private = 收到，编号 #{ $number }。这事不进群，已交给专人，办好了告诉您。也请您先别往外说。
receipt-outside = 收到，编号 #{ $number }。这个点在{ $neighbour }地界，不归我们街道，但不会不管：已请街道值班转给那边和{ $hotline }。急的话您也可以直接打{ $hotline }。
receipt-guest = （您还没加入流动网格员，照样给您办；想记积分发 /join）
neighbour-unknown = 隔壁街道
reason-outside = 街道外，转{ $hotline }或属地街道
outside-to-pass-on = 📮 #{ $number } 在街道外（{ $neighbour }），请转{ $hotline }或属地街道并记下回执：
    { $place }
    { $words }
person-looks = { $numbers } 已交给工作人员来看，您忙您的，有结果告诉您。
voice-kept = （语音，请向小哥核实）
receipt-hidden = 涉及个人的事，我从群里撤下来了，只给专人看。
receipt-against-community = 您说的是社区自己的事，我直接交到街道了，不经过他们；是谁反映的，我们不会跟他们说。
receipt-against-street = 您说的是街道自己的事，我直接交给带班领导了，不经过他们；是谁反映的，我们不会跟他们说。
hearsay = （转发）

## 一次只问一句

ask-place = 具体在哪儿？点下面发个定位，或者打几个字（小区、几幢、路口都行）。
ask-place-choice = 是下面哪一处？点一下就行。
ask-all = 在哪儿、什么情况？发个定位，或者打几个字都行。
ask-voice = 语音和视频我这边听不了，麻烦打几个字：在哪儿、什么情况？
ask-words = 是什么情况？说一句就行。
ask-category = 我拿不准是哪一类，帮忙点一下：
ask-other-category = #{ $number } 更像下面哪一样？点一下就改。
ask-photo = 看照片像是下面这样，是的话点一下；不是就说一句：
ask-photo-urgent = 看照片像是下面这样，点一下；要真是{ $category }，人先退开，打 { $numbers }：
ask-people = 有没有人受伤或被困？
ask-where-urgent = 具体在哪儿？小区、几幢、路口，或者直接发定位。
keyboard-location = 📍 发送我的位置
keyboard-hint = 打几个字也行
toast-chosen = 好的：{ $label }

## 险情：先说打什么电话、怎么躲，再说别的

safety-EMG_FIRE = 🆘 先打 { $numbers }，说清楚几幢几楼。人先退远，别坐电梯，别进去拍，喊楼里的人下来。
safety-EMG_GAS = 🆘 { $numbers }，先走到外面上风口再打。屋里别开关灯、别点火、别打电话，电瓶车也别在旁边发动。
safety-EMG_COLLAPSE = 🆘 先打 { $numbers }。人离远点，别站下面、别去扶，也拦一下要过去的人。
safety-EMG_POWERLINE = 🆘 先打 { $numbers }。别碰线、别踩水，离开十米以外，喊住要过去的人。有人触电也别用手拉。
safety-EMG_MEDICAL = 🆘 先打 { $numbers }，说清楚在哪。别随便搬动他，附近安全就陪一会儿。单子不急，要的话我给您站里开个说明。
safety-EMG_ACCIDENT = 🆘 先打 { $numbers }。人先到路边，伤者别乱动，后面的车提醒一下。您自己受伤也直接说。
safety-EMG_TRAPPED = 🆘 先打 { $numbers }。别自己下水、别硬扒门。跟他说话稳住他，等人来。现场照片别往群里发。
safety-EMG_SECURITY = 🆘 先打 { $numbers }，您自己躲到安全的地方。别上前、别拍、别发群里。是谁报的我们不会说出去。
safety-FIRE_OPENFLAME = 火大了、没人看，或者靠着车和房子，马上打 119。您离远点，别自己上去踩。
safety-PPL_LOST = 先打 { $numbers }。方便的话陪他等一会儿，别让他往车道上走。他的照片别发群里。
safety-PPL_CARE = 里面有呼救、有糊味，或者看到人倒下，马上打 120、110。没有的话别硬敲，我这就叫社区的人上门。
safety-other = 🆘 先打 { $numbers }。您先退到安全的地方，别靠近。
dial-95598 = 供电{ $number }
dial-gas_hotline = 燃气公司{ $number }
ask-EMG_FIRE = 里面还有没有人？
ask-EMG_GAS = 味道在楼里还是路上？您现在到外面了没有？
ask-EMG_COLLAPSE = 下面有没有压着人？还在往下掉吗？
ask-EMG_POWERLINE = 有没有人碰到？线现在在地上还是挂着？
ask-EMG_MEDICAL = 人还醒着吗？120 打通了没有？
ask-EMG_ACCIDENT = 有没有人受伤？车还挡着路吗？
ask-EMG_TRAPPED = 困住几个人？还能跟他说上话吗？
ask-EMG_SECURITY = 您安全了没有？动手的人还在不在？

## 跟进

follow-up-open = #{ $number }{ $category }还没人接手，我再去催一下。谢谢您惦记着。
follow-up-claimed = #{ $number }{ $category }正在办（{ $who }）{ $due }。您的话已转给他。
follow-up-suspended = #{ $number }{ $category }眼下办不了，先挂到{ $until }，到时候接着办。您的话已转给{ $who }。
follow-up-check = #{ $number }{ $category }那边说办好了。您看呢？
follow-up-closed = #{ $number }{ $category }前几天办结了。是又没好吗？
owner-staff = 工作人员
cannot-read = 这个我看不了。发照片、文字或者定位就行。
unknown-command = 没有这个命令。发 /help 看看能做什么；要上报就直接发照片加一句话。
my-list = 您最近报的：
    { $tickets }
    积分：{ $points }
my-nothing = 还没有。看到什么拍一张发过来就行。

## 告诉小哥

told-claim = #{ $number } { $community }的{ $who }接手了{ $due }。
by-when = ，{ $at }前处理好
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日
told-claim-private = #{ $number } 已有专人接手，谢谢您。
told-confirm = #{ $number } 看过了，是真的，{ $community }的{ $who }接着办{ $due }。
told-confirm-private = #{ $number } 已有专人接手，谢谢您。
told-transfer = #{ $number } 要{ $party }来办，已经转过去了，我们盯着。
told-transfer-private = #{ $number } 已请能办的单位来办，我们盯着。
told-suspend = #{ $number } 眼下办不了（{ $reason }），先挂到{ $until }，到时候接着办，不会忘。
told-suspend-private = #{ $number } 要等一段时间，{ $until }接着办，不会忘。
told-merge = #{ $number } 和 #{ $main } 是同一件，并到 #{ $main } 一起办，结果一样告诉您。
told-merge-private = #{ $number } 并到 #{ $main } 一起办，有结果告诉您。
told-unmerge = #{ $number } 原来不是同一件，单独办了，编号还是 #{ $number }。
told-unmerge-private = #{ $number } 单独办了，编号不变。
told-undo = #{ $number } 刚才点错了，还没办结，核查完再告诉您。
told-undo-private = #{ $number } 还在跟进，请放心。
told-conclude = #{ $number } 转出去的有结果了：{ $reason }。谢谢您！办得怎么样？
told-conclude-private = #{ $number } 有结果了，谢谢您！细节不便多说。办得怎么样？
told-late = #{ $number } 到时限了还没办好{ $reason }，街道在催，好了马上告诉您。
told-late-private = #{ $number } 还在跟进，比说好的晚了，请放心。
told-late-several = 您报的 { $numbers } 到时限了还没办好，街道在催，好了一件件告诉您。
told-late-party = （在等{ $party }）
taken-part = 您报的和前面那件不是一回事，另立了 #{ $number }，有人接手就告诉您。
taken-part-private = 您报的另立了 #{ $number }，已交给专人。
taken-split = 您说的里头还有一件，另立了 #{ $number }，有人接手就告诉您。
taken-split-private = 您说的里头还有一件，另立了 #{ $number }，已交给专人。
told-conclude-dispute = #{ $number } 已经协调处理了，谢谢您！谁家的事不便多说。办得怎么样？
told-meeting = #{ $number } 约了居委会、业委会、物业 { $at } 一起商量，有结果告诉您。
told-make_safe = #{ $number } 现场已经围好了，接着修。
told-make_safe-private = #{ $number } 已有人到场。
told-prove = #{ $number } { $who }说处理好了，您路过帮忙看一眼：
told-pass = #{ $number } 办结了，谢谢您！办得怎么样？
told-pass-private = #{ $number } 已见到人，安排好了，谢谢您！细节不便多说。办得怎么样？
told-pass-dispute = #{ $number } 已经协调处理好了，谢谢您！谁家的事不便多说。办得怎么样？
told-fail = #{ $number } 核查没过，已经让他们返工了。
told-fail-private = #{ $number } 还在跟进，请放心。
told-reopen = #{ $number } 重新办起来了。
told-reject = #{ $number } 看过了，这回先不立案：{ $reason }。谢谢您留心，下次照样报。
told-reject-private = #{ $number } 专人看过了，暂时不用处理。谢谢您留心。
told-hand_off = #{ $number } 已经转出去了：{ $reason }。
told-hand_off-private = #{ $number } 已转给能办的部门，谢谢您。
told-withdraw = #{ $number } 已撤回。
told-leave = 您报的那份撤回了；#{ $number } 别人也报了，照样办。
earned = 积分 +{ $points }
courier-pass = 好了
courier-fail = 还没好
courier-reopen = 是，还没好
courier-withdraw = 撤回
courier-withdraw-one = 撤回#{ $number }
courier-change = 改
courier-change-one = 改#{ $number }
courier-none-of-them = 都不是
rating-very_satisfied = 很满意
rating-satisfied = 满意
rating-dissatisfied = 不满意

## 聊天

talk-thanks = 应该我们谢谢您！路上慢点。
talk-greeting = 您好！看到什么拍一张发过来就行。
talk-order = 这个我做不了主。要上报的话，说说在哪、什么情况。
talk-denied = 好的，没事就好。真要有情况随时说。
talk-chat = 收到。要上报的话，发照片加一句话就行。

## 工单卡

mark-L0 = 🆘
mark-L1 = 🔴
mark-L2 = 🟡
mark-L3 = 🟢
level-L0 = 特急
level-L1 = 紧急
level-L2 = 一般
level-L3 = 缓办
status-draft = 待补充
status-dispatched = 待认领
status-verifying = 核实中
status-claimed = 处置中
status-transferred = 转办中
status-suspended = 已挂账
status-pending_check = 待核查
status-closed = 已办结
status-rejected = 不予受理
status-withdrawn = 已撤回
status-handed_off = 已移交
status-merged = 已并单
flag-supervised = 督办
flag-late = 超期
flag-extended = 已延期
flag-rework = 返工
until-day = 到{ $day }
into-ticket = 到 #{ $number }
card-recurs = （复发，上次 #{ $number }）
card-against-community = （反映的是社区自己，直接到街道）
card-against-street = （反映的是街道自己，请带班领导看）
owner-at-party = { $who }（转{ $party }）
matter-private = 专人事项
field-status = 状态
field-place = 地点
field-level = 级别
field-due = 时限
field-reporter = 上报
field-owner = 责任人
owner-nobody = 还没有
place-unknown = 位置待补充
place-assumed = { $place }（常跑片区，待核实）
words-none = （没有文字，看照片）
words-hidden = （说的话涉及个人，不在群里显示）
reporter-hidden = 保密
reporter-guest = 热心人
reporter-many = { $name }等{ $count }人
due-claim = 认领{ $at }前
due-make_safe = 到场围护{ $at }前
due-close = 办结{ $at }前
due-provisional = 暂定
button-claim = 认领
button-verify = 先去核实
button-confirm = 属实立案
button-escalate = 上报
button-transfer = 转给单位
button-return-party = 对方退回
button-raise = 提级
button-ask_lower = 申请降级
button-lower = 降级
button-split = 拆成两件
button-merge = 并单
button-part = 拆出一位
button-unmerge = 拆回来
button-ask_extend = 申请延期
button-ask_suspend = 申请挂账
button-resume = 恢复办理
button-supervise = 督办
button-undo = 撤销办结
button-conclude = 有结果了
button-more = 更多
button-make_safe = 已围护
button-make_safe-private = 已到场
button-categorise = 改类别
button-set_kind = 改事项类型
button-steps = 步骤
button-reroute = 指定社区
button-hand_off = 移交出去
button-return = 不归我们
button-reject = 不予受理
button-prove = 处置完成
button-hand_over = 转交
button-release = 放回
button-pass = 核查通过
button-fail = 还没好
button-reopen = 重开

## 按完按钮

toast-claim = #{ $number } 归您了
toast-verify = #{ $number } 麻烦去看一眼，看完点“属实立案”或“不予受理”
toast-confirm = #{ $number } 立案了，谁看的谁接着办
toast-escalate = #{ $number } 已上报
toast-transfer = #{ $number } 已转出，责任人不变，接着盯
toast-raise = #{ $number } 级别提了
toast-lower = #{ $number } 级别降了
toast-ask_lower = #{ $number } 已送批，批了才降
toast-join = #{ $number } 并进来了
toast-part = #{ $number } 已拆出
toast-split = #{ $number } 已拆出一件
toast-merge = #{ $number } 已并单
toast-unmerge = #{ $number } 已拆回来
toast-ask_extend = #{ $number } 延期已送批
toast-extend = #{ $number } 已延期
toast-ask_suspend = #{ $number } 挂账已送批
toast-suspend = #{ $number } 已挂账
toast-resume = #{ $number } 接着办
toast-refuse = #{ $number } 记为没批
toast-supervise = #{ $number } 已列入督办
toast-undo = #{ $number } 办结已撤销
toast-conclude = #{ $number } 办结，辛苦了
toast-more = 请看下面
toast-file = #{ $number } 已派单
toast-release = #{ $number } 已放回
toast-hand_over = #{ $number } 已转交
toast-return = #{ $number } 已退回街道
toast-reroute = #{ $number } 已指定
toast-categorise = #{ $number } 类别改好了
toast-set_kind = #{ $number } 事项类型改好了
toast-make_safe = #{ $number } 记下了，辛苦
toast-note = #{ $number } 记下了
toast-prove = #{ $number } 已送核查
toast-pass = #{ $number } 办结，辛苦了
toast-thanks = 谢谢您！#{ $number } 办结
toast-fail = #{ $number } 已退回返工
toast-reopen = #{ $number } 已重开
toast-reject = #{ $number } 已记为不予受理
toast-leave = 您的那份已撤回
toast-withdraw = #{ $number } 已撤回
toast-hand_off = #{ $number } 已移交
toast-rate = 谢谢您的评价
toast-asked = 请看下面的提示
ask-level = #{ $number } 已有{ $count }人报，要不要提级？
ask-claim = 要认领 #{ $number } 吗？点一下才算。

## 问工作人员

prompt-return = #{ $number } 为什么不归我们、该归谁？回复这条说一句。
prompt-reject = #{ $number } 不予受理的原因？回复这条说一句，会转告小哥。
prompt-hand_off = #{ $number } 转到哪里、回执号多少？回复这条说一句。
prompt-transfer = #{ $number } 转给哪个单位、联系谁、回执号多少？回复这条，比如：通信运营商 张工 回执88。
    可以写：{ $parties }
prompt-conclude = #{ $number } 结果怎么样？回复这条说一句。
prompt-raise = #{ $number } 提到哪一级？
prompt-lower = #{ $number } 降到哪一级、为什么？回复这条，比如：L3 已经修好了，只差补漆。
prompt-ask_lower = #{ $number } 降到哪一级、为什么？回复这条，比如：L2 已经围好，没有人走。要另一个人点头才算。
prompt-ask_extend = #{ $number } 为什么要延期？回复这条说一句，批了就再给一个原来的时限。
prompt-ask_suspend = #{ $number } 挂账到哪天、为什么？回复这条，比如：12月20日 等业委会表决。
prompt-split = #{ $number } 拆出来的是哪一类？点一下，或者回复类别名称。
prompt-merge = #{ $number } 和哪一张是同一件？点一下，或者回复编号。
prompt-part = #{ $number } 哪一位报的不是这件？
prompt-more = #{ $number } 还可以：
prompt-prove = #{ $number } 还差{ $missing }，回复这条（或工单卡）发过来就行。
prompt-categorise = #{ $number } 改成哪一类？点一下，或者回复类别名称。
prompt-set_kind = #{ $number } 改成简易、跨部门还是复杂，为什么？回复这条，比如：复杂 要业委会表决。
prompt-hand_over = #{ $number } 转给谁？
prompt-nobody = #{ $number } 本社区没有别的同事在册，先放回群里吧。
prompt-reroute = #{ $number } 指定给哪个社区？
proof-photo_after = 处置后照片
proof-text_reply = 一句处置说明
proof-official_receipt = 处理单位的回执（打字或拍照）
owner-hand_over = #{ $number } 转给您了，办结时限不变。
owner-contact = 现在在{ $party }那边：{ $contact }
owner-escalate = #{ $number } 上报到您这里了，请牵头协调，办结时限不变。{ $note }
owner-raise = #{ $number } 级别提了，时限提前了，请看工单卡。{ $note }
owner-set_kind = #{ $number } 事项类型改了，请看工单卡。{ $note }
owner-supervise = #{ $number } 街道督办了，请抓紧。{ $note }
owner-resume = #{ $number } 恢复办理了，时限从现在接着走。{ $note }
asked-extend = #{ $number } { $matter }：{ $who }申请延期，因为{ $reason }。批不批？
asked-suspend = #{ $number } { $matter }：{ $who }申请挂账到{ $until }，因为{ $reason }。批不批？
asked-lower = #{ $number } { $matter }：{ $who }申请降到{ $level }，因为{ $reason }。同不同意？
decide-yes = 同意
decide-no = 不同意
decided-extend-granted = #{ $number } { $who }批了延期，新时限看工单卡。
decided-extend-refused = #{ $number } { $who }没批延期，时限不变；不占次数。
decided-suspend-granted = #{ $number } { $who }批了挂账，到{ $until }自己恢复。
decided-suspend-refused = #{ $number } { $who }没批挂账，时限照走。
decided-lower-granted = #{ $number } { $who }同意降到{ $level }。
decided-lower-refused = #{ $number } { $who }没同意降级。
length-minutes = { $count }分钟
length-hours = { $count }小时
length-days = { $count }天

## 提醒：谁、哪一件、到什么时候

nudge-claim_half = #{ $number } { $matter }还没人接，{ $at }前要认领。
nudge-claim_overdue = #{ $number } { $matter }本该{ $at }前认领，还没人接。
nudge-claim_double = #{ $number } { $matter }本该{ $at }前认领，过了{ $late }还是没人接，请安排人。
nudge-make_safe_three_quarters = #{ $number } { $matter }：{ $at }前要到场围好，时间不多了。
nudge-make_safe_overdue = #{ $number } { $matter }本该{ $at }前到场围好，还没有。
nudge-close_three_quarters = #{ $number } { $matter }：{ $at }前要办结。来不及就先申请延期。
nudge-close_overdue = #{ $number } { $matter }过了办结时限（{ $at }），请抓紧。
nudge-close_five_days = #{ $number } { $matter }超期{ $late }了。
nudge-verify_overdue = #{ $number } { $matter }去核实的还没回话，{ $at }前该看完的。
nudge-verify_double = #{ $number } { $matter }核实超时{ $late }了，还没结论。
nudge-check_overdue = #{ $number } { $matter }处置完了，本该{ $at }前核查，还没人去看。
nudge-check_double = #{ $number } { $matter }本该{ $at }前核查，过了{ $late }还没人去看，请安排。
nudge-appoint_half = #{ $number } { $matter }退过两次了，{ $at }前要指定谁牵头。
nudge-appoint_overdue = #{ $number } { $matter }退过两次，本该{ $at }前指定牵头的，还没定。
nudge-appoint_double = #{ $number } { $matter }退过两次，过了指定时间{ $late }还没定谁牵头。
nudge-progress_overdue = #{ $number } { $matter }：{ $at }前该写一句进展的，回复工单卡就行。
nudge-progress_double = #{ $number } { $matter }：{ $at }前该有的进展一直没写，请过问一下。
nudge-coordinate_three_quarters = #{ $number } { $matter }：{ $at }前要协调出结果，时间不多了。
nudge-coordinate_overdue = #{ $number } { $matter }该协调好的日子（{ $at }）过了，还没结果。
nudge-follow_up_overdue = #{ $number } { $matter }转出去几天了，{ $at }前该有回音的，有结果没有？
nudge-follow_up_double = #{ $number } { $matter }转出去了，{ $at }前该有的回音一直没有，请过问一下。
nudge-alone = ⏰ { $line }
nudge-several = ⏰ 有{ $count }件要您看看：
    { $tickets }
nudge-group = ⏰ 这{ $count }件还没人认领：
    { $tickets }
nudge-beyond = ……还有{ $count }件，发 /late 看。
why-supervised = 超时没办好，自动列入督办
nudge-undelivered = ⚠ #{ $number } { $matter }的工单卡10分钟了还没送到任何人手上，请直接安排人。
late-by = 超{ $length }
late-list = 🌅 { $day } 超期名单，{ $count }件：
    { $tickets }
morning-list = 🌅 昨天到点还没人认领的，{ $count }件：
    { $tickets }
today-list = 今天到期的：
    { $tickets }
late-nothing = 没有超期的，不错。
today-nothing = 今天没有到期的。
late-now = 超期的：
    { $tickets }
list-beyond = ……还有{ $count }件
list-private = 另有{ $count }件专人事项，不在这里列。
moved-list = 放假安排有变，这{ $count }件的办结时限跟着变了：
    { $tickets }
moved-line = #{ $number } { $matter } 新时限 { $at }
ask-holidays = { $year }年的放假安排还没有，跨年的时限先按周一到周五暂定。国务院通知出来后，请在 config.yaml 的 holidays 里写上，再重启机器人。
owner-fail = #{ $number } 核查没过，要返工。{ $note }
owner-reopen = #{ $number } 又没好，重开了，还是您负责。
owner-withdraw = #{ $number } 小哥撤回了，不用办了。
owner-recategorised = #{ $number } 小哥说是“{ $category }”，已经改过来了。
owner-note = #{ $number } 有新消息：{ $note }

## 复杂事项的步骤

step-received = 接到诉求
step-visit = 走访调研
step-meeting = 联席会
step-decision = 决定
step-notice = 公示
step-carry_out = 落实
step-upkeep = 维保
form-visit = 走访调研
form-appoint = 约会
form-minutes = 联席会
form-decision = 决定
form-notice = 公示
form-result = 公示结果
form-carry_out = 落实
form-upkeep = 维保
step-example-visit = 走访 看过现场，问了3家
step-example-appoint = 约会 11-30 14:00 居委会会议室
step-example-minutes = 会议 居委会、物业到了，业委会没来，电话同意；下周三加减震垫
step-example-decision = 决定 装22台风幕机，公共收益出，业委会、物业维保
step-example-notice = 公示 11-30到12-07 各楼道公告栏
step-example-result = 公示结果 没有反对
step-example-carry_out = 落实 22台都装好了
step-example-upkeep = 维保 物业接手，质保两年
step-ask-visit = #{ $number } 走访调研看到什么、问了谁？回复这条说一句。
step-ask-appoint = #{ $number } 三方几号几点在哪里碰头？回复这条，比如：{ $example }。业委会、物业请您自己打电话约。
step-ask-minutes = #{ $number } 居委会、业委会、物业谁到了、怎么谈的？没来的也写一句。回复这条，比如：{ $example }
step-ask-decision = #{ $number } 决定做什么、钱从哪里出、以后谁维保？回复这条，比如：{ $example }
step-ask-notice = #{ $number } 公示从哪天到哪天、贴在哪里？回复这条，比如：{ $example }
step-ask-result = #{ $number } 公示期满有几家反对、反对什么？回复这条，比如：{ $example }，或者：2家反对：怕绿化少了
step-ask-carry_out = #{ $number } 落实得怎么样？回复这条说一句。
step-ask-upkeep = #{ $number } 以后谁维保、怎么交的？回复这条说一句。
step-lacks-words = 写一句情况
step-lacks-reason = 为什么不需要
step-lacks-day = 哪一天
step-lacks-time = 几点
step-lacks-where = 在哪里
step-lacks-first = 从哪天起
step-lacks-last = 到哪天
step-lacks-COMMUNITY = 居委会来没来
step-lacks-OWNERS_COMMITTEE = 业委会来没来
step-lacks-PROPERTY = 物业来没来
step-lacks-present = 到底谁来了
step-lacks-matter = 决定做什么
step-lacks-funds = 钱从哪里出（公共收益、维修资金、财政、自筹或不用钱）
step-lacks-upkeep = 以后谁维保
step-lacks-count = 几家反对
step-lacks-objection = 反对什么
step-kept = #{ $number } { $step }记下了。
step-next = 接下来：{ $step }。
step-none-left = 该走的步骤都走完了。
step-appointed = #{ $number } 联席会约在{ $at }，{ $where }。居委会的人我来通知，业委会、物业请您打电话。
step-posted = #{ $number } 公示到{ $day } 24:00。期满回来写一句有没有人反对。
step-posted-longer = #{ $number } 最后一天放假，公示顺延到{ $day } 24:00。期满回来写一句有没有人反对。
step-objected = #{ $number } 记下{ $count }家反对，回到联席会：谈好了再决定、再公示。
step-planned = #{ $number } { $step }计划在{ $day }。
step-left-out = { $step }不走了
step-intended = { $step }计划
step-not-in-group = #{ $number } 是专人办的事，群里那句我撤下来了，没有记。请在这里再跟我说一遍。
step-invited = #{ $number } { $matter }：{ $who }约了联席会，{ $at }，{ $where }，请您到场。
step-list = #{ $number } 办到哪一步（{ $why }）：
step-button = 下一步：{ $what }
step-round = （第{ $round }次）
step-until = { $step }到{ $day }
step-from-to = { $first }到{ $last }
step-no-objection = 没有反对
step-objection = { $count }家反对：{ $text }
step-replaced = 重新公示了
step-skipped = 不走：{ $reason }
step-optional = （可以不走）

## 721

tier-village = 村社
tier-section = 科室
tier-street = 街道
tiers = 本季度（{ $since }起）办结的矛盾纠纷，按最后在哪一级化解：
    { $tiers }，共{ $total }件；目标 { $target }。
tiers-one = { $tier } { $count }件
tiers-one-share = { $tier } { $count }件（{ $percent }%）
tiers-too-few = 件数太少，不比。
tiers-nothing = 本季度（{ $since }起）还没有办结的矛盾纠纷。

## 名单与查询

list-open = 没办结的：
    { $tickets }
list-mine = 您手上的：
    { $tickets }
list-found = 找到：
    { $tickets }
list-nothing = 没有。
list-more = ……还有，用 /find 细查
who-nobody = 名册还是空的，请管理员用 /appoint 定岗。
post-worker = 社区工作者
post-grid_worker = 网格员
post-grid_head = 网格长
post-secretary = 书记
post-dispatcher = 调度
post-duty = 值班
post-leader = 带班领导
post-admin = 管理员

## 值班

roster-example = { $day } { $shift } 小王
roster-empty = 没有写谁值班。一行一个班，例如：{ $example }
roster-no-date = “{ $text }”开头看不出是哪一天。要写成“{ $example }”
roster-date-impossible = 没有 { $day } 这一天
roster-date-past = { $day } 已经过去了；要是指明年，把年份写上
roster-date-far = { $day } 太远了，最多排到一年以内
roster-date-weekday = { $day }：日子和星期对不上
roster-no-shift = 没写哪个班，有的是：{ $known }
roster-unknown-shift = 没有“{ $shift }”这个班，有的是：{ $known }
roster-no-name = { $shift }没写谁来值；这一天谁都不排，就写日期加一个“无”
roster-name-twice = { $who } 写了两遍
roster-shift-twice = 和第 { $line } 行是同一个班；几个人一起值就写在一行，用、隔开
roster-day-emptied = 这一天在第 { $line } 行写了“无”，又排了班
roster-unknown-person = { $place }名册里没有“{ $who }”，有的是：{ $people }
roster-several-people = { $place }叫“{ $who }”的不止一位：{ $people }。请写全，或者写成“小王（网格员）”
roster-nobody-there = { $place }名册还是空的，请管理员先用 /appoint 定岗
roster-two-places = { $who } 同一时间在{ $place }已经有班了（{ $day } { $shift }）
roster-fault = 第 { $lines } 行：{ $words }
roster-faults = 还没记，有 { $count } 处要改（其余的也先不动），改好整个再发一次：
roster-entered = { $place }值班表记好了，{ $days } 天 { $shifts } 个班：
roster-nobody = 没有人
roster-more-days = ……还有 { $days } 天
roster-replaced = { $days } 原来排过，已按新的来。
roster-days-and-more = { $days } 等 { $count } 天
roster-dropped = 原来有、现在没有了的：{ $shifts }
duty-day = { $day } 值班：
duty-week = { $first } 到 { $last } 值班：
duty-community = 【{ $name }】
duty-street-duty = 【街道值班】
duty-street-leader = 【带班领导】
duty-empty = 空着
duty-by-post = 没排值班表，按岗位找：{ $people }
duty-now = 现在找谁：{ $people }
duty-which-day = 看哪一天？/duty 后面写日期（例如 { $day }），或者写 本周、下周；不写就是今天。
place-street = 街道
roster-how = 排班：发 /roster，换行写“{ $example }”，一行一个班；街道的人可以在 /roster 后面写社区名。
roster-holes = { $place }值班表有空着的班，请排一下：
    { $holes }
    发 /roster，换行写“{ $example }”就行。
hand-over = { $shift }接班，手上有这 { $count } 件（打“认领 12”就能接）：
hand-over-more = ……还有 { $count } 件，用 /open 看
hand-over-nobody = 还没人接
swap-how = 要写成 /swap { $example }
swap-asked = 已经问{ $who }了，回了话就告诉您。
swap-ask = { $who }想请您替一个班：{ $shift }。行吗？
swap-approve = { $who }和{ $colleague }说好了：{ $shift } 改由{ $colleague }来值。批准吗？
swap-agreed = { $colleague }同意替您值 { $shift }，等{ $approvers }批准。
swap-declined = { $colleague }那天不方便，{ $shift } 还是您的班。可以再问问别人。
swap-approved = 换好了：{ $shift } 由{ $colleague }替{ $who }值（{ $approver }批准）。
swap-refused = { $approver }没批准换班，{ $shift } 还是{ $who }值。
swap-void = { $shift } 没换成：{ $why }。
swap-withdrawn = { $who }另外找人了，{ $shift } 不用您替了。
swap-yes = 同意
swap-no = 不行
swap-grant = 批准
swap-refuse = 不批准
swap-toast-yes = 好的，等批准
swap-toast-no = 好的，已经告诉他了
swap-toast-grant = 批准了，值班表已改
swap-toast-refuse = 没批准，已经告诉他们了
swap-status-asked = 还在等同事回话
swap-status-agreed = 对方已经同意，等着批准
swap-status-approved = 已经换好了
swap-status-refused = 没换成
swap-status-void = 已经作废了
swap-begun = 这个班已经开始了
swap-gone = 班已经重新排过了
swap-left = { $who }已经不在这个岗位了
swap-with-oneself = 这本来就是您的班
swap-unreachable = { $who }还没跟机器人说过话，问不到他
swap-both = { $who }也在这个班上
swap-busy = { $who }那时候在{ $place }有班（{ $shift }）
roster-rehearsed = 以上只是检查，没有改动。
roster-unreachable = ⚠ { $people } 还没跟机器人说过话，轮到时会改找别人。请先私聊机器人说一句。
roster-no-text = 这个文件不是文字表格，请在 Excel 里另存为“CSV UTF-8”
roster-no-table = 这个文件不像 CSV 表格，请用表格软件重新导出
roster-no-columns = 第一行要有三列：日期、班次、人员（或 date、shift、person）

## 设置

bot-added = 大家好，我是随手拍网格助手。请街道管理员在这里发 /bind 加社区名，并把我设为管理员（这样才收得到照片）。
bind-which = 绑定到哪个社区？/bind 后面写名称：{ $names }；街道工作群写 /bind 街道。
bound = 这个群已绑定：{ $name }。工单卡会发到这里。
appoint-which = 回复他的一条消息，写 /appoint 加岗位：{ $posts }。
appointed = { $who }：{ $place }{ $post }，登记好了。
dismissed = { $who } 在这里的岗位已免去。
set-up-how = 这个命令要在工作群里用；定岗、免岗要回复那个人的一条消息。
help-private = 看到不对劲的，发照片加一句话就行，比如“2幢门口垃圾桶倒了”。打字、语音、定位都可以。
    火119、急救120、警110，险情先打电话。
    { $commands }
help-group = 工单卡下面有按钮，别的都在“更多”里。也可以直接打字：
    认领 12 · 12 好了 · 12 不是我们的，是市政
    12 延期 等配件 · 12 挂账到12-20 等表决 · 12 转办 电信 张工 回执88 · 12 上报网格长
    复杂事项：12 步骤 看办到哪一步 · 12 走访 看过现场 · 12 改成复杂事项 写明原因
    回复工单卡发照片，就是交处置照片。
    { $commands }
departed = { $who } 离开了，手上{ $count }件退回来了，时限照走，请重新安排：
    { $tickets }
departed-shifts = { $who } 离开了，排给他的 { $count } 个班空出来了，请另外安排：
    { $shifts }
group-lost = ⚠ 发不进“{ $title }”（{ $place }）了，工单先改发给网格长和街道。请把机器人加回群里，再发 /bind。
alarm-parked = ⚠ 第{ $item }条来信处理不了，已搁置，没有丢。请看日志。
alarm-nobody = ⚠ #{ $number } 没有人收得到，请尽快定岗，并请他们先跟机器人说句话。
alarm-unsent = ⚠ 第{ $item }条消息发不出去，已停止重试。请看日志。
alarm-not-removed = ⚠ 第{ $item }条该撤下的消息删不掉，请到群里手动删除，并把机器人设为管理员。
alarm-unanswered = ⚠ 第{ $report }条上报到时没交成，15分钟后再试。请看日志。
alarm-lesson = ⚠ 夜里没学成：{ $reason }。旧的照用，不影响接单；下一夜攒够了再学。
alarm-model = ⚠ 学来的本领读不出来，先用自带的。请看 config.yaml 里 models.folder 的文件夹还在不在，或者运行 python -m bot model --use shipped。

## 做不了的时候

refusal-not-found = 没有找到这张工单。
refusal-not-allowed = 这一步要由经办的人来做。
refusal-not-your-group = 这件归{ $community }。您要是先到了，先帮忙围一下。
refusal-with-street = #{ $number } 在街道手上，等街道定归谁。
refusal-nothing-more = #{ $number } 眼下没有别的您能做的。
refusal-handler-checks = 自己处置的要换个人核查。
refusal-second-person = 这一步要另一个人来定，自己申请的自己不能批。
refusal-already-asked = #{ $number } 已经申请过，等批。
refusal-already-decided = #{ $number } 这项申请已经有人定了。
refusal-no-longer-asked = #{ $number } 后来有了变化，这项申请不用批了。
refusal-nobody-decides = #{ $number } 眼下没有第二个人能批：请管理员给能批的人定岗，并请他先跟机器人说句话。
refusal-already-suspended = #{ $number } 挂过一次账了，一件只能挂一次。
refusal-appointed = #{ $number } 街道已经指定了，不能再退；有不同意见找街道调度申诉。
refusal-children-open = #{ $number } 拆出去的还没办完：{ $children }。
refusal-not-safe-yet = #{ $number } 还没围护好，先围好再挂账。
refusal-nobody-above = #{ $number } 再往上没有人在册，请找街道调度。
refusal-overdue = #{ $number } 已经超期了，延期要在到期前申请。
refusal-return-too-late = #{ $number } 收到超过{ $hours }个工作小时了，不能退；要换人办请找街道调度。
refusal-undo-too-late = 撤销办结要在{ $minutes }分钟内、由点“核查通过”的人来；别的情况点“重开”。
refusal-too-many-extensions = #{ $number } 最多延期{ $most }次，已经用完了。办不了可以申请挂账。
refusal-bad-day = 没看出是哪一天，写成 12月20日 这样，后面写原因。
refusal-day-out-of-reach = 挂账要写一个将来的日子，最远{ $days }天；不在今年的写上年份。
refusal-bad-level = 级别写特急、紧急、一般、缓办，或者 L0 到 L3；提级往上，降级往下。只有特急、紧急的降级才要申请。
refusal-bad-party = 没看出转给哪个单位，开头写单位名称，比如：供水公司 李工 回执12。
refusal-contact-missing = #{ $number } 还要写联系谁、回执号多少，比如：供水公司 李工 回执12。
refusal-bad-category = 没看出是哪一类，写全一点，比如：暴露垃圾。
refusal-bad-community = 没有这个社区，写社区的名称，或者点按钮。
refusal-bad-person = #{ $number } 转交不到这个人：要是本社区或街道在册的同事，名字写对；也可以点“转交”从名单里选。
refusal-bad-number = #{ $number } 并不过去：没有找到 #{ $other }。
refusal-cannot-merge = #{ $number } 并不过去：只写一个编号，那一张要还没办结；涉及个人的不和别的并，急的不并到已挂账、待核查的。
refusal-no-checklist = #{ $number } 没有步骤：要是复杂事项，并且有人认领。要改，打字：{ $number } 改成复杂事项 写明原因。
refusal-step-incomplete = #{ $number } { $step }还差：{ $missing }。比如：{ $number } { $example }
refusal-step-too-early = #{ $number } { $step }要等{ $before }走完。真不需要的可以写明原因跳过。
refusal-notice-needed = #{ $number } 公示不能跳过：用公共收益、维修资金的，公示过的，都要公示到没有人反对。
refusal-notice-runs = #{ $number } 公示到{ $day } 24:00，过了再写没有反对；有人反对现在就可以写。
refusal-no-notice = #{ $number } 还没有正在公示的，先写从哪天到哪天：{ $number } { $step } 11-30到12-07
refusal-bad-notice = #{ $number } 公示的日子对不上：先起后止，张贴那天不算，最早写到两个月前；有过反对的，要重新公示。
refusal-step-day-past = #{ $number } 这个时间已经过了，写一个以后的。
refusal-steps-open = #{ $number } 还有{ $steps }没走完，不能报办结。不需要的写明原因跳过，比如：{ $number } { $one } 不需要：写原因
refusal-bad-kind = #{ $number } 改成哪一类？写简易、跨部门或复杂，要和现在的不一样，后面写原因。
refusal-steps-under-way = #{ $number } 步骤已经走开了，不能改成别的事项。不需要的步骤写明原因跳过就行。
refusal-not-the-street = 这个只给街道看，在街道工作群或者私聊里发。
refusal-cannot-withdraw = 险情和几个人一起报的，撤回要工作人员来定。要是已经没事了，跟我说一句就行。
refusal-not-staff = 这个只给工作人员看。
refusal-not-admin = 这一步要管理员来做。
refusal-not-roster-keeper = 值班表由网格长、书记，或者街道调度、值班来排。
refusal-not-yours-to-decide = 这次换班问的不是您。
refusal-swap-moved = 这次换班{ $status }，不用再按了。
refusal-which-place = 给哪里排？在 /roster 后面写名称：{ $names }
refusal-not-on-shift = 您 { $day } 没有{ $shift }，换不了。
refusal-cannot-swap = 换不了：{ $why }。
refusal-anonymous = 匿名管理员我认不出是谁，请用自己的名字再发一次。
refusal-already-taken = #{ $number } { $owner }已经认领了。
refusal-wrong-moment = 现在是“{ $status }”，做不了这一步。
refusal-already-chosen = 这个已经选过了。
refusal-left-to-staff = #{ $number } 是哪一类，工作人员会定。觉得不对就回我一句，我转给他们。
refusal-settled-by-staff = #{ $number } 工作人员看过，定的是“{ $category }”。觉得不对就回我一句，我转给他们。
refusal-proof-missing = #{ $number } 还差{ $missing }。
refusal-same-photo = 这张是处置前的照片，麻烦拍一张现在的。
refusal-reason-missing = 请说一句原因。
refusal-too-late = 办结超过{ $days }天了，请当新的一件再报一次。
refusal-not-bound = 这个群还没绑定社区，请管理员先发 /bind。
refusal-bad-input = 这个没看懂，或者已经过时了。
photo-empty = 这张照片是空的，麻烦重新发一次。文字已经记下了。
photo-too_big = 照片太大了（超过20MB），直接拍一张发过来就行。文字已经记下了。
photo-too_many_pixels = 照片尺寸太大，打不开，直接拍一张发过来就行。文字已经记下了。
photo-not_a_picture = 这个文件不是照片，我打不开；文字已经记下了。有照片的话拍一张发过来。
photo-broken = 照片没传完整，麻烦再发一次。文字已经记下了。
photo-unsupported = 这种格式暂时打不开，麻烦用“照片”方式发，不要用“文件”。
photo-gone = 照片没收到，麻烦再发一次。

## 为什么

why-community = 按位置派给{ $community }
why-street = 先由街道调度看
why-no-group = 社区群发不进去，直接找人
why-private = 涉及个人，不进群，只派给专人
why-against-community = 反映的是社区自己，直接到街道
why-against-street = 反映的是街道自己，请带班领导看
why-taken-out = 从 #{ $number } 拆出来的
why-alerted = { $level }，同时找值班
why-recurs = { $days }天前办结的 #{ $number }，同一处同一类
why-recurs-today = 今天刚办结的 #{ $number }，同一处同一类
why-courier-chose = 小哥自己选的
why-courier-none = 小哥说列出来的都不是，请看一眼是哪一类
