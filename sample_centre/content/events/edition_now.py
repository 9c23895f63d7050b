"""The edition that is under nomination when the sample centre is loaded. `{year}` is filled in then."""

from typing import Any, NamedTuple

from events.enums import PartRole, Rank, SessionKind
from sample_centre.content.countries import four
from sample_centre.content.events.forms import Line, Nominee, Speaker

NAME = four(
    "Korea–Black Sea ICT cooperation programme {year}",
    "Программа сотрудничества Кореи и стран Чёрного моря в сфере ИКТ, {year} год",
    "Праграма супрацоўніцтва Карэі і краін Чорнага мора ў сферы ІКТ, {year} год",
    "{year}년 한–흑해 ICT 협력 프로그램",
)
THEME = four(
    "Digital government that works together",
    "Цифровое правительство, которое работает вместе",
    "Лічбавы ўрад, які працуе разам",
    "함께 일하는 디지털 정부",
)
DESCRIPTION = four(
    "Five days in Seoul, Daejeon and Anyang: how ministries, cities and companies of the Republic of Korea exchange data and share systems. Each participant presents his country, works on an action plan and takes it home. Flight, hotel and meals are paid by the hosts.",
    "Пять дней в Сеуле, Тэджоне и Аняне: как министерства, города и компании Республики Корея обмениваются данными и пользуются общими системами. Каждый участник представляет свою страну и готовит план действий. Перелёт, проживание и питание оплачивают организаторы.",
    "Пяць дзён у Сеуле, Тэджоне і Аняне: як міністэрствы, гарады і кампаніі Рэспублікі Карэя абменьваюцца данымі і карыстаюцца агульнымі сістэмамі. Кожны ўдзельнік прадстаўляе сваю краіну і рыхтуе план дзеянняў. Пералёт, пражыванне і харчаванне аплачваюць арганізатары.",
    "서울, 대전, 안양에서 닷새 동안 한국의 부처, 도시, 기업이 데이터를 주고받고 시스템을 함께 쓰는 방법을 배웁니다. 참가자는 자국을 소개하고 실행계획을 작성합니다. 항공, 숙박, 식사는 주최 측이 부담합니다.",
)
CITY = four("Seoul", "Сеул", "Сеул", "서울")
VENUE = four(
    "Korea Local Information Research and Development Institute",
    "Корейский институт развития местной информатизации",
    "Карэйскі інстытут развіцця мясцовай інфарматызацыі",
    "한국지역정보개발원",
)
ROOMS = {
    "hall": (four("Lecture hall", "Лекционный зал", "Лекцыйная зала", "강당"), 60),
    "seminar": (four("Seminar room", "Семинарская комната", "Семінарскі пакой", "세미나실"), 30),
}
QUOTA, SEATS = 2, 30

INVITED = ("akshi_al", "ministry_am", "ministry_az", "ministry_bg", "agency_ge", "ministry_gr", "agency_md", "authority_ro", "ministry_rs", "ministry_tr", "ministry_ua")  # fmt: skip
OBSERVER = "services_by"  # Belarus is no member state: its body is invited to listen
DECLINED = {"ministry_gr": "The ministry moves its data centre in these weeks; nobody can travel."}

