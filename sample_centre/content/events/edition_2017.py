"""The seventh edition, Seoul, 30 October to 3 November 2017, as its press release tells it. All people are fictional."""

from typing import Any

from events.enums import PartRole, Rank, SessionKind
from sample_centre.content.countries import four
from sample_centre.content.events.forms import Line, Nominee, Speaker

NUMBER = 7
NAME = four(
    "Korea–Black Sea ICT cooperation programme 2017",
    "Программа сотрудничества Кореи и стран Чёрного моря в сфере ИКТ, 2017 год",
    "Праграма супрацоўніцтва Карэі і краін Чорнага мора ў сферы ІКТ, 2017 год",
    "2017년 한–흑해 ICT 협력 프로그램",
)
THEME = four(
    "E-government at national and local level: fifty years of Korean experience",
    "Электронное правительство в центре и на местах: пятьдесят лет корейского опыта",
    "Электронны ўрад у цэнтры і на месцах: пяцьдзясят гадоў карэйскага вопыту",
    "중앙과 지방의 전자정부: 한국의 50년 경험",
)
DESCRIPTION = four(
    "A workshop at the Korea Local Information Research and Development Institute with three lectures and the presentations of nine states, the Global Forum on e-Government with two panels on the fiftieth anniversary of Korean e-government, three site visits and a wrap-up meeting. For civil servants who build information systems for society at national and local level.",
    "Семинар в Корейском институте развития местной информатизации с тремя лекциями и докладами девяти государств, Глобальный форум по электронному правительству с двумя панельными дискуссиями к пятидесятилетию корейского электронного правительства, три ознакомительных визита и итоговое заседание. Для государственных служащих, которые создают информационные системы для общества в центре и на местах.",
    "Семінар у Карэйскім інстытуце развіцця мясцовай інфарматызацыі з трыма лекцыямі і дакладамі дзевяці дзяржаў, Глабальны форум па электронным урадзе з дзвюма панэльнымі дыскусіямі да пяцідзесяцігоддзя карэйскага электроннага ўрада, тры азнаямленчыя візіты і выніковае пасяджэнне.",
    "한국지역정보개발원 워크숍(강연 3건, 9개국 국가 발표), 대한민국 전자정부 50주년 글로벌 전자정부 포럼(패널 토론 2건), 현장 방문 3회, 평가 회의로 구성됩니다. 중앙과 지방에서 정보시스템을 구축하는 공무원을 대상으로 합니다.",
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
    "forum": (four("Convention hall of the forum", "Зал форума", "Зала форуму", "포럼 행사장"), 600),
}

INVITED = ("akshi_al", "ministry_am", "ministry_az", "ministry_bg", "agency_ge", "ministry_gr", "agency_md", "authority_ro", "ministry_rs", "ministry_tr", "ministry_ua")  # fmt: skip
DECLINED = {
    "akshi_al": "A new system of public services goes into operation in the same week; nobody can be spared.",
    "agency_ge": "The budget of this year leaves no room for the part of the costs that is ours. We count on 2018.",
}
COMING = tuple(body for body in INVITED if body not in DECLINED)

# --- Who came --------------------------------------------------------------------------------------------------------

