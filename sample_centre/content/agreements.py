"""What the two sides have signed. Kinds, days and bodies of 2014 to 2019 are real; people and later papers are invented.

Days of papers that still count are given as months before or after today, so that one of them always expires soon.
"""

from datetime import date
from typing import NamedTuple

from sample_centre.content.countries import four

Text = dict[str, str]


class Signed(NamedTuple):
    """One signature: body, side, name in Latin and own script, title of that day."""

    body: str
    side: str
    name: str
    own: str
    title: Text


class Promise(NamedTuple):
    """A commitment under an article; `due` is a date or months from today, `done` says how it was fulfilled."""

    article: str
    text: Text
    owner: str
    body: str = ""
    due: date | int | None = None
    recurs: bool = False
    done: str = ""


class Paper(NamedTuple):
    """An agreement as officers record it. `signed`, `in_force`, `ends`: a date, or months from today."""

    key: str
    kind: str
    own_number: str
    title: Text
    subject: Text
    signed: date | int
    place: Text
    in_force: date | int
    ends: date | int | None
    languages: tuple[str, ...]
    prevailing: str
    parties: tuple[Signed, ...]
    articles: tuple[tuple[str, Text, Text], ...]
    promises: tuple[Promise, ...] = ()
    parent: str = ""
    amends: str = ""
    supersedes: str = ""
    renewal_months: int = 0
    notice_months: int = 0
    depositary: str = ""
    original_at: str = ""
    end: str = ""  # expired, superseded


MINSK = four("Minsk", "Минск", "Мінск", "민스크")
SEOUL = four("Seoul", "Сеул", "Сеул", "서울")
MINISTER = four(
    "Minister of Communications and Informatization",
    "Министр связи и информатизации",
    "Міністр сувязі і інфарматызацыі",
    "통신정보화부 장관",
)
EXECUTIVE = four("Executive Director", "Исполнительный директор", "Выканаўчы дырэктар", "본부장")
PRESIDENT = four("President", "Президент агентства", "Прэзідэнт агенцтва", "원장")
PARK_HEAD = four("Director of the Administration", "Директор администрации", "Дырэктар адміністрацыі", "관리국장")
VICE_MINISTER = four("Vice Minister", "Заместитель министра", "Намеснік міністра", "차관")
DEPUTY = four("Deputy Minister", "Заместитель министра", "Намеснік міністра", "차관")
ARCHIVES = four("Director of the Department", "Директор департамента", "Дырэктар дэпартамента", "국장")