NOMINEES = (
    Nominee("akshi_al", "Elira", "Gashi", "", "", "", "elira.gashi@al.example", "Head of the registers sector", Rank.MANAGER, "Registers and their exchange for eight years.", "How registers are kept in step.", "Artan Shehu"),
    Nominee("akshi_al", "Besnik", "Leka", "", "", "", "besnik.leka@al.example", "Specialist for interfaces", Rank.STAFF, "Interfaces of forty services.", "Testing interfaces before they go into service.", "Artan Shehu"),
    Nominee("akshi_al", "Drita", "Prifti", "", "", "", "drita.prifti@al.example", "Specialist", Rank.STAFF, "Help desk of the portal.", "Help for residents.", "Artan Shehu", is_alternate=True),
    Nominee("ministry_am", "Tigran", "Avetisyan", "Տիգրան", "Ավետիսյան", "hy", "official@am.example", "Head of department", Rank.DIRECTOR, "Leads interoperability.", "Who answers for shared data.", "Gor Manukyan", account="official_am"),
    Nominee("ministry_am", "Narine", "Hakobyan", "Նարինե", "Հակոբյան", "hy", "narine.hakobyan@am.example", "Senior specialist", Rank.STAFF, "Municipal systems.", "Shared systems of municipalities.", "Gor Manukyan", language="ru"),
    Nominee("ministry_am", "Arman", "Vardanyan", "Արման", "Վարդանյան", "hy", "arman.vardanyan@am.example", "Specialist", Rank.STAFF, "Testing.", "Quality of services.", "Gor Manukyan", is_alternate=True),
    Nominee("ministry_az", "Elvin", "Mammadov", "Elvin", "Məmmədov", "az", "official@az.example", "Head of department", Rank.DIRECTOR, "Services of the ministry since 2015.", "Paying for shared systems.", "Leyla Huseynova", account="official_az"),
    Nominee("ministry_az", "Gunel", "Rzayeva", "Günel", "Rzayeva", "az", "gunel.rzayeva@az.example", "Senior specialist", Rank.STAFF, "Service design.", "Forms that ask for less.", "Leyla Huseynova"),
    Nominee("ministry_az", "Farid", "Hasanov", "Fərid", "Həsənov", "az", "farid.hasanov@az.example", "Specialist", Rank.STAFF, "Networks.", "Data centres.", "Leyla Huseynova", is_alternate=True),
    Nominee("ministry_bg", "Ivanka", "Petrova", "Иванка", "Петрова", "bg", "official@bg.example", "Senior specialist", Rank.STAFF, "Registers.", "Quality of data in registers.", "Georgi Dimitrov", account="official_bg"),
    Nominee("ministry_bg", "Stefan", "Iliev", "Стефан", "Илиев", "bg", "stefan.iliev@bg.example", "Chief expert", Rank.STAFF, "Electronic identity.", "Mobile identity.", "Georgi Dimitrov", is_alternate=True),
    Nominee("agency_ge", "Nino", "Beridze", "ნინო", "ბერიძე", "ka", "official@ge.example", "Senior Specialist", Rank.STAFF, "Six years with the data exchange of the state.", "Measuring how well services work together.", "Mariam Gelashvili", account="official_ge"),
    Nominee("agency_ge", "Levan", "Tsiklauri", "ლევან", "წიკლაური", "ka", "levan.tsiklauri@ge.example", "Head of unit", Rank.MANAGER, "Standards of the state.", "Who may change a standard.", "Mariam Gelashvili"),
    Nominee("agency_md", "Ana", "Rusu", "", "", "", "official@md.example", "Head of department", Rank.DIRECTOR, "Leads the data exchange platform.", "Prices of data exchange.", "Natalia Grosu", account="official_md"),
    Nominee("agency_md", "Mihai", "Ceban", "", "", "", "mihai.ceban@md.example", "Architect", Rank.STAFF, "Architecture of shared systems.", "Moving systems to a cloud.", "Natalia Grosu", language="ru"),
    Nominee("agency_md", "Cristina", "Botnaru", "", "", "", "cristina.botnaru@md.example", "Specialist", Rank.STAFF, "Service catalogue.", "Describing services once.", "Natalia Grosu", is_alternate=True),
    Nominee("authority_ro", "Andrei", "Popescu", "", "", "", "official@ro.example", "Head of department", Rank.DIRECTOR, "Digital services of cities.", "Control rooms of cities.", "Maria Ionescu", account="official_ro"),
    Nominee("authority_ro", "Ioana", "Marinescu", "", "", "", "ioana.marinescu@ro.example", "Advisor", Rank.STAFF, "Interoperability law.", "Law of data exchange.", "Maria Ionescu"),
    Nominee("ministry_rs", "Jelena", "Jovanović", "Јелена", "Јовановић", "sr", "official@rs.example", "Head of department", Rank.DIRECTOR, "Local self-government.", "Systems that municipalities share.", "Marko Nikolić", account="official_rs"),
    Nominee("ministry_rs", "Stefan", "Marković", "Стефан", "Марковић", "sr", "stefan.markovic@rs.example", "Advisor", Rank.STAFF, "Training of clerks.", "Training at a distance.", "Marko Nikolić"),
    Nominee("ministry_rs", "Ivana", "Pavlović", "Ивана", "Павловић", "sr", "ivana.pavlovic@rs.example", "Advisor", Rank.STAFF, "Service standards.", "Service standards.", "Marko Nikolić", is_alternate=True),
    Nominee("ministry_ua", "Olena", "Koval", "Олена", "Коваль", "uk", "official@ua.example", "Senior specialist", Rank.STAFF, "Exchange of data between registers.", "Keeping exchange running under load.", "Andrii Bondar", account="official_ua"),
    Nominee("ministry_ua", "Bohdan", "Kravets", "Богдан", "Кравець", "uk", "bohdan.kravets@ua.example", "Chief specialist", Rank.STAFF, "Services of communities.", "Services in small communities.", "Andrii Bondar"),
    Nominee("ministry_ua", "Yulia", "Moroz", "Юлія", "Мороз", "uk", "yulia.moroz@ua.example", "Specialist", Rank.STAFF, "Support of users.", "Support of users.", "Andrii Bondar", is_alternate=True),
    Nominee("services_by", "Sergei", "Dubovik", "Сергей", "Дубовик", "ru", "official@by.example", "Начальник отдела", Rank.MANAGER, "Ведёт проект цифрового архива.", "Форматы хранения и обмен данными.", "Виктор Жук", language="ru", account="official_by"),
)  # fmt: skip

