"""Diia: documents and services of Ukraine in a telephone."""

from datetime import date
from decimal import Decimal

from sample_centre.practice_story import Figure, Name, Need, Practice

EN = {
    "title": "Diia: digital documents with legal force and public services in one mobile application",
    "summary": (
        "Diia is the mobile application and portal through which people in Ukraine carry their documents in a telephone and receive public services. The name is made of the Ukrainian words for “the state and I” and also means “action”. The Ministry of Digital Transformation, founded in 2019, presented the idea in September of that year; the application appeared in February 2020 with a driving licence and a vehicle certificate.\n\n"
        "The documents are not stored in the application. They are drawn from state registers over the data exchange system Trembita, shown on the screen and checked by a code that lives for a few minutes. A law adopted on 30 March 2021 made digital passports equal to paper and plastic ones inside the country from 23 August 2021. Services such as registering an entrepreneur, changing the place of residence and signing documents followed.\n\n"
        "The experience interests countries that wish to begin with what people use most often, and to publish the result: the code of the application was opened in March 2024. It also shows how far such an application depends on registers in order and on protection against cyberattacks."
    ),
    "problem": "Before 2020 services were spread over dozens of sites of separate bodies, each with its own account. People carried plastic and paper documents, and copies were asked for at every counter. Registers, several hundred of them with different owners, were hardly connected, and applications were slow. Distrust of officials and petty corruption made personal visits unpopular.",
    "solution": "One application and one portal under a single name. Documents are drawn from registers and shown with a short-lived code that another telephone can check. A person signs with a digital signature issued after a face check. Services are redesigned until only a few questions remain, and the rest is fetched from registers. Businesses may ask to receive a digital copy instead of a photocopy.",
    "actors": "The Ministry of Digital Transformation leads and owns the product; a state enterprise develops and runs it. Ministries keep the registers and answer for their content. Deputy ministers for digital transformation in each ministry drive changes. International partners, among them programmes financed by Switzerland, the European Union and the United States, supported development. Banks, shops and carriers accept the documents.",
    "steps": "1. 2019: the ministry is founded; Diia is presented on 27 September.\n2. February 2020: the application opens with the first documents; in April the portal starts and digital passports are allowed as an experiment.\n3. 2021: the law on digital passports; equality from 23 August.\n4. 2022: services for displaced persons and reports of damaged housing are added in wartime.\n5. March 2024: the code of the application is published.",
    "financing": "The state budget pays for the ministry, the registers and operation. International partners financed a considerable part of the development, training and equipment through technical assistance projects. The application and most services are free of charge to users. A full account of the cost has not been published in a form that can be quoted here.",
    "legal": "A government resolution of April 2020 allowed electronic passports as an experiment. The law adopted on 30 March 2021 made them equal to physical documents within the country and obliged bodies and businesses to accept them; border crossing is an exception. Laws on electronic trust services, on public electronic registers and on personal data complete the frame.",
    "technology": "A mobile front end, a gateway and the data exchange system Trembita, based on X-Road, which connects registers. Documents are requested at the moment of showing and confirmed by a bar or QR code valid for about three minutes. The signature key is divided between the telephone and a protected server. Part of the code has been open since March 2024.",
    "results": "According to the Ministry, in March 2024 Diia had 21.7 million users, with 14 documents in the application and more than 70 services on the portal. The country rose from 82nd place in the UN E-Government Survey of 2018 to 46th in 2022, with an online services index of 0.815. Habits changed: a telephone is accepted where a passport was required.",
    "obstacles": "Registers contained errors and gaps, and people discovered them in their own documents. Owners of old paper passports were left out until they exchanged them. Cashiers and officials refused the screen at first. Rights advocates criticised the speed and the concentration of data flows. Attacks on registers and the war interrupted work more than once.",
    "lessons": "Begin with something used every week, not with the most complex service. Legal equality must come quickly after the pilot, or counters go on refusing. Redesign the service before it is placed on the screen. A recognisable name helps, but each failure then strikes the whole state. Publish security audits and reward those who report faults.",
    "sustainability": "The application has its own team, a law and a place in state policy, and mass use makes it politically hard to abandon. Open code eases scrutiny and reuse. The risks are dependence on donors for development, on one ministry for priorities, and on registers that may be attacked; backup copies abroad and work without the application remain necessary.",
    "preconditions": "Needed are a population register with photographs, biometric documents, a data exchange layer between registers, a law on electronic identification and trust services, and mass use of smartphones. There should be one leading body with authority over other ministries, a security team on duty and a support line for people.",
    "adapt": "Choose the first documents by their use in your own country. The exchange layer may be another than Trembita. Where registers lie with regions, agreements with them come first. Decide how to show documents without a connection. Published code may be taken as a model, yet design, signature scheme and legal notices have to be national.",
    "not_suitable": "Not suitable where there is no reliable population register, where few people own smartphones, or where personal data protection has no independent supervision. It should not replace counters and plastic documents for those who do not use a telephone. A single application is a poor first step if services behind it still run on paper.",
}

