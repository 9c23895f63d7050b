"""ASAN xidmət: the service centres of Azerbaijan."""

from datetime import date

from sample_centre.practice_story import Figure, Name, Need, Practice

EN = {
    "title": "ASAN xidmət: services of many bodies in one hall, run by one independent agency",
    "summary": (
        "ASAN xidmət (“easy service”) is a network of centres in Azerbaijan where officials of different state bodies and private companies serve people in one hall under one set of rules. A decree of 13 July 2012 created the State Agency for Public Service and Social Innovations under the President; the first centre in Baku began to receive people on 15 January 2013. Identity cards, passports, notarial acts, registration of births, property and businesses, certificates and payments are handled there.\n\n"
        "The decisive point is the division of roles. Ministries keep their powers and their staff in the hall, while the agency owns the building, sets standards of service, measures waiting time and satisfaction and may ask for a member of staff to be replaced. Buses bring the same services to districts without a centre, and young volunteers help visitors.\n\n"
        "The network received a United Nations Public Service Award in 2015, and several countries have studied the model. It is useful to those who want quick results in quality and integrity while electronic services are still growing, and who can afford buildings and staff."
    ),
    "problem": "People went from office to office with certificates, waited in queues without knowing the rules, and met unofficial payments and rudeness. Every body had its own opening hours, fees and forms. Electronic services existed but few used them, because of weak access, unfamiliarity and distrust. Residents of remote districts lost a whole day to a simple paper.",
    "solution": "One hall, one queue system and one standard for all bodies. A visitor is met, advised and directed to a counter; payment goes through terminals, so no money passes between visitor and official. Glass partitions make work visible. Conditions and terms are published. The agency measures every visit and publishes ratings. Mobile offices and additional private services complete the centre.",
    "actors": "The State Agency for Public Service and Social Innovations under the President owns and manages the centres. Some ten ministries and state bodies, among them those of the interior, justice and taxes, provide services through their own staff. Banks, insurers and utilities work in the same hall. Volunteers assist visitors. The Ministry of Digital Development and Transport is the partner for electronic services.",
    "steps": "- 13 July 2012: decree creating the agency and the centres.\n- 29 December 2012: opening ceremony of centre No. 1 in Baku.\n- 15 January 2013: it receives people; mobile service starts in the same year.\n- 2013–2019: centres open in Baku and the regions; 16 by December 2019.\n- 2015: United Nations Public Service Award.\n- 2016: first ASAN Kommunal centre for utilities.\n- 2021: 21 centres are at work.",
    "financing": "The state budget pays for buildings, equipment and the agency; ministries pay their own staff. Charges for additional services and private companies working in the halls bring further income. Press reports name 10 million manat allocated to the agency for digital government in 2021. The total cost of the network is not given here.",
    "legal": "No new law was needed to begin: decrees of the President created the agency, set the rules for the centres and obliged the bodies to provide the listed services there. Regulations define the standard of service and the transfer of functions, for example consular services from March 2019. Fees and the legal force of the acts stay in the laws of each field.",
    "technology": "A queue and visit system records the time of every stage. Staff work in the systems of their own ministries, reached over protected links, and ever more data comes from registers instead of paper. Video surveillance, payment terminals, a call centre and self-service booths support the hall. Electronic services use a common login and the government gateway.",
    "results": "By December 2021 the agency counted 21 centres and 48,745,227 applications since the beginning. Its own surveys name 99.5 per cent of satisfied visitors; this is the provider’s figure and was not checked independently. The United Nations Public Service Award of 2015 recognised the model. Independent studies of time saved by visitors are few, so gains beyond satisfaction are hard to state.",
    "obstacles": "Ministries were reluctant to place staff under another’s rules and to give up fees. Success brought queues back in Baku until more centres opened. Each building is costly, and coverage of districts took years. A comfortable hall can delay the abolition of the paper itself: many visits were made for certificates that registers could have supplied.",
    "lessons": "Separate the owner of the hall from the owner of the function. Begin with one well prepared centre and show the difference before extending it. Choose staff anew and train them for courtesy as strictly as for law. Measure every visit. Plan from the first day which services will leave the hall for the network, or the centres become a substitute for reform.",
    "sustainability": "The agency stands under the President, has its own budget line and a strong public name, so the network has outlived changes of its heads. Running costs are the weak point: staff and buildings grow with every district. The agency therefore moves simple services to portals and mobile applications and keeps the halls for cases that need advice or presence.",
    "preconditions": "Needed are a leading agency with authority over ministries, written rules and terms for each service, budget for buildings and staff, and at least basic access to registers from the hall. A personal number and identity cards speed up work. Payments without cash are required if integrity is the aim. Training of staff takes some months.",
    "adapt": "The name, the size of halls and the list of services depend on the country. Small towns may use counters in municipal buildings or post offices instead of new buildings. Where ministries will not move staff, universal officials can work on their behalf. Volunteers need a legal basis and training. Add accessibility and languages of minorities at the design stage.",
    "not_suitable": "Not suitable where most services are already used electronically: large halls would then be a step back. It exceeds the means of states without a budget for buildings. It brings little if ministries only open a counter without changing terms and documents, or if the coordinating agency has no power over the quality of their work.",
}