FIRST_LIST = ("ministry_am", "ministry_az", "ministry_bg", "agency_ge")  # accepted by both sides
SECOND_LIST = ("akshi_al", "authority_ro", "ministry_rs")  # waits for both keys
UNCHECKED = ("ministry_ua",)  # came in, waits for the officer
WITH_CONTACT_POINT = ("agency_md",)
NOT_SENT = ("ministry_tr", OBSERVER)
CONFIRMED = ("official@am.example", "narine.hakobyan@am.example", "official@az.example")

# Country reports and slides that are in.
REPORTS = ("akshi_al", "ministry_am", "ministry_az", "ministry_bg", "ministry_rs")
SLIDES = ("ministry_am", "ministry_bg")
TRANSLATED = ("ministry_am",)


class Journey(NamedTuple):
    """Travel facts: days count from the first day of the event. Without an arrival it is still missing."""

    passport: str
    nationality: str
    sex: str
    born: str
    arrives: tuple[int, str, str] | None = None
    departs: tuple[int, str, str] | None = None
    diet: str = ""


JOURNEYS = {
    "official@am.example": Journey("AM0000001", "AM", "M", "1984-05-17", (-1, "09:40", "Yerevan–Doha–Seoul"), (5, "23:55", "Seoul–Doha–Yerevan"), "No pork."),
    "narine.hakobyan@am.example": Journey("AM0000002", "AM", "F", "1990-11-02", (-1, "09:40", "Yerevan–Doha–Seoul"), (5, "23:55", "Seoul–Doha–Yerevan")),
    "official@az.example": Journey("AZ0000003", "AZ", "M", "1981-02-23"),
}  # fmt: skip
GRANTED, NO_VISA = ("official@am.example", "narine.hakobyan@am.example"), ("official@bg.example", "official@ge.example")

PROFESSOR = four("Principal researcher", "Главный научный сотрудник", "Галоўны навуковы супрацоўнік", "수석연구원")
DIRECTOR = four("Director", "Директор департамента", "Дырэктар дэпартамента", "국장")
INTERPRETER = four("Interpreter", "Переводчик", "Перакладчык", "통역사")
SPEAKERS = {
    "kim": Speaker(account="advisor_kr"),
    "park": Speaker(account="advisor2_kr"),
    "choi": Speaker(account="advisor3_kr"),
    "jung": Speaker(account="advisor4_kr"),
    "lee": Speaker(account="director_kr"),
    "lis": Speaker(account="officer"),
    "rim": Speaker("Chaewon", "Rim", "채원", "림", "ko", "klid", DIRECTOR, "chaewon.rim@kr.example", "ko"),
    "song": Speaker("Eunwoo", "Song", "은우", "송", "ko", "", PROFESSOR, "eunwoo.song@kr.example", "ko"),
    "hwang": Speaker("Sua", "Hwang", "수아", "황", "ko", "nirs", PROFESSOR, "sua.hwang@kr.example", "ko"),
    "li": Speaker("Alina", "Li", "Алина", "Ли", "ru", "klid", INTERPRETER, "alina.li@kr.example", "ru", ("ko", "ru")),
    "ryu": Speaker("Hana", "Ryu", "하나", "류", "ko", "klid", INTERPRETER, "hana.ryu@kr.example", "ko", ("ko", "en")),
}  # fmt: skip

