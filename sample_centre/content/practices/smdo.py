"""SMDO: the exchange of electronic documents between the state bodies of Belarus."""

from datetime import date

from sample_centre.practice_story import Figure, Name, Need, Practice

RU = {
    "title": "СМДО: обмен электронными документами с юридической силой между государственными органами",
    "summary": (
        "СМДО – система межведомственного электронного документооборота государственных органов Республики Беларусь. Она доставляет письма, поручения и ответы на них из ведомственной системы одной организации в ведомственную систему другой. Документ подписан электронной цифровой подписью, поэтому бумажный экземпляр не нужен, а отправитель видит, когда документ получен и зарегистрирован.\n\n"
        "Система создана по заказу Министерства связи и информатизации в рамках государственных программ: первая очередь – по программе «Электронная Беларусь», вторая – по подпрограмме «Электронное правительство» на 2011–2015 годы. Оператор – Национальный центр электронных услуг. Указ 2013 года обязал государственные организации подключиться до 1 января 2016 года; это превратило добровольное нововведение в общее правило.\n\n"
        "Опыт полезен странам, где у ведомств уже есть разные системы документооборота и заменить их одной невозможно. Решение состоит в общем формате сообщения, едином операторе, общей инфраструктуре открытых ключей и обязательном сроке подключения. Главный урок в том, что доставку наладить проще, чем отказаться от привычки печатать полученное."
    ),
    "problem": "К середине 2000-х годов многие ведомства уже вели внутренний учёт документов в электронном виде, но между собой переписывались на бумаге. Документ печатали, подписывали, отправляли почтой или курьером, а получатель вводил его реквизиты заново. Сроки поручений уходили на пересылку, а электронные копии не имели юридической силы.",
    "solution": "Единая транспортная среда принимает подписанный документ из любой совместимой ведомственной системы, проверяет адресата и передаёт сообщение общего формата. Получатель возвращает уведомления о доставке и регистрации. Подпись проверяется по сертификатам государственной системы управления открытыми ключами. Организации без собственной системы документооборота работают через рабочее место, которое даёт оператор.",
    "actors": "Министерство связи и информатизации – заказчик создания системы. Национальный центр электронных услуг – оператор: подключает абонентов, ведёт справочник адресов, оказывает поддержку. Оперативно-аналитический центр при Президенте регулирует межведомственные системы и защиту информации. Архивная служба задаёт правила делопроизводства. Абоненты – государственные органы, подчинённые организации и желающие предприятия.",
    "steps": "- 2003–2010: первая очередь создаётся как одно из заданий программы «Электронная Беларусь».\n- 2009: принят Закон «Об электронном документе и электронной цифровой подписи».\n- 2011–2015: вторая очередь по подпрограмме «Электронное правительство».\n- 2012: начинает работу Национальный центр электронных услуг.\n- 2013: Указ № 157 устанавливает обязательное подключение.\n- 2016: истекает срок подключения государственных организаций.\n- Далее: присоединяются организации вне государственного аппарата.",
    "financing": "Создание обеих очередей оплачено из средств государственных программ информатизации. Текущая работа покрывается тарифами оператора: абонент платит за подключение и обслуживание, отдельно за сертификаты подписи. Собственную систему документооборота и её доработку под общий формат каждая организация оплачивает сама. Полная стоимость в открытых источниках не приводится.",
    "legal": "Нужны были два решения. Закон от 28 декабря 2009 года № 113-З приравнял электронный документ с подписью к бумажному. Указ от 4 апреля 2013 года № 157 обязал государственные организации подключиться к системе до 1 января 2016 года. К ним добавлены правила делопроизводства для электронных документов и требования к защите информации.",
    "technology": "Основа – обмен сообщениями: шлюз у абонента, центральный узел оператора, единый формат сообщения с карточкой документа, вложениями и подписями, общий справочник организаций. Сообщения передаются по защищённым каналам. Криптография соответствует национальным стандартам. Ведомственная система остаётся любой, если она поддерживает формат и прошла проверку на совместимость.",
    "results": "Обмен электронными документами стал обычным порядком переписки между государственными органами, а не экспериментом отдельных ведомств. Доставка занимает минуты вместо дней, факт получения подтверждён, повторного ввода реквизитов меньше. Открытая сводная статистика невелика, поэтому экономию времени и средств в целом по стране оценить по публикациям трудно.",
    "obstacles": "Долгое время внедрение задерживали не технологии, а привычки: полученный документ печатали и вели параллельный бумажный учёт. Часть ведомственных систем пришлось дорабатывать, справочники адресов расходились, у руководителей и их заместителей не было ключей подписи. Малым организациям подключение казалось дорогим при десятке документов в месяц.",
    "lessons": "Начинать следует с правового статуса документа и единого формата, а не с выбора программы. Без обязательного срока подключения сеть не набирает участников, и польза остаётся малой. Руководители должны подписывать документы сами, иначе электронный путь обрывается в приёмной. Бумажный дубль надо прямо запретить правилами, а не просто не рекомендовать.",
    "sustainability": "У системы есть постоянный государственный оператор, тариф и обязанность участников по закону, поэтому она не зависит от продолжения проекта. Слабые места – смена сертификатов, обновление формата сразу у всех абонентов и долговременное хранение подписанных документов. Последнее решается вместе с архивной службой и системой ведомственных архивов.",
    "preconditions": "До начала нужны закон об электронном документе и подписи, действующая инфраструктура открытых ключей, защищённая сеть и орган, который вправе обязать ведомства. В крупных организациях должно быть упорядочено делопроизводство: реквизиты, сроки, номенклатура дел. Полезны служба поддержки и испытательный стенд для поставщиков систем.",
    "adapt": "Формат карточки документа следует согласовать с собственными правилами делопроизводства. Криптографические алгоритмы берутся национальные. Число обязательных уведомлений можно уменьшить. Для малых организаций лучше сразу предложить веб-кабинет. Если в стране есть общий слой обмена данными, доставку документов можно построить на нём, а не создавать отдельный транспорт.",
    "not_suitable": "Решение не подходит, если большинство ведомств ещё не ведёт учёт документов в электронном виде: тогда дешевле одна общая система. Оно избыточно для очень малой администрации. Его нельзя использовать для сведений, составляющих государственные секреты, и для передачи структурированных данных из реестров, где нужны запросы, а не письма.",
}

