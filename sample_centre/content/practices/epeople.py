"""e-People 국민신문고: petitions, proposals and debate of all public bodies in one place."""

from datetime import date

from sample_centre.practice_story import Figure, Name, Need, Practice

PRACTICE = Practice(
    key="epeople",
    owner="rights_kr",
    country="KR",
    language="ko",
    operation="in_operation",
    since=2005,
    topics=("participation", "services"),
    goals=(10, 16),
    needs_law=True,
    names=(
        Name("국민신문고", "ko"),
        Name("e-People", "en"),
        Name("참여마당 신문고", "ko", kind="former", since=2005),
        Name("Chamyeo Madang Sinmungo", "en", kind="former", since=2005),
    ),
    figures=(
        Figure(
            "2011",
            {
                "ko": "국민신문고가 유엔 공공행정상을 받은 해",
                "en": "year in which e-People received a United Nations Public Service Award",
            },
            "Anti-Corruption and Civil Rights Commission, announcement of 2018 on the hall of fame of e-government",
            date(2011, 12, 31),
        ),
        Figure(
            "13,300,000",
            {"ko": "2021년 국민신문고에 접수된 민원", "en": "petitions received through e-People in 2021"},
            "Anti-Corruption and Civil Rights Commission, figures for 2021",
            date(2021, 12, 31),
        ),
        Figure(
            "1,089",
            {
                "ko": "2021년 국민신문고로 연결된 중앙행정기관·지방자치단체·공공기관",
                "en": "ministries, local governments and public bodies linked by e-People in 2021",
            },
            "Anti-Corruption and Civil Rights Commission, figures for 2021",
            date(2021, 12, 31),
        ),
    ),
    needs=(
        Need("lead_agency"),
        Need("information_access_law"),
        Need("data_protection_law"),
        Need("government_network"),
        Need("help_desk", essential=False),
    ),
    links=(
        ("e-People", "https://www.epeople.go.kr"),
        ("Anti-Corruption and Civil Rights Commission", "https://www.acrc.go.kr"),
    ),
    queries={
        "ko": ("국민신문고에", "온라인국민제안"),
        "en": ("epeople petitons",),
        "ru": ("e-People",),
    },
    texts={
        "ko": {
            "title": "모든 행정기관의 민원과 국민제안을 한 창구에서 받는 국민신문고",
            "summary": "국민신문고는 국민권익위원회가 운영하는 범정부 국민소통 창구이다. 국민은 담당 기관을 알지 못해도 민원과 제안, 예산낭비 신고를 한곳에 내고, 처리 과정을 확인하며, 답변을 평가한다. 이름은 조선 시대에 백성이 억울함을 알리던 북에서 왔다. 2005년 당시 국민고충처리위원회가 시범 운영을 시작하였고, 중앙부처에서 지방자치단체, 재외공관, 공공기관으로 연결을 넓혔다. 2008년부터는 새로 출범한 국민권익위원회가 맡고 있다. 접수된 민원은 내용에 따라 분류되어 담당 기관으로 배정되고, 법정 기한과 담당자가 기록된다. 같은 내용의 민원은 묶어서 처리하고, 자주 제기되는 민원은 분석하여 제도 개선에 쓴다. 2011년 유엔 공공행정상을 받았다. 2021년에는 1,089개 기관을 연결하여 1,330만 건의 민원을 받았다. 그러나 국민신문고는 민원을 직접 해결하지 않고 연결하는 제도이므로, 답변의 질은 담당 기관의 의지와 역량에 달려 있다.",
            "problem": "국민은 어느 기관이 담당하는지 알아야 민원을 낼 수 있었고, 잘못 내면 여러 기관으로 넘겨졌다. 기관마다 민원 창구와 답변 방식이 달랐으며 처리 결과를 비교할 수 없었다. 같은 불만이 되풀이되어도 모아 분석하지 않아 제도의 잘못이 고쳐지지 않았다.",
            "solution": "하나의 창구가 민원과 제안을 받아 담당 기관으로 배정한다. 국민은 접수, 이송, 연장, 답변을 단계별로 확인하고 만족도를 평가한다. 여러 기관이 관련된 민원은 함께 처리하고, 되풀이되는 민원은 분석하여 주의를 알린다. 정책 토론과 설문도 같은 계정으로 참여한다.",
            "actors": "국민권익위원회가 제도와 시스템을 운영하고 기관별 처리 실태를 점검한다. 중앙부처, 지방자치단체, 교육청, 공공기관의 담당자가 답변한다. 정부민원안내콜센터 110이 전화 상담을 맡는다. 이 자료의 기관 목록에 위원회가 없어 전자정부 담당 부처인 행정안전부를 등록 기관으로 적었다.",
            "steps": "- 2005년: 참여마당 신문고로 시범 운영을 시작하였다.\n- 2008년: 국민권익위원회가 출범하여 업무를 이어받았다.\n- 2009년: 중앙부처와 지방자치단체 전체를 연결하였다.\n- 2011년: 유엔 공공행정상을 받았다.\n- 2010년대: 지방자치단체의 자체 민원 창구를 통합하였다.\n- 2021년: 1,089개 기관을 연결하였다.\n- 2025년 9월: 화재로 시스템이 중단되어 이후 복구하였다.",
            "financing": "국민권익위원회의 예산으로 구축하고 운영한다. 연결되는 기관은 별도 이용료 없이 참여하지만 자체 시스템을 연결하거나 이전하는 비용은 스스로 부담한다. 국민은 무료로 이용한다. 총비용은 여러 해의 사업에 나뉘어 있어 금액을 적지 않는다.",
            "legal": "「민원 처리에 관한 법률」이 접수, 처리 기간, 이송과 답변 의무를 정한다. 「부패방지 및 국민권익위원회의 설치와 운영에 관한 법률」이 위원회와 국민신문고 운영의 근거이다. 국민제안은 별도 규정을 따르며, 민원인의 정보는 「개인정보 보호법」에 따라 보호한다.",
            "technology": "중앙 시스템이 접수와 배정, 기한 관리를 맡고 기관은 웹 화면이나 연계로 처리한다. 내용을 읽어 담당 기관을 추천하는 자동 분류와 비슷한 민원 찾기가 있다. 별도의 민원 분석 시스템이 주제와 지역의 변화를 보여 준다. 휴대전화 응용프로그램으로 사진과 위치를 낸다.",
            "results": "2021년에 민원 1,330만 건을 받았고 1,089개 기관이 연결되었다. 국민은 담당 기관을 찾지 않고 한 번에 신청한다. 자주 제기되는 민원을 법령 조항별로 분석해 소관 부처에 알리는 절차가 자리 잡았다. 기한과 만족도가 공개되어 기관 사이의 차이가 드러난다.",
            "obstacles": "처음에는 지방자치단체가 자체 창구를 유지하려 하였고 연결이 늦었다. 사진으로 쉽게 신고하게 되자 교통 위반 같은 반복 신고가 빠르게 늘어 담당자의 부담이 커졌다. 형식적인 답변과 잘못된 배정이 있다. 2025년 화재로 피해를 입은 시스템 가운데 하나여서 복구에 오래 걸렸다.",
            "lessons": "접수 창구를 합치는 것만으로는 부족하며 답변 기한과 평가를 함께 정하여야 한다. 건수보다 원인을 줄이는 분석에 인력을 둔다. 악의적인 반복 민원과 담당자 보호에 관한 규칙을 처음부터 만든다. 중앙이 답변하지 않는다는 사실을 첫 화면에 분명히 알린다.",
            "sustainability": "독립된 위원회가 법에 따라 운영하므로 부처의 이해에 덜 흔들린다. 기관 평가에 처리 실적이 들어가 참여가 유지된다. 접수량이 계속 늘기 때문에 자동 분류와 인력 보강이 필요하고, 다른 지역의 예비 시설도 갖추어야 한다.",
            "preconditions": "모든 기관에 이송과 답변을 요구할 수 있는 권한을 가진 주관기관이 있어야 한다. 처리 기한과 답변 의무를 정한 법, 개인정보 보호 규칙, 기관을 잇는 행정망이 필요하다. 담당 업무와 부서의 목록을 최신으로 유지하여야 배정이 맞는다.",
            "adapt": "운영 기관은 그 나라의 옴부즈만이나 정부 사무처 가운데 신뢰받는 곳으로 정한다. 접수 언어와 익명 허용 범위, 처리 기한은 국내 법에 맞춘다. 처음에는 중앙부처 몇 곳과 한 도시에서 시작하고, 전화와 방문 접수도 같은 시스템에 입력한다.",
            "not_suitable": "답변할 의무나 인력이 없는 상태에서 창구만 열면 불신이 커진다. 민원을 낸 사람이 불이익을 받을 우려가 있거나 신원이 보호되지 않는 곳에는 맞지 않는다. 기관 수가 적은 작은 나라에서는 간단한 공동 접수 우편함으로도 충분할 수 있다.",
        },
        "en": {
            "title": "Petitions and proposals to every public body through one entrance: e-People",
            "summary": "e-People is the entrance through which the public of the Republic of Korea addresses the whole of government. It is run by the Anti-Corruption and Civil Rights Commission. Without knowing which body is responsible, people submit petitions, proposals and reports of wasted budget in one place, follow the handling and rate the answer. The Korean name recalls the drum by which subjects of the Joseon kingdom reported injustice. The Ombudsman of Korea began a pilot in 2005, and links grew from ministries to local governments, missions abroad and public bodies. Since 2008 the newly founded Commission has been responsible. Each petition is classified and assigned; its legal time limit and the official in charge are recorded. Petitions on the same matter are handled together, and frequent ones are analysed for reform. In 2011 e-People received a United Nations Public Service Award. In 2021 it linked 1,089 bodies and took in 13.3 million petitions. It does not solve cases itself; the quality of answers depends on the responsible body.",
            "problem": "People had to know which body was responsible before they could complain, and a petition sent to the wrong one was passed on. Each body had its own desk and manner of answering, and results could not be compared. Complaints were repeated but never gathered, so faulty rules stayed.",
            "solution": "One entrance receives petitions and proposals and assigns them. People see each stage, from receipt and transfer to extension and answer, and rate their satisfaction. Matters that concern several bodies are handled jointly, and repeated ones are analysed for early warning. The same account serves debates and surveys on policy.",
            "actors": "The Anti-Corruption and Civil Rights Commission runs the system and reviews how bodies handle petitions. Officials of ministries, local governments, education offices and public bodies answer. The government call centre 110 helps by telephone. As the Commission is not among the institutions listed here, the ministry responsible for e-government is entered as the owner.",
            "steps": "- 2005: a pilot began under the name Chamyeo Madang Sinmungo.\n- 2008: the Commission was founded and took over.\n- 2009: all ministries and local governments were linked.\n- 2011: United Nations Public Service Award.\n- 2010s: local governments gave up their own petition desks step by step.\n- 2021: 1,089 bodies were linked.\n- September 2025: stopped by a fire and restored afterwards.",
            "financing": "Built and run from the budget of the Commission. Bodies join without a fee, but pay themselves for linking or moving their own systems. Use is free for the public. As total cost is spread over projects of many years, no sum is given here.",
            "legal": "The Civil Petitions Treatment Act sets receipt, time limits, transfer and the duty to answer. The act on anti-corruption and on the establishment of the Commission is the basis of its work and of e-People. Proposals follow a decree of their own, and data of petitioners are protected by the Personal Information Protection Act.",
            "technology": "A central system handles receipt, assignment and time limits; bodies work in web pages or through links to their own systems. Automatic classification suggests the responsible body and finds similar petitions. A separate analysis system shows trends by subject and region. A mobile application sends pictures and locations.",
            "results": "In 2021 it received 13.3 million petitions and linked 1,089 bodies. People apply once without looking for the responsible office. It has become usual to analyse frequent petitions by article of law and to inform the ministry concerned. As time limits and satisfaction are visible, differences between bodies can be seen.",
            "obstacles": "At first local governments wished to keep their own desks and joined late. When reporting by picture became easy, repeated reports, such as traffic offences, grew fast and burdened officials. Some answers are formal and some assignments wrong. The system was among those damaged in the fire of 2025, and restoring it took long.",
            "lessons": "Merging entrances is not enough: time limits and evaluation belong to it. Put staff on analysis that removes causes rather than on counting. Make rules on abusive repetition and on the protection of officials from the beginning. Say clearly on the first page that the centre does not answer itself.",
            "sustainability": "An independent commission runs it under law and is less exposed to the interests of ministries. Handling of petitions is part of the evaluation of bodies, which keeps them engaged. As numbers keep growing, automatic classification, staff and a second site in another region are needed.",
            "preconditions": "A lead agency with the power to demand transfer and answers from all bodies; a law with time limits and a duty to answer; rules on personal data; and a network between bodies. Assignment is right only when the list of tasks and departments is kept up to date.",
            "adapt": "Choose the body people trust as the operator, such as the ombudsman or the government office. Fit languages, anonymity and time limits to national law. Begin with a few ministries and one city, and enter petitions made by telephone or in person into the same system.",
            "not_suitable": "Opening an entrance without a duty or staff to answer deepens distrust. It does not fit where petitioners must fear disadvantage or their identity is not protected. In a small state with few bodies a simple common mailbox may be enough.",
        },
    },
)