NOMINEES = (
    Nominee("ministry_am", "Lusine", "Grigoryan", "Լուսինե", "Գրիգորյան", "hy", "lusine.grigoryan@am.example", "Head of the unit of electronic documents", Rank.MANAGER, "Nine years in the system of electronic documents of the ministries.", "How municipalities of different size share one system.", "Armen Harutyunyan"),
    Nominee("ministry_az", "Rashad", "Guliyev", "Rəşad", "Quliyev", "az", "rashad.guliyev@az.example", "Director of the department of electronic services", Rank.DIRECTOR, "Leads the portal of electronic services.", "How a data centre of the whole government is run and paid for.", "Kamran Ismayilov"),
    Nominee("ministry_az", "Nigar", "Safarova", "Nigar", "Səfərova", "az", "nigar.safarova@az.example", "Senior specialist", Rank.STAFF, "Designs services for citizens.", "How services are made simple for older people.", "Kamran Ismayilov"),
    Nominee("ministry_bg", "Dimitar", "Kolev", "Димитър", "Колев", "bg", "dimitar.kolev@bg.example", "Head of unit", Rank.MANAGER, "Registers and their interfaces since 2010.", "Exchange of data between registers.", "Plamen Rusev"),
    Nominee("ministry_bg", "Vesela", "Stoyanova", "Весела", "Стоянова", "bg", "vesela.stoyanova@bg.example", "Chief expert", Rank.STAFF, "Interoperability of municipal systems.", "Exchange of data between registers.", "Plamen Rusev", is_alternate=True),
    Nominee("ministry_gr", "Eleni", "Markou", "Ελένη", "Μάρκου", "el", "eleni.markou@gr.example", "Head of the department of open data", Rank.MANAGER, "Open data and one-stop shops.", "One-stop shops in small municipalities.", "Spyros Anagnostou"),
    Nominee("agency_md", "Victor", "Ciobanu", "", "", "", "victor.ciobanu@md.example", "Architect of the government cloud", Rank.STAFF, "Built the government cloud.", "Running 1,500 systems in one place.", "Vera Cojocaru", language="ru"),
    Nominee("agency_md", "Doina", "Lungu", "", "", "", "doina.lungu@md.example", "Specialist", Rank.STAFF, "Digital signatures.", "Mobile identity.", "Vera Cojocaru", language="ru", is_alternate=True),
    Nominee("authority_ro", "Elena", "Dumitru", "", "", "", "elena.dumitru@ro.example", "Advisor for digital public services", Rank.STAFF, "Digital services of cities.", "Control centres of cities.", "Radu Stoica"),
    Nominee("ministry_rs", "Milica", "Stankovic", "Милица", "Станковић", "sr", "milica.stankovic@rs.example", "Head of the e-government unit", Rank.MANAGER, "Coordinates e-government in municipalities.", "Standard systems for municipalities.", "Zoran Petković"),
    Nominee("ministry_rs", "Nenad", "Ilić", "Ненад", "Илић", "sr", "nenad.ilic@rs.example", "Advisor", Rank.STAFF, "Municipal registers.", "Standard systems for municipalities.", "Zoran Petković", is_alternate=True),
    Nominee("ministry_tr", "Emre", "Kaya", "", "", "", "emre.kaya@tr.example", "Expert for e-government", Rank.STAFF, "The e-government gateway.", "Safety and traffic in one centre.", "Murat Aydın"),
    Nominee("ministry_ua", "Taras", "Melnyk", "Тарас", "Мельник", "uk", "taras.melnyk@ua.example", "Deputy head of department", Rank.MANAGER, "Data exchange of the state.", "Rural broadband and what follows it.", "Halyna Lysenko"),
    Nominee("ministry_ua", "Iryna", "Shevchuk", "Ірина", "Шевчук", "uk", "iryna.shevchuk@ua.example", "Chief specialist", Rank.STAFF, "Services in village councils.", "Information villages.", "Halyna Lysenko"),
)  # fmt: skip
REPLACED, BY_ALTERNATE = "dimitar.kolev@bg.example", "vesela.stoyanova@bg.example"
LEFT_EARLY = "emre.kaya@tr.example"  # was there on three of the five days
NO_PLAN = LEFT_EARLY
CORRECTED = ("milica.stankovic@rs.example", "Milica Stanković", "Милица Станковић", "sr")
REVOKED = "elena.dumitru@ro.example"

# --- Who spoke -------------------------------------------------------------------------------------------------------

PROFESSOR = four("Principal researcher", "Главный научный сотрудник", "Галоўны навуковы супрацоўнік", "수석연구원")
DIRECTOR = four("Director", "Директор департамента", "Дырэктар дэпартамента", "국장")
GUIDE = four("Head of the control room", "Начальник диспетчерской", "Начальнік дыспетчарскай", "관제팀장")
INTERPRETER = four("Interpreter", "Переводчик", "Перакладчык", "통역사")

