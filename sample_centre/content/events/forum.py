"""A forum with open registration, in about three weeks: two days, three rooms, twenty sessions, three hundred people."""

from typing import Any

from events.enums import FieldKind, PartRole, SessionKind
from sample_centre.content.countries import four
from sample_centre.content.events.forms import Line, Speaker

NAME = four(
    "Cooperation Forum on e-Government {year}",
    "Форум сотрудничества по электронному правительству {year}",
    "Форум супрацоўніцтва па электронным урадзе {year}",
    "{year} 전자정부 협력 포럼",
)
THEME = four(
    "Services that find the citizen",
    "Услуги, которые сами находят гражданина",
    "Паслугі, якія самі знаходзяць грамадзяніна",
    "국민을 찾아가는 서비스",
)
DESCRIPTION = four(
    "Two days in Minsk and online: what ministries, cities and companies of both countries and of the Black Sea states have learned about services, data and security. Everybody who works on e-government may register; the hall has 280 seats, and those who find none wait until one becomes free.",
    "Два дня в Минске и онлайн: чему научились министерства, города и компании двух стран и государств Чёрного моря в области услуг, данных и безопасности. Зарегистрироваться может каждый, кто занимается электронным правительством; в зале 280 мест, остальные ждут, пока место освободится.",
    "Два дні ў Мінску і анлайн: чаму навучыліся міністэрствы, гарады і кампаніі дзвюх краін і дзяржаў Чорнага мора ў галіне паслуг, даных і бяспекі. Зарэгістравацца можа кожны, хто займаецца электронным урадам; у зале 280 месцаў, астатнія чакаюць, пакуль месца вызваліцца.",
    "민스크와 온라인에서 이틀간 열립니다. 양국과 흑해 국가의 부처, 도시, 기업이 서비스, 데이터, 보안에서 배운 것을 나눕니다. 전자정부 업무를 하는 누구나 등록할 수 있습니다. 280석이며, 자리가 없으면 빈자리가 날 때까지 기다립니다.",
)
CITY = four("Minsk", "Минск", "Мінск", "민스크")
VENUE = four("National Library of Belarus, conference halls", "Национальная библиотека Беларуси, конференц-залы", "Нацыянальная бібліятэка Беларусі, канферэнц-залы", "벨라루스 국립도서관 회의장")  # fmt: skip
ROOMS = {
    "great": (four("Great hall", "Большой зал", "Вялікая зала", "대회의장"), 300),
    "blue": (four("Blue hall", "Синий зал", "Сіняя зала", "청실"), 90),
    "round": (four("Round hall", "Круглый зал", "Круглая зала", "원형 회의장"), 60),
}
TRACKS = {
    "services": four("Services", "Услуги", "Паслугі", "서비스"),
    "data": four("Data", "Данные", "Даныя", "데이터"),
    "security": four("Security and identity", "Безопасность и идентификация", "Бяспека і ідэнтыфікацыя", "보안과 신원"),
}
CAPACITY, REGISTERED, CANCELLED = 280, 300, 6

QUESTIONS: tuple[dict[str, Any], ...] = (
    {
        "kind": FieldKind.CHOICE,
        "label": four("How will you take part?", "Как Вы будете участвовать?", "Як Вы будзеце ўдзельнічаць?", "참가 방식"),
        "hint": {},
        "is_required": True,
        "choices": [
            {"key": "hall", "text": four("In the hall", "В зале", "У зале", "현장")},
            {"key": "online", "text": four("Online", "Онлайн", "Анлайн", "온라인")},
        ],
    },
    {
        "kind": FieldKind.CHOICES,
        "label": four("Which subjects interest you?", "Какие темы Вам интересны?", "Якія тэмы Вам цікавыя?", "관심 분야"),
        "hint": four("We choose the halls by this.", "По ответам мы распределим залы.", "Па адказах мы размяркуем залы.", "회의장 배정에 사용합니다."),
        "is_required": False,
        "choices": [{"key": key, "text": text} for key, text in TRACKS.items()],
    },
    {
        "kind": FieldKind.YES_NO,
        "label": four("Do you need interpretation?", "Нужен ли Вам перевод?", "Ці патрэбны Вам пераклад?", "통역이 필요하십니까?"),
        "hint": {},
        "is_required": False,
    },
    {
        "kind": FieldKind.TEXT,
        "label": four("What would you ask the speakers?", "Какой вопрос Вы задали бы докладчикам?", "Якое пытанне Вы задалі б дакладчыкам?", "발표자에게 묻고 싶은 것"),
        "hint": {},
        "is_required": False,
    },
)  # fmt: skip
OWN_QUESTIONS = {
    "en": "What does a service cost before and after it became proactive?",
    "ru": "Кто решает, какие услуги становятся проактивными?",
    "be": "Як перакладаюцца паслугі на некалькі моў?",
    "ko": "서비스 담당 부처가 여럿일 때 누가 책임집니까?",
}

