"""Texts of realistic length in three languages, drawn from small grammars: the same ones every time."""

# ruff: noqa: E501  a grammar is read in lines

import random
from itertools import product

LANGUAGES = ("en", "ru", "ko")
# Each line of a grammar is chosen from once a sentence; together they make some ten thousand different ones.
GRAMMAR = {
    "en": (
        ("The ministry", "Our agency", "The working group", "The operator of the register", "The regional office", "The project team"),
        ("has compared", "plans to replace", "cannot yet describe", "would like to publish", "is testing", "has agreed on"),
        ("the metering of cloud services", "the format of the digital archive", "the liability of the single window", "the passport of the information system", "the accreditation of auditors", "the exchange of address data", "the mobile identity of citizens", "the consolidation of data centres"),
        ("with the services of two other ministries", "under the decree of last year", "before the budget is voted", "without a network connection", "as the strategy for 2030 demands", "for the remote districts"),
    ),
    "ru": (
        ("Министерство", "Наше агентство", "Рабочая группа", "Оператор регистра", "Региональное управление", "Проектная команда"),
        ("сравнило", "планирует заменить", "пока не может описать", "хотело бы опубликовать", "проверяет", "согласовало"),
        ("учёт облачных услуг", "формат цифрового архива", "ответственность единого окна", "паспорт информационной системы", "аккредитацию аудиторов", "обмен адресными данными", "мобильную идентификацию граждан", "объединение центров обработки данных"),
        ("с услугами двух других министерств", "по прошлогоднему указу", "до утверждения бюджета", "без подключения к сети", "как требует стратегия до 2030 года", "для отдалённых районов"),
    ),
    "ko": (
        ("담당 부처는", "우리 기관은", "실무 협의체는", "등록부 운영 기관은", "지역 사무소는", "사업 추진단은"),
        ("두 부처의 서비스와 함께", "작년에 시행된 법령에 따라", "예산이 확정되기 전에", "네트워크 연결 없이", "2030년 전략에 맞추어", "원격지 주민을 위하여"),
        ("클라우드 사용량 정산을", "디지털 기록원 보존 포맷을", "전자무역 단일창구의 책임을", "정보시스템 명세 표준을", "보안 심사원 인증을", "주소 데이터 교환을", "모바일 신분증을", "전산센터 통합을"),
        ("비교하였습니다", "교체할 계획입니다", "아직 설명하지 못합니다", "공개하고자 합니다", "시험하고 있습니다", "합의하였습니다"),
    ),
}  # fmt: skip
TITLES = (
    ("Metering cloud use between ministries", "Учёт использования облака между министерствами", "부처 간 클라우드 사용량 정산"),
    ("Retention formats for the national archive", "Форматы хранения для национального архива", "국가기록원의 보존 포맷"),
    ("Liability in a trade single window", "Ответственность в едином окне торговли", "전자무역 단일창구의 책임 분담"),
    ("Accrediting security auditors", "Аккредитация аудиторов безопасности", "정보보호 심사원 인증 제도"),
    ("Mobile identity without a network", "Мобильная идентификация без сети", "오프라인 모바일 신분증"),
    ("Consolidating data centres", "Консолидация центров обработки данных", "부처 전산센터 통합"),
    ("Information villages for remote districts", "Информационные деревни для отдалённых районов", "원격지 정보화마을 조성"),
    ("Joint procurement of licences", "Совместные закупки лицензий", "소프트웨어 라이선스 공동구매"),
)  # fmt: skip
# What the searches ask for: in most requests, in one of twenty, in a handful (planted in every 5,000th title), in Korean.
COMMON, MIDDLING, RARE, KOREAN = "services", "1234", "palaeography", "클라우드 사용량"
RARE_TITLE = (
    "Digital palaeography of chancery books",
    "Цифровая палеография канцелярских книг",
    "공문서 고서체 디지털화",
)
CITIES = [
    dict(zip(LANGUAGES, city, strict=True))
    for city in (
        ("Seoul", "Сеул", "서울"),
        ("Busan", "Пусан", "부산"),
        ("Daejeon", "Тэджон", "대전"),
        ("Gwangju", "Кванджу", "광주"),
    )
]
SYLLABLES = ("no", "vo", "gra", "der", "mi", "lat", "ze", "sha", "kor", "bel", "tu", "ran", "os", "pol", "ik", "ena")
CYRILLIC = ("но", "во", "гра", "дер", "ми", "лат", "зе", "ша", "кор", "бел", "ту", "ран", "ос", "пол", "ик", "ена")
HANGUL = ("노", "보", "그라", "데르", "미", "라트", "제", "샤", "코르", "벨", "투", "란", "오스", "폴", "이크", "에나")
SCRIPTS = dict(zip(LANGUAGES, (SYLLABLES, CYRILLIC, HANGUL), strict=True))


def name(chance: random.Random, language: str) -> str:
    """A place or system with a name of its own: the long tail of every vocabulary."""
    return "".join(chance.choice(SCRIPTS[language]) for _ in range(3)).capitalize()


def text(chance: random.Random, language: str, sentences: int) -> str:
    """A paragraph, with a name and a number here and there."""
    found = []
    for _ in range(sentences):
        words = [chance.choice(part) for part in GRAMMAR[language]]
        words.insert(3, f"{name(chance, language)} {chance.randrange(1, 3000)}")
        found.append(" ".join(words) + ".")
    return " ".join(found)


def titles() -> list[dict[str, str]]:
    """Six hundred titles; the last one holds the rare word."""
    chance = random.Random(1)
    places = range(75)
    found = [
        {lang: f"{words}: {name(chance, lang)}" for lang, words in zip(LANGUAGES, title, strict=True)}
        for title, _place in product(TITLES, places)
    ]
    return [*found[:-1], dict(zip(LANGUAGES, RARE_TITLE, strict=True))]


def texts(seed: int, count: int, least: int, most: int) -> list[dict[str, str]]:
    """So many texts of so many sentences, each in every language."""
    chance = random.Random(seed)
    return [{lang: text(chance, lang, chance.randint(least, most)) for lang in LANGUAGES} for _ in range(count)]


def names(count: int) -> list[tuple[str, str]]:
    """So many given and family names."""
    chance = random.Random(6)
    return [(name(chance, "en"), name(chance, "en")) for _ in range(count)]