SPEAKERS = {
    "shin": Speaker("Haneul", "Shin", "하늘", "신", "ko", "nia", PROFESSOR, "haneul.shin@kr.example", "ko"),
    "bae": Speaker("Jiho", "Bae", "지호", "배", "ko", "mois", DIRECTOR, "jiho.bae@kr.example", "ko"),
    "ahn": Speaker("Sumin", "Ahn", "수민", "안", "ko", "klid", PROFESSOR, "sumin.ahn@kr.example", "ko"),
    "oh": Speaker("Taeyang", "Oh", "태양", "오", "ko", "klid", DIRECTOR, "taeyang.oh@kr.example", "ko"),
    "hong": Speaker("Nari", "Hong", "나리", "홍", "ko", "nia", DIRECTOR, "nari.hong@kr.example", "ko"),
    "nam": Speaker("Gyuri", "Nam", "규리", "남", "ko", "nia", PROFESSOR, "gyuri.nam@kr.example", "ko"),
    "japaridze": Speaker("Ketevan", "Japaridze", "ქეთევან", "ჯაფარიძე", "ka", "agency_ge", PROFESSOR, "ketevan.japaridze@ge.example"),
    "jang": Speaker("Byeol", "Jang", "별", "장", "ko", "", GUIDE, "byeol.jang@kr.example", "ko"),
    "woo": Speaker("Minseo", "Woo", "민서", "우", "ko", "nirs", GUIDE, "minseo.woo@kr.example", "ko"),
    "baek": Speaker("Daon", "Baek", "다온", "백", "ko", "klid", four("Coordinator of the village network", "Координатор сети деревень", "Каардынатар сеткі вёсак", "정보화마을 담당"), "daon.baek@kr.example", "ko"),
    "ten": Speaker("Sofia", "Ten", "София", "Тен", "ru", "klid", INTERPRETER, "sofia.ten@kr.example", "ru", ("ko", "ru", "en")),
}  # fmt: skip

# --- The programme ---------------------------------------------------------------------------------------------------

SPEAKS, CHAIRS, MODERATES = PartRole.SPEAKER, PartRole.CHAIR, PartRole.MODERATOR
PANELLIST, GUIDES, INTERPRETS = PartRole.PANELLIST, PartRole.GUIDE, PartRole.INTERPRETER
LECTURE, COUNTRY, PANEL, VISIT = SessionKind.PRESENTATION, SessionKind.COUNTRY, SessionKind.PANEL, SessionKind.VISIT
BOTH = ("ko", "en")
LUNCH = four("Lunch", "Обед", "Абед", "점심")

