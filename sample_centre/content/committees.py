"""The joint steering committee: days and projects of 2017 to 2019 are real, all else is invented for the sample.

The press called the session of March 2018 the third and that of April 2019 that of the third year: two counts, both kept.
"""

from datetime import date
from typing import NamedTuple

from sample_centre.content.countries import four

Text = dict[str, str]
CODE = "JSC"
NAME = four("Joint Steering Committee", "Совместный управляющий комитет", "Сумесны кіруючы камітэт", "공동운영위원회")
QUORUM = 2


class Seat(NamedTuple):
    """Somebody of a delegation: side, role, name, own script, body, title; `person` where he has an account today."""

    side: str
    role: str
    name: str
    body: str
    title: Text
    person: str = ""
    presence: str = "present"


class Todo(NamedTuple):
    """An action of a decision: what, whose, by when (a date, or months from today), what became of it."""

    text: Text
    owner: str
    body: str
    due: date | int
    done: str = ""


class Resolution(NamedTuple):
    """A decision: of which item, of what kind; `project` is the key of the project it decides on."""

    item: int
    kind: str
    title: Text
    text: Text
    project: str = ""
    todos: tuple[Todo, ...] = ()


class Paper(NamedTuple):
    """A paper of a session."""

    item: int
    title: Text
    languages: tuple[str, ...]
    is_closed: bool = False