HEAD = four("Head of department", "Начальник отдела", "Начальнік аддзела", "과장")
EXPERT = four("Expert", "Эксперт", "Эксперт", "전문가")
INTERPRETER = four("Interpreter", "Переводчик", "Перакладчык", "통역사")
SPEAKERS = {
    "karatkevich": Speaker(account="director_by"),
    "lee": Speaker(account="director_kr"),
    "kim": Speaker(account="advisor_kr"),
    "park": Speaker(account="advisor2_kr"),
    "choi": Speaker(account="advisor3_kr"),
    "jung": Speaker(account="advisor4_kr"),
    "dubovik": Speaker(account="official_by"),
    "haidukevich": Speaker(account="oac_by"),
    "orlovich": Speaker(account="economy_by"),
    "beridze": Speaker(account="official_ge"),
    "rusu": Speaker(account="official_md"),
    "popescu": Speaker(account="official_ro"),
    "tsoi": Speaker(account="translator", interprets=("ko", "ru")),
    "lukyanava": Speaker("Alesia", "Lukjanava", "Алеся", "Лук’янава", "be", "htp", EXPERT, "alesia.lukjanava@by.example", "be"),
    "gil": Speaker("Sarang", "Gil", "사랑", "길", "ko", "kisa", EXPERT, "sarang.gil@kr.example", "ko"),
    "pak": Speaker("Larisa", "Pak", "Лариса", "Пак", "ru", "centre", INTERPRETER, "larisa.pak@by.example", "ru", ("ko", "ru")),
    "en": Speaker("Marta", "Yanouskaya", "Марта", "Яноўская", "be", "centre", INTERPRETER, "marta.yanouskaya@by.example", "be", ("en", "ru")),
}  # fmt: skip

SPEAKS, CHAIRS, MODERATES, PANELLIST = PartRole.SPEAKER, PartRole.CHAIR, PartRole.MODERATOR, PartRole.PANELLIST
INTERPRETS = PartRole.INTERPRETER
TALK, PANEL = SessionKind.PRESENTATION, SessionKind.PANEL
KO, EN = (("pak", INTERPRETS),), (("en", INTERPRETS),)
ALL = ("ru", "ko", "en")

