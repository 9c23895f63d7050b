"""OAIS: the layer through which state bodies of Belarus ask each other's registers."""

from datetime import date

from sample_centre.practice_story import Figure, Name, Need, Practice

RU = {
    "title": "ОАИС: сведения из государственных ресурсов по запросу, без справок от гражданина",
    "summary": (
        "Общегосударственная автоматизированная информационная система (ОАИС) Республики Беларусь соединяет базовые государственные информационные ресурсы и даёт к ним доступ тем, кто имеет на это право: государственным органам, нотариусам, банкам, организациям и самим гражданам. Вместо того чтобы требовать справку, орган отправляет запрос и получает сведения из первоисточника.\n\n"
        "Система появилась на рубеже 2010-х годов, её оператор – Национальный центр электронных услуг. Указ № 460 от 16 декабря 2019 года собрал правила в одном акте: определил назначение системы, роль оператора, порядок предоставления сведений и участие информационных посредников. Единый портал электронных услуг является подсистемой ОАИС и её лицом для населения.\n\n"
        "Опыт показывает, что слой обмена сведениями держится не только на технике, но и на правилах: кто вправе запросить какие сведения, кто платит оператору, имеет ли распечатка юридическую силу. Он полезен странам, которые хотят отменить справки, но не готовы объединять базы разных ведомств в одну."
    ),
    "problem": "Сведения о человеке, организации, недвижимости и налогах хранились в отдельных ведомственных базах. Органы требовали от заявителя справки из других учреждений, хотя сами могли бы их получить. Двусторонние подключения согласовывали месяцами, каждое строилось по-своему, а учёта запросов, особенно к персональным данным, часто не было.",
    "solution": "Создан единый посредник между владельцами ресурсов и потребителями. Владелец подключает ресурс один раз, а оператор оформляет его сведения как электронные услуги с описанием, правами доступа и ценой. Потребитель запрашивает их через свою систему, портал или посредника. Каждый запрос проверяется на полномочия и записывается в журнал. При необходимости сведения заверяются на бумаге.",
    "actors": "Национальный центр электронных услуг – оператор. Оперативно-аналитический центр при Президенте регулирует межведомственные системы и защиту информации. Министерство связи и информатизации отвечает за цифровое развитие. Владельцы ресурсов – министерства внутренних дел, юстиции, по налогам и сборам, органы регистрации недвижимости. Потребители – органы, суды, нотариусы, банки, граждане; часть услуг дают информационные посредники.",
    "steps": "- 2008: принят Закон «Об информации, информатизации и защите информации».\n- 2009: постановление № 673 упорядочивает государственные ресурсы и системы.\n- Около 2010: открыты сайт системы и первая версия портала.\n- 2012: создан оператор – Национальный центр электронных услуг.\n- 2013: начинает работать регистр населения.\n- 2019: Указ № 460 об ОАИС.\n- 2020: постановление № 159 утверждает порядок работы и перечень базовых ресурсов.\n- 2022: Указ № 188 о Единой системе идентификации.",
    "financing": "Создание и развитие оплачиваются по государственным программам в сфере цифрового развития. Работа оператора покрывается платой за электронные услуги и бюджетными средствами: для государственных органов, судов и ряда других получателей услуги предоставляются безвозмездно, а расходы возмещаются оператору по утверждённому порядку. Полная стоимость в открытых источниках не приводится.",
    "legal": "Потребовался отдельный акт высшего уровня. Указ от 16 декабря 2019 года № 460 устанавливает назначение системы и обязанности участников, постановление Совета Министров от 20 марта 2020 года № 159 – заверение сведений на бумаге, работу посредников и финансирование. Применяются законы об информации, об электронном документе и Закон № 99-З о защите персональных данных.",
    "technology": "Интеграционная платформа с каталогом электронных услуг, описанием форматов и журналом запросов. Ресурсы остаются у владельцев, копии не собираются в одну базу. Ведомственные системы подключаются по защищённым каналам, сертификаты выдаёт государственная инфраструктура открытых ключей. Для организаций без своей системы доступ открыт через единый портал.",
    "results": "Ведомства получают сведения из регистров друг друга по единым правилам, а не по десяткам двусторонних договорённостей. На основе системы работает единый портал: в августе 2023 года на нём было 112 административных процедур и 195 услуг. Сводных данных о числе отменённых справок в открытых источниках мало, поэтому общий эффект оценить трудно.",
    "obstacles": "Качество сведений в ресурсах было неравным: ошибки стали видны только при массовых запросах. Старые ведомственные системы не умели отвечать автоматически. Законы о процедурах по-прежнему упоминали справки, и органы продолжали их требовать. Владельцы ресурсов опасались потери платы за сведения и ответственности за утечку.",
    "lessons": "Сначала следует закрепить право и обязанность запрашивать сведения, а затем подключать технику. Описание данных и ответственность за их качество должны иметь владельца. Вопрос оплаты между ведомствами надо решать до запуска. Отмена справки в перечне процедур даёт больше пользы, чем ещё одно подключение. Журнал запросов нужен с первого дня.",
    "sustainability": "Система закреплена указом, имеет постоянного оператора и порядок возмещения расходов. Она развивается вместе с порталом и Единой системой идентификации. Зависимость от одного оператора требует резервирования и открытых описаний форматов. Устойчивость снижается там, где владелец меняет свою систему, не предупредив потребителей.",
    "preconditions": "Нужны основные регистры в электронном виде: население, юридические лица, недвижимость; личный номер человека и номер организации; закон о защите персональных данных; защищённая сеть; инфраструктура открытых ключей; уполномоченный орган, который решает споры между ведомствами о доступе. Желателен общий словарь данных.",
    "adapt": "Перечень базовых ресурсов и состав сведений определяются законами страны. Вместо одного центрального узла можно выбрать распределённую схему с одинаковыми шлюзами. Плату за сведения лучше отменить между органами и оставить для бизнеса. Право гражданина видеть, кто запрашивал его данные, стоит предусмотреть сразу.",
    "not_suitable": "Решение не подходит, пока регистры ведутся на бумаге или в таблицах: обмен лишь распространит ошибки. Его не следует вводить без надзора за защитой персональных данных. Для страны с двумя-тремя ведомственными системами достаточно прямых подключений. Для передачи писем и поручений нужна другая система – документооборот.",
}