SESSIONS = (
    Line("opening", 0, "09:30", "10:00", SessionKind.CEREMONY, four("Opening", "Открытие", "Адкрыццё", "개회식"), "hall", "", BOTH, (("oh", CHAIRS),)),
    Line("policy", 0, "10:00", "11:00", LECTURE, four("ICT policy and development in Korea: e-government and the smart nation", "Политика и развитие ИКТ в Корее: электронное правительство и «умная» страна", "Палітыка і развіццё ІКТ у Карэі: электронны ўрад і «разумная» краіна", "한국의 ICT 정책과 발전: 전자정부와 스마트 국가"), "hall", "", BOTH, (("shin", SPEAKS), ("ten", INTERPRETS)), "", four("From the first computers in ministries to services that come to the citizen unasked.", "От первых компьютеров в министерствах до услуг, которые приходят к гражданину сами.", "Ад першых камп’ютараў у міністэрствах да паслуг, якія прыходзяць да грамадзяніна самі.", "부처의 첫 컴퓨터부터 국민을 찾아가는 서비스까지.")),
    Line("history", 0, "11:15", "12:15", LECTURE, four("E-government of Korea: development, history and outcome", "Электронное правительство Кореи: развитие, история и результаты", "Электронны ўрад Карэі: развіццё, гісторыя і вынікі", "한국 전자정부: 발전 과정과 성과"), "hall", "", BOTH, (("bae", SPEAKS), ("ten", INTERPRETS)), "", four("Five stages, the laws that carried each of them, and what did not work.", "Пять этапов, законы каждого из них и то, что не удалось.", "Пяць этапаў, законы кожнага з іх і тое, што не атрымалася.", "다섯 단계와 단계별 법률, 그리고 잘되지 않은 일.")),
    Line("lunch1", 0, "12:15", "13:30", SessionKind.BREAK, LUNCH),
    Line("convenient", 0, "13:30", "14:30", LECTURE, four("ICT makes our e-government convenient", "ИКТ делают электронное правительство удобным", "ІКТ робяць электронны ўрад зручным", "ICT로 편리해지는 전자정부"), "hall", "", BOTH, (("ahn", SPEAKS), ("ten", INTERPRETS)), "", four("What a city hall saves when residents stay at home: figures of local governments.", "Что экономит мэрия, когда жители остаются дома: данные местных администраций.", "Што эканоміць мэрыя, калі жыхары застаюцца дома: даныя мясцовых адміністрацый.", "주민이 집에서 민원을 처리할 때 시청이 아끼는 것: 지방자치단체의 수치.")),
    Line("am", 0, "14:45", "15:15", COUNTRY, {}, "hall", "", ("en",), (), "ministry_am"),
    Line("az", 0, "15:15", "15:45", COUNTRY, {}, "hall", "", ("en",), (), "ministry_az"),
    Line("bg", 0, "15:45", "16:15", COUNTRY, {}, "hall", "", ("en",), (), "ministry_bg"),
    Line("gr", 1, "09:30", "10:00", COUNTRY, {}, "hall", "", ("en",), (), "ministry_gr"),
    Line("md", 1, "10:00", "10:30", COUNTRY, {}, "hall", "", ("en", "ru"), (), "agency_md"),
    Line("ro", 1, "10:30", "11:00", COUNTRY, {}, "hall", "", ("en",), (), "authority_ro"),
    Line("rs", 1, "11:15", "11:45", COUNTRY, {}, "hall", "", ("en",), (), "ministry_rs"),
    Line("tr", 1, "11:45", "12:15", COUNTRY, {}, "hall", "", ("en",), (), "ministry_tr"),
    Line("ua", 1, "12:15", "12:45", COUNTRY, {}, "hall", "", ("en",), (), "ministry_ua"),
    Line("lunch2", 1, "12:45", "14:00", SessionKind.BREAK, LUNCH),
    Line("centre", 1, "14:30", "17:00", VISIT, four("Site visit: ubiquitous integrated centre", "Визит: единый городской центр управления", "Візіт: адзіны гарадскі цэнтр кіравання", "현장 방문: U-통합센터"), "", "", BOTH, (("jang", GUIDES), ("ten", INTERPRETS)), "", four("Traffic, safety and crime prevention, disasters and mobile services for residents in one room.", "Движение, безопасность и профилактика правонарушений, стихийные бедствия и мобильные услуги для жителей в одном зале.", "Рух, бяспека і прафілактыка правапарушэнняў, стыхійныя бедствы і мабільныя паслугі для жыхароў у адной зале.", "교통, 방범, 재난, 시민 모바일 서비스를 한 곳에서."), 20),
    Line("forum", 2, "09:30", "10:00", SessionKind.CEREMONY, four("Global Forum on e-Government: opening", "Глобальный форум по электронному правительству: открытие", "Глабальны форум па электронным урадзе: адкрыццё", "글로벌 전자정부 포럼: 개회"), "forum", "", BOTH, (("hong", CHAIRS),), "", four("Present and future, on the fiftieth anniversary of Korean e-government. Organised by the National Information Society Agency.", "Настоящее и будущее, к пятидесятилетию корейского электронного правительства. Организатор – Национальное агентство информационного общества.", "Сучаснасць і будучыня, да пяцідзесяцігоддзя карэйскага электроннага ўрада. Арганізатар – Нацыянальнае агенцтва інфармацыйнага грамадства.", "대한민국 전자정부 50주년, 현재와 미래. 주관: 한국정보화진흥원.")),
    Line("why", 2, "10:00", "12:00", PANEL, four("Panel 1: why do we need e-government?", "Панель 1: зачем нам электронное правительство?", "Панэль 1: навошта нам электронны ўрад?", "패널 1: 왜 전자정부가 필요한가?"), "forum", "", BOTH, (("hong", MODERATES), ("nam", PANELLIST), ("japaridze", PANELLIST), ("ten", INTERPRETS))),
    Line("lunch3", 2, "12:00", "14:00", SessionKind.BREAK, LUNCH),
    Line("future", 2, "14:00", "16:00", PANEL, four("Panel 2: the future of e-government", "Панель 2: будущее электронного правительства", "Панэль 2: будучыня электроннага ўрада", "패널 2: 전자정부의 미래"), "forum", "", BOTH, (("hong", MODERATES), ("shin", PANELLIST), ("japaridze", PANELLIST), ("ten", INTERPRETS))),
    Line("ncis", 3, "09:30", "11:30", VISIT, four("Site visit: National Computing and Information Service", "Визит: Национальная служба вычислений и информации", "Візіт: Нацыянальная служба вылічэнняў і інфармацыі", "현장 방문: 정부통합전산센터"), "", "", BOTH, (("woo", GUIDES), ("ten", INTERPRETS)), "", four("One data centre runs some 1,500 systems of about 40 central agencies.", "Единый центр обработки данных обслуживает около 1500 систем примерно 40 центральных ведомств.", "Адзіны цэнтр апрацоўкі даных абслугоўвае каля 1500 сістэм прыкладна 40 цэнтральных ведамстваў.", "약 40개 중앙행정기관의 1,500여 개 시스템을 한 곳에서 운영."), 20),
    Line("lunch4", 3, "11:30", "13:00", SessionKind.BREAK, LUNCH),
    Line("village", 3, "14:30", "17:00", VISIT, four("Site visit: information network village", "Визит: информационная деревня", "Візіт: інфармацыйная вёска", "현장 방문: 정보화마을"), "", "", BOTH, (("baek", GUIDES), ("ten", INTERPRETS)), "", four("How access to information lets a remote village sell what it grows and live by its own means.", "Как доступ к информации позволяет отдалённой деревне продавать выращенное и жить на свои средства.", "Як доступ да інфармацыі дазваляе аддаленай вёсцы прадаваць вырашчанае і жыць на свае сродкі.", "정보 접근성으로 자립하는 외딴 마을."), 20),
    Line("wrapup", 4, "10:00", "12:00", SessionKind.WRAP_UP, four("Wrap-up meeting and evaluation", "Итоговое заседание и оценка", "Выніковае пасяджэнне і ацэнка", "평가 회의"), "hall", "", BOTH, (("oh", CHAIRS), ("ten", INTERPRETS))),
    Line("farewell", 4, "12:00", "12:30", SessionKind.CEREMONY, four("Farewell", "Закрытие", "Закрыццё", "폐회식"), "hall", "", BOTH),
)  # fmt: skip
MOVED = ("village", "14:00", "16:30")  # the second version of the programme: half an hour earlier

