"""The people of the sample centre. All of them are fictional; none bears the name of an official of the sources."""

from datetime import date
from typing import NamedTuple

from people.enums import Function, Side
from sample_centre.content.countries import four

PASSWORD = "two-keys-two-clocks"  # for everybody; printed at the start


class Person(NamedTuple):
    """Names in both scripts, languages, and the post."""

    email: str
    given: str
    family: str
    given_own: str
    family_own: str
    own_language: str
    language: str
    reads: tuple[str, ...]
    function: Function
    body: str
    title: dict[str, str]
    side: str = ""
    since: date | None = None  # none: as long as the centre's newest appointments
    until: date | None = None


CONTACT = four("National Contact Point", "Национальный координатор", "Нацыянальны каардынатар", "국가 연락창구 담당관")
HEAD = four("Head of Department", "Начальник отдела", "Начальнік аддзела", "과장")
SENIOR = four("Senior Specialist", "Главный специалист", "Галоўны спецыяліст", "선임 전문관")
CONSULTANT = four("Consultant", "Консультант", "Кансультант", "주무관")
ADVISER = four("Advisor", "Советник", "Дарадца", "자문관")
DIRECTOR = {
    Side.A: four("Co-director, Belarus", "Содиректор, Беларусь", "Садырэктар, Беларусь", "공동센터장(벨라루스)"),
    Side.B: four(
        "Co-director, Republic of Korea",
        "Содиректор, Республика Корея",
        "Садырэктар, Рэспубліка Карэя",
        "공동센터장(대한민국)",
    ),
}
OFFICER = four("Programme Officer", "Координатор программ", "Каардынатар праграм", "사업 담당관")
ADMINISTRATOR = four("System Administrator", "Администратор портала", "Адміністратар партала", "시스템 관리자")
TRANSLATOR = four("Translator", "Переводчик", "Перакладчык", "번역사")
LEADER = four("Project Leader", "Руководитель проекта", "Кіраўнік праекта", "과제책임자")
EVALUATOR = four("Evaluator", "Эксперт по оценке", "Эксперт па ацэнцы", "평가위원")
FOCAL = four(
    "Deputy Director, focal point",
    "Заместитель директора, контактное лицо",
    "Намеснік дырэктара, кантактная асоба",
    "부센터장, 연락 담당자",
)

LONG = date(2017, 1, 9)  # those who were in post for the edition of 2017 already

MEMBER, FOCAL_POINT, CONTACT_POINT = Function.MEMBER, Function.FOCAL_POINT, Function.CONTACT_POINT
ADVISOR, CO_DIRECTOR = Function.ADVISOR, Function.CO_DIRECTOR

