"""my.gov.ge: the unified portal of electronic services of Georgia."""

from datetime import date

from sample_centre.practice_story import Figure, Name, Need, Practice

EN = {
    "title": "my.gov.ge: one portal for services of the state and letters to any public body",
    "summary": (
        "my.gov.ge is the Unified Portal of Electronic Services of Georgia. A resident signs in once, with an electronic identity card or a user name, and finds services of ministries, municipalities and private providers sorted by theme: certificates, registration of a business or a land title, fines and utility bills, education, social help. The portal opened in 2012; the Data Exchange Agency of the Ministry of Justice built it on the Georgian Governmental Gateway. Since 2020 the Digital Governance Agency runs it.\n\n"
        "A particular part is electronic communication. From September 2013 a person can send a letter or a request for information to any connected body, receive its registration number and read the answer in the same account. The portal draws on the electronic chancelleries that bodies already used.\n\n"
        "The number of services grew slowly at first and quickly in the pandemic, from 468 in 2019 to 700 in 2020. The experience suits small countries with one strong agency. It shows that a technically complete portal still needs a duty for bodies to join and steady work with people who lack skills."
    ),
    "problem": "After the reforms of the 2000s many registers in Georgia were electronic, but every body offered them on its own site with its own account. A person had to know which body was responsible. Letters to public bodies went on paper; nobody could follow their way. Residents of villages and those abroad travelled for simple extracts.",
    "solution": "One site with one sign-in takes services from the systems of their owners through a common gateway. Services are grouped by theme, so that the name of the responsible body need not be known. Fees, fines and utility bills are paid in the same place. Letters pass into the electronic chancelleries of bodies, and answers return to the person’s account with a notice by message and e-mail.",
    "actors": "The Data Exchange Agency, from 2020 the Digital Governance Agency, both under the Ministry of Justice, own and run the portal. The Public Service Development Agency issues identity cards; the Public Registry and the Revenue Service are the largest providers. Ministries and municipalities offer services. UNDP and other partners supported development and outreach. Banks and utilities take part.",
    "steps": "- 2010: the Data Exchange Agency is created.\n- 2011: work on the governmental gateway begins; electronic identity cards are issued.\n- 2012: the portal opens.\n- 2013: up to 60 public services and 80 kinds of bills; electronic letters from September.\n- 2014–2016: further services under the Open Government Partnership plan.\n- 2017: new law on electronic documents and trust services.\n- 2020: the Digital Governance Agency; rapid growth of services.",
    "financing": "The agency’s budget and its income from services cover operation. Development was financed from the state budget with support from international partners, among them UNDP and the European Union. Use of the portal is free; the fee of the service itself goes to its provider. A total cost has not been found in open sources.",
    "legal": "The law on the agency and the law on electronic signature and electronic document, replaced in 2017 by the law on electronic documents and trust services, are the basis. A government decree of August 2013 gave information requested electronically the same force as on paper. The law on personal data protection applies. There was long no general duty to offer services through the portal.",
    "technology": "A gateway of messages connects the portal with the systems of providers; a common catalogue describes services. Sign-in uses the chip of the identity card, a user name confirmed in person, later also remote identification. Electronic chancelleries exchange documents in a common format. Payments pass through banks. The design was renewed for mobile use.",
    "results": "According to UNDP, the number of services rose from 468 in 2019 to 700 in 2020, use grew by 40 per cent in that year and daily visits reached 30,000. Georgia moved from 100th place in the UN E-Government Survey of 2010 to 60th in 2022. Letters can be followed by their senders, and bodies answer in one place.",
    "obstacles": "A card reader was needed for the electronic identity card, which few had at home. For years people did not know of the portal. An independent analysis of 2022 names weak skills and poor internet in villages, little initiative of municipalities and the absence of a means to oblige bodies. An evaluator of open government found early results modest.",
    "lessons": "Choose a sign-in that works without additional equipment. Letters to any body attract people who do not yet need a service and accustom them to the portal. Voluntary joining leaves gaps: set dates for bodies and publish who has met them. Spend on information regularly, not only at the opening. Use a crisis to extend, but have the gateway ready before it.",
    "sustainability": "The portal belongs to a permanent agency that also runs data exchange and cybersecurity, so it does not depend on a project. Partners’ funds matter for new services, and their share should fall. A planned digital government strategy, rules of service design and regular surveys of users are what keeps the catalogue from ageing.",
    "preconditions": "Needed are electronic registers of persons, property and businesses, a personal number, an identity card or another reliable means of sign-in, and a gateway between systems. Bodies should register their correspondence electronically before letters are opened to the public. One agency must have the right to set technical rules, and a support line must answer.",
    "adapt": "The list of first services follows local demand; payments of fines and extracts are a safe beginning. Where there are no electronic chancelleries, letters may be delivered into a simple account of the body. Larger countries will need delegated administration for regions. Decide early on languages of minorities and on access for citizens abroad.",
    "not_suitable": "Not suitable while basic registers are on paper, or where no body has authority to connect the systems of others. A portal alone will not help if people have neither internet nor a place to be assisted. In a large federal state a single catalogue run by one agency becomes slow and hard to keep true.",
}