PRESENTATION = four(
    "E-government strategy and policy: {}",
    "Стратегия и политика электронного правительства: {}",
    "Стратэгія і палітыка электроннага ўрада: {}",
    "전자정부 전략과 정책: {}",
)

RULES: dict[str, dict[str, Any]] = {
    "centre": {
        "address": four("City hall, control room on the second floor", "Мэрия, зал управления, 2-й этаж", "Мэрыя, зала кіравання, 2-гі паверх", "시청 2층 관제실"),
        "meeting_point": four("Main door of the institute", "Главный вход института", "Галоўны ўваход інстытута", "개발원 정문"),
        "photography": four("Not in the control room", "В зале управления съёмка запрещена", "У зале кіравання здымка забаронена", "관제실 촬영 금지"),
    },
    "ncis": {
        "address": four("Data centre, Daejeon", "Центр обработки данных, Тэджон", "Цэнтр апрацоўкі даных, Тэджон", "대전 전산센터"),
        "meeting_point": four("Hotel, coach at 06:45", "Гостиница, автобус в 06:45", "Гасцініца, аўтобус у 06:45", "숙소 06:45 버스"),
        "photography": four("Not allowed", "Запрещена", "Забаронена", "촬영 금지"),
        "needs_passport": True,
    },
    "village": {
        "address": four("Village hall", "Деревенский клуб", "Вясковы клуб", "마을회관"),
        "meeting_point": four("Coach from the data centre", "Автобус от центра обработки данных", "Аўтобус ад цэнтра апрацоўкі даных", "전산센터에서 버스"),
        "dress": four("Firm shoes: part of the way leads through fields", "Прочная обувь: часть пути идёт через поля", "Моцны абутак: частка шляху ідзе праз палі", "밭길이 있으니 편한 신발"),
    },
}  # fmt: skip
NOTE = "Residents told us that orders by the internet now bring in more than the weekly market. The village pays for the connection itself since its third year."

# --- What was asked, and answered ------------------------------------------------------------------------------------