SPEAKS, CHAIRS, MODERATES = PartRole.SPEAKER, PartRole.CHAIR, PartRole.MODERATOR
GUIDES, INTERPRETS = PartRole.GUIDE, PartRole.INTERPRETER
LECTURE, COUNTRY, VISIT, BREAK = SessionKind.PRESENTATION, SessionKind.COUNTRY, SessionKind.VISIT, SessionKind.BREAK
RU, EN = (("li", INTERPRETS),), (("ryu", INTERPRETS),)
LUNCH = four("Lunch", "Обед", "Абед", "점심")
COUNTRIES = ("en",)

SESSIONS = (
    Line("opening", 0, "09:30", "10:30", SessionKind.CEREMONY, four("Opening", "Открытие", "Адкрыццё", "개회식"), "hall", "", ("ko", "en"), (("lee", CHAIRS), ("rim", SPEAKS), *EN)),
    Line("built", 0, "11:00", "12:00", LECTURE, four("How Korea built digital government", "Как Корея построила цифровое правительство", "Як Карэя пабудавала лічбавы ўрад", "한국은 디지털 정부를 어떻게 만들었나"), "hall", "", ("ko", "ru"), (("kim", SPEAKS), *RU)),
    Line("lunch1", 0, "12:30", "13:30", BREAK, LUNCH),
    Line("al", 0, "14:00", "14:30", COUNTRY, {}, "hall", "", COUNTRIES, (), "akshi_al"),
    Line("am", 0, "14:30", "15:00", COUNTRY, {}, "hall", "", COUNTRIES, (), "ministry_am"),
    Line("az", 0, "15:00", "15:30", COUNTRY, {}, "hall", "", COUNTRIES, (), "ministry_az"),
    Line("bg", 0, "15:30", "16:00", COUNTRY, {}, "hall", "", COUNTRIES, (), "ministry_bg"),
    Line("ge", 0, "16:00", "16:30", COUNTRY, {}, "hall", "", COUNTRIES, (), "agency_ge"),
    Line("welcome", 0, "16:30", "18:00", SessionKind.BRIEFING, four("Welcome: programme, safety, daily allowance", "Приветствие: программа, безопасность, суточные", "Прывітанне: праграма, бяспека, сутачныя", "안내: 일정, 안전, 체재비"), "seminar", "", ("en", "ru"), (("lis", SPEAKS),)),
    Line("practice", 1, "09:30", "11:00", LECTURE, four("Interoperability in practice", "Совместимость систем на практике", "Сумяшчальнасць сістэм на практыцы", "상호운용성의 실제"), "hall", "", ("ko", "en"), (("park", SPEAKS), *EN)),
    Line("registers", 1, "11:15", "12:00", LECTURE, four("Registers that agree with each other", "Реестры, которые не спорят друг с другом", "Рэестры, якія не спрачаюцца адзін з адным", "서로 일치하는 등록부"), "hall", "", ("ko", "ru"), (("choi", SPEAKS), *RU)),
    Line("lunch2", 1, "12:00", "12:45", BREAK, LUNCH),
    Line("datacentre", 1, "15:00", "17:30", VISIT, four("Site visit: data centre of government", "Визит: правительственный центр обработки данных", "Візіт: урадавы цэнтр апрацоўкі даных", "현장 방문: 정부 데이터센터"), "", "", ("ko", "en"), (("hwang", GUIDES), *EN), "", four("Daejeon, 150 km by coach. Passport at the gate; no cameras.", "Тэджон, 150 км автобусом. На входе нужен паспорт; съёмка запрещена.", "Тэджон, 150 км аўтобусам. На ўваходзе патрэбны пашпарт; здымка забаронена.", "대전, 버스 150km. 여권 지참, 촬영 금지."), 24),
    Line("city", 2, "09:30", "12:00", VISIT, four("Site visit: city control room", "Визит: городской центр управления", "Візіт: гарадскі цэнтр кіравання", "현장 방문: 도시 통합센터"), "", "", ("ko", "en", "ru"), (("song", GUIDES), ("li", INTERPRETS), ("ryu", INTERPRETS)), "", four("Anyang, 35 minutes by coach. Step-free.", "Анян, 35 минут автобусом. Без ступеней.", "Анян, 35 хвілін аўтобусам. Без прыступак.", "안양, 버스 35분. 무장애 시설."), 26),
    Line("lunch3", 2, "12:30", "13:30", BREAK, LUNCH),
    Line("prices", 2, "14:00", "15:15", LECTURE, four("Procurement and prices", "Закупки и цены", "Закупкі і цэны", "조달과 가격"), "hall", "", ("ko", "en"), (("jung", SPEAKS), *EN)),
    Line("companies", 2, "15:30", "18:00", SessionKind.ROUND_TABLE, four("Meeting with companies", "Встреча с компаниями", "Сустрэча з кампаніямі", "기업 간담회"), "hall", "", ("ko", "en"), (("rim", MODERATES), *EN)),
    Line("archives", 3, "09:30", "10:30", LECTURE, four("Archives and records", "Архивы и документы", "Архівы і дакументы", "기록물과 보존"), "hall", "", ("ko", "en"), (("kim", SPEAKS), *EN)),
    Line("md", 3, "10:45", "11:10", COUNTRY, {}, "hall", "", COUNTRIES, (), "agency_md"),
    Line("ro", 3, "11:10", "11:35", COUNTRY, {}, "hall", "", COUNTRIES, (), "authority_ro"),
    Line("rs", 3, "11:35", "12:00", COUNTRY, {}, "hall", "", COUNTRIES, (), "ministry_rs"),
    Line("ua", 3, "12:00", "12:25", COUNTRY, {}, "hall", "", COUNTRIES, (), "ministry_ua"),
    Line("lunch4", 3, "12:30", "13:30", BREAK, LUNCH),
    Line("pairs", 3, "14:00", "17:00", SessionKind.PRACTICE, four("Action plans, in pairs", "Планы действий, работа в парах", "Планы дзеянняў, праца ў парах", "실행계획 작성(2인 1조)"), "seminar", "", ("en", "ru"), (("choi", MODERATES), ("li", INTERPRETS))),
    Line("plans", 4, "09:30", "12:00", SessionKind.PRACTICE, four("Action plans presented", "Представление планов действий", "Прадстаўленне планаў дзеянняў", "실행계획 발표"), "hall", "", ("en", "ru"), (("choi", CHAIRS), ("li", INTERPRETS))),
    Line("lunch5", 4, "12:30", "13:30", BREAK, LUNCH),
    Line("wrapup", 4, "14:00", "15:30", SessionKind.WRAP_UP, four("Wrap-up meeting and evaluation", "Итоговое заседание и оценка", "Выніковае пасяджэнне і ацэнка", "평가 회의"), "hall", "", ("ko", "en"), (("lee", CHAIRS), *EN)),
    Line("certificates", 4, "15:30", "16:30", SessionKind.CEREMONY, four("Certificates", "Вручение сертификатов", "Уручэнне сертыфікатаў", "수료식"), "hall", "", ("ko", "en"), (("lee", CHAIRS), *EN)),
)  # fmt: skip
NOTE = "The two site visits are confirmed by their hosts. Türkiye and the observer have no presentation yet."