RU = {
    "title": "my.gov.ge: единый портал услуг государства и писем в любой публичный орган",
    "summary": (
        "my.gov.ge – Единый портал электронных услуг Грузии. Житель входит один раз, с электронным удостоверением личности или по имени пользователя, и находит услуги министерств, муниципалитетов и частных поставщиков по темам: справки, регистрация предприятия или земли, штрафы и коммунальные счета, образование, социальная помощь. Портал открыт в 2012 году; его построило Агентство по обмену данными Министерства юстиции на основе Грузинского правительственного шлюза. С 2020 года портал ведёт Агентство цифрового управления.\n\n"
        "Особая часть – электронная переписка. С сентября 2013 года можно направить письмо или запрос информации в любой подключённый орган, получить регистрационный номер и прочитать ответ в том же кабинете. Портал опирается на электронные канцелярии, которые уже были у органов.\n\n"
        "Число услуг сначала росло медленно, а в пандемию быстро: с 468 в 2019 году до 700 в 2020 году. Опыт подходит небольшим странам с одним сильным агентством. Он показывает, что технически законченному порталу нужны ещё обязанность органов подключаться и постоянная работа с людьми без навыков."
    ),
    "problem": "После реформ 2000-х годов многие реестры Грузии были электронными, но каждый орган предлагал их на своём сайте со своей учётной записью. Человек должен был знать, кто отвечает за услугу. Письма в органы шли на бумаге, и их движение нельзя было проследить. Жители сёл и граждане за рубежом ездили за простыми выписками.",
    "solution": "Один сайт с одним входом получает услуги из систем их владельцев через общий шлюз. Услуги сгруппированы по темам, поэтому знать ответственный орган не нужно. Сборы, штрафы и коммунальные счета оплачиваются там же. Письма попадают в электронные канцелярии органов, а ответы возвращаются в кабинет с уведомлением сообщением и электронной почтой.",
    "actors": "Агентство по обмену данными, с 2020 года Агентство цифрового управления, оба при Министерстве юстиции, – владельцы портала. Агентство развития государственных услуг выдаёт удостоверения; крупнейшие поставщики – Публичный реестр и Служба доходов. Услуги дают министерства и муниципалитеты. Развитие и информирование поддержали ПРООН и другие партнёры. Участвуют банки и коммунальные компании.",
    "steps": "- 2010: создано Агентство по обмену данными.\n- 2011: начата работа над правительственным шлюзом; выдаются электронные удостоверения.\n- 2012: открыт портал.\n- 2013: до 60 государственных услуг и 80 видов счетов; с сентября – электронные письма.\n- 2014–2016: новые услуги по плану «Открытого правительства».\n- 2017: новый закон об электронных документах и доверительных услугах.\n- 2020: Агентство цифрового управления; быстрый рост услуг.",
    "financing": "Текущую работу покрывают бюджет агентства и его доходы от услуг. Развитие финансировалось из государственного бюджета при поддержке международных партнёров, в том числе ПРООН и Европейского союза. Пользование порталом бесплатно, плата за саму услугу идёт её поставщику. Общая стоимость в открытых источниках не найдена.",
    "legal": "Основа – закон об агентстве и закон об электронной подписи и электронном документе, заменённый в 2017 году законом об электронных документах и доверительных услугах. Постановление правительства от августа 2013 года дало информации, запрошенной электронно, ту же силу, что и бумажной. Применяется закон о защите персональных данных. Общей обязанности оказывать услуги через портал долго не было.",
    "technology": "Шлюз сообщений соединяет портал с системами поставщиков, общий каталог описывает услуги. Вход – по чипу удостоверения, по имени пользователя, подтверждённому лично, позднее и через удалённую идентификацию. Электронные канцелярии обмениваются документами общего формата. Платежи проходят через банки. Оформление обновлено для мобильных устройств.",
    "results": "По данным ПРООН, число услуг выросло с 468 в 2019 году до 700 в 2020 году, использование за этот год увеличилось на 40 процентов, ежедневных посещений стало 30 000. В обзоре ООН Грузия поднялась со 100-го места в 2010 году на 60-е в 2022 году. Отправитель видит движение письма, а орган отвечает в одном месте.",
    "obstacles": "Для электронного удостоверения был нужен считыватель, который дома имели немногие. Годами люди не знали о портале. Независимый анализ 2022 года называет слабые навыки и плохой Интернет в сёлах, малую инициативу муниципалитетов и отсутствие средств обязать органы. Оценщик «Открытого правительства» счёл ранние результаты скромными.",
    "lessons": "Следует выбирать вход, который работает без дополнительного оборудования. Письма в любой орган привлекают тех, кому услуга ещё не нужна, и приучают к порталу. Добровольное подключение оставляет пробелы: нужны сроки и открытый список выполнивших их. Информировать надо постоянно, а не только при открытии. Кризис ускоряет рост, если шлюз готов заранее.",
    "sustainability": "Портал принадлежит постоянному агентству, которое ведёт также обмен данными и кибербезопасность, поэтому не зависит от проекта. Средства партнёров важны для новых услуг, и их доля должна снижаться. От устаревания каталог защищают стратегия цифрового правительства, правила проектирования услуг и регулярные опросы пользователей.",
    "preconditions": "Нужны электронные реестры людей, имущества и предприятий, личный номер, удостоверение или другой надёжный способ входа, шлюз между системами. Прежде чем открыть письма для населения, органы должны регистрировать переписку электронно. Одно агентство должно иметь право задавать технические правила, а линия поддержки – отвечать.",
    "adapt": "Первые услуги выбирают по местному спросу; оплата штрафов и выписки – надёжное начало. Если электронных канцелярий нет, письма можно доставлять в простой кабинет органа. Большим странам понадобится передать регионам часть управления каталогом. Заранее решают вопрос о языках меньшинств и доступе граждан из-за рубежа.",
    "not_suitable": "Решение не подходит, пока основные реестры бумажные или нет органа, который вправе соединить чужие системы. Один портал не поможет, если у людей нет ни Интернета, ни места, где им помогут. В большом федеративном государстве единый каталог одного агентства станет медленным, и его трудно поддерживать в верном состоянии.",
}

