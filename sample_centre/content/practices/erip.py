"""ERIP: one list of services through which every bank in Belarus takes payments."""

from datetime import date

from sample_centre.practice_story import Figure, Name, Need, Practice

RU = {
    "title": "ЕРИП: оплата любых услуг и платежей в бюджет через любой банк по единому перечню",
    "summary": (
        "Единое расчетное и информационное пространство (ЕРИП), известное населению как система «Расчет», позволяет оплатить коммунальные услуги, связь, налоги, штрафы, пошлины, обучение и товары в любом банке и любым удобным способом: в кассе, банкомате, инфокиоске, интернет-банке или мобильном приложении. Плательщик выбирает услугу в едином перечне, вводит номер лицевого счёта или заказа и видит сумму, которую передал получатель.\n\n"
        "Систему создал Национальный банк; постоянно она работает с 2008 года. До неё каждый поставщик услуг заключал договоры с каждым банком. Теперь ему достаточно одного подключения, а банку – одного канала. Сведения о платеже поступают поставщику в тот же день, чаще всего сразу.\n\n"
        "Оператор – небанковская кредитно-финансовая организация «ЕРИП». Вокруг платежей выросли связанные услуги: межбанковская система идентификации и биллинг жилищно-коммунальных услуг. Опыт полезен странам, где платежи населения разделены между многими банками, а государственным органам нужно автоматически узнавать, что пошлина уплачена."
    ),
    "problem": "Каждый поставщик услуг отдельно договаривался с каждым банком и почтой, обменивался с ними файлами разного вида и вручную сверял платежи. Плательщик должен был знать, где принимают его счёт, и стоял в очереди в определённом отделении. Государственный орган требовал бумажную квитанцию, потому что не видел уплаты пошлины.",
    "solution": "Создан общий узел между поставщиками и банками. Поставщик подключается один раз и размещает услугу в общем дереве услуг; она появляется во всех банках. При оплате узел запрашивает у поставщика задолженность, а затем передаёт ему сведения о платеже. Деньги перечисляются через банки по единым правилам. По номеру операции орган проверяет уплату без квитанции.",
    "actors": "Национальный банк создал систему, определяет правила и осуществляет надзор. Небанковская кредитно-финансовая организация «ЕРИП» – оператор. Банки – расчётные агенты, почта – платёжный агент. Поставщики услуг – коммунальные предприятия, операторы связи, учебные заведения, торговля, государственные органы. Небольших поставщиков подключают посредники-агрегаторы.",
    "steps": "- 2008: система введена в постоянную эксплуатацию.\n- 2011: Указ № 389 определил правовые основы единого пространства и полномочия Национального банка.\n- 2010-е годы: к перечню добавлены налоги, пошлины и штрафы, развиты дистанционные каналы банков.\n- 2016: работу принимает специализированная небанковская организация «ЕРИП».\n- 2020: появляется порядок возврата и отмены платежей.\n- 2023: предложен порядок проверки оплаты административных процедур организациями.\n- 2025: принят новый Указ № 28.",
    "financing": "Создание оплатил Национальный банк. Текущая работа самоокупаема: поставщик услуги платит вознаграждение с принятого платежа, которое делится между банком-агентом и оператором по опубликованному сборнику. Ставка зависит от суммы платежа. С плательщика за большинство услуг комиссия не берётся. Стоимость создания в открытых источниках не найдена.",
    "legal": "Основа – Указ Президента от 30 августа 2011 года № 389, сегодня действует Указ от 15 января 2025 года № 28. Они определяют состав пространства, права Национального банка и обязанности участников. Подробный порядок задают акты Национального банка. Отдельно применяются банковское законодательство и закон о защите персональных данных.",
    "technology": "Центральный узел хранит дерево услуг и маршрутизирует запросы. Поставщик работает в одном из режимов: обмен сообщениями в реальном времени, передача файлов с задолженностью либо через агрегатора. Банк загружает дерево услуг в свои каналы. Для розницы применяются коды услуг и QR-коды. Межбанковская система идентификации позволяет входить в другие системы после проверки банком.",
    "results": "Плательщик не зависит от отделения и банка, поставщик имеет один договор и одну сверку, малые банки получили тот же набор услуг, что и крупные. Банковская проверка личности пригодилась и вне платежей: через межбанковскую систему идентификации жители заполняли листы переписи населения 2019 года в Интернете.",
    "obstacles": "Дерево услуг разрослось, и найти нужную строку стало трудно, особенно пожилым людям. Возврат ошибочного платежа долгое время был ручным и длился несколько дней. Поставщики с устаревшими программами могли обмениваться только файлами, поэтому сумма долга запаздывала. Малые организации считали вознаграждение высоким.",
    "lessons": "Нейтральный организатор важнее технологии: банки присоединились потому, что центральный банк не конкурировал с ними. Первыми надо подключать массовые коммунальные платежи, они создают привычку. Возврат и отмену следует проектировать сразу. Единый перечень нуждается в постоянном редакторе и хорошем поиске, иначе удобство теряется с ростом числа услуг.",
    "sustainability": "Система живёт за счёт вознаграждений и не требует средств бюджета. Её статус закреплён указом, надзор осуществляет Национальный банк. Риск состоит в том, что все розничные платежи зависят от одного узла, поэтому нужны резервный центр и план восстановления. Новые способы мгновенных платежей требуют пересматривать роль и тарифы узла.",
    "preconditions": "Нужны межбанковские расчёты в электронном виде, центральный банк или иной нейтральный организатор с правом устанавливать правила, учёт абонентов у крупных поставщиков и единые лицевые счета. Помогает личный номер жителя: по нему можно искать начисления. Для платежей в бюджет требуется согласие казначейства и налоговой службы.",
    "adapt": "Распределение вознаграждения и обязательность участия зависят от банковского рынка страны. Если мгновенные платежи уже работают, узел может отвечать только за перечень услуг и начисления, а деньги передавать по ним. Перечень стоит сразу вести на всех государственных языках. Идентификацию через банки вводят отдельно, после оценки рисков.",
    "not_suitable": "Решение не подходит, если большая часть жителей не имеет доступа ни к банку, ни к почте, или если на рынке один банк: тогда узел лишний. Не следует строить его, когда поставщики не ведут лицевых счетов. При сильных частных платёжных сетях обязательная монополия узла может замедлить конкуренцию.",
}