SESSIONS = (
    Line("opening", 0, "09:30", "10:15", SessionKind.CEREMONY, four("Opening of the forum", "Открытие форума", "Адкрыццё форуму", "포럼 개회"), "great", "", ALL, (("karatkevich", CHAIRS), ("lee", SPEAKS), *KO)),
    Line("find", 0, "10:15", "11:15", PANEL, four("How does a service find the citizen?", "Как услуга находит гражданина?", "Як паслуга знаходзіць грамадзяніна?", "서비스는 어떻게 국민을 찾아가는가?"), "great", "services", ALL, (("orlovich", MODERATES), ("kim", PANELLIST), ("beridze", PANELLIST), *KO)),
    Line("life", 0, "11:30", "12:30", TALK, four("Birth, school, pension: services by events of life", "Рождение, школа, пенсия: услуги по жизненным событиям", "Нараджэнне, школа, пенсія: паслугі па жыццёвых падзеях", "출생, 취학, 연금: 생애주기 서비스"), "great", "services", ("ko", "ru"), (("choi", SPEAKS), *KO)),
    Line("once", 0, "11:30", "12:30", TALK, four("Ask once: exchange between registers", "Спросить один раз: обмен между реестрами", "Спытаць адзін раз: абмен паміж рэестрамі", "한 번만 묻기: 등록부 간 정보 교환"), "blue", "data", ("en", "ru"), (("rusu", SPEAKS), *EN)),
    Line("audit", 0, "11:30", "12:30", TALK, four("Who may audit information security", "Кто вправе проверять информационную безопасность", "Хто мае права правяраць інфармацыйную бяспеку", "정보보호 심사는 누가 하는가"), "round", "security", ("ru",), (("haidukevich", SPEAKS),)),
    Line("forms", 0, "14:00", "15:00", TALK, four("Forms that ask for less", "Формы, которые спрашивают меньше", "Формы, якія пытаюцца менш", "덜 묻는 서식"), "great", "services", ("en", "ru"), (("beridze", SPEAKS), *EN)),
    Line("formats", 0, "14:00", "15:00", TALK, four("Formats for a digital archive", "Форматы для цифрового архива", "Фарматы для лічбавага архіва", "디지털 기록원의 보존 포맷"), "blue", "data", ("ru", "ko"), (("dubovik", SPEAKS), *KO)),
    Line("mobile", 0, "14:00", "15:00", TALK, four("A mobile identity card", "Мобильное удостоверение личности", "Мабільнае пасведчанне асобы", "모바일 신분증"), "round", "security", ("ko",), (("gil", SPEAKS),)),
    Line("regions", 0, "15:15", "16:15", TALK, four("Services in small towns", "Услуги в малых городах", "Паслугі ў малых гарадах", "소도시의 서비스"), "great", "services", ("en", "ru"), (("popescu", SPEAKS), *EN)),
    Line("cloud", 0, "15:15", "16:15", TALK, four("One data centre for forty agencies", "Один центр обработки данных для сорока ведомств", "Адзін цэнтр апрацоўкі даных для сарака ведамстваў", "40개 기관이 함께 쓰는 데이터센터"), "blue", "data", ("ko", "ru"), (("park", SPEAKS), *KO)),
    Line("personal", 0, "15:15", "16:15", TALK, four("Personal data in proactive services", "Персональные данные в проактивных услугах", "Персанальныя даныя ў праактыўных паслугах", "선제적 서비스와 개인정보"), "round", "security", ("be",), (("lukyanava", SPEAKS),)),
    Line("assistant", 1, "09:30", "10:30", TALK, four("An assistant that explains the law", "Помощник, который объясняет закон", "Памочнік, які тлумачыць закон", "법령을 설명하는 비서"), "great", "services", ("ko", "ru"), (("kim", SPEAKS), *KO)),
    Line("open", 1, "09:30", "10:30", TALK, four("Open data that somebody uses", "Открытые данные, которыми пользуются", "Адкрытыя даныя, якімі карыстаюцца", "쓰이는 공공데이터"), "blue", "data", ("ru",), (("orlovich", SPEAKS),)),
    Line("signature", 1, "09:30", "10:30", TALK, four("Signatures across borders", "Подпись через границу", "Подпіс праз мяжу", "국경을 넘는 전자서명"), "round", "security", ("ru",), (("haidukevich", SPEAKS),)),
    Line("languages", 1, "10:45", "11:45", TALK, four("Services in several languages", "Услуги на нескольких языках", "Паслугі на некалькіх мовах", "다국어 서비스"), "great", "services", ("be",), (("lukyanava", SPEAKS),)),
    Line("trade", 1, "10:45", "11:45", TALK, four("A single window for trade", "Единое окно для торговли", "Адзінае акно для гандлю", "무역 단일창구"), "blue", "data", ("ko", "ru"), (("jung", SPEAKS), *KO)),
    Line("incidents", 1, "10:45", "11:45", TALK, four("The first hour of an incident", "Первый час инцидента", "Першая гадзіна інцыдэнту", "침해사고의 첫 한 시간"), "round", "security", ("ko",), (("gil", SPEAKS),)),
    Line("cost", 1, "12:00", "13:00", PANEL, four("What does it cost, and who pays?", "Сколько это стоит и кто платит?", "Колькі гэта каштуе і хто плаціць?", "비용은 얼마이고 누가 내는가?"), "great", "", ALL, (("karatkevich", MODERATES), ("popescu", PANELLIST), ("park", PANELLIST), *KO)),
    Line("companies", 1, "14:00", "15:30", SessionKind.ROUND_TABLE, four("Round table with companies", "Круглый стол с компаниями", "Круглы стол з кампаніямі", "기업 간담회"), "blue", "", ("ru", "en"), (("orlovich", MODERATES), *EN)),
    Line("closing", 1, "15:45", "16:15", SessionKind.CEREMONY, four("Closing", "Закрытие", "Закрыццё", "폐회"), "great", "", ALL, (("karatkevich", CHAIRS), *KO)),
)  # fmt: skip

# Accounts that register themselves; everybody else comes without one.
WITH_ACCOUNT = ("official_by", "economy_by", "focal_by", "ministry_by", "advisor_kr", "official_ge", "official_az", "contact_al")  # fmt: skip