PRACTICE = Practice(
    key="my_gov_ge",
    owner="agency_ge",
    country="GE",
    language="en",
    operation="in_operation",
    since=2012,
    topics=("services", "participation"),
    goals=(10, 16),
    needs_law=False,
    names=(
        Name("მოქალაქის პორტალი", "ka", kind="former", since=2012),
        Name("Citizen’s Portal", "en", kind="former", since=2012),
        Name("my.gov.ge", "en", since=2012),
        Name("ელექტრონული სერვისების ერთიანი პორტალი", "ka"),
        Name("Unified Portal of Electronic Services of Georgia", "en"),
    ),
    figures=(
        Figure(
            value="700",
            what={
                "en": "Electronic services on the portal in 2020; 468 a year before",
                "ru": "Электронные услуги на портале в 2020 году; годом раньше 468",
            },
            source="UNDP Georgia, “Digital solutions transform Georgia’s public sector”",
            on=date(2020, 12, 31),
        ),
        Figure(
            value="30 000",
            what={"en": "Daily visits reached in 2020", "ru": "Ежедневные посещения, достигнутые в 2020 году"},
            source="UNDP Georgia, “Digital solutions transform Georgia’s public sector”",
            on=date(2020, 12, 31),
        ),
        Figure(
            value="0.611",
            what={"en": "Online services index of Georgia", "ru": "Индекс онлайн-услуг Грузии"},
            source="United Nations E-Government Survey 2022",
            on=date(2022, 12, 31),
        ),
    ),
    needs=(
        Need(capability="personal_number"),
        Need(capability="data_exchange_layer"),
        Need(capability="lead_agency"),
        Need(capability="e_payments", essential=False),
        Need(capability="help_desk", essential=False),
    ),
    links=(("my.gov.ge", "https://my.gov.ge"),),
    texts={"en": EN, "ru": RU},
    queries={
        "en": ("Citizens Portal Georgia", "my.gov.ge"),
        "ru": ("портале услуг Грузии",),
    },
)
