"""Waiting for the requester: the advisor has asked back, and the clock of the answer stands still."""

from sample_centre.content.countries import four
from sample_centre.story import Request, act

REQUEST = Request(
    by="official_md",
    body="agency_md",
    language="en",
    topic="cloud",
    signatory=("Ana Rusu", "Head of Department"),
    title=four(
        "Metering cloud use between ministries",
        "Учёт использования облака между министерствами",
        "Улік выкарыстання воблака паміж міністэрствамі",
        "부처 간 클라우드 사용량 정산",
    ),
    questions=(
        four(
            "Which unit is metered and billed: the virtual machine, the hour, or the service?",
            "Какая единица измеряется и оплачивается: виртуальная машина, час или услуга?",
            "Якая адзінка вымяраецца і аплачваецца: віртуальная машына, гадзіна ці паслуга?",
            "정산 단위는 가상 서버, 시간, 서비스 가운데 무엇입니까?",
        ),
        four(
            "Who bears the cost of capacity that was reserved and not used?",
            "Кто несёт расходы за зарезервированные и неиспользованные мощности?",
            "Хто нясе выдаткі за зарэзерваваныя і нявыкарыстаныя магутнасці?",
            "예약하고 사용하지 않은 자원의 비용은 누가 부담합니까?",
        ),
        four(
            "How is a ministry moved to a smaller reservation during the budget year?",
            "Как министерство переводится на меньший объём в течение бюджетного года?",
            "Як міністэрства пераводзіцца на меншы аб’ём на працягу бюджэтнага года?",
            "회계연도 중에 부처의 예약 규모를 줄이려면 어떻게 합니까?",
        ),
    ),
    state_of_play=four(
        "The government cloud serves most of the ministries free of charge. Requests for capacity grow faster than use, and no ministry gives reserved capacity back.",
        "Правительственное облако обслуживает большинство министерств бесплатно. Заявки на мощности растут быстрее, чем использование, и ни одно министерство не возвращает зарезервированное.",
        "Урадавае воблака абслугоўвае большасць міністэрстваў бясплатна. Заяўкі на магутнасці растуць хутчэй, чым выкарыстанне, і ніводнае міністэрства не вяртае зарэзерваванае.",
        "정부 클라우드는 대부분의 부처에 무상으로 제공됩니다. 자원 신청은 사용량보다 빠르게 늘고 있으며, 예약한 자원을 반납하는 부처는 없습니다.",
    ),
    expected_result=four(
        "The answer will be used in a government decision on the metering of shared infrastructure.",
        "Ответ будет использован в решении правительства об учёте общей инфраструктуры.",
        "Адказ будзе выкарыстаны ў рашэнні ўрада аб уліку агульнай інфраструктуры.",
        "답변은 공동 기반시설의 정산에 관한 정부 결정에 활용할 예정입니다.",
    ),
    facts={"unit": "Shared Infrastructure Department", "preferred_advisor": "National Information Resources Service"},
    acts=(
        act(18, "10:30", "official_md", "draft"),
        act(17, "15:20", "official_md", "submit"),
        act(15, "11:15", "contact_md", "forward", opinion="Complete. The State Chancellery supports the request."),
        act(15, "14:05", "officer", "translate_request", language="ru"),
        act(15, "14:45", "officer", "translate_request", language="be"),
        act(14, "11:00", "officer2", "translate_request", language="ko"),
        act(13, "10:15", "director_kr", "accept", scores=(5, 4, 5, 4, 4, 4, 5, 5, 4, 3)),
        act(12, "12:40", "director_by", "accept", scores=(5, 4, 4, 5, 4, 4, 4, 5, 4, 3)),
        act(9, "10:10", "officer", "assign", lead="advisor2_kr", translator="translator"),
        act(
            8, "15:30", "advisor2_kr", "message",
            text={
                "ko": "요청을 잘 받았습니다. 국가정보자원관리원은 자원의 배정량과 실제 사용량을 따로 관리합니다. 두 수치의 차이를 부처에 알리는 방식부터 설명드리겠습니다.",
                "en": "Thank you for the request. The National Information Resources Service keeps the capacity that was assigned apart from the capacity that is used. I will begin with how the difference is reported to the ministries.",
            },
        ),
        act(7, "11:20", "translator", "translate_message", language="en"),
        act(
            3, "10:40", "advisor2_kr", "ask_back",
            text={
                "ko": "답변을 준비하기 위하여 두 가지를 확인하고자 합니다. 첫째, 현재 사용량을 부처별로 측정하고 있습니까, 아니면 전체만 측정합니까? 둘째, 부처가 비용을 실제로 지급하는 방식과 사용량만 통보하는 방식 가운데 어느 쪽을 검토하고 있습니까?",
                "en": "To prepare the answer I need two facts. First, is use measured for each ministry today, or only in total? Second, do you consider real payment by the ministries, or only a statement of what they used?",
            },
        ),
        act(3, "15:25", "translator", "translate_message", language="en"),
    ),
)  # fmt: skip
