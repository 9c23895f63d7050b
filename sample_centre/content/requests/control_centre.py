"""Withdrawn by the requester after both sides had accepted it."""

from sample_centre.content.countries import four
from sample_centre.story import Request, act

REQUEST = Request(
    by="official_rs",
    body="ministry_rs",
    language="en",
    topic="regions",
    signatory=("Jelena Jovanović", "Head of Department"),
    title=four(
        "Integrated control centre: traffic, safety, disasters",
        "Интегрированный центр управления: транспорт, безопасность, ЧС",
        "Інтэграваны цэнтр кіравання: транспарт, бяспека, НС",
        "교통·방범·재난 통합관제센터",
    ),
    questions=(
        four(
            "Which law lets the police and the city share camera pictures?",
            "Какой закон позволяет полиции и городу обмениваться изображениями с камер?",
            "Які закон дазваляе паліцыі і гораду абменьвацца выявамі з камер?",
            "경찰과 시가 영상을 공유할 수 있는 법적 근거는 무엇입니까?",
        ),
        four(
            "How many operators are needed for a thousand cameras?",
            "Сколько операторов нужно на тысячу камер?",
            "Колькі аператараў трэба на тысячу камер?",
            "카메라 1천 대당 관제 인력은 몇 명이 필요합니까?",
        ),
        four(
            "Who decides in the first minutes of a disaster?",
            "Кто принимает решения в первые минуты чрезвычайной ситуации?",
            "Хто прымае рашэнні ў першыя хвіліны надзвычайнай сітуацыі?",
            "재난 발생 직후 몇 분 동안 의사결정은 누가 합니까?",
        ),
    ),
    state_of_play=four(
        "Three cities run separate control rooms for traffic, for public safety and for floods. A joint room is planned in one of them.",
        "В трёх городах раздельно работают диспетчерские по транспорту, общественной безопасности и наводнениям. В одном из них планируется общий центр.",
        "У трох гарадах асобна працуюць дыспетчарскія па транспарце, грамадскай бяспецы і паводках. У адным з іх плануецца агульны цэнтр.",
        "세 도시가 교통, 방범, 홍수 상황실을 따로 운영하고 있습니다. 그중 한 도시에 통합 상황실을 계획하고 있습니다.",
    ),
    expected_result=four(
        "The study visit will be used in the design of the joint room.",
        "Результаты визита будут использованы при проектировании общего центра.",
        "Вынікі візіту будуць выкарыстаны пры праектаванні агульнага цэнтра.",
        "현장 견학 결과는 통합 상황실 설계에 활용할 예정입니다.",
    ),
    facts={"unit": "Local Self-Government Department", "type": "study_visit", "preferred_advisor": "KLID"},
    acts=(
        act(62, "10:20", "official_rs", "draft"),
        act(61, "14:00", "official_rs", "submit"),
        act(60, "10:50", "contact_rs", "forward", opinion="Complete. Three cities nominate one participant each."),
        act(60, "13:40", "officer", "translate_request", language="ru"),
        act(60, "14:20", "officer", "translate_request", language="be"),
        act(59, "10:30", "officer2", "translate_request", language="ko"),
        act(58, "16:00", "director_kr", "accept", scores=(5, 4, 4, 4, 3, 4, 4, 4, 2, 4)),
        act(57, "11:05", "director_by", "accept", scores=(5, 4, 4, 5, 3, 4, 4, 4, 3, 4)),
        act(
            55, "12:45", "official_rs", "withdraw",
            reason="The city has postponed the joint room to a later budget. We will ask again when the site is decided.",
        ),
    ),
)  # fmt: skip