EN = {
    "title": "OAIS: facts from state registers on request, with no certificates asked of citizens",
    "summary": (
        "The nation-wide automated information system (OAIS) of the Republic of Belarus joins the basic state information resources and opens them to those who are entitled: state bodies, notaries, banks, organisations and citizens themselves. Instead of demanding a certificate, a body sends a query and receives the facts from their source.\n\n"
        "The system appeared around 2010; the National Centre of Electronic Services operates it. Edict No. 460 of 16 December 2019 brought the rules together in one act: it defined the purpose of the system, the part of the operator, the order in which facts are supplied and the place of information intermediaries. The Unified Portal of Electronic Services is a subsystem of OAIS and its face to the public.\n\n"
        "The experience shows that a layer of exchange rests on rules as much as on technology: who may ask for which facts, who pays the operator, whether a printout has legal force. It is useful to countries that wish to abolish certificates but are not ready to merge the databases of different ministries into one."
    ),
    "problem": "Facts about a person, an organisation, real estate and taxes were kept in separate databases. Bodies asked applicants for certificates from other offices although they could have obtained the facts themselves. Two-sided connections took months to agree, each was built in its own way, and queries, above all for personal data, were often not recorded.",
    "solution": "One intermediary stands between owners of resources and those who use them. An owner connects a resource once, and the operator presents its facts as electronic services with a description, access rights and a price. Users ask through their own system, the portal or an intermediary. Every query is checked for authority and written in a log. Where needed, facts are certified on paper.",
    "actors": "The National Centre of Electronic Services is the operator. The Operational and Analytical Centre regulates interdepartmental systems and information security. The Ministry of Communications and Informatization answers for digital development. Owners of resources are the ministries of the interior, justice and taxes, and the real estate registry. Users are state bodies, courts, notaries, banks and citizens; information intermediaries supply some services.",
    "steps": "- 2008: Law on Information, Informatization and Protection of Information.\n- 2009: Resolution No. 673 puts state resources and systems in order.\n- About 2010: the site of the system and the first portal open.\n- 2012: the operator, the National Centre of Electronic Services, is created.\n- 2013: the population register starts.\n- 2019: Edict No. 460 on OAIS.\n- 2020: Resolution No. 159 approves procedures.\n- 2022: Edict No. 188 on the single identification system.",
    "financing": "Creation and development are paid for under state programmes of digital development. The operator’s work is covered by charges for electronic services and by budget money: state bodies, courts and some other recipients are served free of charge, and the operator is reimbursed under an approved procedure. The full cost is not given in open sources.",
    "legal": "A separate act of the highest level was needed. Edict No. 460 of 16 December 2019 sets the purpose of the system and the duties of participants; Resolution of the Council of Ministers No. 159 of 20 March 2020 covers certification on paper, intermediaries and financing. The laws on information, on the electronic document and Law No. 99-Z on personal data protection apply.",
    "technology": "An integration platform with a catalogue of electronic services, descriptions of formats and a log of queries. Resources stay with their owners; copies are not gathered in one database. Systems of ministries connect over protected channels, and the state public key infrastructure issues certificates. Organisations without a system of their own use the portal.",
    "results": "Ministries obtain facts from each other’s registers under one set of rules, not under dozens of two-sided arrangements. The Unified Portal works on this basis: in August 2023 it offered 112 administrative procedures and 195 services. Few summary data on abolished certificates are public, so the effect as a whole is hard to judge.",
    "obstacles": "The quality of resources was uneven, and errors came to light only under mass queries. Old systems could not answer automatically. Laws on procedures went on naming certificates, and bodies went on asking for them. Owners of resources feared the loss of income from supplying facts and liability for a leak.",
    "lessons": "Establish the right and the duty to ask for facts first, connect technology afterwards. The description of data and their quality must have an owner. Settle payment between ministries before the launch. Striking a certificate from the list of procedures brings more than one more connection. A log of queries is needed from the first day.",
    "sustainability": "An edict secures the system; it has a permanent operator and a procedure for covering costs. It develops together with the portal and the single identification system. Dependence on one operator calls for reserves and open descriptions of formats. Stability suffers where an owner changes its system without warning the users.",
    "preconditions": "Needed are the main registers in electronic form: population, legal entities, real estate; a personal number and a number for organisations; a law on personal data protection; a protected network; a public key infrastructure; and a body that settles disputes between ministries about access. A common data dictionary is desirable.",
    "adapt": "National law decides which resources are basic and which facts they hold. A distributed scheme with identical gateways may be chosen instead of one central hub. It is better to drop charges between state bodies and keep them for business. Provide at once for the right of citizens to see who has asked for their data.",
    "not_suitable": "Not suitable while registers are kept on paper or in spreadsheets: exchange would only spread errors. It should not be introduced without supervision of personal data protection. Direct connections are enough for two or three systems. Letters and assignments need a different system, one for document exchange.",
}

