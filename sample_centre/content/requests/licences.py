"""Declined by both sides, with reasons."""

from sample_centre.content.countries import four
from sample_centre.story import Request, act

REQUEST = Request(
    by="official_ro",
    body="authority_ro",
    language="en",
    topic="procurement",
    signatory=("Andrei Popescu", "Head of Department"),
    title=four(
        "Joint procurement of software licences",
        "Совместные закупки лицензий на программное обеспечение",
        "Сумесныя закупкі ліцэнзій на праграмнае забеспячэнне",
        "소프트웨어 라이선스 공동구매",
    ),
    questions=(
        four(
            "Which form of contract is used for a joint purchase?",
            "Какая форма договора используется при совместной закупке?",
            "Якая форма дагавора выкарыстоўваецца пры сумеснай закупцы?",
            "공동구매에는 어떤 형태의 계약을 사용합니까?",
        ),
        four(
            "How are price rises capped during the term?",
            "Как ограничивается рост цен в течение срока договора?",
            "Як абмяжоўваецца рост цэн на працягу тэрміну дагавора?",
            "계약 기간 중 가격 인상은 어떻게 제한합니까?",
        ),
    ),
    state_of_play=four(
        "Ministries buy the same licences under 27 contracts with different prices. A framework contract is being prepared.",
        "Министерства закупают одинаковые лицензии по 27 договорам с разными ценами. Готовится рамочный договор.",
        "Міністэрствы закупляюць аднолькавыя ліцэнзіі па 27 дагаворах з рознымі цэнамі. Рыхтуецца рамачны дагавор.",
        "부처는 같은 라이선스를 가격이 다른 27개 계약으로 구매하고 있습니다. 기본 계약을 준비하고 있습니다.",
    ),
    expected_result=four(
        "The answer will be used in the tender documents of the framework contract.",
        "Ответ будет использован в конкурсной документации рамочного договора.",
        "Адказ будзе выкарыстаны ў конкурснай дакументацыі рамачнага дагавора.",
        "답변은 기본 계약의 입찰 서류에 활용할 예정입니다.",
    ),
    facts={"unit": "Procurement Department"},
    acts=(
        act(34, "10:45", "official_ro", "draft"),
        act(33, "12:20", "official_ro", "submit"),
        act(31, "14:50", "contact_ro", "forward", opinion="Complete."),
        act(31, "16:10", "officer", "translate_request", language="ru"),
        act(31, "16:50", "officer", "translate_request", language="be"),
        act(30, "11:10", "officer2", "translate_request", language="ko"),
        act(
            29, "15:00", "director_kr", "decline", scores=(4, 3, 4, 1, 3, 3, 3, 3, 4, 2),
            reason="The tender documents are already published. Advice given to one party during an open tender could affect its outcome. A request after the award is welcome.",
        ),
        act(
            28, "11:25", "director_by", "decline", scores=(4, 3, 4, 2, 3, 3, 3, 3, 4, 2),
            reason="We share the view of the Korean side. The same questions were answered at the programme’s workshop; the materials will be sent to the contact point.",
        ),
    ),
)  # fmt: skip
