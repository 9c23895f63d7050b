"""Code lists: subjects of requests, and the criteria by which both sides decide."""

from sample_centre.content.countries import four

TOPICS = {
    "services": four("Electronic services", "Электронные услуги", "Электронныя паслугі", "전자 서비스"),
    "documents": four("Documents and archives", "Документы и архивы", "Дакументы і архівы", "문서와 기록"),
    "identity": four(
        "Digital identity and signatures",
        "Цифровая идентификация и подпись",
        "Лічбавая ідэнтыфікацыя і подпіс",
        "디지털 신원과 전자서명",
    ),
    "security": four("Information security", "Информационная безопасность", "Інфармацыйная бяспека", "정보보호"),
    "cloud": four(
        "Cloud and data centres",
        "Облако и центры обработки данных",
        "Воблака і цэнтры апрацоўкі даных",
        "클라우드와 전산센터",
    ),
    "data": four(
        "Registers and open data", "Реестры и открытые данные", "Рэестры і адкрытыя даныя", "등록부와 공공데이터"
    ),
    "trade": four(
        "Electronic trade and customs",
        "Электронная торговля и таможня",
        "Электронны гандаль і мытня",
        "전자무역과 통관",
    ),
    "regions": four("Regions and cities", "Регионы и города", "Рэгіёны і гарады", "지역과 도시"),
    "standards": four(
        "Standards and interoperability",
        "Стандарты и интероперабельность",
        "Стандарты і інтэраперабельнасць",
        "표준과 상호운용성",
    ),
    "procurement": four("Procurement and budgets", "Закупки и бюджет", "Закупкі і бюджэт", "조달과 예산"),
}

# name, weight
CRITERIA = (
    (four("Eligible", "Соответствует условиям", "Адпавядае ўмовам", "신청 자격"), 1),
    (four("Fits the strategy", "Соответствует стратегии", "Адпавядае стратэгіі", "전략 부합성"), 2),
    (four("Clear questions", "Ясность вопросов", "Яснасць пытанняў", "질문의 명확성"), 2),
    (four("No duplication", "Отсутствие дублирования", "Адсутнасць дубліравання", "중복 여부"), 1),
    (
        four(
            "Ready and committed",
            "Готовность и обязательства заявителя",
            "Гатоўнасць і абавязацельствы заяўніка",
            "준비도와 의지",
        ),
        1,
    ),
    (
        four(
            "Effect on the institution", "Воздействие на организацию", "Уздзеянне на арганізацыю", "기관에 미치는 영향"
        ),
        2,
    ),
    (four("Feasible", "Осуществимость", "Ажыццявімасць", "실행 가능성"), 2),
    (four("Expertise available", "Наличие экспертов", "Наяўнасць экспертаў", "전문가 확보"), 1),
    (four("Cost", "Стоимость", "Кошт", "비용"), 1),
    (four("Follow-up", "Последующие действия", "Наступныя дзеянні", "후속조치"), 1),
)