PAPERS = (
    Paper(
        "memorandum_2014", "memorandum", "",
        four(
            "Memorandum of understanding between the National Information Society Agency and the Hi-Tech Park",
            "Меморандум о взаимопонимании между Национальным агентством информационного общества и Парком высоких технологий",
            "Мемарандум аб узаемаразуменні паміж Нацыянальным агенцтвам інфармацыйнага грамадства і Паркам высокіх тэхналогій",
            "한국정보화진흥원과 하이테크파크 간 양해각서",
        ),
        four(
            "A Korean Information Access Centre in the Hi-Tech Park: free access to computers and courses.",
            "Корейский центр доступа к информации в Парке высоких технологий: свободный доступ к компьютерам и курсы.",
            "Карэйскі цэнтр доступу да інфармацыі ў Парку высокіх тэхналогій: свабодны доступ да камп’ютараў і курсы.",
            "하이테크파크 내 한국 정보접근센터 설치: 컴퓨터 무료 이용과 교육.",
        ),
        date(2014, 4, 24), MINSK, date(2014, 4, 24), date(2017, 4, 23), ("en",), "",
        (
            Signed("htp", "a", "Aliaksandr Kavaliou", "Аляксандр Кавалёў", PARK_HEAD),
            Signed("nia", "b", "Jang Insu", "장인수", PRESIDENT),
        ),
        (
            ("1", four("Purpose", "Цель", "Мэта", "목적"), four(
                "The parties open an information access centre for the public and keep it open for three years.",
                "Стороны открывают центр доступа населения к информации и обеспечивают его работу в течение трёх лет.",
                "Бакі адкрываюць цэнтр доступу насельніцтва да інфармацыі і забяспечваюць яго працу на працягу трох гадоў.",
                "양측은 국민을 위한 정보접근센터를 열고 3년간 운영한다.")),
            ("2", four("Contributions", "Вклад сторон", "Уклад бакоў", "양측 분담"), four(
                "The Korean side gives the equipment; the Belarusian side gives the rooms and the staff.",
                "Корейская сторона предоставляет оборудование, белорусская – помещения и персонал.",
                "Карэйскі бок дае абсталяванне, беларускі – памяшканні і персанал.",
                "한국 측은 장비를, 벨라루스 측은 공간과 인력을 제공한다.")),
        ),
        (
            Promise("1", four(
                "Open the Information Access Centre.", "Открыть Центр доступа к информации.",
                "Адкрыць Цэнтр доступу да інфармацыі.", "정보접근센터 개소."), "both", due=date(2014, 9, 30),
                done="The centre was opened in the Hi-Tech Park on 24 September 2014."),
        ),
        end="expired",
    ),
    Paper(
        "intent_2015", "intent", "",
        four(
            "Protocol of intent on cooperation in information and communication technology",
            "Протокол о намерениях по сотрудничеству в сфере информационно-коммуникационных технологий",
            "Пратакол аб намерах па супрацоўніцтве ў сферы інфармацыйна-камунікацыйных тэхналогій",
            "정보통신기술 분야 협력에 관한 의향서",
        ),
        four(
            "Both sides intend to prepare an IT cooperation centre.",
            "Стороны намерены подготовить создание центра ИТ-сотрудничества.",
            "Бакі маюць намер падрыхтаваць стварэнне цэнтра ІТ-супрацоўніцтва.",
            "양측은 IT협력센터 설립을 준비하기로 한다.",
        ),
        date(2015, 4, 23), MINSK, date(2015, 4, 23), date(2016, 9, 9), ("en",), "",
        (
            Signed("ministry_by", "a", "Ihar Sakalou", "Ігар Сокалаў", DEPUTY),
            Signed("nia", "b", "Jang Insu", "장인수", PRESIDENT),
        ),
        (
            ("1", four("Intent", "Намерение", "Намер", "의향"), four(
                "The parties prepare an agreement on a cooperation centre within eighteen months.",
                "Стороны в течение восемнадцати месяцев готовят соглашение о центре сотрудничества.",
                "Бакі на працягу васямнаццаці месяцаў рыхтуюць пагадненне аб цэнтры супрацоўніцтва.",
                "양측은 18개월 안에 협력센터에 관한 약정을 마련한다.")),
        ),
        end="superseded",
    ),
    Paper(
        "agreement_2016", "agreement", "",
        four(
            "Agreement on the establishment and operation of the Belarusian-Korean centre for cooperation in information technologies",
            "Соглашение о создании и обеспечении деятельности Белорусско-корейского центра сотрудничества в сфере информационных технологий",
            "Пагадненне аб стварэнні і забеспячэнні дзейнасці Беларуска-карэйскага цэнтра супрацоўніцтва ў сферы інфармацыйных тэхналогій",
            "벨라루스-한국 정보기술협력센터 설립 및 운영에 관한 약정",
        ),
        four(
            "The centre: what it does, who decides, what each side gives, for how long.",
            "Центр: чем он занимается, кто принимает решения, вклад каждой стороны и срок.",
            "Цэнтр: чым ён займаецца, хто прымае рашэнні, уклад кожнага боку і тэрмін.",
            "센터의 업무, 의사결정, 양측 분담과 기간.",
        ),
        date(2016, 9, 9), MINSK, date(2016, 9, 9), date(2019, 12, 31), ("ru", "ko", "en"), "en",
        (
            Signed("ministry_by", "a", "Siarhei Palonski", "Сяргей Палонскі", MINISTER),
            Signed("nia", "b", "Yun Jeongho", "윤정호", EXECUTIVE),
        ),
        (
            ("1", four("Purpose", "Цель", "Мэта", "목적"), four(
                "The centre helps Belarus to build its information society on Korean experience: it shares good practice, holds events, gives consultations and technical support, and runs joint projects of electronic government.",
                "Центр содействует развитию информационного общества в Беларуси с опорой на корейский опыт: распространяет лучшую практику, проводит мероприятия, оказывает консультации и техническую поддержку, реализует совместные проекты электронного правительства.",
                "Цэнтр садзейнічае развіццю інфармацыйнага грамадства ў Беларусі з апорай на карэйскі вопыт: распаўсюджвае лепшую практыку, праводзіць мерапрыемствы, аказвае кансультацыі і тэхнічную падтрымку, рэалізуе сумесныя праекты электроннага ўрада.",
                "센터는 한국의 경험을 바탕으로 벨라루스의 정보사회 구축을 지원한다. 우수사례를 공유하고 행사를 열며, 자문과 기술 지원을 제공하고, 전자정부 공동협력과제를 수행한다.")),
            ("3", four("Joint steering committee", "Совместный управляющий комитет", "Сумесны кіруючы камітэт", "공동운영위원회"), four(
                "A joint steering committee meets once a year, chooses the joint projects and approves their budget.",
                "Совместный управляющий комитет собирается раз в год, отбирает совместные проекты и утверждает их бюджет.",
                "Сумесны кіруючы камітэт збіраецца раз на год, выбірае сумесныя праекты і зацвярджае іх бюджэт.",
                "공동운영위원회는 매년 한 차례 열리며 공동협력과제를 선정하고 예산을 승인한다.")),
            ("4", four("Premises and staff", "Помещения и персонал", "Памяшканні і персанал", "공간과 인력"), four(
                "The Belarusian side gives the office and its own staff; the Korean side sends its advisors.",
                "Белорусская сторона предоставляет помещение и своих сотрудников; корейская направляет советников.",
                "Беларускі бок дае памяшканне і сваіх супрацоўнікаў; карэйскі накіроўвае дарадцаў.",
                "벨라루스 측은 사무실과 자국 인력을 제공하고, 한국 측은 자문관을 파견한다.")),
            ("5", four("Funds", "Финансирование", "Фінансаванне", "재원"), four(
                "The Korean side pays the joint projects of three years, about one million US dollars in all.",
                "Корейская сторона финансирует совместные проекты в течение трёх лет, всего около одного миллиона долларов США.",
                "Карэйскі бок фінансуе сумесныя праекты на працягу трох гадоў, усяго каля аднаго мільёна долараў ЗША.",
                "한국 측은 3년간 공동협력과제의 비용을 부담하며, 총액은 약 미화 100만 달러이다.")),
            ("8", four("Term", "Срок действия", "Тэрмін дзеяння", "유효기간"), four(
                "The agreement is in force until the end of the third programme year.",
                "Соглашение действует до конца третьего года программы.",
                "Пагадненне дзейнічае да канца трэцяга года праграмы.",
                "본 약정은 사업 3차년도 말까지 유효하다.")),
        ),
        (
            Promise("4", four("Give the office of the centre.", "Предоставить помещение для центра.", "Даць памяшканне для цэнтра.", "센터 사무실 제공."), "a", "ministry_by", date(2017, 3, 28), done="The office at Beltelecom was opened on 28 March 2017."),
            Promise("5", four("Pay the joint projects of three programme years.", "Профинансировать совместные проекты трёх лет программы.", "Прафінансаваць сумесныя праекты трох гадоў праграмы.", "3개 사업연도의 공동협력과제 비용 부담."), "b", "nia", date(2019, 12, 31), done="Accounts of the three years were laid before the committee."),
            Promise("3", four("Hold the yearly session of the committee.", "Проводить ежегодное заседание комитета.", "Праводзіць штогадовае пасяджэнне камітэта.", "연례 위원회 개최."), "both", due=date(2019, 4, 30), done="Held each year from 2017 to 2019."),
        ),
        supersedes="intent_2015", notice_months=3, depositary="ministry_by",
        original_at="Archive of the Ministry of Communications and Informatization; archive of NIA", end="expired",
    ),
    Paper(
        "egov_2017", "memorandum", "",
        four(
            "Memorandum of understanding on cooperation in electronic government",
            "Меморандум о взаимопонимании по сотрудничеству в сфере электронного правительства",
            "Мемарандум аб узаемаразуменні па супрацоўніцтве ў сферы электроннага ўрада",
            "전자정부 협력에 관한 양해각서",
        ),
        four(
            "Exchange of officials, studies and policy advice between the two ministries.",
            "Обмен специалистами, исследования и консультации по вопросам политики между двумя министерствами.",
            "Абмен спецыялістамі, даследаванні і кансультацыі па пытаннях палітыкі паміж двума міністэрствамі.",
            "양 부처 간 공무원 교류, 조사와 정책 자문.",
        ),
        date(2017, 4, 26), SEOUL, date(2017, 4, 26), date(2022, 4, 25), ("ru", "ko", "en"), "en",
        (
            Signed("ministry_by", "a", "Siarhei Palonski", "Сяргей Палонскі", MINISTER),
            Signed("mois", "b", "Kang Minho", "강민호", VICE_MINISTER),
        ),
        (
            ("2", four("Fields", "Области сотрудничества", "Галіны супрацоўніцтва", "협력 분야"), four(
                "Electronic documents between bodies, one-stop services, interoperability, information security.",
                "Межведомственный электронный документооборот, услуги «одного окна», интероперабельность, информационная безопасность.",
                "Міжведамасны электронны дакументаабарот, паслугі «аднаго акна», інтэраперабельнасць, інфармацыйная бяспека.",
                "기관 간 전자문서 유통, 원스톱 서비스, 상호운용성, 정보보호.")),
        ),
        (
            Promise("2", four("Hold a cooperation forum on electronic government.", "Провести форум сотрудничества по электронному правительству.", "Правесці форум супрацоўніцтва па электронным урадзе.", "전자정부 협력 포럼 개최."), "both", due=date(2017, 12, 31), done="Held together with the signing."),
        ),
        end="expired",
    ),
    Paper(
        "agreement_now", "agreement", "",
        four(
            "Agreement on the continuation of the centre for a second period",
            "Соглашение о продолжении деятельности центра на второй период",
            "Пагадненне аб працягу дзейнасці цэнтра на другі перыяд",
            "센터 2단계 운영에 관한 약정",
        ),
        four(
            "Three more programme years, with joint money of both sides and reports each quarter.",
            "Ещё три года программы с совместным финансированием и ежеквартальными отчётами.",
            "Яшчэ тры гады праграмы з сумесным фінансаваннем і штоквартальнымі справаздачамі.",
            "양측 공동 재원과 분기보고를 통한 3개 사업연도의 추가 운영.",
        ),
        -32, MINSK, -31, 4, ("ru", "ko", "en"), "en",
        (
            Signed("ministry_by", "a", "Volha Hryshkevich", "Вольга Грышкевіч", DEPUTY),
            Signed("nia", "b", "Seo Minjae", "서민재", PRESIDENT),
        ),
        (
            ("2", four("Joint steering committee", "Совместный управляющий комитет", "Сумесны кіруючы камітэт", "공동운영위원회"), four(
                "The committee meets once a year. Its decisions stand when both sides have countersigned them.",
                "Комитет собирается раз в год. Его решения действуют после подписания обеими сторонами.",
                "Камітэт збіраецца раз на год. Яго рашэнні дзейнічаюць пасля падпісання абодвума бакамі.",
                "위원회는 매년 한 차례 열린다. 의결은 양측이 서명한 때 효력을 갖는다.")),
            ("5", four("Contributions", "Вклад сторон", "Уклад бакоў", "양측 분담"), four(
                "Each side pays its part of every joint project; premises, staff and advisors are valued and shown beside the money.",
                "Каждая сторона оплачивает свою часть совместного проекта; помещения, персонал и советники оцениваются и показываются рядом с деньгами.",
                "Кожны бок аплачвае сваю частку сумеснага праекта; памяшканні, персанал і дарадцы ацэньваюцца і паказваюцца побач з грашыма.",
                "양측은 공동협력과제마다 자기 몫을 부담한다. 공간, 인력, 자문관은 금액으로 환산하여 함께 표시한다.")),
            ("7", four("Reports", "Отчёты", "Справаздачы", "보고"), four(
                "Both project leaders report together within the month after each quarter.",
                "Оба руководителя проекта представляют совместный отчёт в течение месяца после окончания квартала.",
                "Абодва кіраўнікі праекта прадстаўляюць сумесную справаздачу на працягу месяца пасля заканчэння квартала.",
                "양측 과제책임자는 분기 종료 후 한 달 안에 공동으로 보고한다.")),
            ("9", four("Term and notice", "Срок и уведомление", "Тэрмін і паведамленне", "유효기간과 통보"), four(
                "The agreement ends with the third programme year. A side that does not wish to negotiate its continuation says so three months before.",
                "Соглашение прекращается с окончанием третьего года программы. Сторона, не желающая вести переговоры о продлении, сообщает об этом за три месяца.",
                "Пагадненне спыняецца з заканчэннем трэцяга года праграмы. Бок, які не жадае весці перамовы аб працягу, паведамляе пра гэта за тры месяцы.",
                "본 약정은 사업 3차년도로 종료한다. 연장 협의를 원하지 않는 측은 3개월 전에 통보한다.")),
        ),
        (
            Promise("5", four("Give the advisors of the third programme year.", "Направить советников на третий год программы.", "Накіраваць дарадцаў на трэці год праграмы.", "3차 사업연도 자문관 파견."), "b", "nia", -6, done="Two advisors have been at work since the beginning of the year."),
            Promise("2", four("Hold the yearly session of the committee.", "Провести ежегодное заседание комитета.", "Правесці штогадовае пасяджэнне камітэта.", "연례 위원회 개최."), "both", "", 3, recurs=True),
            Promise("5", four("Give the server room of the archive pilot.", "Предоставить серверное помещение для пилотного архива.", "Даць сервернае памяшканне для пілотнага архіва.", "전자기록 시범사업의 전산실 제공."), "a", "services_by", -1),
            Promise("9", four("Say whether the continuation is to be negotiated.", "Сообщить, вести ли переговоры о продлении.", "Паведаміць, ці весці перамовы аб працягу.", "연장 협의 여부 통보."), "both", "", 1),
        ),
        notice_months=3, depositary="ministry_by",
        original_at="Archive of the Ministry of Communications and Informatization; archive of NIA",
    ),
    Paper(
        "plan_now", "plan", "JSC-5, annex 1",
        four("Work plan of the third programme year", "План работы на третий год программы", "План работы на трэці год праграмы", "3차 사업연도 사업계획"),
        four(
            "Three joint projects, four events, consultations as asked for.",
            "Три совместных проекта, четыре мероприятия, консультации по запросам.",
            "Тры сумесныя праекты, чатыры мерапрыемствы, кансультацыі па запытах.",
            "공동협력과제 3건, 행사 4건, 요청에 따른 자문.",
        ),
        -8, MINSK, -8, 4, ("ru", "ko"), "",
        (
            Signed("ministry_by", "a", "Volha Hryshkevich", "Вольга Грышкевіч", DEPUTY),
            Signed("nia", "b", "Seo Minjae", "서민재", PRESIDENT),
        ),
        (
            ("1", four("Joint projects", "Совместные проекты", "Сумесныя праекты", "공동협력과제"), four(
                "The projects of the year are those that the committee has approved.",
                "Проекты года – те, которые утвердил комитет.",
                "Праекты года – тыя, якія зацвердзіў камітэт.",
                "당해 연도 과제는 위원회가 승인한 과제로 한다.")),
        ),
        parent="agreement_now",
    ),
    Paper(
        "archive_now", "discussions", "",
        four(
            "Record of discussions on the pilot of a digital archive",
            "Протокол обсуждений по пилотному проекту цифрового архива",
            "Пратакол абмеркаванняў па пілотным праекце лічбавага архіва",
            "전자기록관 시범사업 협의의사록",
        ),
        four(
            "Purpose, contributions and steps of the pilot of long-term preservation.",
            "Цель, вклад сторон и этапы пилотного проекта долговременного хранения.",
            "Мэта, уклад бакоў і этапы пілотнага праекта доўгатэрміновага захоўвання.",
            "장기보존 시범사업의 목적, 분담과 단계.",
        ),
        -8, MINSK, -8, 14, ("ru", "ko", "en"), "en",
        (
            Signed("archives_by", "a", "Tatsiana Bialiauskaya", "Таццяна Бяляўская", ARCHIVES),
            Signed("archives_kr", "b", "Moon Sanghyun", "문상현", ARCHIVES),
        ),
        (
            ("3", four("Contributions", "Вклад сторон", "Уклад бакоў", "양측 분담"), four(
                "The Korean side pays for the software, the training and the advisors, the Belarusian side for the store, the premises and the staff.",
                "Корейская сторона оплачивает программное обеспечение, обучение и советников, белорусская – хранилище, помещения и персонал.",
                "Карэйскі бок аплачвае праграмнае забеспячэнне, навучанне і дарадцаў, беларускі – сховішча, памяшканні і персанал.",
                "한국 측은 소프트웨어, 교육, 자문관의 비용을, 벨라루스 측은 저장시설, 공간, 인력의 비용을 부담한다.")),
        ),
        parent="agreement_now",
    ),
    Paper(
        "archive_annex", "annex", "Annex 1",
        four(
            "Annex: storage at two sites",
            "Приложение: хранение на двух площадках",
            "Дадатак: захоўванне на дзвюх пляцоўках",
            "부속서: 2개소 저장",
        ),
        four(
            "The delivery of the store is split in two.",
            "Поставка хранилища делится на две части.",
            "Пастаўка сховішча дзеліцца на дзве часткі.",
            "저장장치 납품을 두 차례로 나눈다.",
        ),
        -2, MINSK, -2, 14, ("ru", "ko"), "",
        (
            Signed("archives_by", "a", "Tatsiana Bialiauskaya", "Таццяна Бяляўская", ARCHIVES),
            Signed("archives_kr", "b", "Moon Sanghyun", "문상현", ARCHIVES),
        ),
        (
            ("1", four("Delivery", "Поставка", "Пастаўка", "납품"), four(
                "The first site is equipped this year, the second within three months of the next.",
                "Первая площадка оснащается в этом году, вторая – в течение трёх месяцев следующего.",
                "Першая пляцоўка аснашчаецца сёлета, другая – на працягу трох месяцаў наступнага года.",
                "1차 장소는 올해, 2차 장소는 다음 해 석 달 안에 설치한다.")),
        ),
        parent="archive_now", amends="archive_now",
    ),
)  # fmt: skip