# One line a participant: overall, relevance, organisation, interpretation, recommend, own words.
ANSWERS = (
    (5, 5, 5, 4, "yes", "Keep the site visits. Leave more time for questions after them."),
    (5, 4, 5, 4, "yes", ""),
    (4, 5, 4, 4, "yes", "Country presentations of twenty minutes would do."),
    (5, 5, 4, 5, "yes", "A day with companies would help us to compare prices."),
    (4, 4, 5, 3, "yes", ""),
    (5, 5, 5, 5, "yes", "The village showed us more than any lecture."),
    (4, 3, 4, 4, "yes", ""),
    (5, 5, 5, 4, "yes", "Send the slides before the lectures."),
    (3, 4, 4, 3, "no", "Two people from each state, please: one alone cannot carry the plan at home."),
    (5, 4, 5, 4, "yes", ""),
)
OF_SESSIONS = ((5, 5, "yes"), (4, 4, "yes"), (5, 4, "no"), (4, 5, "yes"), (5, 5, "yes"), (4, 4, "no"), (3, 4, "yes"))
OF_VISITS = ((5, 5), (5, 4), (4, 4), (5, 5), (4, 5), (5, 4))

# --- What was agreed -------------------------------------------------------------------------------------------------

MINUTES = {
    "en": "The meeting was held at the institute on 3 November and chaired by its director for global cooperation.\n\nThe participants rated the programme highly and thanked the Ministry of Foreign Affairs of the Republic of Korea and the institute for holding it every year.\n\nThe Korean side is willing to continue the cooperation and means to hold the programme of 2018 in two or three member states.\n\nEvery participant writes an action plan and reports on it after three, six and twelve months.",
    "ru": "Заседание прошло в институте 3 ноября под председательством директора департамента глобального сотрудничества.\n\nУчастники высоко оценили программу и поблагодарили Министерство иностранных дел Республики Корея и институт за её ежегодное проведение.\n\nКорейская сторона готова продолжать сотрудничество и намерена провести программу 2018 года в двух или трёх государствах-участниках.\n\nКаждый участник составляет план действий и отчитывается о нём через три, шесть и двенадцать месяцев.",
    "ko": "회의는 11월 3일 개발원에서 글로벌협력 담당 국장의 주재로 열렸다.\n\n참가자들은 프로그램을 높이 평가하고, 매년 이를 개최하는 대한민국 외교부와 개발원에 감사를 표했다.\n\n한국 측은 협력을 계속할 뜻을 밝히고 2018년 프로그램을 두세 회원국에서 개최할 계획임을 알렸다.\n\n모든 참가자는 실행계획을 작성하고 3개월, 6개월, 12개월 뒤에 이행 상황을 보고한다.",
}
CHAIR = "Oh Taeyang"

DECISIONS = (
    four("The programme of 2018 is to be held in two or three member states.", "Программу 2018 года провести в двух или трёх государствах-участниках.", "Праграму 2018 года правесці ў дзвюх або трох дзяржавах-удзельніцах.", "2018년 프로그램은 두세 회원국에서 개최한다."),
    four("Every participant writes an action plan and reports on it for a year.", "Каждый участник составляет план действий и отчитывается о нём в течение года.", "Кожны ўдзельнік складае план дзеянняў і справаздачыцца аб ім на працягу года.", "모든 참가자는 실행계획을 작성하고 1년간 이행 상황을 보고한다."),
)  # fmt: skip
# What became of the decisions a year later.
CARRIED_OUT = (
    "The programme of 2018 was held on site, in member states.",
    "Ten of eleven plans were written, endorsed and followed for a year.",
)
# text, country, body, due, and what became of it ("" where it was carried on)
ACTIONS = (
    (four("Send the slides of all lectures and panels to the participants.", "Направить участникам слайды всех лекций и панелей.", "Накіраваць удзельнікам слайды ўсіх лекцый і панэляў.", "모든 강연과 패널 발표 자료를 참가자에게 보낸다."), "KR", "klid", "2017-12-15", "Sent to all eleven participants on 6 December 2017."),
    (four("Propose the states in which the programme of 2018 may be held.", "Предложить государства для проведения программы 2018 года.", "Прапанаваць дзяржавы для правядзення праграмы 2018 года.", "2018년 프로그램을 개최할 국가를 제안한다."), "KR", "klid", "2018-03-30", "The ministry has written to three member states; two of them have agreed."),
    (four("Keep a common list of the e-government contacts of all member states and bring it up to date before each edition.", "Вести общий список контактных лиц по электронному правительству всех государств-участниц и обновлять его перед каждым выпуском.", "Весці агульны спіс кантактных асоб па электронным урадзе ўсіх дзяржаў-удзельніц і абнаўляць яго перад кожным выпускам.", "모든 회원국의 전자정부 담당자 명단을 함께 관리하고 매 회차 전에 갱신한다."), "AM", "ministry_am", "2018-06-29", ""),
)  # fmt: skip