RULES: dict[str, dict[str, Any]] = {
    "datacentre": {
        "address": four("Data centre, Daejeon", "Центр обработки данных, Тэджон", "Цэнтр апрацоўкі даных, Тэджон", "대전 데이터센터"),
        "meeting_point": four("Main door of the institute, coach at 12:45", "Главный вход института, автобус в 12:45", "Галоўны ўваход інстытута, аўтобус у 12:45", "개발원 정문 12:45 버스"),
        "photography": four("Not allowed", "Запрещена", "Забаронена", "촬영 금지"),
        "needs_passport": True,
    },
    "city": {
        "address": four("City hall, Anyang", "Мэрия, Анян", "Мэрыя, Анян", "안양시청"),
        "meeting_point": four("Main door of the institute, coach at 08:45", "Главный вход института, автобус в 08:45", "Галоўны ўваход інстытута, аўтобус у 08:45", "개발원 정문 08:45 버스"),
        "access": four("Step-free from the coach to the room", "Без ступеней от автобуса до зала", "Без прыступак ад аўтобуса да залы", "버스에서 관제실까지 무장애"),
    },
}  # fmt: skip
TRANSLATION = (
    "전자문서법에 따라 2020년까지의 전자정부 전략이 시행 중이다.",
    "국가 포털이 부처의 서비스를 모은다.",
    "작은 지방자치단체에는 인력이 부족하다.",
)
NOTES_OF_CHECK = "Named in the letter by the Latin spelling; the passport has the same."