RU = {
    "title": "ASAN xidmət: услуги многих органов в одном зале под началом отдельного агентства",
    "summary": (
        "ASAN xidmət («лёгкая услуга») – сеть центров в Азербайджане, где служащие разных государственных органов и работники частных компаний принимают людей в одном зале по общим правилам. Указ от 13 июля 2012 года создал Государственное агентство по оказанию услуг гражданам и социальным инновациям при Президенте; первый центр в Баку начал приём 15 января 2013 года. Здесь получают удостоверения и паспорта, совершают нотариальные действия, регистрируют рождение, имущество и предприятия, вносят платежи.\n\n"
        "Решающее – разделение ролей. Министерства сохраняют полномочия и своих служащих в зале, а агентство владеет зданием, задаёт стандарт обслуживания, измеряет ожидание и удовлетворённость и может потребовать замены работника. Автобусы привозят те же услуги в районы без центра, посетителям помогают молодые добровольцы.\n\n"
        "В 2015 году сеть получила премию ООН в области государственной службы, модель изучали несколько стран. Она полезна тем, кто хочет быстро повысить качество и честность обслуживания, пока электронные услуги ещё развиваются, и может оплатить здания и персонал."
    ),
    "problem": "Люди ходили со справками из учреждения в учреждение, ждали в очередях, не зная правил, сталкивались с неофициальными платежами и грубостью. У каждого органа были свои часы приёма, сборы и бланки. Электронными услугами пользовались немногие из-за слабого доступа, непривычки и недоверия. Жители дальних районов тратили день на простую бумагу.",
    "solution": "Один зал, одна очередь и один стандарт для всех органов. Посетителя встречают, консультируют и направляют к окну; оплата идёт через терминалы, деньги между посетителем и служащим не передаются. Стеклянные перегородки делают работу видимой. Условия и сроки опубликованы. Агентство измеряет каждое посещение и публикует оценки. Центр дополняют выездное обслуживание и частные услуги.",
    "actors": "Государственное агентство по оказанию услуг гражданам и социальным инновациям при Президенте владеет центрами и управляет ими. Около десяти министерств и органов, в том числе внутренних дел, юстиции и налогов, работают через своих служащих. В том же зале – банки, страховщики, коммунальные службы. Помогают добровольцы. Министерство цифрового развития и транспорта – партнёр по электронным услугам.",
    "steps": "- 13 июля 2012: указ о создании агентства и центров.\n- 29 декабря 2012: церемония открытия центра № 1 в Баку.\n- 15 января 2013: начат приём; в том же году появилось выездное обслуживание.\n- 2013–2019: центры открываются в Баку и регионах; в декабре 2019 года их 16.\n- 2015: премия ООН в области государственной службы.\n- 2016: первый центр ASAN Kommunal.\n- 2021: работает 21 центр.",
    "financing": "Государственный бюджет оплачивает здания, оборудование и агентство, министерства – своих служащих. Дополнительный доход дают плата за вспомогательные услуги и частные компании, работающие в залах. По сообщениям печати, на цифровое правительство агентству в 2021 году выделено 10 миллионов манатов. Общая стоимость сети здесь не приводится.",
    "legal": "Для начала новый закон не понадобился: указы Президента создали агентство, установили правила центров и обязали органы оказывать там услуги по перечню. Положения определяют стандарт обслуживания и передачу функций, например консульских с марта 2019 года. Сборы и юридическая сила актов остаются в отраслевых законах.",
    "technology": "Система очереди и посещений записывает время каждого этапа. Служащие работают в системах своих министерств по защищённым каналам, всё больше сведений поступает из реестров вместо бумаг. Зал поддерживают видеонаблюдение, платёжные терминалы, центр обработки звонков и кабины самообслуживания. Электронные услуги используют единый вход и правительственный шлюз.",
    "results": "К декабрю 2021 года агентство насчитало 21 центр и 48 745 227 обращений с начала работы. Его опросы называют 99,5 процента довольных посетителей; это данные самого поставщика услуг, независимо не проверенные. Премия ООН 2015 года признала модель. Независимых исследований сбережённого посетителями времени мало, поэтому выгоду сверх удовлетворённости указать трудно.",
    "obstacles": "Министерства неохотно ставили служащих под чужие правила и отказывались от сборов. Успех вернул очереди в Баку, пока не открылись новые центры. Каждое здание дорого, охват районов занял годы. Удобный зал может отсрочить отмену самой бумаги: многие приходили за справками, которые могли дать реестры.",
    "lessons": "Владельца зала следует отделить от владельца функции. Начать надо с одного хорошо подготовленного центра и показать разницу до расширения сети. Персонал набирают заново и учат вежливости так же строго, как закону. Измеряют каждое посещение. С первого дня планируют, какие услуги уйдут из зала в сеть, иначе центры заменят собой реформу.",
    "sustainability": "Агентство подчинено Президенту, имеет свою строку бюджета и сильное имя, поэтому сеть пережила смену руководителей. Слабое место – текущие расходы: персонал и здания растут с каждым районом. Поэтому агентство переводит простые услуги на порталы и в мобильные приложения, а залы оставляет для случаев, где нужны совет или присутствие.",
    "preconditions": "Нужны ведущее агентство с полномочиями в отношении министерств, записанные правила и сроки каждой услуги, средства на здания и персонал, хотя бы простой доступ к реестрам из зала. Личный номер и удостоверения ускоряют работу. Если цель – честность, обязательна безналичная оплата. Обучение работников занимает несколько месяцев.",
    "adapt": "Название, размер залов и перечень услуг зависят от страны. В малых городах вместо новых зданий подойдут окна в зданиях местной власти или на почте. Если министерства не переводят служащих, от их имени могут работать универсальные специалисты. Добровольцам нужны правовая основа и обучение. Доступность и языки меньшинств закладывают при проектировании.",
    "not_suitable": "Решение не подходит там, где большинством услуг уже пользуются электронно: большие залы стали бы шагом назад. Оно не по средствам странам без бюджета на здания. Пользы мало, если министерства лишь открывают окно, не меняя сроков и документов, или если у агентства нет власти над качеством их работы.",
}