BE = {
    "title": "СМДА: абмен электроннымі дакументамі з юрыдычнай сілай паміж дзяржаўнымі органамі",
    "summary": (
        "СМДА (у рускай назве СМДО) – сістэма міжведамаснага электроннага дакументаабароту дзяржаўных органаў Рэспублікі Беларусь. Яна дастаўляе лісты, даручэнні і адказы на іх з ведамаснай сістэмы адной арганізацыі ў ведамасную сістэму другой. Дакумент падпісаны электронным лічбавым подпісам, таму папяровы экзэмпляр не патрэбны, а адпраўнік бачыць, калі дакумент атрыманы і зарэгістраваны.\n\n"
        "Сістэма створана па заказе Міністэрства сувязі і інфарматызацыі ў рамках дзяржаўных праграм: першая чарга – па праграме «Электронная Беларусь», другая – па падпраграме «Электронны ўрад» на 2011–2015 гады. Аператар – Нацыянальны цэнтр электронных паслуг. Указ 2013 года абавязаў дзяржаўныя арганізацыі падключыцца да 1 студзеня 2016 года; гэта ператварыла добраахвотнае новаўвядзенне ў агульнае правіла.\n\n"
        "Вопыт карысны краінам, дзе ў ведамстваў ужо ёсць розныя сістэмы дакументаабароту і замяніць іх адной немагчыма. Рашэнне складаецца з агульнага фармату паведамлення, адзінага аператара, агульнай інфраструктуры адкрытых ключоў і абавязковага тэрміну падключэння. Галоўны ўрок у тым, што наладзіць дастаўку прасцей, чым адмовіцца ад звычкі друкаваць атрыманае."
    ),
    "problem": "Да сярэдзіны 2000-х гадоў многія ведамствы ўжо вялі ўнутраны ўлік дакументаў у электронным выглядзе, але паміж сабой перапісваліся на паперы. Дакумент друкавалі, падпісвалі, адпраўлялі поштай або кур'ерам, а атрымальнік уводзіў яго рэквізіты нанова. Тэрміны даручэнняў сыходзілі на перасылку, а электронныя копіі не мелі юрыдычнай сілы.",
    "solution": "Адзінае транспартнае асяроддзе прымае падпісаны дакумент з любой сумяшчальнай ведамаснай сістэмы, правярае адрасата і перадае паведамленне агульнага фармату. Атрымальнік вяртае апавяшчэнні аб дастаўцы і рэгістрацыі. Подпіс правяраецца па сертыфікатах дзяржаўнай сістэмы кіравання адкрытымі ключамі. Арганізацыі без уласнай сістэмы дакументаабароту працуюць праз рабочае месца, якое дае аператар.",
    "actors": "Міністэрства сувязі і інфарматызацыі – заказчык стварэння сістэмы. Нацыянальны цэнтр электронных паслуг – аператар: падключае абанентаў, вядзе даведнік адрасоў, аказвае падтрымку. Аператыўна-аналітычны цэнтр пры Прэзідэнце рэгулюе міжведамасныя сістэмы і абарону інфармацыі. Архіўная служба задае правілы справаводства. Абаненты – дзяржаўныя органы, падначаленыя арганізацыі і прадпрыемствы, якія жадаюць далучыцца.",
    "steps": "- 2003–2010: першая чарга ствараецца як адно з заданняў праграмы «Электронная Беларусь».\n- 2009: прыняты Закон «Аб электронным дакуменце і электронным лічбавым подпісе».\n- 2011–2015: другая чарга па падпраграме «Электронны ўрад».\n- 2012: пачынае працу Нацыянальны цэнтр электронных паслуг.\n- 2013: Указ № 157 устанаўлівае абавязковае падключэнне.\n- 2016: заканчваецца тэрмін падключэння дзяржаўных арганізацый.\n- Далей: далучаюцца арганізацыі па-за дзяржаўным апаратам.",
    "financing": "Стварэнне абедзвюх чэргаў аплачана са сродкаў дзяржаўных праграм інфарматызацыі. Бягучая праца пакрываецца тарыфамі аператара: абанент плаціць за падключэнне і абслугоўванне, асобна за сертыфікаты подпісу. Уласную сістэму дакументаабароту і яе дапрацоўку пад агульны фармат кожная арганізацыя аплачвае сама. Поўны кошт у адкрытых крыніцах не прыводзіцца.",
    "legal": "Спатрэбіліся два рашэнні. Закон ад 28 снежня 2009 года № 113-З прыраўняў электронны дакумент з подпісам да папяровага. Указ ад 4 красавіка 2013 года № 157 абавязаў дзяржаўныя арганізацыі падключыцца да сістэмы да 1 студзеня 2016 года. Да іх дададзены правілы справаводства для электронных дакументаў і патрабаванні да абароны інфармацыі.",
    "technology": "Аснова – абмен паведамленнямі: шлюз у абанента, цэнтральны вузел аператара, адзіны фармат паведамлення з карткай дакумента, укладаннямі і подпісамі, агульны даведнік арганізацый. Паведамленні перадаюцца па абароненых каналах. Крыптаграфія адпавядае нацыянальным стандартам. Ведамасная сістэма застаецца любой, калі яна падтрымлівае фармат і прайшла праверку на сумяшчальнасць.",
    "results": "Абмен электроннымі дакументамі стаў звычайным парадкам перапіскі паміж дзяржаўнымі органамі, а не эксперыментам асобных ведамстваў. Дастаўка займае хвіліны замест дзён, факт атрымання пацверджаны, паўторнага ўводу рэквізітаў менш. Адкрытая зводная статыстыка невялікая, таму эканомію часу і сродкаў у цэлым па краіне ацаніць па публікацыях цяжка.",
    "obstacles": "Доўгі час укараненне затрымлівалі не тэхналогіі, а звычкі: атрыманы дакумент друкавалі і вялі паралельны папяровы ўлік. Частку ведамасных сістэм давялося дапрацоўваць, даведнікі адрасоў разыходзіліся, у кіраўнікоў і іх намеснікаў не было ключоў подпісу. Малым арганізацыям падключэнне здавалася дарагім пры дзясятку дакументаў на месяц.",
    "lessons": "Пачынаць варта з прававога статусу дакумента і адзінага фармату, а не з выбару праграмы. Без абавязковага тэрміну падключэння сетка не набірае ўдзельнікаў, і карысць застаецца малой. Кіраўнікі павінны падпісваць дакументы самі, інакш электронны шлях абрываецца ў прыёмнай. Папяровы дубль трэба прама забараніць правіламі, а не проста не рэкамендаваць.",
    "sustainability": "У сістэмы ёсць пастаянны дзяржаўны аператар, тарыф і абавязак удзельнікаў па законе, таму яна не залежыць ад працягу праекта. Слабыя месцы – змена сертыфікатаў, абнаўленне фармату адразу ва ўсіх абанентаў і доўгатэрміновае захоўванне падпісаных дакументаў. Апошняе вырашаецца разам з архіўнай службай і сістэмай ведамасных архіваў.",
    "preconditions": "Да пачатку патрэбны закон аб электронным дакуменце і подпісе, дзейная інфраструктура адкрытых ключоў, абароненая сетка і орган, які мае права абавязаць ведамствы. У буйных арганізацыях павінна быць упарадкавана справаводства: рэквізіты, тэрміны, наменклатура спраў. Карысныя служба падтрымкі і выпрабавальны стэнд для пастаўшчыкоў сістэм.",
    "adapt": "Фармат карткі дакумента варта ўзгадніць з уласнымі правіламі справаводства. Крыптаграфічныя алгарытмы бяруцца нацыянальныя. Колькасць абавязковых апавяшчэнняў можна зменшыць. Для малых арганізацый лепш адразу прапанаваць вэб-кабінет. Калі ў краіне ёсць агульны слой абмену данымі, дастаўку дакументаў можна пабудаваць на ім, а не ствараць асобны транспарт.",
    "not_suitable": "Рашэнне не падыходзіць, калі большасць ведамстваў яшчэ не вядзе ўлік дакументаў у электронным выглядзе: тады таннейшая адна агульная сістэма. Яно залішняе для вельмі малой адміністрацыі. Яго нельга выкарыстоўваць для звестак, якія складаюць дзяржаўныя сакрэты, і для перадачы структураваных даных з рэестраў, дзе патрэбны запыты, а не лісты.",
}