class Sitting(NamedTuple):
    """A session: its number, the programme year, its day (a date, or months from today), where, who, what."""

    number: int
    programme_year: int
    day: date | int
    country: str
    city: Text
    seats: tuple[Seat, ...]
    items: tuple[tuple[str, Text], ...]
    papers: tuple[Paper, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    minutes: Text = {}
    is_closed: bool = False


MINSK = four("Minsk", "Минск", "Мінск", "민스크")
SEOUL = four("Seoul", "Сеул", "Сеул", "서울")
VICE = four("Deputy Minister", "Заместитель министра", "Намеснік міністра", "차관")
DIRECTOR_GENERAL = four("Director General", "Генеральный директор", "Генеральны дырэктар", "국장")
MANAGER = four("Head of Department", "Начальник отдела", "Начальнік аддзела", "과장")

OLD_SEATS = (
    Seat("a", "head", "Ihar Sakalou", "ministry_by", VICE),
    Seat("a", "member", "Larysa Hrynko", "services_by", MANAGER),
    Seat("b", "head", "Yun Jeongho", "nia", DIRECTOR_GENERAL),
    Seat("b", "member", "Bae Sunghoon", "ktnet", MANAGER),
)
SEATS = (
    Seat("a", "head", "Volha Hryshkevich", "ministry_by", VICE),
    Seat("a", "member", "Maryna Karatkevich", "ministry_by", MANAGER, "director_by"),
    Seat("a", "member", "Sergei Dubovik", "services_by", MANAGER, "official_by"),
    Seat("b", "head", "Seo Minjae", "nia", DIRECTOR_GENERAL),
    Seat("b", "member", "Lee Hajun", "nia", MANAGER, "director_kr"),
    Seat("b", "member", "Kim Seoyeon", "nia", MANAGER, "advisor_kr"),
)
EXPECTED = tuple(seat._replace(presence="expected") for seat in SEATS)

OPENING = four("Opening and agenda", "Открытие и повестка дня", "Адкрыццё і парадак дня", "개회와 의제")
PROJECTS_ITEM = four(
    "Joint projects of the year", "Совместные проекты года", "Сумесныя праекты года", "당해 연도 공동협력과제"
)
BUDGET_ITEM = four("Budget", "Бюджет", "Бюджэт", "예산")
REPORT_ITEM = four("What was reached", "Достигнутые результаты", "Дасягнутыя вынікі", "추진 성과")
OTHER_ITEM = four("Other matters", "Прочие вопросы", "Іншыя пытанні", "기타 사항")


def approves(name: Text) -> Text:
    """The words by which the committee approves a project."""
    return four(
        f"The committee approves the joint project “{name['en']}” and its budget.",
        f"Комитет утверждает совместный проект «{name['ru']}» и его бюджет.",
        f"Камітэт зацвярджае сумесны праект «{name['be']}» і яго бюджэт.",
        f"위원회는 공동협력과제 「{name['ko']}」와 그 예산을 승인한다.",
    )


NAMES = {
    "etrade_2017": four("Consulting on an electronic trade system", "Консалтинг по системе электронной торговли", "Кансалтынг па сістэме электроннага гандлю", "전자무역시스템 컨설팅"),
    "security_2017": four("Capacity building of information-security experts", "Развитие потенциала специалистов по информационной безопасности", "Развіццё патэнцыялу спецыялістаў па інфармацыйнай бяспецы", "정보보호 전문가 역량강화"),
    "archive_2017": four("Consulting on a digital national archive", "Консалтинг по цифровому национальному архиву", "Кансалтынг па лічбавым нацыянальным архіве", "디지털 국가기록관 컨설팅"),
    "etrade_2018": four("Capacity building for electronic trade", "Развитие потенциала в сфере электронной торговли", "Развіццё патэнцыялу ў сферы электроннага гандлю", "전자무역 역량강화"),
    "security_2018": four("Training of information-security experts", "Обучение специалистов по информационной безопасности", "Навучанне спецыялістаў па інфармацыйнай бяспецы", "정보보호 전문가 교육"),
    "standards_2018": four("Consulting on the standardisation of information systems", "Консалтинг по стандартизации информационных систем", "Кансалтынг па стандартызацыі інфармацыйных сістэм", "정보시스템 표준화 컨설팅"),
    "archive_now": four("Digital archive: pilot of long-term preservation", "Цифровой архив: пилотный проект долговременного хранения", "Лічбавы архіў: пілотны праект доўгатэрміновага захоўвання", "전자기록관: 장기보존 시범사업"),
    "auditors_now": four("Accreditation of security auditors", "Аккредитация аудиторов безопасности", "Акрэдытацыя аўдытараў бяспекі", "보안감사인 인정제도"),
    "proactive_now": four("Proactive services: a feasibility study", "Проактивные услуги: технико-экономическое обоснование", "Праактыўныя паслугі: тэхніка-эканамічнае абгрунтаванне", "선제적 서비스 타당성 조사"),
}  # fmt: skip


def _approving(*keys: str) -> tuple[Resolution, ...]:
    return tuple(Resolution(2, "project", NAMES[key], approves(NAMES[key]), key) for key in keys)


SITTINGS = (
    Sitting(
        1, 1, date(2017, 3, 28), "BY", MINSK, OLD_SEATS,
        (("information", OPENING), ("decision", PROJECTS_ITEM)),
        resolutions=_approving("etrade_2017", "security_2017", "archive_2017"),
        minutes=four(
            "The committee met on the day the centre was opened. It chose three joint projects for the first programme year.",
            "Комитет собрался в день открытия центра. Он отобрал три совместных проекта на первый год программы.",
            "Камітэт сабраўся ў дзень адкрыцця цэнтра. Ён выбраў тры сумесныя праекты на першы год праграмы.",
            "위원회는 센터 개소일에 열렸다. 1차 사업연도의 공동협력과제 3건을 선정하였다."),
    ),
    Sitting(
        2, 1, date(2017, 11, 23), "KR", SEOUL, OLD_SEATS,
        (("information", OPENING), ("discussion", REPORT_ITEM)),
        minutes=four(
            "The committee heard how the three projects stand and asked for proposals for the second year.",
            "Комитет заслушал ход трёх проектов и предложил представить предложения на второй год.",
            "Камітэт заслухаў ход трох праектаў і прапанаваў прадставіць прапановы на другі год.",
            "위원회는 3개 과제의 추진 상황을 듣고 2차년도 제안을 요청하였다."),
    ),
    Sitting(
        3, 2, date(2018, 3, 30), "BY", MINSK, OLD_SEATS,
        (("information", OPENING), ("decision", PROJECTS_ITEM), ("discussion", REPORT_ITEM)),
        resolutions=_approving("etrade_2018", "security_2018", "standards_2018"),
        minutes=four(
            "The committee accepted the results of the first programme year and chose three projects for the second.",
            "Комитет принял результаты первого года программы и отобрал три проекта на второй год.",
            "Камітэт прыняў вынікі першага года праграмы і выбраў тры праекты на другі год.",
            "위원회는 1차 사업연도의 성과를 승인하고 2차년도 과제 3건을 선정하였다."),
    ),
    Sitting(
        4, 3, date(2019, 4, 11), "BY", MINSK, OLD_SEATS,
        (("information", OPENING), ("discussion", REPORT_ITEM), ("decision", OTHER_ITEM)),
        resolutions=(
            Resolution(
                3, "other",
                four("Evaluation of three years", "Оценка трёх лет работы", "Ацэнка трох гадоў працы", "3개년 평가"),
                four(
                    "The centre is evaluated at the end of the third programme year; its results are published.",
                    "В конце третьего года программы проводится оценка центра; её результаты публикуются.",
                    "У канцы трэцяга года праграмы праводзіцца ацэнка цэнтра; яе вынікі публікуюцца.",
                    "3차 사업연도 말에 센터를 평가하고 그 결과를 공개한다."),
                todos=(
                    Todo(four("Publish the evaluation.", "Опубликовать оценку.", "Апублікаваць ацэнку.", "평가 결과 공개."), "both", "centre", date(2019, 12, 20), "Published with the annual report."),
                ),
            ),
        ),
        minutes=four(
            "The committee of the third programme year took note of six projects and decided on an evaluation.",
            "Комитет третьего года программы принял к сведению итоги шести проектов и решил провести оценку.",
            "Камітэт трэцяга года праграмы прыняў да ведама вынікі шасці праектаў і вырашыў правесці ацэнку.",
            "3차 사업연도 위원회는 6개 과제의 결과를 확인하고 평가를 하기로 하였다."),
    ),
    Sitting(
        5, 3, -8, "BY", MINSK, SEATS,
        (("information", OPENING), ("decision", PROJECTS_ITEM), ("decision", BUDGET_ITEM), ("discussion", OTHER_ITEM)),
        (
            Paper(2, four("Concept papers of the year", "Концептуальные записки года", "Канцэптуальныя запіскі года", "당해 연도 사업제안서"), ("ru", "ko")),
            Paper(3, four("Budget by side", "Бюджет по сторонам", "Бюджэт па баках", "양측별 예산"), ("ru", "ko"), True),
        ),
        (
            *_approving("auditors_now", "archive_now", "proactive_now"),
            Resolution(
                3, "budget",
                four("Delivery of the store in two parts", "Поставка хранилища в два этапа", "Пастаўка сховішча ў два этапы", "저장장치 분할 납품"),
                four(
                    "The store of the archive pilot is delivered to two sites, one after the other.",
                    "Хранилище пилотного архива поставляется последовательно на две площадки.",
                    "Сховішча пілотнага архіва пастаўляецца паслядоўна на дзве пляцоўкі.",
                    "시범 기록관의 저장장치는 두 장소에 차례로 납품한다."),
                todos=(
                    Todo(four("Split the delivery in the contract.", "Разделить поставку в договоре.", "Падзяліць пастаўку ў дагаворы.", "계약에서 납품을 분할."), "both", "archives_by", 1),
                    Todo(four("Publish the dataset standard in Belarusian.", "Опубликовать стандарт наборов данных на белорусском языке.", "Апублікаваць стандарт набораў даных па-беларуску.", "데이터세트 표준을 벨라루스어로 공개."), "a", "archives_by", -1),
                    Todo(four("Name a successor of the Korean leader.", "Назначить преемника корейского руководителя.", "Прызначыць пераемніка карэйскага кіраўніка.", "한국 측 책임자의 후임 지명."), "b", "archives_kr", -2, "Named; the hand-over took two weeks."),
                ),
            ),
        ),
        four(
            "The committee approved three joint projects of the third programme year and the budget by side. It asked for the delivery of the store in two parts.",
            "Комитет утвердил три совместных проекта третьего года программы и бюджет по сторонам. Он поручил поставить хранилище в два этапа.",
            "Камітэт зацвердзіў тры сумесныя праекты трэцяга года праграмы і бюджэт па баках. Ён даручыў паставіць сховішча ў два этапы.",
            "위원회는 3차 사업연도의 공동협력과제 3건과 양측별 예산을 승인하였다. 저장장치는 두 차례로 나누어 납품하도록 하였다."),
    ),
    Sitting(
        6, 3, 3, "KR", SEOUL, EXPECTED,
        (("information", OPENING), ("discussion", REPORT_ITEM), ("decision", four("Continuation of the centre", "Продолжение деятельности центра", "Працяг дзейнасці цэнтра", "센터 운영 연장"))),
        (
            Paper(2, four("Results of the year", "Итоги года", "Вынікі года", "당해 연도 성과"), ("ru", "ko")),
            Paper(3, four("Options for a third period", "Варианты третьего периода", "Варыянты трэцяга перыяду", "3단계 방안"), ("ru", "ko"), True),
        ),
    ),
)  # fmt: skip
