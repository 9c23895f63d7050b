"""Answered: the requester accepts the answer or reopens it."""

from sample_centre.content.countries import four
from sample_centre.story import Request, act

REQUEST = Request(
    by="official_ge",
    body="agency_ge",
    language="en",
    topic="cloud",
    signatory=("Nino Beridze", "Senior Specialist"),
    title=four(
        "Consolidating ministry data centres",
        "Консолидация центров обработки данных министерств",
        "Кансалідацыя цэнтраў апрацоўкі даных міністэрстваў",
        "부처 전산센터 통합",
    ),
    questions=(
        four(
            "In which order were the ministries moved, and how long did both places run?",
            "В каком порядке переводились министерства и как долго обе площадки работали одновременно?",
            "У якім парадку пераводзіліся міністэрствы і як доўга абедзве пляцоўкі працавалі адначасова?",
            "부처는 어떤 순서로 이전하였으며, 두 곳을 얼마 동안 함께 운영하였습니까?",
        ),
        four(
            "Who owns the machines after the move, and who replaces them?",
            "Кто владеет оборудованием после перевода и кто его заменяет?",
            "Хто валодае абсталяваннем пасля пераводу і хто яго замяняе?",
            "이전 후 장비는 누가 소유하고, 교체는 누가 합니까?",
        ),
        four(
            "Which services were left with the ministries, and why?",
            "Какие услуги остались в министерствах и почему?",
            "Якія паслугі засталіся ў міністэрствах і чаму?",
            "어떤 서비스를 부처에 남겼으며, 그 이유는 무엇입니까?",
        ),
    ),
    state_of_play=four(
        "Eleven ministries run server rooms of their own. Four of them have no second site. The agency is asked to propose one centre with a reserve site.",
        "Одиннадцать министерств содержат собственные серверные. У четырёх нет резервной площадки. Агентству поручено предложить единый центр с резервной площадкой.",
        "Адзінаццаць міністэрстваў утрымліваюць уласныя серверныя. У чатырох няма рэзервовай пляцоўкі. Агенцтву даручана прапанаваць адзіны цэнтр з рэзервовай пляцоўкай.",
        "11개 부처가 각자 전산실을 운영하고 있으며, 4개 부처에는 예비 장소가 없습니다. 우리 청은 예비 센터를 갖춘 통합 센터를 제안하도록 요청받았습니다.",
    ),
    expected_result=four(
        "The answer will be used in the feasibility study of the government data centre.",
        "Ответ будет использован в технико-экономическом обосновании правительственного центра обработки данных.",
        "Адказ будзе выкарыстаны ў тэхніка-эканамічным абгрунтаванні ўрадавага цэнтра апрацоўкі даных.",
        "답변은 정부 통합전산센터 타당성 조사에 활용할 예정입니다.",
    ),
    facts={"unit": "Infrastructure Department", "preferred_advisor": "National Information Resources Service"},
    acts=(
        act(22, "10:40", "official_ge", "draft"),
        act(21, "14:30", "official_ge", "submit"),
        act(20, "12:10", "contact_ge", "forward", opinion="Complete. The request follows the action plan of the regional programme."),
        act(20, "14:30", "officer", "translate_request", language="ru"),
        act(20, "15:10", "officer", "translate_request", language="be"),
        act(19, "10:50", "officer2", "translate_request", language="ko"),
        act(18, "14:20", "director_kr", "accept", scores=(5, 5, 5, 4, 5, 5, 4, 5, 4, 5)),
        act(17, "10:50", "director_by", "accept", scores=(5, 4, 5, 5, 4, 5, 4, 5, 4, 4)),
        act(14, "11:20", "officer", "assign", lead="advisor2_kr", advisors=("advisor_kr",), translator="translator"),
        act(
            13, "10:35", "advisor2_kr", "message",
            text={
                "ko": "국가정보자원관리원 자문관 박도윤입니다. 통합 당시의 이전 계획과 실제 일정을 비교하여 답변드리겠습니다. 현재 전산실별 시스템 수와 중요 시스템 목록이 있으면 답변이 더 구체적일 수 있습니다.",
                "en": "This is Park Doyun, advisor of the National Information Resources Service. I will compare the plan of our consolidation with what really happened. A count of systems in each server room, with the critical ones marked, would make the answer more precise.",
            },
        ),
        act(13, "14:25", "translator", "translate_message", language="en"),
        act(
            12, "13:15", "official_ge", "message",
            text={
                "en": "There are 184 systems in eleven rooms; 23 of them are critical, most in the ministries of finance and of justice.",
                "ko": "전산실 11곳에 시스템 184개가 있으며, 그중 23개가 중요 시스템입니다. 대부분 재무부와 법무부에 있습니다.",
            },
        ),
        act(12, "15:30", "translator", "translate_message", language="ko"),
        act(
            7, "16:40", "advisor2_kr", "write_answer", language="ko",
            answers=(
                {
                    "ko": "중요도가 낮고 연계가 적은 시스템부터 이전하였고, 재무와 민원 시스템은 마지막에 옮겼습니다. 이전은 부처 단위가 아니라 서로 연계된 시스템의 묶음 단위로 하였습니다. 첫 센터에는 2년 남짓 동안 24개 기관이 차례로 들어왔습니다. 묶음마다 두 곳을 2주에서 6주까지 함께 운영하였으며, 그 이상 길어지면 자료의 차이를 맞추는 비용이 커졌습니다. 귀국의 규모라면 여섯 묶음, 18개월이 현실적입니다.",
                    "en": "Systems of low importance with few interfaces were moved first; finance and citizen services came last. The unit of a move was not the ministry but a group of systems that work together. In the first centre 24 bodies followed one another over a little more than two years. Each group ran in both places for two to six weeks; where it took longer, the cost of reconciling the data grew. For your size six groups in 18 months are realistic.",
                },
                {
                    "ko": "장비는 이전할 때 센터의 재산으로 넘어가고, 응용 소프트웨어와 자료는 부처에 남습니다. 센터는 해마다 교체 계획을 세우고 예산을 한 번에 편성하여 여러 부처의 장비를 함께 구매합니다. 공동 구매로 부처가 따로 살 때보다 비용이 뚜렷하게 줄었습니다. 부처는 필요한 성능만 요청하고 기종은 정하지 않습니다. 이 원칙을 처음부터 문서로 정하지 않으면 이전이 늦어집니다.",
                    "en": "On the day of the move the machines become property of the centre; applications and data stay with the ministry. Each year the centre draws up a replacement plan, receives one budget for it and buys for several ministries together. Joint purchase cost clearly less than separate purchases had. Ministries state the performance they need and do not choose the model. Where this is not agreed in writing at the start, the move is delayed.",
                },
                {
                    "ko": "국방과 정보 분야의 시스템, 실험 장비에 연결된 시스템, 2년 안에 폐기할 시스템은 부처에 남겼습니다. 첫째는 법령 때문이고, 둘째는 장비와 떨어질 수 없기 때문이며, 셋째는 이전 비용이 효과보다 크기 때문입니다. 남긴 시스템에도 같은 보안 기준과 백업 규칙을 적용하였습니다. 예외는 기한을 정하여 승인하고 해마다 다시 심사하시기 바랍니다.",
                    "en": "Three kinds were left: systems of defence and intelligence, systems tied to laboratory equipment, and systems due to be switched off within two years. The first because of the law, the second because they cannot be parted from the equipment, the third because moving would cost more than it brings. The same security and backup rules apply to what was left. Grant every exception for a limited time and review it each year.",
                },
            ),
        ),
        act(6, "10:20", "advisor2_kr", "hand_over"),
        act(5, "15:00", "translator", "translate_answer", language="en"),
        act(5, "15:40", "translator", "hand_over"),
        act(4, "11:45", "officer", "send_answer"),
    ),
)  # fmt: skip