EN = {
    "title": "SMDO: electronic documents with legal force exchanged between state bodies",
    "summary": (
        "SMDO is the system of interdepartmental electronic document exchange of the state bodies of the Republic of Belarus. It carries letters, assignments and the answers to them from the records system of one organisation into the records system of another. The document bears an electronic digital signature, so no paper copy is needed, and the sender sees when it has been received and registered.\n\n"
        "The system was commissioned by the Ministry of Communications and Informatization under state programmes: the first stage under the programme “Electronic Belarus”, the second under the sub-programme “Electronic Government” for 2011–2015. The National Centre of Electronic Services operates it. A presidential edict of 2013 obliged state organisations to connect by 1 January 2016, and this turned a voluntary novelty into a general rule.\n\n"
        "The experience is useful to countries whose ministries already have different records systems that cannot be replaced by one. The solution consists of a common message format, one operator, a shared public key infrastructure and a binding date of connection. The main lesson is that delivery is easier to arrange than giving up the habit of printing what has been received."
    ),
    "problem": "By the middle of the 2000s many ministries already kept their internal registers of documents electronically, yet wrote to each other on paper. A document was printed, signed and sent by post or courier, and the recipient typed its details again. Days set for an assignment were spent on delivery, and electronic copies had no legal force.",
    "solution": "One transport environment accepts a signed document from any compatible records system, checks the addressee and passes on a message in a common format. The recipient returns notices of delivery and registration. The signature is verified against certificates of the state public key system. Organisations without a records system of their own use a workplace provided by the operator.",
    "actors": "The Ministry of Communications and Informatization commissioned the system. The National Centre of Electronic Services is the operator: it connects subscribers, keeps the directory of addresses and gives support. The Operational and Analytical Centre regulates interdepartmental systems and information security. The archives service sets the rules of record keeping. Subscribers are state bodies, subordinate organisations and enterprises that wish to join.",
    "steps": "- 2003–2010: the first stage is built as one of the tasks of the programme “Electronic Belarus”.\n- 2009: the Law on the Electronic Document and the Electronic Digital Signature is adopted.\n- 2011–2015: second stage under the sub-programme “Electronic Government”.\n- 2012: the National Centre of Electronic Services starts work.\n- 2013: Edict No. 157 makes connection obligatory.\n- 2016: the term for state organisations to connect expires.\n- Since then: organisations outside the state apparatus join.",
    "financing": "Both stages were paid for from state informatization programmes. Operation is covered by the operator’s tariffs: a subscriber pays for connection and maintenance, and separately for signature certificates. Each organisation pays for its own records system and for adapting it to the common format. The full cost is not given in open sources.",
    "legal": "Two acts were needed. The Law of 28 December 2009 No. 113-Z made a signed electronic document equal to a paper one. Edict No. 157 of 4 April 2013 obliged state organisations to connect to the system by 1 January 2016. Rules of record keeping for electronic documents and requirements of information security were added to them.",
    "technology": "The basis is message exchange: a gateway at the subscriber, the operator’s central node, one message format with the document card, attachments and signatures, and a common directory of organisations. Messages travel over protected channels. Cryptography follows national standards. Any records system may be kept, provided that it supports the format and has passed a compatibility test.",
    "results": "The exchange of electronic documents has become the ordinary way for state bodies to write to each other, not an experiment of a few. Delivery takes minutes instead of days, receipt is confirmed, and details are typed again less often. Little summary statistics is public, so savings for the whole country are hard to judge from publications.",
    "obstacles": "For long it was habit rather than technology that delayed the change: a received document was printed and a parallel paper register was kept. Some records systems had to be reworked, directories of addresses differed, heads and their deputies had no signature keys. Small organisations found connection expensive for a dozen documents a month.",
    "lessons": "Begin with the legal status of the document and with one format, not with the choice of a program. Without a binding date the network gathers few members and brings little benefit. Heads must sign for themselves, or the electronic path ends in the front office. A paper duplicate has to be forbidden by the rules, not merely discouraged.",
    "sustainability": "The system has a permanent state operator, a tariff and members obliged by law, so it does not depend on a project being extended. Its weak points are the renewal of certificates, an update of the format at all subscribers at once, and long-term storage of signed documents. The last is being solved together with the archives service and the departmental archive system.",
    "preconditions": "Before the start there must be a law on the electronic document and signature, a working public key infrastructure, a protected network and a body entitled to oblige ministries. Record keeping in large organisations should be in order: document details, terms, file plan. A help desk and a test stand for suppliers are useful.",
    "adapt": "Agree the format of the document card with your own rules of record keeping. Use national cryptographic algorithms. The number of obligatory notices can be reduced. Offer small organisations a web workplace from the first day. Where a common data exchange layer exists, document delivery can be built on it instead of creating a separate transport.",
    "not_suitable": "Not suitable when most ministries do not yet register documents electronically: one common system is then cheaper. It is too much for a very small administration. It must not be used for state secrets, nor for passing structured data from registers, where queries are needed rather than letters.",
}