RU = {
    "title": "Дія: цифровые документы с юридической силой и государственные услуги в одном приложении",
    "summary": (
        "«Дія» – мобильное приложение и портал, через которые жители Украины носят документы в телефоне и получают государственные услуги. Название составлено из украинских слов «государство и я» и одновременно означает «действие». Министерство цифровой трансформации, созданное в 2019 году, представило замысел в сентябре того же года; приложение открылось в феврале 2020 года с водительским удостоверением и свидетельством на автомобиль.\n\n"
        "Документы в приложении не хранятся. Они запрашиваются из государственных реестров через систему обмена данными «Трембита», показываются на экране и проверяются кодом, который действует несколько минут. Закон от 30 марта 2021 года приравнял цифровые паспорта к бумажным и пластиковым внутри страны с 23 августа 2021 года. Затем появились регистрация предпринимателя, смена места жительства, подписание документов.\n\n"
        "Опыт интересен странам, которые хотят начать с самого частого и открыть результат: исходный код приложения опубликован в марте 2024 года. Он показывает и то, насколько такое приложение зависит от порядка в реестрах и защиты от кибератак."
    ),
    "problem": "До 2020 года услуги были разбросаны по десяткам сайтов разных органов, каждый со своей учётной записью. Люди носили пластиковые и бумажные документы, а на каждом приёме просили копии. Несколько сотен реестров разных владельцев были почти не связаны, заявления рассматривались медленно. Недоверие к чиновникам и мелкая коррупция делали личные визиты неприятными.",
    "solution": "Одно приложение и один портал под общим именем. Документы запрашиваются из реестров и показываются с коротко действующим кодом, который проверяет другой телефон. Человек подписывает документы цифровой подписью, выданной после проверки лица. Услугу перестраивают, пока не останется несколько вопросов, остальное берут из реестров. Организация может получить цифровую копию вместо ксерокопии.",
    "actors": "Министерство цифровой трансформации руководит продуктом и владеет им; разработку и работу обеспечивает государственное предприятие. Министерства ведут реестры и отвечают за их содержание. Заместители министров по цифровой трансформации продвигают изменения в ведомствах. Помогали международные партнёры, в том числе программы Швейцарии, Европейского союза и США. Документы принимают банки, магазины, перевозчики.",
    "steps": "1. 2019: создано министерство; 27 сентября представлена «Дія».\n2. Февраль 2020: открыто приложение с первыми документами; в апреле начал работу портал, цифровые паспорта разрешены как эксперимент.\n3. 2021: закон о цифровых паспортах; равная сила с 23 августа.\n4. 2022: в военное время добавлены услуги для переселенцев и сообщения о повреждённом жилье.\n5. Март 2024: опубликован исходный код приложения.",
    "financing": "Государственный бюджет оплачивает министерство, реестры и текущую работу. Значительную часть разработки, обучения и оборудования оплатили международные партнёры через проекты технической помощи. Приложение и большинство услуг бесплатны для пользователей. Полный учёт стоимости в виде, пригодном для ссылки, не опубликован.",
    "legal": "Постановление правительства в апреле 2020 года разрешило электронные паспорта как эксперимент. Закон, принятый 30 марта 2021 года, приравнял их к обычным документам внутри страны и обязал органы и предприятия принимать их; исключение – пересечение границы. Рамку дополняют законы об электронных доверительных услугах, о публичных электронных реестрах и о персональных данных.",
    "technology": "Мобильная часть, шлюз и система обмена данными «Трембита» на основе X-Road, которая соединяет реестры. Документ запрашивается в момент показа и подтверждается штриховым или QR-кодом, действующим около трёх минут. Ключ подписи разделён между телефоном и защищённым сервером. Часть кода открыта с марта 2024 года.",
    "results": "По данным министерства, в марте 2024 года у «Дії» был 21,7 миллиона пользователей, в приложении – 14 документов, на портале – более 70 услуг. В обзоре ООН страна поднялась с 82-го места в 2018 году на 46-е в 2022 году, индекс онлайн-услуг составил 0,815. Изменились привычки: телефон принимают там, где требовали паспорт.",
    "obstacles": "В реестрах были ошибки и пробелы, и люди находили их в собственных документах. Владельцы старых бумажных паспортов оставались в стороне до обмена. Кассиры и служащие поначалу отказывались принимать экран. Правозащитники критиковали спешку и сосредоточение потоков данных. Атаки на реестры и война не раз прерывали работу.",
    "lessons": "Начинать следует с того, чем пользуются каждую неделю, а не с самой сложной услуги. Равная юридическая сила должна появиться вскоре после опыта, иначе на местах будут отказывать. Услугу перестраивают до переноса на экран. Узнаваемое имя помогает, но каждый сбой тогда бьёт по всему государству. Результаты проверок безопасности нужно публиковать.",
    "sustainability": "У приложения есть своя команда, закон и место в государственной политике, а массовость не даёт от него отказаться. Открытый код облегчает проверку и повторное использование. Риски – зависимость разработки от доноров, приоритетов – от одного министерства, работы – от реестров, которые могут быть атакованы; нужны резервные копии за рубежом и порядок работы без приложения.",
    "preconditions": "Нужны регистр населения с фотографиями, биометрические документы, слой обмена данными между реестрами, закон об электронной идентификации и доверительных услугах, широкое распространение смартфонов. Требуются один ведущий орган с полномочиями в отношении других министерств, дежурная команда безопасности и линия поддержки населения.",
    "adapt": "Первые документы выбирают по частоте использования в своей стране. Слой обмена может быть иным, чем «Трембита». Там, где реестры ведут регионы, сначала заключают с ними соглашения. Надо решить, как показать документ без связи. Опубликованный код можно взять за образец, но оформление, схема подписи и юридические тексты должны быть национальными.",
    "not_suitable": "Решение не подходит там, где нет надёжного регистра населения, смартфоны есть у немногих или защита персональных данных не имеет независимого надзора. Оно не должно заменять личный приём и пластиковые документы для тех, кто не пользуется телефоном. Одно приложение – слабый первый шаг, если услуги за ним остаются бумажными.",
}

