"""MConnect and MCloud: data exchange and a common cloud of the Republic of Moldova."""

from datetime import date

from sample_centre.practice_story import Figure, Name, Need, Practice

PRACTICE = Practice(
    key="mconnect",
    owner="agency_md",
    country="MD",
    language="en",
    operation="in_operation",
    since=2014,
    topics=("interoperability", "infrastructure"),
    goals=(9, 16, 17),
    needs_law=True,
    names=(
        Name("MConnect", "en", since=2014),
        Name("MCloud", "en", since=2013),
        Name("MAccess", "en", since=2019),
    ),
    figures=(
        Figure(
            "14",
            {
                "en": "ministries and agencies with systems in MCloud in January 2014",
                "ru": "министерств и агентств разместили системы в MCloud к январю 2014 года",
            },
            "e-Government Centre of Moldova, notice of January 2014",
            date(2014, 1, 31),
        ),
        Figure(
            "USD 20 million",
            {
                "en": "World Bank credit for the Governance e-Transformation Project, of which MCloud and MConnect were part",
                "ru": "кредит Всемирного банка на проект «Электронная трансформация управления», куда входили MCloud и MConnect",
            },
            "World Bank, press release of 9 June 2011",
            date(2011, 6, 9),
        ),
        Figure(
            "0.7251",
            {
                "en": "E-Government Development Index of Moldova in 2022, rank 72",
                "ru": "индекс развития электронного правительства Молдовы в 2022 году, 72-е место",
            },
            "United Nations E-Government Survey 2022",
            date(2022, 12, 31),
        ),
    ),
    needs=(
        Need("lead_agency"),
        Need("interoperability_rules"),
        Need("government_network"),
        Need("personal_number"),
        Need("data_protection_law"),
    ),
    links=(("e-Governance Agency", "https://egov.md"),),
    queries={
        "en": ("Mconect Moldova", "MCloud"),
        "ru": ("платформой обмена данными Молдовы",),
        "ko": ("MConnect",),
    },
    texts={
        "en": {
            "title": "One platform for data exchange on one government cloud: MConnect and MCloud",
            "summary": "MConnect is the platform through which public bodies of the Republic of Moldova exchange data; MCloud is the common government cloud on which it and many other systems run. Both came from the Governance e-Transformation Project, for which the World Bank granted a credit of USD 20 million in 2011. The government launched MCloud on 14 February 2013, and early in 2014 it served 14 ministries and agencies. MConnect was piloted from 2014 with eight institutions. A law on data exchange and interoperability followed in 2018 and a regulation of the platform in 2019; since the end of 2020 providers of public services must use it. Unlike the Estonian model, MConnect is a central hub: each body connects once, and the e-Governance Agency describes, routes and records exchanges. Officials without a system of their own look up data through MAccess. Together with common services for sign-in, signature and payment it lets institutions stop asking people for certificates. For small states it shows how shared platforms spare each ministry machines and staff.",
            "problem": "Ministries kept small server rooms of uneven quality and few specialists. Registers were linked by bilateral agreements, often with charges, or not at all. People acted as messengers who carried certificates from one institution to another, and every new electronic service had to build its own links, sign-in and payment.",
            "solution": "Institutions rent virtual machines in MCloud instead of buying servers. Through MConnect each connects once and then uses data of all others to whom the law gives it access; exchanges are free of charge between public bodies. The agency keeps the catalogue of data, checks the legal basis and records each request.",
            "actors": "The e-Governance Agency, earlier the e-Government Centre, develops and owns MConnect. The Information Technology and Cyber Security Service, earlier the Special Telecommunications Centre, runs the cloud and the network. The State Chancellery leads. Providers of data include registers of population, companies, taxes and social insurance. The World Bank financed the start.",
            "steps": "- 2011: the World Bank credit was approved.\n- February 2013: MCloud was launched.\n- February 2014: Government Decision No. 128 regulated it.\n- 2014: the pilot of MConnect began with eight institutions.\n- July 2018: Law No. 142 on data exchange and interoperability.\n- April 2019: Government Decision No. 211 regulated MConnect and MAccess.\n- End of 2020: use became obligatory for providers of public services.",
            "financing": "The start was paid from a World Bank credit of USD 20 million for the whole project, of which both platforms were a part. Operation is paid from the state budget through the agency and the service. Public bodies exchange data without charge; the work on their own systems is theirs.",
            "legal": "Law No. 142 of 19 July 2018 on data exchange and interoperability is the basis; an amendment of November 2020 made use obligatory. Government Decision No. 211 of 3 April 2019 governs MConnect, No. 128 of 20 February 2014 MCloud. The law on personal data protection and its supervisory centre limit access.",
            "technology": "A central integration platform with web services, queues and access control in the protected government network; encrypted traffic and a log of each request. MCloud offers virtual machines and platforms from government data centres. Common services for sign-in (MPass), signature (MSign), payment (MPay) and logging are used with it.",
            "results": "By January 2014 systems of 14 ministries and agencies were in MCloud. From October 2018 institutions stopped asking for several certificates, such as the criminal record, and from December 2020 social insurance data are no longer issued on paper to other institutions. The E-Government Development Index of Moldova was 0.7251 in 2022.",
            "obstacles": "For years exchange was voluntary and institutions that earned fees from certificates delayed. Catalogues of data were incomplete, and descriptions differed. Donor money ended before all registers were linked. Experts left for better pay. A central hub is also a single point of failure and must be protected accordingly.",
            "lessons": "Begin with the law that makes exchange free and obligatory; technology alone convinced few. Connect first the five registers that everyone asks for. A hub suits a state with one strong agency. Use common sign-in, signature and payment from the start. Plan running costs and salaries before donor money ends.",
            "sustainability": "An agency with a legal mandate, a yearly budget and an obligation of all providers keep the platform in use. Knowledge lies with a small team, which is a risk. Data centres must be renewed regularly, and a reserve site as well as agreements for emergencies are needed.",
            "preconditions": "A personal number and basic registers in electronic form, a protected network between institutions, a lead agency under the prime minister or chancellery, rules for describing data and a law on personal data. A modest number of competent administrators must remain in public service.",
            "adapt": "Decide between a hub and a distributed model by the size of the state and the trust among institutions. Fit charges, the list of obligatory users and the log that citizens may see to national law. Small states may rent commercial cloud for data that are not sensitive.",
            "not_suitable": "A hub does not fit a federal state or one whose institutions do not trust one centre. Without renewal of machines a common cloud spreads one failure to all. Where registers contradict each other, faster exchange only multiplies errors.",
        },
        "ru": {
            "title": "Единая платформа обмена данными в общем облаке: MConnect и MCloud",
            "summary": "MConnect — платформа, через которую государственные учреждения Республики Молдова обмениваются данными; MCloud — общее правительственное облако, где работают она и многие другие системы. Обе созданы в проекте «Электронная трансформация управления», на который Всемирный банк в 2011 году выделил кредит 20 миллионов долларов США. Правительство запустило MCloud 14 февраля 2013 года; в начале 2014 года облаком пользовались 14 министерств и агентств. MConnect испытывали с 2014 года с восемью учреждениями. В 2018 году принят закон об обмене данными и интероперабельности, в 2019 году — положение о платформе; с конца 2020 года поставщики государственных услуг обязаны её применять. В отличие от эстонской модели MConnect — центральный узел: каждый орган подключается один раз, а Агентство электронного управления описывает, направляет и учитывает обмены. Служащие без своей системы смотрят данные через MAccess. Вместе с общими службами входа, подписи и оплаты это позволяет не требовать справок. Малым государствам пример показывает, как общие платформы избавляют министерства от лишней техники.",
            "problem": "Министерства содержали небольшие серверные разного качества при нехватке специалистов. Реестры связывали двусторонние соглашения, часто платные, или ничто не связывало. Люди служили курьерами, разнося справки между учреждениями, а каждая новая электронная услуга заново строила связи, вход и оплату.",
            "solution": "Учреждения арендуют виртуальные машины в MCloud вместо покупки серверов. Через MConnect каждое подключается один раз и получает данные всех остальных, к которым закон даёт доступ; между государственными органами обмен бесплатный. Агентство ведёт каталог данных, проверяет правовое основание и учитывает каждый запрос.",
            "actors": "MConnect развивает и держит Агентство электронного управления, ранее Центр электронного управления. Облако и сеть ведёт Служба информационных технологий и кибербезопасности, ранее Центр специальных телекоммуникаций. Руководит Государственная канцелярия. Данные дают реестры населения, компаний, налогов и социального страхования. Начало финансировал Всемирный банк.",
            "steps": "- 2011: одобрен кредит Всемирного банка.\n- Февраль 2013: запущено облако MCloud.\n- Февраль 2014: Постановление Правительства № 128 определило его порядок.\n- 2014: начато испытание MConnect с восемью учреждениями.\n- Июль 2018: Закон № 142 об обмене данными и интероперабельности.\n- Апрель 2019: Постановление № 211 о MConnect и MAccess.\n- Конец 2020: применение обязательно для поставщиков услуг.",
            "financing": "Начало оплачено из кредита Всемирного банка в 20 миллионов долларов США на весь проект, частью которого были обе платформы. Эксплуатацию оплачивает государственный бюджет через агентство и службу. Обмен между государственными органами бесплатный; доработку своих систем каждый оплачивает сам.",
            "legal": "Основа — Закон № 142 от 19 июля 2018 года об обмене данными и интероперабельности; поправка ноября 2020 года сделала применение обязательным. MConnect регулирует Постановление Правительства № 211 от 3 апреля 2019 года, MCloud — № 128 от 20 февраля 2014 года. Доступ ограничивают закон о защите персональных данных и надзорный центр.",
            "technology": "Центральная интеграционная платформа с веб-сервисами, очередями и разграничением доступа в защищённой правительственной сети; трафик шифруется, каждый запрос записывается. MCloud даёт виртуальные машины и платформы из государственных центров данных. Вместе с ними применяются общие службы входа (MPass), подписи (MSign), оплаты (MPay) и журналов.",
            "results": "К январю 2014 года в MCloud работали системы 14 министерств и агентств. С октября 2018 года учреждения перестали требовать ряд справок, например о судимости, а с декабря 2020 года данные социального страхования не выдаются другим учреждениям на бумаге. Индекс развития электронного правительства Молдовы в 2022 году составил 0,7251.",
            "obstacles": "Годами обмен был добровольным, и учреждения, получавшие плату за справки, медлили. Каталоги данных были неполны, описания различались. Средства доноров закончились раньше, чем подключили все реестры. Специалисты уходили на лучшую оплату. Центральный узел — ещё и единая точка отказа, его нужно соответственно защищать.",
            "lessons": "Начинать следует с закона, который делает обмен бесплатным и обязательным: одна техника убедила немногих. Сначала подключить пять реестров, нужных всем. Узел подходит государству с одним сильным агентством. Общие вход, подпись и оплату применять сразу. Эксплуатацию и зарплаты спланировать до окончания средств доноров.",
            "sustainability": "Платформу поддерживают агентство с мандатом по закону, ежегодный бюджет и обязанность всех поставщиков услуг. Знания сосредоточены в небольшой команде, и это риск. Центры данных нужно регулярно обновлять; необходимы резервная площадка и договорённости на чрезвычайный случай.",
            "preconditions": "Личный номер и базовые реестры в электронном виде, защищённая сеть между учреждениями, ответственное агентство при премьер-министре или канцелярии, правила описания данных, закон о персональных данных. На государственной службе должно оставаться хотя бы небольшое число знающих администраторов.",
            "adapt": "Выбрать между узлом и распределённой моделью по величине государства и доверию между учреждениями. Плату, перечень обязательных участников и журнал, который может видеть гражданин, согласовать с национальным законом. Малые государства могут арендовать коммерческое облако для данных, не являющихся чувствительными.",
            "not_suitable": "Узел не подходит федеративному государству или стране, где учреждения не доверяют одному центру. Без обновления техники общее облако распространяет одну поломку на всех. Если реестры противоречат друг другу, быстрый обмен лишь умножает ошибки.",
        },
    },
)