BE = {
    "title": "АРІП (ЕРИП): аплата любых паслуг і плацяжоў у бюджэт праз любы банк па адзіным пераліку",
    "summary": (
        "Адзіная разліковая і інфармацыйная прастора (АРІП, у рускай назве ЕРИП), вядомая насельніцтву як сістэма «Расчет», дазваляе аплаціць камунальныя паслугі, сувязь, падаткі, штрафы, пошліны, навучанне і тавары ў любым банку і любым зручным спосабам: у касе, банкамаце, інфакіёску, інтэрнэт-банку або мабільным дадатку. Плацельшчык выбірае паслугу ў адзіным пераліку, уводзіць нумар асабовага рахунку або заказу і бачыць суму, якую перадаў атрымальнік.\n\n"
        "Сістэму стварыў Нацыянальны банк; пастаянна яна працуе з 2008 года. Да яе кожны пастаўшчык паслуг заключаў дагаворы з кожным банкам. Цяпер яму дастаткова аднаго падключэння, а банку – аднаго канала. Звесткі аб плацяжы паступаюць пастаўшчыку ў той жа дзень, часцей за ўсё адразу.\n\n"
        "Аператар – небанкаўская крэдытна-фінансавая арганізацыя «ЕРИП». Вакол плацяжоў выраслі звязаныя паслугі: міжбанкаўская сістэма ідэнтыфікацыі і білінг жыллёва-камунальных паслуг. Вопыт карысны краінам, дзе плацяжы насельніцтва падзелены паміж многімі банкамі, а дзяржаўным органам трэба аўтаматычна даведвацца, што пошліна выплачана."
    ),
    "problem": "Кожны пастаўшчык паслуг асобна дамаўляўся з кожным банкам і поштай, абменьваўся з імі файламі рознага выгляду і ўручную звяраў плацяжы. Плацельшчык павінен быў ведаць, дзе прымаюць яго рахунак, і стаяў у чарзе ў пэўным аддзяленні. Дзяржаўны орган патрабаваў папяровую квітанцыю, бо не бачыў выплаты пошліны.",
    "solution": "Створаны агульны вузел паміж пастаўшчыкамі і банкамі. Пастаўшчык падключаецца адзін раз і размяшчае паслугу ў агульным дрэве паслуг; яна з'яўляецца ва ўсіх банках. Пры аплаце вузел запытвае ў пастаўшчыка запазычанасць, а потым перадае яму звесткі аб плацяжы. Грошы пералічваюцца праз банкі па адзіных правілах. Па нумары аперацыі орган правярае выплату без квітанцыі.",
    "actors": "Нацыянальны банк стварыў сістэму, вызначае правілы і ажыццяўляе нагляд. Небанкаўская крэдытна-фінансавая арганізацыя «ЕРИП» – аператар. Банкі – разліковыя агенты, пошта – плацежны агент. Пастаўшчыкі паслуг – камунальныя прадпрыемствы, аператары сувязі, навучальныя ўстановы, гандаль, дзяржаўныя органы. Невялікіх пастаўшчыкоў падключаюць пасрэднікі-агрэгатары.",
    "steps": "- 2008: сістэма ўведзена ў пастаянную эксплуатацыю.\n- 2011: Указ № 389 вызначыў прававыя асновы адзінай прасторы і паўнамоцтвы Нацыянальнага банка.\n- 2010-я гады: у пералік дададзены падаткі, пошліны і штрафы, развіты дыстанцыйныя каналы банкаў.\n- 2016: працу прымае спецыялізаваная небанкаўская арганізацыя «ЕРИП».\n- 2020: з'яўляецца парадак вяртання і адмены плацяжоў.\n- 2023: прапанаваны парадак праверкі аплаты адміністрацыйных працэдур арганізацыямі.\n- 2025: прыняты новы Указ № 28.",
    "financing": "Стварэнне аплаціў Нацыянальны банк. Бягучая праца самаакупная: пастаўшчык паслугі плаціць узнагароджанне з прынятага плацяжу, якое дзеліцца паміж банкам-агентам і аператарам па апублікаваным зборніку. Стаўка залежыць ад сумы плацяжу. З плацельшчыка за большасць паслуг камісія не бярэцца. Кошт стварэння ў адкрытых крыніцах не знойдзены.",
    "legal": "Аснова – Указ Прэзідэнта ад 30 жніўня 2011 года № 389, сёння дзейнічае Указ ад 15 студзеня 2025 года № 28. Яны вызначаюць склад прасторы, правы Нацыянальнага банка і абавязкі ўдзельнікаў. Падрабязны парадак задаюць акты Нацыянальнага банка. Асобна прымяняюцца банкаўскае заканадаўства і закон аб абароне персанальных даных.",
    "technology": "Цэнтральны вузел захоўвае дрэва паслуг і накіроўвае запыты. Пастаўшчык працуе ў адным з рэжымаў: абмен паведамленнямі ў рэальным часе, перадача файлаў з запазычанасцю або праз агрэгатара. Банк загружае дрэва паслуг у свае каналы. Для розніцы прымяняюцца коды паслуг і QR-коды. Міжбанкаўская сістэма ідэнтыфікацыі дазваляе ўваходзіць у іншыя сістэмы пасля праверкі банкам.",
    "results": "Плацельшчык не залежыць ад аддзялення і банка, пастаўшчык мае адзін дагавор і адну зверку, малыя банкі атрымалі той жа набор паслуг, што і буйныя. Банкаўская праверка асобы спатрэбілася і па-за плацяжамі: праз міжбанкаўскую сістэму ідэнтыфікацыі жыхары запаўнялі лісты перапісу насельніцтва 2019 года ў Інтэрнэце.",
    "obstacles": "Дрэва паслуг разраслося, і знайсці патрэбны радок стала цяжка, асабліва пажылым людзям. Вяртанне памылковага плацяжу доўгі час было ручным і доўжылася некалькі дзён. Пастаўшчыкі з састарэлымі праграмамі маглі абменьвацца толькі файламі, таму сума доўгу спазнялася. Малыя арганізацыі лічылі ўзнагароджанне высокім.",
    "lessons": "Нейтральны арганізатар важнейшы за тэхналогію: банкі далучыліся таму, што цэнтральны банк не канкураваў з імі. Першымі трэба падключаць масавыя камунальныя плацяжы, яны ствараюць звычку. Вяртанне і адмену варта праектаваць адразу. Адзіны пералік мае патрэбу ў пастаянным рэдактары і добрым пошуку, інакш зручнасць губляецца з ростам колькасці паслуг.",
    "sustainability": "Сістэма жыве за кошт узнагароджанняў і не патрабуе сродкаў бюджэту. Яе статус замацаваны ўказам, нагляд ажыццяўляе Нацыянальны банк. Рызыка ў тым, што ўсе рознічныя плацяжы залежаць ад аднаго вузла, таму патрэбны рэзервовы цэнтр і план аднаўлення. Новыя спосабы імгненных плацяжоў патрабуюць пераглядаць ролю і тарыфы вузла.",
    "preconditions": "Патрэбны міжбанкаўскія разлікі ў электронным выглядзе, цэнтральны банк або іншы нейтральны арганізатар з правам устанаўліваць правілы, улік абанентаў у буйных пастаўшчыкоў і адзіныя асабовыя рахункі. Дапамагае асабісты нумар жыхара: па ім можна шукаць налічэнні. Для плацяжоў у бюджэт патрабуецца згода казначэйства і падатковай службы.",
    "adapt": "Размеркаванне ўзнагароджання і абавязковасць удзелу залежаць ад банкаўскага рынку краіны. Калі імгненныя плацяжы ўжо працуюць, вузел можа адказваць толькі за пералік паслуг і налічэнні, а грошы перадаваць па іх. Пералік варта адразу весці на ўсіх дзяржаўных мовах. Ідэнтыфікацыю праз банкі ўводзяць асобна, пасля ацэнкі рызык.",
    "not_suitable": "Рашэнне не падыходзіць, калі большая частка жыхароў не мае доступу ні да банка, ні да пошты, або калі на рынку адзін банк: тады вузел лішні. Не варта будаваць яго, калі пастаўшчыкі не вядуць асабовых рахункаў. Пры моцных прыватных плацежных сетках абавязковая манаполія вузла можа запаволіць канкурэнцыю.",
}