KO = {
    "title": "SMDO: 국가기관 간 법적 효력을 갖춘 전자문서 유통",
    "summary": (
        "SMDO는 벨라루스공화국 국가기관의 부처 간 전자문서 유통 시스템이다. 한 기관의 문서관리시스템에서 작성한 공문, 지시, 회신을 다른 기관의 문서관리시스템으로 전달한다. 문서에 전자서명이 있으므로 종이 원본이 필요 없고, 발신 기관은 문서가 언제 도착하여 접수되었는지 확인한다.\n\n"
        "이 시스템은 통신정보화부의 발주로 국가 정보화 프로그램에 따라 구축되었다. 1단계는 ‘전자 벨라루스’ 프로그램, 2단계는 2011~2015년 ‘전자정부’ 세부 프로그램으로 추진되었다. 운영기관은 국가전자서비스센터이다. 2013년 대통령령은 국가기관이 2016년 1월 1일까지 시스템에 연결하도록 의무화하였고, 이로써 자율적인 시도가 일반 규칙으로 바뀌었다.\n\n"
        "이 경험은 부처마다 서로 다른 문서관리시스템을 이미 사용하고 있어 하나로 바꾸기 어려운 나라에 유용하다. 해법은 공통 메시지 형식, 단일 운영기관, 공동 공개키 기반구조, 의무 연결 기한이다. 가장 큰 교훈은 전달 체계를 만드는 것보다 받은 문서를 인쇄하는 관행을 없애는 것이 더 어렵다는 점이다."
    ),
    "problem": "2000년대 중반까지 많은 부처가 내부 문서는 전자적으로 관리하였으나 기관 사이의 공문은 종이로 주고받았다. 문서를 인쇄하고 서명하여 우편이나 인편으로 보내면 받은 기관이 문서 정보를 다시 입력하였다. 지시 이행 기한이 송달에 소모되었고 전자 사본은 법적 효력이 없었다.",
    "solution": "하나의 전송 환경이 호환되는 모든 문서관리시스템에서 서명된 문서를 받아 수신처를 확인하고 공통 형식의 메시지로 전달한다. 수신 기관은 도착 통지와 접수 통지를 돌려보낸다. 서명은 국가 공개키 관리체계의 인증서로 검증한다. 자체 문서관리시스템이 없는 기관은 운영기관이 제공하는 업무 화면을 사용한다.",
    "actors": "통신정보화부가 구축을 발주하였다. 국가전자서비스센터는 운영기관으로서 가입 기관을 연결하고 주소록을 관리하며 기술을 지원한다. 대통령 직속 운영분석센터는 부처 간 시스템과 정보보호를 규율한다. 기록관리기관은 문서관리 규칙을 정한다. 가입 기관은 국가기관과 그 소속기관, 그리고 참여를 원하는 기업이다.",
    "steps": "- 2003~2010년: ‘전자 벨라루스’ 프로그램의 한 과제로 1단계를 구축하였다.\n- 2009년: 전자문서 및 전자서명에 관한 법률을 제정하였다.\n- 2011~2015년: ‘전자정부’ 세부 프로그램으로 2단계를 구축하였다.\n- 2012년: 국가전자서비스센터가 업무를 시작하였다.\n- 2013년: 대통령령 제157호로 연결을 의무화하였다.\n- 2016년: 국가기관의 연결 기한이 끝났다.\n- 이후: 국가기관이 아닌 조직도 참여한다.",
    "financing": "두 단계의 구축 비용은 국가 정보화 프로그램 예산으로 충당하였다. 운영 비용은 이용료로 충당한다. 가입 기관은 연결과 유지관리 비용을 내고 서명 인증서 비용은 따로 부담한다. 자체 문서관리시스템과 공통 형식에 맞춘 개선 비용은 각 기관이 부담한다. 전체 비용은 공개 자료에 나오지 않는다.",
    "legal": "두 가지 법적 조치가 필요하였다. 2009년 12월 28일 법률 제113-Z호는 서명된 전자문서에 종이 문서와 같은 효력을 부여하였다. 2013년 4월 4일 대통령령 제157호는 국가기관이 2016년 1월 1일까지 연결하도록 의무화하였다. 여기에 전자문서 관리 규칙과 정보보호 요건이 더해졌다.",
    "technology": "기반은 메시지 교환이다. 가입 기관의 게이트웨이, 운영기관의 중앙 노드, 문서 정보와 첨부물과 서명을 담는 단일 메시지 형식, 공동 기관 주소록으로 구성된다. 메시지는 보호된 회선으로 전송된다. 암호 기술은 국가 표준을 따른다. 형식을 지원하고 호환성 시험을 통과하면 어떤 문서관리시스템이든 그대로 쓸 수 있다.",
    "results": "전자문서 유통은 일부 부처의 시험이 아니라 국가기관 사이의 일반적인 공문 전달 방식이 되었다. 전달 시간은 며칠에서 몇 분으로 줄었고 수신 사실이 확인되며 문서 정보를 다시 입력하는 일이 줄었다. 공개된 종합 통계가 적어 국가 전체의 시간과 비용 절감 규모를 발표 자료만으로 평가하기는 어렵다.",
    "obstacles": "오랫동안 도입을 늦춘 것은 기술이 아니라 관행이었다. 받은 문서를 인쇄하고 종이 대장을 함께 유지하였다. 일부 문서관리시스템은 고쳐야 했고 주소록이 서로 달랐으며 기관장과 부기관장에게 서명 키가 없었다. 소규모 기관은 한 달에 열 건 남짓한 문서를 위하여 연결하는 비용이 비싸다고 보았다.",
    "lessons": "프로그램 선택이 아니라 문서의 법적 지위와 단일 형식부터 시작하여야 한다. 의무 기한이 없으면 참여 기관이 늘지 않고 효과도 작다. 기관장이 직접 서명하지 않으면 전자적 절차가 비서실에서 끊긴다. 종이 사본은 자제를 권고하는 데 그치지 말고 규칙으로 금지하여야 한다.",
    "sustainability": "상설 국가 운영기관, 이용료, 법적 참여 의무가 있으므로 사업 연장 여부에 좌우되지 않는다. 약점은 인증서 갱신, 모든 가입 기관의 동시 형식 변경, 서명된 문서의 장기 보존이다. 장기 보존은 기록관리기관 및 부처 기록관 시스템과 함께 해결해 나가고 있다.",
    "preconditions": "먼저 전자문서와 전자서명에 관한 법률, 작동하는 공개키 기반구조, 보호된 통신망, 부처에 의무를 부과할 권한이 있는 기관이 있어야 한다. 큰 기관은 문서 항목, 기한, 기록물 분류 등 문서관리 질서를 갖추어야 한다. 지원 창구와 공급업체용 시험 환경이 있으면 도움이 된다.",
    "adapt": "문서 정보 형식은 자국의 문서관리 규칙에 맞추어 정한다. 암호 알고리즘은 자국 표준을 사용한다. 의무 통지의 수는 줄일 수 있다. 소규모 기관에는 처음부터 웹 업무 화면을 제공하는 것이 좋다. 공통 데이터 교환 계층이 이미 있으면 별도 전송망을 만들지 말고 그 위에 문서 전달 기능을 구축할 수 있다.",
    "not_suitable": "대부분의 부처가 아직 문서를 전자적으로 등록하지 않는다면 적합하지 않다. 이 경우에는 하나의 공동 시스템이 더 저렴하다. 매우 작은 행정조직에는 과도하다. 국가기밀 전달에는 사용할 수 없으며, 공문이 아니라 조회가 필요한 등록부의 구조화된 데이터를 전송하는 데에도 맞지 않는다.",
}