# Names that registrations are put together from: every combination is invented.
GIVEN = {
    "BY": (("Aksana", "Аксана"), ("Yauhen", "Яўген"), ("Hanna", "Ганна"), ("Raman", "Раман"), ("Sviatlana", "Святлана"), ("Mikalai", "Мікалай"), ("Darya", "Дар’я"), ("Aliaksei", "Аляксей"), ("Volha", "Вольга"), ("Ihar", "Ігар"), ("Palina", "Паліна"), ("Kiryl", "Кірыл")),
    "KR": (("Jimin", "지민"), ("Seojun", "서준"), ("Haeun", "하은"), ("Yunho", "윤호"), ("Chaerin", "채린"), ("Siwon", "시원"), ("Daeun", "다은"), ("Geonu", "건우")),
    "GE": (("Tamta", "თამთა"), ("Irakli", "ირაკლი"), ("Salome", "სალომე"), ("Zaza", "ზაზა")),
    "AM": (("Mariam", "Մարիամ"), ("Davit", "Դավիթ"), ("Sona", "Սոնա"), ("Karen", "Կարեն")),
    "MD": (("Ion", ""), ("Lilia", ""), ("Sergiu", ""), ("Doina", "")),
    "RS": (("Dragana", "Драгана"), ("Nikola", "Никола"), ("Maja", "Маја"), ("Vuk", "Вук")),
    "UA": (("Kateryna", "Катерина"), ("Maksym", "Максим"), ("Sofiia", "Софія"), ("Danylo", "Данило")),
}  # fmt: skip
FAMILY = {
    "BY": (("Bandarenka", "Бандарэнка"), ("Vasilevich", "Васілевіч"), ("Hryshkevich", "Грышкевіч"), ("Darashenka", "Дарашэнка"), ("Zhdanovich", "Ждановіч"), ("Kavalchuk", "Кавальчук"), ("Liaukovich", "Ляўковіч"), ("Litvinchuk", "Літвінчук"), ("Maroz", "Мароз"), ("Mikhnevich", "Міхневіч"), ("Panasiuk", "Панасюк"), ("Sauchanka", "Саўчанка"), ("Tarasevich", "Тарасевіч"), ("Hurynovich", "Гурыновіч"), ("Yakimovich", "Якімовіч")),
    "KR": (("Kwon", "권"), ("Hong", "홍"), ("Jang", "장"), ("Son", "손"), ("Bae", "배"), ("Heo", "허"), ("Noh", "노"), ("Cha", "차")),
    "GE": (("Gogoladze", "გოგოლაძე"), ("Kapanadze", "კაპანაძე"), ("Tsereteli", "წერეთელი"), ("Shengelia", "შენგელია")),
    "AM": (("Danielyan", "Դանիելյան"), ("Ghazaryan", "Ղազարյան"), ("Melikyan", "Մելիքյան"), ("Simonyan", "Սիմոնյան")),
    "MD": (("Cojocaru", ""), ("Plamadeala", ""), ("Rotaru", ""), ("Turcan", "")),
    "RS": (("Đorđević", "Ђорђевић"), ("Lazić", "Лазић"), ("Popović", "Поповић"), ("Ristić", "Ристић")),
    "UA": (("Boiko", "Бойко"), ("Hnatiuk", "Гнатюк"), ("Kovalchuk", "Ковальчук"), ("Oliinyk", "Олійник")),
}  # fmt: skip
SHARES = (("BY", 166), ("KR", 52), ("GE", 16), ("AM", 14), ("MD", 15), ("RS", 14), ("UA", 15))
OWN_LANGUAGE = {"BY": "be", "KR": "ko", "GE": "ka", "AM": "hy", "RS": "sr", "UA": "uk"}
LETTERS_IN = {"BY": ("be", "ru", "ru"), "KR": ("ko",), "MD": ("ru", "en"), "UA": ("en",)}
POSTS = {
    "en": ("Specialist", "Head of unit", "Lecturer", "Project manager"),
    "ru": ("Специалист", "Начальник сектора", "Преподаватель", "Руководитель проекта"),
    "be": ("Спецыяліст", "Начальнік сектара", "Выкладчык", "Кіраўнік праекта"),
    "ko": ("주무관", "팀장", "교수", "사업 담당"),
}
HOUSES = {
    "en": ("City administration", "Ministry of Economy", "University", "Software company"),
    "ru": ("Администрация города", "Министерство экономики", "Университет", "Разработчик программ"),
    "be": ("Адміністрацыя горада", "Міністэрства эканомікі", "Універсітэт", "Распрацоўшчык праграм"),
    "ko": ("시청", "경제부", "대학교", "소프트웨어 회사"),
}
WHY_CANCELLED = "Told us by telephone: cannot come."