# The first nine are those a newcomer signs in as.
PEOPLE = {
    "official_by": Person("official@by.example", "Sergei", "Dubovik", "Сергей", "Дубовик", "ru", "ru", ("en", "be"), MEMBER, "services_by", HEAD),
    "contact_by": Person("contact@by.example", "Alena", "Volkava", "Алена", "Волкава", "be", "be", ("ru", "en"), CONTACT_POINT, "ministry_by", CONTACT),
    "director_by": Person("director@by.example", "Maryna", "Karatkevich", "Марына", "Караткевіч", "be", "ru", ("be", "en"), CO_DIRECTOR, "ministry_by", DIRECTOR[Side.A], Side.A),
    "advisor_kr": Person("advisor@kr.example", "Seoyeon", "Kim", "서연", "김", "ko", "ko", ("en",), ADVISOR, "nia", ADVISER, Side.B),
    "advisor2_kr": Person("advisor2@kr.example", "Doyun", "Park", "도윤", "박", "ko", "ko", ("en",), ADVISOR, "nirs", ADVISER, Side.B),
    "director_kr": Person("director@kr.example", "Hajun", "Lee", "하준", "이", "ko", "ko", ("en",), CO_DIRECTOR, "nia", DIRECTOR[Side.B], Side.B),
    "officer": Person("officer@centre.example", "Iryna", "Lis", "Ірына", "Ліс", "be", "ru", ("be", "en"), Function.OFFICER, "centre", OFFICER),
    "admin": Person("admin@centre.example", "Pavel", "Novik", "Павел", "Новик", "ru", "en", ("ru", "be"), Function.ADMINISTRATOR, "centre", ADMINISTRATOR),
    "official_ge": Person("official@ge.example", "Nino", "Beridze", "ნინო", "ბერიძე", "ka", "en", (), MEMBER, "agency_ge", SENIOR),
    # --- Belarus and the centre ---
    "focal_by": Person("focal@by.example", "Viktar", "Zhuk", "Віктар", "Жук", "be", "be", ("ru",), FOCAL_POINT, "services_by", FOCAL),
    "ministry_by": Person("ministry@by.example", "Natalia", "Savich", "Наталья", "Савич", "ru", "ru", ("be", "en"), MEMBER, "ministry_by", CONSULTANT),
    "economy_by": Person("economy@by.example", "Dmitry", "Orlovich", "Дмитрий", "Орлович", "ru", "ru", ("en",), MEMBER, "economy_by", HEAD),
    "oac_by": Person("oac@by.example", "Andrei", "Haidukevich", "Андрей", "Гайдукевич", "ru", "ru", ("en",), MEMBER, "oac_by", HEAD),
    "translator": Person("translator@centre.example", "Vera", "Tsoi", "Вера", "Цой", "ru", "ru", ("ko", "en"), MEMBER, "centre", TRANSLATOR, since=LONG),
    "officer2": Person("officer2@centre.example", "Jiwoo", "Han", "지우", "한", "ko", "ko", ("ru", "en"), Function.OFFICER, "centre", OFFICER, Side.B),
    # --- Republic of Korea ---
    "leader_by": Person("leader@by.example", "Hanna", "Piatrovich", "Ганна", "Пятровіч", "be", "ru", ("be", "en"), Function.PROJECT_LEADER, "archives_by", LEADER, Side.A),
    "leader_kr": Person("leader@kr.example", "Eunji", "Shin", "은지", "신", "ko", "ko", ("en",), Function.PROJECT_LEADER, "archives_kr", LEADER, Side.B),
    "leader2_by": Person("leader2@by.example", "Mikalai", "Rudzko", "Мікалай", "Рудзько", "be", "be", ("ru",), Function.PROJECT_LEADER, "oac_by", LEADER, Side.A),
    "leader2_kr": Person("leader2@kr.example", "Taeyang", "Ryu", "태양", "류", "ko", "ko", ("en",), Function.PROJECT_LEADER, "nia", LEADER, Side.B),
    "evaluator": Person("evaluator@centre.example", "Irina", "Markova", "Ирина", "Маркова", "ru", "en", ("ru",), Function.EVALUATOR, "centre", EVALUATOR),
    "advisor3_kr": Person("advisor3@kr.example", "Minji", "Choi", "민지", "최", "ko", "ko", ("en",), ADVISOR, "mois", ADVISER, Side.B),
    "advisor4_kr": Person("advisor4@kr.example", "Woojin", "Jung", "우진", "정", "ko", "ko", ("en",), ADVISOR, "ktnet", ADVISER, Side.B),
    # --- Black Sea states ---
    "contact_kr": Person("contact@kr.example", "Sujin", "Oh", "수진", "오", "ko", "ko", ("en",), CONTACT_POINT, "nia", CONTACT, since=LONG),
    "contact_al": Person("contact@al.example", "Arben", "Hoxha", "", "", "", "en", (), CONTACT_POINT, "akshi_al", CONTACT, since=LONG),
    "contact_am": Person("contact@am.example", "Anahit", "Sargsyan", "Անահիտ", "Սարգսյան", "hy", "en", ("ru",), CONTACT_POINT, "ministry_am", CONTACT, since=LONG),
    "official_am": Person("official@am.example", "Tigran", "Avetisyan", "Տիգրան", "Ավետիսյան", "hy", "en", ("ru",), MEMBER, "ministry_am", HEAD),
    "focal_am": Person("focal@am.example", "Gor", "Manukyan", "Գոռ", "Մանուկյան", "hy", "en", ("ru",), FOCAL_POINT, "ministry_am", FOCAL),
    "official_az": Person("official@az.example", "Elvin", "Mammadov", "Elvin", "Məmmədov", "az", "en", ("ru",), MEMBER, "ministry_az", HEAD),
    "contact_az": Person("contact@az.example", "Leyla", "Huseynova", "Leyla", "Hüseynova", "az", "en", (), CONTACT_POINT, "ministry_az", CONTACT, since=LONG),
    "official_bg": Person("official@bg.example", "Ivanka", "Petrova", "Иванка", "Петрова", "bg", "en", (), MEMBER, "ministry_bg", SENIOR),
    "contact_bg": Person("contact@bg.example", "Georgi", "Dimitrov", "Георги", "Димитров", "bg", "en", (), CONTACT_POINT, "ministry_bg", CONTACT, since=LONG),
    "contact_ge": Person("contact@ge.example", "Giorgi", "Lomidze", "გიორგი", "ლომიძე", "ka", "en", (), CONTACT_POINT, "agency_ge", CONTACT, since=LONG),
    "focal_ge": Person("focal@ge.example", "Mariam", "Gelashvili", "მარიამ", "გელაშვილი", "ka", "en", (), FOCAL_POINT, "agency_ge", FOCAL),
    "contact_gr": Person("contact@gr.example", "Nikos", "Papadakis", "Νίκος", "Παπαδάκης", "el", "en", (), CONTACT_POINT, "ministry_gr", CONTACT, since=LONG),
    "official_md": Person("official@md.example", "Ana", "Rusu", "", "", "", "en", ("ru",), MEMBER, "agency_md", HEAD),
    "focal_md": Person("focal@md.example", "Natalia", "Grosu", "", "", "", "ru", ("en",), FOCAL_POINT, "agency_md", FOCAL),
    "contact_md": Person("contact@md.example", "Ion", "Munteanu", "", "", "", "en", ("ru",), CONTACT_POINT, "agency_md", CONTACT, since=LONG),
    "official_ro": Person("official@ro.example", "Andrei", "Popescu", "", "", "", "en", (), MEMBER, "authority_ro", HEAD),
    "contact_ro": Person("contact@ro.example", "Maria", "Ionescu", "", "", "", "en", (), CONTACT_POINT, "authority_ro", CONTACT, since=LONG),
    "official_rs": Person("official@rs.example", "Jelena", "Jovanović", "Јелена", "Јовановић", "sr", "en", (), MEMBER, "ministry_rs", HEAD),
    "contact_rs": Person("contact@rs.example", "Marko", "Nikolić", "Марко", "Николић", "sr", "en", (), CONTACT_POINT, "ministry_rs", CONTACT, since=LONG),
    "contact_tr": Person("contact@tr.example", "Ayşe", "Yıldız", "", "", "", "en", (), CONTACT_POINT, "ministry_tr", CONTACT, since=LONG),
    "official_ua": Person("official@ua.example", "Olena", "Koval", "Олена", "Коваль", "uk", "en", (), MEMBER, "ministry_ua", SENIOR),
    "contact_ua": Person("contact@ua.example", "Andrii", "Bondar", "Андрій", "Бондар", "uk", "en", (), CONTACT_POINT, "ministry_ua", CONTACT, since=LONG),
}  # fmt: skip
PRINCIPAL = 9

