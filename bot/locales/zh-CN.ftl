### 给人看的每一句话。写法：短、和气、像社区里的人说话；不用“尊敬的用户”“系统提示”。

## 加入与离开

hello = 您好，我是随手拍网格助手。路上看到不对劲的，拍张照、说一句就行，我来编号、派人、催办、回您话。
    有险情先打电话：火119、急救120、警110，再来告诉我。
join-notice = 加入流动网格员前，请看一眼（{ $version }版）：
    ① 记什么：您的昵称、这个账号、常跑的社区、您发来的照片文字和位置。
    ② 做什么用：派单、催办、给您回话和记积分，不作他用。
    ③ 给谁看：经办的工作人员；群里的照片不带位置信息，不公开您的联系方式。
    ④ 留多久：办结后原图保留{ $days }天，之后删除；工单记录按台账保存，不带您的名字。
    ⑤ 怎么退：随时发 /leave，马上生效。
    负责：{ $keeper }；有疑问找{ $contact }。
    不加入也能上报，只是没有积分。
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
hearsay = （转发）

## 一次只问一句

ask-place = 具体在哪儿？点下面发个定位，或者打几个字（小区、几幢、路口都行）。
ask-place-choice = 是下面哪一处？点一下就行。
ask-all = 在哪儿、什么情况？发个定位，或者打几个字都行。
ask-voice = 语音和视频我这边听不了，麻烦打几个字：在哪儿、什么情况？
ask-words = 是什么情况？说一句就行。
ask-category = 我拿不准是哪一类，帮忙点一下：
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
told-part = 您报的和前面那件不是一回事，另立了 #{ $number }，有人接手就告诉您。
told-part-private = 您报的另立了 #{ $number }，已交给专人。
told-make_safe = #{ $number } 现场已经围好了，接着修。
told-make_safe-private = #{ $number } 已有人到场。
told-prove = #{ $number } { $who }说处理好了，您路过帮忙看一眼：
told-pass = #{ $number } 办结了，谢谢您！办得怎么样？
told-pass-private = #{ $number } 已见到人，安排好了，谢谢您！细节不便多说。办得怎么样？
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
card-recurs = （复发，上次 #{ $number }）
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
toast-verify = #{ $number } 麻烦去看一眼，看完点“属实立案”
toast-confirm = #{ $number } 立案了，归您办
toast-escalate = #{ $number } 已上报
toast-transfer = #{ $number } 已转出，还在您手上
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
prompt-ask_extend = #{ $number } 为什么要延期？回复这条说一句，批了加一个原来的时限。
prompt-ask_suspend = #{ $number } 挂账到哪天、为什么？回复这条，比如：12月20日 等业委会表决。
prompt-split = #{ $number } 拆出来的是哪一类？点一下，或者回复类别名称。
prompt-merge = #{ $number } 和哪一张是同一件？点一下，或者回复编号。
prompt-part = #{ $number } 哪一位报的不是这件？
prompt-more = #{ $number } 还可以：
prompt-prove = #{ $number } 还差{ $missing }，回复这条（或工单卡）发过来就行。
prompt-categorise = #{ $number } 改成哪一类？点一下，或者回复类别名称。
prompt-hand_over = #{ $number } 转给谁？
prompt-nobody = #{ $number } 本社区没有别的同事在册，先放回群里吧。
prompt-reroute = #{ $number } 指定给哪个社区？
proof-photo_after = 处置后照片
proof-text_reply = 一句处置说明
proof-official_receipt = 处理单位的回执（打字或拍照）
owner-hand_over = #{ $number } 转给您了，办结时限不变。
owner-escalate = #{ $number } 上报到您这里了，请牵头协调，办结时限不变。{ $note }
owner-raise = #{ $number } 级别提了，时限提前了，请看工单卡。{ $note }
owner-supervise = #{ $number } 街道督办了，请抓紧。{ $note }
owner-resume = #{ $number } 挂账到期，接着办，时限从现在接着走。{ $note }
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
alarm-no-decider = ⚠ #{ $number } 有一项申请没有第二个人能批，请给街道再登记一位调度或领导。
length-minutes = { $count }分钟
length-hours = { $count }小时
length-days = { $count }天
owner-fail = #{ $number } 核查没过，要返工。{ $note }
owner-reopen = #{ $number } 又没好，重开了，还是您负责。
owner-withdraw = #{ $number } 小哥撤回了，不用办了。
owner-note = #{ $number } 有新消息：{ $note }

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
help-group = 工单卡下面的按钮就是全部操作。也可以直接打字：
    认领 12 · 12 好了 · 12 不是我们的，是市政
    回复工单卡发照片，就是交处置照片。
    { $commands }
