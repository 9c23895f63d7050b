"""States as protocol names them, with their capitals and zones. Offices are open from 09:00 to 18:00."""

from datetime import time
from typing import NamedTuple

OFFICE_HOURS = (time(9), time(18))


class State(NamedTuple):
    """One state: name, formal name and capital in four languages."""

    zone: str
    name: dict[str, str]
    formal_name: dict[str, str]
    capital: dict[str, str]


def four(en: str, ru: str, be: str, ko: str) -> dict[str, str]:
    """A text in the four languages of the portal."""
    return {"en": en, "ru": ru, "be": be, "ko": ko}


STATES = {
    "AL": State(
        "Europe/Tirane",
        four("Albania", "Албания", "Албанія", "알바니아"),
        four("Republic of Albania", "Республика Албания", "Рэспубліка Албанія", "알바니아공화국"),
        four("Tirana", "Тирана", "Тырана", "티라나"),
    ),
    "AM": State(
        "Asia/Yerevan",
        four("Armenia", "Армения", "Арменія", "아르메니아"),
        four("Republic of Armenia", "Республика Армения", "Рэспубліка Арменія", "아르메니아공화국"),
        four("Yerevan", "Ереван", "Ерэван", "예레반"),
    ),
    "AZ": State(
        "Asia/Baku",
        four("Azerbaijan", "Азербайджан", "Азербайджан", "아제르바이잔"),
        four(
            "Republic of Azerbaijan", "Азербайджанская Республика", "Азербайджанская Рэспубліка", "아제르바이잔공화국"
        ),
        four("Baku", "Баку", "Баку", "바쿠"),
    ),
    "BY": State(
        "Europe/Minsk",
        four("Belarus", "Беларусь", "Беларусь", "벨라루스"),
        four("Republic of Belarus", "Республика Беларусь", "Рэспубліка Беларусь", "벨라루스공화국"),
        four("Minsk", "Минск", "Мінск", "민스크"),
    ),
    "BG": State(
        "Europe/Sofia",
        four("Bulgaria", "Болгария", "Балгарыя", "불가리아"),
        four("Republic of Bulgaria", "Республика Болгария", "Рэспубліка Балгарыя", "불가리아공화국"),
        four("Sofia", "София", "Сафія", "소피아"),
    ),
    "GE": State(
        "Asia/Tbilisi",
        four("Georgia", "Грузия", "Грузія", "조지아"),
        four("Georgia", "Грузия", "Грузія", "조지아"),
        four("Tbilisi", "Тбилиси", "Тбілісі", "트빌리시"),
    ),
    "GR": State(
        "Europe/Athens",
        four("Greece", "Греция", "Грэцыя", "그리스"),
        four("Hellenic Republic", "Греческая Республика", "Грэчаская Рэспубліка", "그리스공화국"),
        four("Athens", "Афины", "Афіны", "아테네"),
    ),
    "KR": State(
        "Asia/Seoul",
        four("Republic of Korea", "Республика Корея", "Рэспубліка Карэя", "대한민국"),
        four("Republic of Korea", "Республика Корея", "Рэспубліка Карэя", "대한민국"),
        four("Seoul", "Сеул", "Сеул", "서울"),
    ),
    "MD": State(
        "Europe/Chisinau",
        four("Republic of Moldova", "Республика Молдова", "Рэспубліка Малдова", "몰도바"),
        four("Republic of Moldova", "Республика Молдова", "Рэспубліка Малдова", "몰도바공화국"),
        four("Chisinau", "Кишинёв", "Кішынёў", "키시너우"),
    ),
    "MK": State(
        "Europe/Skopje",
        four("North Macedonia", "Северная Македония", "Паўночная Македонія", "북마케도니아"),
        four(
            "Republic of North Macedonia",
            "Республика Северная Македония",
            "Рэспубліка Паўночная Македонія",
            "북마케도니아공화국",
        ),
        four("Skopje", "Скопье", "Скоп’е", "스코페"),
    ),
    "RO": State(
        "Europe/Bucharest",
        four("Romania", "Румыния", "Румынія", "루마니아"),
        four("Romania", "Румыния", "Румынія", "루마니아"),
        four("Bucharest", "Бухарест", "Бухарэст", "부쿠레슈티"),
    ),
    "RU": State(
        "Europe/Moscow",
        four("Russian Federation", "Российская Федерация", "Расійская Федэрацыя", "러시아연방"),
        four("Russian Federation", "Российская Федерация", "Расійская Федэрацыя", "러시아연방"),
        four("Moscow", "Москва", "Масква", "모스크바"),
    ),
    "RS": State(
        "Europe/Belgrade",
        four("Serbia", "Сербия", "Сербія", "세르비아"),
        four("Republic of Serbia", "Республика Сербия", "Рэспубліка Сербія", "세르비아공화국"),
        four("Belgrade", "Белград", "Бялград", "베오그라드"),
    ),
    "TR": State(
        "Europe/Istanbul",
        four("Türkiye", "Турция", "Турцыя", "튀르키예"),
        four("Republic of Türkiye", "Турецкая Республика", "Турэцкая Рэспубліка", "튀르키예공화국"),
        four("Ankara", "Анкара", "Анкара", "앙카라"),
    ),
    "UA": State(
        "Europe/Kyiv",
        four("Ukraine", "Украина", "Украіна", "우크라이나"),
        four("Ukraine", "Украина", "Украіна", "우크라이나"),
        four("Kyiv", "Киев", "Кіеў", "키이우"),
    ),
}

# The member states of the Black Sea Economic Cooperation. The Republic of Korea is a partner of theirs since 2011.
BLACK_SEA = ("AL", "AM", "AZ", "BG", "GE", "GR", "MD", "MK", "RO", "RS", "RU", "TR", "UA")