EN = {
    "title": "ERIP: any bill or budget payment through any bank, from one list of services",
    "summary": (
        "The Single Settlement and Information Space (ERIP), known to the public as the system “Raschet”, lets people pay utility and telephone bills, taxes, fines, fees, tuition and goods at any bank and in any convenient way: at a cash desk, a cash machine, an information kiosk, in internet banking or a mobile application. The payer chooses the service in one list, enters an account or order number and sees the sum that the recipient has supplied.\n\n"
        "The National Bank created the system, which has been in permanent operation since 2008. Before it every supplier signed agreements with every bank. Now one connection is enough for a supplier and one channel for a bank. Word of the payment reaches the supplier on the same day, mostly at once.\n\n"
        "The operator is the non-bank credit and financial organisation ERIP. Related services have grown around payments: an interbank identification system and the billing of housing and utility services. The experience is useful where payments are split among many banks and state bodies need to learn automatically that a fee has been paid."
    ),
    "problem": "Each supplier made separate agreements with each bank and the post office, exchanged files of different kinds with them and matched payments by hand. A payer had to know where a bill was accepted and queued at that particular branch. State bodies demanded a paper receipt because they could not see that the fee had been paid.",
    "solution": "A common hub stands between suppliers and banks. A supplier connects once and places its service in a shared tree of services, which then appears at every bank. At payment the hub asks the supplier for the sum due and afterwards reports the payment. Money moves through the banks under one set of rules. With the operation number a state body checks payment without a receipt.",
    "actors": "The National Bank created the system, sets its rules and supervises it. The non-bank credit and financial organisation ERIP is the operator. Banks are settlement agents, the post is a payment agent. Suppliers are utilities, telecommunications operators, schools, shops and state bodies. Aggregators connect small suppliers.",
    "steps": "- 2008: the system enters permanent operation.\n- 2011: Edict No. 389 sets the legal basis of the single space and the powers of the National Bank.\n- 2010s: taxes, fees and fines join the list; banks develop remote channels.\n- 2016: the specialised organisation ERIP takes over.\n- 2020: a procedure for refunds and cancellations appears.\n- 2023: a way of checking fees paid by organisations is proposed.\n- 2025: the new Edict No. 28 is adopted.",
    "financing": "The National Bank paid for its creation. Operation pays for itself: the supplier gives a fee on each payment taken, shared between the agent bank and the operator according to a published schedule. The rate depends on the sum. For most services the payer is not charged. The cost of creation was not found in open sources.",
    "legal": "The basis was the Edict of the President of 30 August 2011 No. 389; today the Edict of 15 January 2025 No. 28 applies. They define what the space consists of, the rights of the National Bank and the duties of participants. Acts of the National Bank give the detailed order. Banking law and the law on personal data protection apply as well.",
    "technology": "A central hub keeps the tree of services and routes queries. A supplier works in one of several modes: messages in real time, files with sums due, or through an aggregator. Banks load the tree into their own channels. Retail uses service codes and QR codes. The interbank identification system lets people enter other systems after their bank has checked them.",
    "results": "A payer depends on no branch and no bank, a supplier has one agreement and one reconciliation, and small banks received the same range of services as large ones. Bank identification proved useful beyond payments: residents used the interbank identification system to fill in the forms of the 2019 population census online.",
    "obstacles": "The tree of services grew until the right line was hard to find, above all for older people. The refund of a mistaken payment was manual for a long time and took several days. Suppliers with outdated programs could exchange only files, so the sum due came late. Small organisations considered the fee high.",
    "lessons": "A neutral organiser matters more than technology: banks joined because the central bank did not compete with them. Connect mass utility payments first, since they create the habit. Design refunds and cancellations from the beginning. One list needs a permanent editor and a good search, or convenience is lost as services multiply.",
    "sustainability": "The system lives on fees and needs no budget money. An edict secures its status and the National Bank supervises it. The risk is that all retail payments depend on one hub, so a reserve centre and a recovery plan are necessary. New instant payments make it necessary to review the role and tariffs of the hub.",
    "preconditions": "Needed are electronic interbank settlement, a central bank or another neutral organiser entitled to set rules, registers of customers at large suppliers, and unified account numbers. A personal number helps, since charges can be looked up by it. Payments to the budget require the consent of the treasury and the tax service.",
    "adapt": "How fees are shared and whether taking part is obligatory depend on the banking market. Where instant payments already work, the hub may keep only the list of services and the sums due and let money travel over them. Keep the list in all official languages from the start. Introduce identification through banks separately, after a risk assessment.",
    "not_suitable": "Not suitable where most residents can reach neither a bank nor a post office, or where there is one bank on the market: the hub is then superfluous. It should not be built while suppliers keep no customer accounts. Beside strong private payment networks an obligatory monopoly of the hub may slow competition.",
}