PRACTICE = Practice(
    key="diia",
    owner="ministry_ua",
    country="UA",
    language="en",
    operation="in_operation",
    since=2020,
    topics=("identity", "services"),
    goals=(9, 10, 16),
    needs_law=True,
    names=(
        Name("Дія", "uk", since=2020),
        Name("Diia", "en", since=2020),
        Name("Держава і Я", "uk"),
        Name("diia.gov.ua", "en"),
    ),
    figures=(
        Figure(
            value="21 700 000",
            what={"en": "Users of Diia", "ru": "Пользователи системы «Дія»"},
            source="Ministry of Digital Transformation of Ukraine, as reported by AIN",
            on=date(2024, 3, 14),
            url="https://en.ain.ua/2024/03/14/diia-is-now-an-open-source",
        ),
        Figure(
            value="14",
            what={"en": "Digital documents in the application", "ru": "Цифровые документы в приложении"},
            source="Ministry of Digital Transformation of Ukraine, as reported by AIN",
            on=date(2024, 3, 14),
            url="https://en.ain.ua/2024/03/14/diia-is-now-an-open-source",
        ),
        Figure(
            value="0.815",
            what={"en": "Online services index of Ukraine", "ru": "Индекс онлайн-услуг Украины"},
            source="United Nations E-Government Survey 2022",
            on=date(2022, 12, 31),
        ),
    ),
    needs=(
        Need(capability="population_register"),
        Need(capability="data_exchange_layer"),
        Need(capability="e_signature_law"),
        Need(capability="data_protection_law"),
        Need(index="tii", minimum=Decimal("0.60"), essential=False),
    ),
    links=(("diia.gov.ua", "https://diia.gov.ua"),),
    texts={"en": EN, "ru": RU},
    queries={
        "en": ("Diya application",),
        "ru": ("цифровых паспортов в телефоне",),
        "ko": ("Diia",),
    },
)
