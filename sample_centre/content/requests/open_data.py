"""Returned for revision by the contact point; a draft again."""

from sample_centre.content.countries import four
from sample_centre.story import Request, act

REQUEST = Request(
    by="official_ua",
    body="ministry_ua",
    language="en",
    topic="data",
    signatory=("Olena Koval", "Senior Specialist"),
    title=four(
        "Publishing register data as open data",
        "Публикация данных реестров как открытых данных",
        "Публікацыя даных рэестраў як адкрытых даных",
        "등록부 데이터의 개방",
    ),
    questions=(
        four(
            "Which registers may be published in full, and which only in part?",
            "Какие реестры можно публиковать полностью, а какие только частично?",
            "Якія рэестры можна публікаваць цалкам, а якія толькі часткова?",
            "전부 공개할 수 있는 등록부와 일부만 공개할 수 있는 등록부는 무엇입니까?",
        ),
        four(
            "How are people protected from re-identification?",
            "Как люди защищены от повторной идентификации?",
            "Як людзі абаронены ад паўторнай ідэнтыфікацыі?",
            "재식별로부터 개인을 어떻게 보호합니까?",
        ),
    ),
    state_of_play=four(
        "The open-data portal holds extracts of 34 registers. Owners of registers apply different rules of anonymisation.",
        "На портале открытых данных размещены выгрузки 34 реестров. Владельцы реестров применяют разные правила обезличивания.",
        "На партале адкрытых даных размешчаны выгрузкі 34 рэестраў. Уладальнікі рэестраў ужываюць розныя правілы абязлічвання.",
        "공공데이터 포털에는 34개 등록부의 발췌 자료가 있습니다. 등록부 운영 기관마다 익명처리 규칙이 다릅니다.",
    ),
    expected_result=four(
        "The answer will be used in a common rule of anonymisation.",
        "Ответ будет использован в едином правиле обезличивания.",
        "Адказ будзе выкарыстаны ў адзіным правіле абязлічвання.",
        "답변은 익명처리 공통 규칙에 활용할 예정입니다.",
    ),
    facts={"unit": "Open Data Directorate"},
    acts=(
        act(9, "10:55", "official_ua", "draft"),
        act(7, "14:05", "official_ua", "submit"),
        act(6, "10:35", "contact_ua", "translate_request", language="ru"),
        act(6, "11:20", "contact_ua", "translate_request", language="ko"),
        act(6, "11:55", "contact_ua", "translate_request", language="be"),
        act(
            5, "12:15", "contact_ua", "return_request",
            reason="Name the registers that you think of. Say in question 2 whether you ask about the method or about who answers for it.",
        ),
    ),
)  # fmt: skip