PRACTICE = Practice(
    key="asan",
    owner="services_az",
    country="AZ",
    language="en",
    operation="in_operation",
    since=2013,
    topics=("services", "inclusion"),
    goals=(10, 16),
    needs_law=False,
    names=(
        Name("ASAN xidmət", "az", since=2012),
        Name("ASAN service", "en", since=2012),
        Name("АСАН хидмет", "ru"),
        Name("Azerbaijan Service and Assessment Network", "en"),
        Name("ASAN", "en", kind="acronym"),
    ),
    figures=(
        Figure(
            value="21",
            what={"en": "Centres at work", "ru": "Действующие центры"},
            source="State Agency for Public Service and Social Innovations, as reported by Turan",
            on=date(2021, 12, 14),
            url="https://turan.az/en/social/asan-xidmet-not-everything-is-so-easy",
        ),
        Figure(
            value="48 745 227",
            what={"en": "Applications to the centres since 2013", "ru": "Обращения в центры с 2013 года"},
            source="State Agency for Public Service and Social Innovations, as reported by Turan",
            on=date(2021, 12, 14),
            url="https://turan.az/en/social/asan-xidmet-not-everything-is-so-easy",
        ),
        Figure(
            value="2015",
            what={
                "en": "Year of the United Nations Public Service Award",
                "ru": "Год премии ООН в области государственной службы",
            },
            source="United Nations, Department of Economic and Social Affairs",
            on=date(2015, 12, 31),
        ),
    ),
    needs=(
        Need(capability="lead_agency"),
        Need(capability="personal_number"),
        Need(capability="e_payments", essential=False),
        Need(capability="data_exchange_layer", essential=False),
    ),
    links=(("asan.gov.az", "https://asan.gov.az"),),
    texts={"en": EN, "ru": RU},
    queries={
        "en": ("one hall service centres", "ASAN xidmet"),
        "ru": ("центрах АСАН хидмет",),
    },
)