# Those who carried the year 2017 and have left their posts since. Their acts stay; their accounts open nothing any more.
FORMER = {
    "director_by_2017": Person("director2017@by.example", "Tamara", "Siniak", "Тамара", "Сіняк", "be", "ru", ("be", "en"), CO_DIRECTOR, "ministry_by", DIRECTOR[Side.A], Side.A, date(2016, 10, 3), date(2021, 6, 30)),
    "director_kr_2017": Person("director2017@kr.example", "Eunji", "Seo", "은지", "서", "ko", "ko", ("en",), CO_DIRECTOR, "nia", DIRECTOR[Side.B], Side.B, date(2016, 10, 4), date(2020, 2, 28)),
    "officer_2017": Person("officer2017@centre.example", "Aleh", "Makarevich", "Алег", "Макарэвіч", "be", "ru", ("be", "en"), Function.OFFICER, "centre", OFFICER, "", date(2016, 10, 3), date(2022, 12, 30)),
    "officer_kr_2017": Person("officer2017@kr.example", "Yejin", "Moon", "예진", "문", "ko", "ko", ("ru", "en"), Function.OFFICER, "centre", OFFICER, Side.B, date(2016, 10, 4), date(2019, 12, 31)),
    "leader_ministry_by_2017": Person("leader.ministry2017@by.example", "Uladzimir", "Hurski", "Уладзімір", "Гурскі", "be", "ru", ("en",), Function.PROJECT_LEADER, "ministry_by", LEADER, Side.A, date(2017, 1, 9), date(2019, 12, 31)),
    "leader_oac_by_2017": Person("leader.oac2017@by.example", "Sviatlana", "Kunitskaya", "Святлана", "Куніцкая", "be", "ru", ("en",), Function.PROJECT_LEADER, "oac_by", LEADER, Side.A, date(2017, 1, 9), date(2019, 12, 31)),
    "leader_archives_by_2017": Person("leader.archives2017@by.example", "Barys", "Staravoitau", "Барыс", "Старавойтаў", "be", "ru", ("en",), Function.PROJECT_LEADER, "archives_by", LEADER, Side.A, date(2017, 1, 9), date(2019, 12, 31)),
    "leader_services_by_2017": Person("leader.services2017@by.example", "Alesia", "Mironchyk", "Алеся", "Мірончык", "be", "ru", ("en",), Function.PROJECT_LEADER, "services_by", LEADER, Side.A, date(2017, 1, 9), date(2019, 12, 31)),
    "leader_nia_2017": Person("leader.nia2017@kr.example", "Sangmin", "Heo", "상민", "허", "ko", "ko", ("en",), Function.PROJECT_LEADER, "nia", LEADER, Side.B, date(2017, 1, 9), date(2019, 12, 31)),
    "leader_archives_kr_2017": Person("leader.nak2017@kr.example", "Mirae", "Noh", "미래", "노", "ko", "ko", ("en",), Function.PROJECT_LEADER, "archives_kr", LEADER, Side.B, date(2017, 1, 9), date(2019, 12, 31)),
}  # fmt: skip
EVERYBODY = {**PEOPLE, **FORMER}
OF_THE_CENTRE = {
    Function.OFFICER,
    Function.CO_DIRECTOR,
    Function.ADVISOR,
    Function.ADMINISTRATOR,
    Function.PROJECT_LEADER,
    Function.EVALUATOR,
}
