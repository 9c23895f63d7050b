"""Trembita: registers of Ukraine that ask each other instead of the citizen."""

from datetime import date
from decimal import Decimal

from sample_centre.practice_story import Figure, Name, Need, Practice

PRACTICE = Practice(
    key="trembita",
    owner="ministry_ua",
    country="UA",
    language="en",
    operation="in_operation",
    since=2018,
    topics=("interoperability", "data"),
    goals=(9, 16, 17),
    needs_law=True,
    names=(
        Name("Trembita", "en", since=2018),
        Name("Трембита", "ru", since=2018),
        Name("Трембіта", "uk", since=2018),
        Name("СЕВ ДЕІР", "uk", kind="acronym"),
    ),
    figures=(
        Figure(
            "1.8 billion",
            {
                "en": "transactions from the launch to the end of 2022",
                "ru": "транзакций с запуска до конца 2022 года",
            },
            "EU4DigitalUA project, Trembita report for the fourth quarter of 2022",
            date(2022, 12, 31),
        ),
        Figure(
            "185",
            {
                "en": "state and local bodies taking part at the end of 2022",
                "ru": "органов государственной власти и местного самоуправления — участников на конец 2022 года",
            },
            "EU4DigitalUA project, Trembita report for the fourth quarter of 2022",
            date(2022, 12, 31),
        ),
        Figure(
            "79",
            {
                "en": "registers and other information resources connected at the end of 2022",
                "ru": "реестров и других информационных ресурсов подключено на конец 2022 года",
            },
            "EU4DigitalUA project, Trembita report for the fourth quarter of 2022",
            date(2022, 12, 31),
        ),
    ),
    needs=(
        Need("public_key_infrastructure"),
        Need("interoperability_rules"),
        Need("lead_agency"),
        Need("data_protection_law"),
        Need(index="tii", minimum=Decimal("0.50"), essential=False),
    ),
    links=(("Trembita", "https://trembita.gov.ua"),),
    queries={
        "en": ("Trembitta",),
        "ru": ("Трембитой",),
        "ko": ("Trembita",),
    },
    texts={
        "en": {
            "title": "Registers that ask each other instead of the citizen: Trembita data exchange",
            "summary": "Trembita is the system through which state registers and other information resources of Ukraine exchange data. Named after a long wooden horn that carries signals over mountains, it follows the X-Road model of Estonia: there is no central store, each body keeps its own data, and a security server at each participant signs, encrypts and time-stamps every message. It was built with the Estonian e-Governance Academy in the project EGOV4UKRAINE, financed by the European Union and member states, and supported afterwards by further European projects. The rules of exchange were approved in 2016 and 2018, and the first bodies exchanged data from 2018. At the end of 2022, 185 state and local bodies took part, 79 resources were connected and 1.8 billion transactions had passed since the launch. Services such as the mobile application Diia rest on these exchanges. The system went on working in wartime after protection was strengthened. It shows how a country can reuse a proven model, provided that each register is put in order and each exchange is agreed between its two owners.",
            "problem": "Hundreds of registers had been built by different bodies with different technology. They were linked by single agreements and private channels, or not at all, so people carried certificates between offices. Data did not agree with each other, nobody could see who had looked up what, and informal access invited corruption.",
            "solution": "Every participant installs a standard gateway through which its web services offer or request data. Rights are set for each service, messages are signed and kept as evidence, and traffic flows directly between the two parties. A catalogue shows available services, and a common monitoring shows failures and load.",
            "actors": "The Ministry of Digital Transformation owns the system; before 2019 it was the State Agency for Electronic Governance. A state enterprise runs it technically. The security service for communications sets protection rules. The e-Governance Academy of Estonia and its contractors built it. Holders of registers, municipalities and service centres exchange data.",
            "steps": "- 2016: the Cabinet of Ministers approved the system, and EGOV4UKRAINE began.\n- 2018: rules of exchange were approved and the first exchanges were set up.\n- 2019: the Ministry of Digital Transformation was founded and took over.\n- 2020: EU4DigitalUA continued the support.\n- 2021: the law on public electronic registers was adopted.\n- 2022: protection was strengthened in wartime; 1.8 billion transactions.",
            "financing": "Development was a grant from the European Union and several member states within the programme U-LEAD with Europe, continued by EU4DigitalUA and DT4UA. The state budget pays operation. Each body pays for its own servers and services, which was hard for small municipalities. No single sum is published for the system alone.",
            "legal": "Resolution No. 606 of the Cabinet of Ministers of 8 September 2016 founded the electronic interaction of state resources; No. 357 of 10 May 2018 set its procedure. The law on public electronic registers, No. 1907-IX of 18 November 2021, obliges registers to exchange data. Laws on trust services and on personal data complete the frame.",
            "technology": "A distributed system derived from X-Road, adapted to Ukrainian cryptography. Security servers at participants, certificates from trust service providers, a central configuration, logs with time stamps and a monitoring tool. Messages are web service calls; each exchange has a provider's service and a recipient's client, made and tested separately.",
            "results": "At the end of 2022 there were 185 participants, 79 connected resources and 1.8 billion transactions since the launch. Services for births, social help, businesses and displaced persons take data from registers. People bring fewer certificates, and holders of data can prove who received what and when.",
            "obstacles": "Poor data in registers became visible only when they were linked. Building a gateway was easy, but the clients and services on both sides took months and had no budget. Some holders feared losing control or fees. War brought cyber attacks, cuts of power and the closing of registers for a time.",
            "lessons": "Take over a proven model rather than designing a new one, but adapt cryptography and law early. Count exchanges in real use, not servers installed. Finance both ends of an exchange. Clean data before linking. Publish participants and transactions regularly: it persuades bodies that hesitate.",
            "sustainability": "A ministry, a budget line and laws that oblige registers to exchange secure its future; donors still pay much of its growth. A version 2.0 was announced in 2025. Skills for making services must remain in the country, and distant reserve sites are needed while the threat lasts.",
            "preconditions": "Registers that are already electronic with a legal holder; a public key infrastructure; persons and companies with stable identifiers; rules that say who may ask what; and a body with the right to set technical standards and to monitor. An internet line with protection is enough: no special network is needed.",
            "adapt": "Choose the open or commercial version of the model by the skills at hand. Certify national cryptography before the contract for the software ends. Begin with five exchanges behind a service people know, and give small municipalities a shared gateway instead of one each.",
            "not_suitable": "Where registers are on paper or two bodies keep the same data, there is nothing sound to exchange. For a few links between three or four systems, direct interfaces cost less. It does not fit where the law forbids bodies to pass data on and will not be changed.",
        },
        "ru": {
            "title": "Реестры запрашивают данные друг у друга, а не у человека: система «Трембита»",
            "summary": "«Трембита» — система, через которую государственные реестры и другие информационные ресурсы Украины обмениваются данными. Она названа по длинной деревянной трубе, передающей сигналы в горах, и следует эстонской модели X-Road: общего хранилища нет, каждый орган хранит свои данные, а сервер безопасности участника подписывает, шифрует и снабжает отметкой времени каждое сообщение. Систему создали вместе с эстонской Академией электронного управления в проекте EGOV4UKRAINE на средства Европейского союза и его государств; затем её поддержали другие европейские проекты. Правила обмена утверждены в 2016 и 2018 годах, первые органы обменивались данными с 2018 года. В конце 2022 года участвовали 185 органов, было подключено 79 ресурсов, со времени запуска прошло 1,8 миллиарда транзакций. На этом обмене держатся услуги, например приложение «Дія». В военное время система продолжала работать после усиления защиты. Она показывает, как применить готовую модель, если привести в порядок каждый реестр и согласовать каждый обмен.",
            "problem": "Сотни реестров созданы разными органами на разных технологиях. Их связывали отдельные соглашения и частные каналы или ничто не связывало, и люди носили справки между учреждениями. Данные расходились, никто не видел, кто и что запрашивал, а неформальный доступ располагал к коррупции.",
            "solution": "Каждый участник устанавливает стандартный шлюз, через который его веб-сервисы отдают или запрашивают данные. Права задаются для каждого сервиса, сообщения подписываются и хранятся как доказательство, поток идёт прямо между двумя сторонами. Каталог показывает доступные сервисы, общий мониторинг — сбои и нагрузку.",
            "actors": "Владелец системы — Министерство цифровой трансформации, до 2019 года — Государственное агентство по вопросам электронного управления. Технически её ведёт государственное предприятие. Служба специальной связи устанавливает правила защиты. Строили систему эстонская Академия электронного управления и её подрядчики. Обмениваются держатели реестров, муниципалитеты и центры услуг.",
            "steps": "- 2016: Кабинет министров утвердил систему, начат проект EGOV4UKRAINE.\n- 2018: утверждён порядок обмена, настроены первые обмены.\n- 2019: создано и приняло систему Министерство цифровой трансформации.\n- 2020: поддержку продолжил проект EU4DigitalUA.\n- 2021: принят закон о публичных электронных реестрах.\n- 2022: защита усилена в военное время; 1,8 миллиарда транзакций.",
            "financing": "Разработка оплачена грантом Европейского союза и нескольких его государств в программе U-LEAD with Europe, затем проектами EU4DigitalUA и DT4UA. Эксплуатацию оплачивает государственный бюджет. Каждый орган сам платит за серверы и сервисы, что трудно для малых общин. Единой суммы только по этой системе не опубликовано.",
            "legal": "Постановление Кабинета министров № 606 от 8 сентября 2016 года положило начало электронному взаимодействию ресурсов, № 357 от 10 мая 2018 года установило его порядок. Закон о публичных электронных реестрах № 1907-IX от 18 ноября 2021 года обязывает реестры к обмену. Рамку дополняют законы о доверительных услугах и персональных данных.",
            "technology": "Распределённая система на основе X-Road, приспособленная к украинской криптографии. Серверы безопасности у участников, сертификаты поставщиков доверительных услуг, центральная конфигурация, журналы с отметками времени, мониторинг. Сообщения — вызовы веб-сервисов; у каждого обмена есть сервис поставщика и клиент получателя, их создают и проверяют отдельно.",
            "results": "В конце 2022 года было 185 участников, 79 подключённых ресурсов и 1,8 миллиарда транзакций со времени запуска. Услуги по рождению ребёнка, социальной помощи, для бизнеса и переселенцев берут данные из реестров. Люди приносят меньше справок, а держатели данных могут доказать, кто, что и когда получил.",
            "obstacles": "Плохое качество данных стало видно лишь при соединении реестров. Шлюз поставить легко, но клиенты и сервисы с обеих сторон требовали месяцев и не имели бюджета. Некоторые держатели боялись потерять контроль или плату. Война принесла кибератаки, отключения электричества и временное закрытие реестров.",
            "lessons": "Лучше взять проверенную модель, чем проектировать новую, но криптографию и право приспособить рано. Считать следует действующие обмены, а не серверы. Оплачивать нужно обе стороны обмена. Данные очистить до соединения. Регулярно публиковать участников и транзакции: это убеждает сомневающихся.",
            "sustainability": "Будущее обеспечивают министерство, строка бюджета и законы, обязывающие реестры к обмену; значительную часть роста ещё оплачивают доноры. В 2025 году объявлена версия 2.0. Умение создавать сервисы должно оставаться в стране, а пока есть угроза, нужны удалённые резервные площадки.",
            "preconditions": "Реестры уже в электронном виде и с законным держателем; инфраструктура открытых ключей; устойчивые идентификаторы лиц и компаний; правила, кто и что может запрашивать; орган с правом устанавливать технические стандарты и вести мониторинг. Достаточно защищённого канала Интернета, особая сеть не нужна.",
            "adapt": "Открытую или коммерческую версию модели выбирают по имеющимся знаниям. Национальную криптографию следует сертифицировать до окончания договора на программу. Начать с пяти обменов для услуги, которую люди знают, а малым общинам дать общий шлюз вместо отдельных.",
            "not_suitable": "Если реестры бумажные или два органа ведут одни и те же данные, обмениваться нечем. Для нескольких связей между тремя-четырьмя системами прямые интерфейсы дешевле. Система не подходит, если закон запрещает передавать данные и менять его не собираются.",
        },
    },
)