KO = {
    "title": "ERIP: 하나의 서비스 목록으로 모든 은행에서 공과금과 세금을 납부",
    "summary": (
        "통합 결제·정보 공간(ERIP)은 국민에게 ‘라스초트(Raschet)’ 시스템으로 알려져 있다. 공공요금, 통신비, 세금, 과태료, 수수료, 교육비, 상품 대금을 어느 은행에서나 창구, 현금자동입출금기, 무인단말기, 인터넷뱅킹, 모바일 앱 등 편리한 방법으로 납부할 수 있다. 납부자는 단일 목록에서 서비스를 고르고 고객번호나 주문번호를 입력하면 수납기관이 제공한 금액을 확인할 수 있다.\n\n"
        "벨라루스 국립은행이 구축하였으며 2008년부터 상시 운영되고 있다. 이전에는 서비스 공급자가 은행마다 계약을 맺어야 하였으나 이제는 공급자는 한 번의 연결로, 은행은 하나의 경로로 충분하다. 납부 사실은 당일에, 대부분 즉시 공급자에게 전달된다.\n\n"
        "운영기관은 비은행 금융기관 ‘ERIP’이다. 납부를 중심으로 은행 간 신원확인 시스템과 주거·공공요금 청구 시스템 등 연계 서비스가 발전하였다. 납부 경로가 여러 은행으로 나뉘어 있고 국가기관이 수수료 납부 여부를 자동으로 확인하여야 하는 나라에 유용한 경험이다."
    ),
    "problem": "서비스 공급자는 은행과 우체국마다 따로 계약을 맺고 형식이 다른 파일을 주고받으며 납부 내역을 수작업으로 대조하였다. 납부자는 고지서를 받아 주는 곳을 알아야 하였고 정해진 지점에서 줄을 섰다. 국가기관은 수수료 납부 사실을 확인할 수 없어 종이 영수증을 요구하였다.",
    "solution": "공급자와 은행 사이에 공동 허브를 두었다. 공급자가 한 번 연결하여 서비스를 공동 서비스 목록에 올리면 모든 은행에 나타난다. 납부할 때 허브는 공급자에게 미납액을 조회하고 납부 후 결과를 통지한다. 대금은 단일 규칙에 따라 은행을 통하여 이체된다. 국가기관은 거래번호로 영수증 없이 납부를 확인한다.",
    "actors": "국립은행은 시스템을 만들고 규칙을 정하며 감독한다. 비은행 금융기관 ‘ERIP’이 운영기관이다. 은행은 결제 대행기관이고 우체국은 납부 대행기관이다. 서비스 공급자는 공공요금 기업, 통신사, 교육기관, 상점, 국가기관이다. 소규모 공급자는 중개 사업자를 통하여 연결한다.",
    "steps": "- 2008년: 상시 운영을 시작하였다.\n- 2011년: 대통령령 제389호로 통합 공간의 법적 근거와 국립은행의 권한을 정하였다.\n- 2010년대: 세금, 수수료, 과태료를 목록에 추가하고 은행의 비대면 경로를 확대하였다.\n- 2016년: 전문 비은행 기관 ‘ERIP’이 운영을 맡았다.\n- 2020년: 환불과 취소 절차를 도입하였다.\n- 2023년: 기업의 행정절차 수수료 납부 확인 방식을 제안하였다.\n- 2025년: 새 대통령령 제28호를 제정하였다.",
    "financing": "구축 비용은 국립은행이 부담하였다. 운영은 자체 수입으로 유지된다. 공급자는 수납 건마다 수수료를 내고, 이 수수료는 공개된 기준에 따라 대행 은행과 운영기관이 나눈다. 요율은 납부 금액에 따라 다르다. 대부분의 서비스에서 납부자는 수수료를 내지 않는다. 구축 비용은 공개 자료에서 확인되지 않았다.",
    "legal": "근거는 2011년 8월 30일 대통령령 제389호였으며, 현재는 2025년 1월 15일 대통령령 제28호가 적용된다. 이 법령은 통합 공간의 구성, 국립은행의 권한, 참여자의 의무를 정한다. 세부 절차는 국립은행 규정으로 정한다. 은행 관련 법률과 개인정보 보호법도 함께 적용된다.",
    "technology": "중앙 허브가 서비스 목록을 보관하고 조회를 중계한다. 공급자는 실시간 메시지 교환, 미납액 파일 전송, 중개 사업자 이용 가운데 하나를 선택한다. 은행은 서비스 목록을 자체 경로에 반영한다. 소매 결제에는 서비스 코드와 QR 코드를 사용한다. 은행 간 신원확인 시스템은 은행이 확인한 이용자가 다른 시스템에 접속할 수 있게 한다.",
    "results": "납부자는 특정 지점이나 은행에 얽매이지 않고, 공급자는 하나의 계약과 한 번의 대조로 충분하며, 소형 은행도 대형 은행과 같은 서비스를 제공하게 되었다. 은행의 신원확인은 납부 외의 분야에서도 쓰였다. 주민들은 2019년 인구주택총조사의 온라인 조사표를 은행 간 신원확인 시스템으로 작성하였다.",
    "obstacles": "서비스 목록이 커지면서 필요한 항목을 찾기 어려워졌으며 특히 고령자가 어려움을 겪었다. 잘못 낸 금액의 환불은 오랫동안 수작업이었고 며칠이 걸렸다. 낡은 프로그램을 쓰는 공급자는 파일로만 자료를 교환하여 미납액 반영이 늦었다. 소규모 기관은 수수료가 높다고 보았다.",
    "lessons": "기술보다 중립적인 주관기관이 중요하다. 중앙은행이 은행과 경쟁하지 않았기 때문에 은행들이 참여하였다. 이용이 많은 공공요금을 먼저 연결하여야 습관이 생긴다. 환불과 취소는 처음부터 설계하여야 한다. 단일 목록에는 상시 관리자와 좋은 검색 기능이 필요하며, 그렇지 않으면 서비스가 늘수록 편의성이 떨어진다.",
    "sustainability": "시스템은 수수료로 운영되며 국가 예산이 필요하지 않다. 지위는 대통령령으로 보장되고 국립은행이 감독한다. 모든 소액 납부가 하나의 허브에 의존하는 것이 위험 요인이므로 예비 센터와 복구 계획이 필요하다. 새로운 즉시이체 방식이 확산되면 허브의 역할과 요율을 다시 검토하여야 한다.",
    "preconditions": "전자적 은행 간 결제, 규칙을 정할 권한이 있는 중앙은행 또는 중립적 주관기관, 대형 공급자의 고객 관리 체계, 통일된 고객번호가 필요하다. 개인식별번호가 있으면 부과 내역을 조회하는 데 도움이 된다. 예산 수납을 포함하려면 국고 담당 기관과 세무 기관의 동의가 있어야 한다.",
    "adapt": "수수료 배분과 참여 의무는 그 나라의 은행 시장에 맞게 정한다. 즉시이체가 이미 운영되고 있으면 허브는 서비스 목록과 부과 내역만 맡고 대금은 즉시이체로 보낼 수 있다. 목록은 처음부터 모든 공용어로 관리하는 것이 좋다. 은행을 통한 신원확인은 위험 평가 후 별도로 도입한다.",
    "not_suitable": "주민 대부분이 은행과 우체국을 이용할 수 없거나 시장에 은행이 하나뿐이면 허브가 필요 없으므로 적합하지 않다. 공급자가 고객 계정을 관리하지 않는 단계에서는 구축하지 않는 것이 좋다. 민간 결제망이 발달한 시장에서는 허브의 의무적 독점이 경쟁을 늦출 수 있다.",
}