PRACTICE = Practice(
    key="oais",
    owner="services_by",
    country="BY",
    language="ru",
    operation="in_operation",
    since=2010,
    topics=("interoperability", "data", "infrastructure"),
    goals=(9, 16),
    needs_law=True,
    names=(
        Name("Общегосударственная автоматизированная информационная система", "ru"),
        Name("Агульнадзяржаўная аўтаматызаваная інфармацыйная сістэма", "be"),
        Name("Nation-wide Automated Information System", "en"),
        Name("ОАИС", "ru", kind="acronym"),
        Name("ААІС", "be", kind="acronym"),
        Name("OAIS", "en", kind="acronym"),
    ),
    figures=(
        Figure(
            value="2019",
            what={
                "ru": "Год указа, собравшего правила системы в одном акте",
                "en": "Year of the edict that brought the rules of the system together in one act",
            },
            source="Указ Президента Республики Беларусь № 460",
            on=date(2019, 12, 16),
        ),
        Figure(
            value="112",
            what={
                "ru": "Административные процедуры, доступные через портал – подсистему ОАИС",
                "en": "Administrative procedures available through the portal, a subsystem of OAIS",
            },
            source="Национальный центр электронных услуг, по сообщению pravo.by",
            on=date(2023, 8, 31),
        ),
    ),
    needs=(
        Need(capability="population_register"),
        Need(capability="personal_number"),
        Need(capability="data_protection_law"),
        Need(capability="government_network"),
        Need(capability="interoperability_rules", essential=False),
    ),
    links=(("Национальный центр электронных услуг", "https://nces.by"),),
    texts={"ru": RU, "en": EN},
    queries={
        "ru": ("общегосударственной автоматизированной системой",),
        "en": ("nationwide automated information system", "OAIS"),
    },
)