PRACTICE = Practice(
    key="smdo",
    owner="ministry_by",
    country="BY",
    language="ru",
    operation="in_operation",
    since=2010,
    topics=("records", "interoperability"),
    goals=(9, 16),
    needs_law=True,
    names=(
        Name("Система межведомственного электронного документооборота", "ru"),
        Name("Сістэма міжведамаснага электроннага дакументаабароту", "be"),
        Name("System of Interdepartmental Electronic Document Exchange", "en"),
        Name("부처 간 전자문서 유통 시스템", "ko"),
        Name("СМДО", "ru", kind="acronym"),
        Name("СМДА", "be", kind="acronym"),
        Name("SMDO", "en", kind="acronym"),
    ),
    figures=(
        Figure(
            value="2016",
            what={
                "ru": "Год, к 1 января которого государственные организации были обязаны подключиться",
                "be": "Год, да 1 студзеня якога дзяржаўныя арганізацыі былі абавязаны падключыцца",
                "en": "Year by 1 January of which state organisations were obliged to connect",
                "ko": "국가기관의 의무 연결 기한(1월 1일)이 속한 연도",
            },
            source="Указ Президента Республики Беларусь № 157",
            on=date(2013, 4, 4),
        ),
        Figure(
            value="2",
            what={
                "ru": "Очереди создания системы по двум государственным программам",
                "be": "Чэргі стварэння сістэмы па дзвюх дзяржаўных праграмах",
                "en": "Stages in which the system was built, under two state programmes",
                "ko": "두 개의 국가 프로그램에 따라 추진된 구축 단계 수",
            },
            source="IBA Group",
            on=date(2015, 12, 31),
            url="http://iba.by/projects/industry/gu/SMDO/",
        ),
    ),
    needs=(
        Need(capability="e_document_law"),
        Need(capability="public_key_infrastructure"),
        Need(capability="government_network"),
        Need(capability="document_standard"),
        Need(capability="help_desk", essential=False),
    ),
    links=(("Национальный центр электронных услуг", "https://nces.by"),),
    texts={"ru": RU, "be": BE, "en": EN, "ko": KO},
    queries={
        "ru": ("межведомственного документооборота",),
        "be": ("міжведамасным дакументаабаротам",),
        "ko": ("전자문서유통",),
    },
)