PRACTICE = Practice(
    key="erip",
    owner="bank_by",
    country="BY",
    language="ru",
    operation="in_operation",
    since=2008,
    topics=("finance", "services", "interoperability"),
    goals=(8, 9, 16),
    needs_law=True,
    names=(
        Name("Единое расчетное и информационное пространство", "ru", since=2008),
        Name("Система «Расчет»", "ru"),
        Name("Адзіная разліковая і інфармацыйная прастора", "be"),
        Name("Single Settlement and Information Space", "en"),
        Name("통합 결제·정보 공간", "ko"),
        Name("ЕРИП", "ru", kind="acronym"),
        Name("АРІП", "be", kind="acronym"),
        Name("ERIP", "en", kind="acronym"),
    ),
    figures=(
        Figure(
            value="2008",
            what={
                "ru": "Год ввода системы в постоянную эксплуатацию",
                "be": "Год уводу сістэмы ў пастаянную эксплуатацыю",
                "en": "Year in which the system entered permanent operation",
                "ko": "상시 운영을 시작한 연도",
            },
            source="Национальный банк Республики Беларусь",
            on=date(2008, 12, 31),
        ),
        Figure(
            value="4",
            what={
                "ru": "Составные части единого пространства, названные в указе: платёжная система, идентификация, биллинг, обеспечивающие системы",
                "be": "Састаўныя часткі адзінай прасторы, названыя ва ўказе: плацежная сістэма, ідэнтыфікацыя, білінг, сістэмы забеспячэння",
                "en": "Parts of the single space named in the edict: payment system, identification, billing, supporting systems",
                "ko": "대통령령이 정한 통합 공간의 구성 요소 수: 결제, 신원확인, 청구, 지원 시스템",
            },
            source="Указ Президента Республики Беларусь № 28",
            on=date(2025, 1, 15),
            url="https://law.by/document/?guid=3871&p0=P32500028",
        ),
    ),
    needs=(
        Need(capability="e_payments"),
        Need(capability="lead_agency"),
        Need(capability="interoperability_rules"),
        Need(capability="personal_number", essential=False),
        Need(capability="data_protection_law", essential=False),
    ),
    links=(("raschet.by", "https://raschet.by"),),
    texts={"ru": RU, "be": BE, "en": EN, "ko": KO},
    queries={
        "ru": ("сестема Расчет",),
        "be": ("адзінай разліковай прасторы",),
        "ko": ("통합결제",),
    },
)