departed = { $who } 离开了，手上{ $count }件退回来了，时限照走，请重新安排：
    { $tickets }
group-lost = ⚠ 发不进“{ $title }”（{ $place }）了，工单先改发给网格长和街道。请把机器人加回群里，再发 /bind。
alarm-parked = ⚠ 第{ $item }条来信处理不了，已搁置，没有丢。请看日志。
alarm-nobody = ⚠ #{ $number } 没有人收得到，请尽快定岗，并请他们先跟机器人说句话。
alarm-unsent = ⚠ 第{ $item }条消息发不出去，已停止重试。请看日志。
alarm-not-removed = ⚠ 第{ $item }条该撤下的消息删不掉，请到群里手动删除，并把机器人设为管理员。
alarm-unanswered = ⚠ 第{ $report }条上报到时没交成，15分钟后再试。请看日志。

## 做不了的时候

refusal-not-found = 没有找到这张工单。
refusal-not-allowed = 这一步要由经办的人来做。
refusal-not-your-group = 这件归{ $community }。您要是先到了，先帮忙围一下。
refusal-handler-checks = 自己处置的要换个人核查。
refusal-second-person = 这一步要另一个人来定，自己申请的自己不能批。
refusal-already-asked = #{ $number } 已经申请过，等批。
refusal-already-suspended = #{ $number } 挂过一次账了，一件只能挂一次。
refusal-appointed = #{ $number } 街道已经指定了，不能再退；有不同意见找街道调度申诉。
refusal-children-open = #{ $number } 拆出去的还没办完：{ $children }。
refusal-not-safe-yet = #{ $number } 还没围护好，先围好再挂账。
refusal-nobody-above = #{ $number } 再往上没有人在册，请找街道调度。
refusal-overdue = #{ $number } 已经超期了，延期要在到期前申请。
refusal-return-too-late = #{ $number } 收到超过{ $hours }个工作小时了，不能退；要换人办请找街道调度。
refusal-undo-too-late = 撤销办结要在{ $minutes }分钟内、由点办结的人来；过了就点“重开”。
refusal-too-many-extensions = #{ $number } 最多延期{ $most }次，已经用完了。办不了可以申请挂账。
refusal-bad-day = 没看出是哪一天，写成 12月20日 这样，后面写原因。
refusal-day-out-of-reach = 要写一个将来的日子，最远{ $days }天。
refusal-bad-level = 级别写 L0、L1、L2 或 L3；提级往上，降级往下。只有特急、紧急的降级才要申请。
refusal-bad-party = 没看出转给哪个单位，开头写单位名称，比如：供水公司 李工 回执12。
refusal-cannot-merge = 并不到一起：两张都要是没办结的，都归您看得到，涉及个人的不和别的并。
refusal-cannot-withdraw = 险情和几个人一起报的，撤回要工作人员来定。要是已经没事了，跟我说一句就行。
refusal-not-staff = 这个只给工作人员看。
refusal-not-admin = 这一步要管理员来做。
refusal-anonymous = 匿名管理员我认不出是谁，请用自己的名字再发一次。
refusal-already-taken = #{ $number } { $owner }已经认领了。
refusal-wrong-moment = 现在是“{ $status }”，做不了这一步。
refusal-already-chosen = 这个已经选过了。
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
why-alerted = { $level }，同时找值班
why-recurs = { $days }天前办结的 #{ $number }，同一处同一类
why-recurs-today = 今天刚办结的 #{ $number }，同一处同一类
why-courier-chose = 小哥自己选的
