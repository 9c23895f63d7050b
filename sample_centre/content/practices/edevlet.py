"""e-Devlet Kapısı: the e-government gateway of Türkiye."""

from datetime import date

from sample_centre.practice_story import Figure, Name, Need, Practice

EN = {
    "title": "e-Devlet Kapısı: thousands of public services of Türkiye through one sign-in",
    "summary": (
        "e-Devlet Kapısı (e-Government Gateway, turkiye.gov.tr) is the common entrance to the electronic services of Türkiye. With one sign-in people see their social insurance, tax debts, court cases, land titles, education records and appointments, obtain documents with a verification code and apply to central bodies, municipalities, universities and public utilities. It opened on 18 December 2008 with 22 services; the company Türksat built and runs it for the Ministry of Transport and Infrastructure.\n\n"
        "Two decisions made it grow. A user is identified by the national identity number kept in the central population system, and the first password is handed over at a post office after an identity check; signatures, identity cards and internet banking may be used as well. Bodies keep their own systems and only connect a service to the gateway, under common technical rules.\n\n"
        "At its fifteenth anniversary the gateway offered 7,651 services of 1,022 bodies and had more than 64 million users. It is useful to large countries that wish to give many bodies one entrance without merging their systems, and it shows what load must be expected when everybody comes on one day."
    ),
    "problem": "By the early 2000s thousands of public bodies had sites, and some offered good services, but a person needed a separate password for each and often learned of them by chance. Certificates on paper, such as criminal records or proof of insurance, were demanded everywhere and filled counters. Bodies built their own sign-in and payment again and again.",
    "solution": "One gateway identifies the person, shows a catalogue and passes a confirmed identity to the service of a body. Common parts – identification, payment, notices, document verification – are built once. Documents are issued with a bar code that the recipient can check on the site. A mobile application and a call centre complete it. Bodies decide on the content of their services.",
    "actors": "The Ministry of Transport and Infrastructure is responsible; Türksat, a state company, builds and runs the gateway. The Digital Transformation Office of the Presidency directed policy from 2018 until it was closed in 2024. More than a thousand bodies supply services. The population authority keeps the identity data, and the post hands over passwords. Banks offer sign-in to their customers.",
    "steps": "- 2000: national identity numbers come into use.\n- 2004: Law No. 5070 on electronic signature.\n- 2006: the task of building the gateway is given to Türksat.\n- 18 December 2008: opening with 22 services.\n- End of 2013: 785 services of 105 bodies, 15 million users.\n- 2018: mass interest in family tree queries overloads the site.\n- 2020: pandemic services.\n- December 2023: 7,651 services, 64 million users.",
    "financing": "The state budget pays Türksat for building and operation under agreements with the ministry; bodies pay for changes in their own systems. Use is free of charge, apart from a small fee of the post for the password. The ministry estimates savings, for example from printed documents, but a complete account of costs has not been found in open sources.",
    "legal": "No single law was passed for the gateway. A decision of the Council of Ministers of 2006 entrusted it to Türksat, and a regulation sets procedures. It rests on Law No. 5070 of 2004 on electronic signature, the population services law, and since 2016 Law No. 6698 on the protection of personal data. Documents with a code are accepted under circulars and sector laws.",
    "technology": "A web portal and mobile applications over an integration layer of web services; common identification with several levels, single sign-on, payment and document verification. Data stays with bodies and is drawn at the moment of a query. Identity comes from the central population system. Reserve capacity and a second centre handle peaks. Technical guides describe how to connect.",
    "results": "In December 2023 the Minister of Transport and Infrastructure named 1,022 bodies, 7,651 services, 64,122,503 users and about 120 million sign-ins a month. The country rose from 69th place in the UN E-Government Survey of 2010 to 48th in 2022, with an online services index of 0.860. Many bodies stopped asking for certificates that carry a code.",
    "obstacles": "Growth was slow at first: the password required a visit, and early services only gave information. In February 2018 family tree queries attracted so many people that the site had to be closed for a time. Leaks from databases of other bodies damaged trust in the gateway. The catalogue of thousands of entries is hard to search, and quality differs between bodies.",
    "lessons": "Let people obtain the first password close to home; a post office serves better than a registration centre. Connect first what is asked for in mass, such as insurance records. Test for the load of a national event. Remove dead and double services from the catalogue regularly. One gateway makes attacks attractive: second-factor sign-in should be the default, not an option.",
    "sustainability": "A permanent operator, budget and use by most adults keep the gateway alive; law and daily practice assume that it exists. Costs per service fall as common parts are reused. Dependence on one company and changes in the coordinating office are risks, as is the temptation to count services rather than improve the most used ones.",
    "preconditions": "Needed are a central population register with a personal number for all, a secure way of giving the first password, electronic systems in the main bodies and an operator with capacity around the clock. A law on personal data protection should precede mass use. Common technical rules for connection and a verification service for documents are required from the beginning.",
    "adapt": "The operator may be an agency instead of a company. Where the post is weak, banks or mobile operators can confirm identity. Smaller countries can do with a short catalogue and redesign services rather than link hundreds. The verification code is easy to adopt alone, even before a portal exists. Provide for foreigners and for representation of relatives.",
    "not_suitable": "Not suitable where there is no common personal number or where law forbids its use between bodies. A gateway that only links existing services will disappoint if these are poor. A small administration may find a full integrated portal cheaper. It should not be opened to mass queries of sensitive data without logs and supervision.",
}

KO = {
    "title": "e-Devlet Kapısı: 한 번의 로그인으로 이용하는 튀르키예의 수천 가지 공공서비스",
    "summary": (
        "e-Devlet Kapısı(전자정부 관문, turkiye.gov.tr)는 튀르키예 전자서비스의 공동 관문이다. 국민은 한 번의 로그인으로 사회보험, 세금 체납, 재판, 부동산, 학적, 예약 내역을 확인하고 검증번호가 있는 증명서를 발급받으며 중앙행정기관, 지방자치단체, 대학, 공공기업에 신청한다. 2008년 12월 18일 22개 서비스로 개통하였으며, 튀르크사트(Türksat)가 교통인프라부의 책임 아래 구축하고 운영한다.\n\n"
        "성장을 이끈 것은 두 가지 결정이다. 이용자는 중앙 주민등록 시스템의 국민식별번호로 확인되고, 최초 비밀번호는 우체국에서 신원을 확인한 뒤 받는다. 전자서명, 신분증, 인터넷뱅킹도 사용할 수 있다. 각 기관은 자체 시스템을 유지하면서 공통 기술 규칙에 따라 서비스만 연결한다.\n\n"
        "개통 15주년에 1,022개 기관의 7,651개 서비스를 제공하였고 이용자는 6,400만 명을 넘었다. 여러 기관의 시스템을 통합하지 않고 하나의 관문을 제공하려는 규모가 큰 나라에 유용하며, 온 국민이 하루에 몰릴 때의 부하에 대비하여야 한다는 점도 보여 준다."
    ),
    "problem": "2000년대 초 수천 개의 공공기관이 누리집을 운영하였고 일부는 좋은 서비스를 제공하였다. 그러나 이용자는 기관마다 다른 비밀번호가 필요하였고 서비스의 존재를 우연히 알게 되는 일이 많았다. 범죄경력증명서나 보험가입증명서 같은 종이 증명서를 어디서나 요구하여 창구가 붐볐다. 기관마다 로그인과 결제 기능을 거듭 개발하였다.",
    "solution": "하나의 관문이 이용자를 확인하고 서비스 목록을 보여 주며 확인된 신원을 기관의 서비스로 전달한다. 신원확인, 결제, 알림, 문서 검증 등 공통 기능은 한 번만 구축한다. 증명서에는 바코드가 있어 받은 기관이 누리집에서 진위를 확인한다. 모바일 앱과 콜센터도 제공한다. 서비스의 내용은 각 기관이 정한다.",
    "actors": "교통인프라부가 책임을 지고 국영기업 튀르크사트가 구축하고 운영한다. 대통령실 디지털전환국이 2018년부터 2024년 폐지될 때까지 정책을 이끌었다. 천 개가 넘는 기관이 서비스를 제공한다. 주민등록 기관은 신원 정보를 관리하고 우체국은 비밀번호를 교부한다. 은행은 고객에게 로그인 수단을 제공한다.",
    "steps": "- 2000년: 국민식별번호를 사용하기 시작하였다.\n- 2004년: 전자서명법(제5070호)을 제정하였다.\n- 2006년: 관문 구축 업무를 튀르크사트에 맡겼다.\n- 2008년 12월 18일: 22개 서비스로 개통하였다.\n- 2013년 말: 105개 기관의 785개 서비스, 이용자 1,500만 명에 이르렀다.\n- 2018년: 족보 조회가 몰려 누리집에 과부하가 걸렸다.\n- 2020년: 감염병 대응 서비스를 제공하였다.\n- 2023년 12월: 7,651개 서비스, 이용자 6,400만 명에 이르렀다.",
    "financing": "국가 예산으로 튀르크사트에 구축과 운영 비용을 지급하며, 이는 교통인프라부와의 협약에 따른다. 각 기관은 자체 시스템 변경 비용을 부담한다. 이용은 무료이고 비밀번호 교부 때 우체국에 소액의 수수료만 낸다. 주무부처는 종이 문서 절감액 등을 추산하지만 전체 비용은 공개 자료에서 확인되지 않았다.",
    "legal": "관문만을 위한 단일 법률은 제정하지 않았다. 2006년 각료회의 결정으로 튀르크사트에 업무를 맡겼고 세부 절차는 규정으로 정하였다. 근거는 2004년 전자서명법(제5070호), 주민등록 관련 법률, 2016년 개인정보보호법(제6698호)이다. 검증번호가 있는 문서는 훈령과 개별 법률에 따라 인정된다.",
    "technology": "웹 서비스 연계 계층 위에 포털과 모바일 앱을 두었다. 여러 등급의 공통 신원확인, 통합 로그인, 결제, 문서 검증 기능을 갖추었다. 데이터는 각 기관에 남아 있고 조회할 때 가져온다. 신원 정보는 중앙 주민등록 시스템에서 받는다. 예비 용량과 제2센터로 최대 부하에 대비한다. 연결 방법은 기술 지침으로 안내한다.",
    "results": "2023년 12월 교통인프라부 장관은 1,022개 기관, 7,651개 서비스, 이용자 64,122,503명, 월 로그인 약 1억 2천만 건을 발표하였다. 유엔 전자정부 평가에서 2010년 69위에서 2022년 48위로 올랐으며 온라인서비스지수는 0.860이다. 많은 기관이 검증번호가 있는 전자 증명서를 인정하고 종이 증명서를 요구하지 않게 되었다.",
    "obstacles": "초기에는 비밀번호를 받으러 방문하여야 하였고 정보 제공 위주의 서비스가 많아 성장이 느렸다. 2018년 2월에는 족보 조회가 몰려 누리집을 한동안 닫아야 하였다. 다른 기관의 데이터 유출 사고가 관문에 대한 신뢰까지 떨어뜨렸다. 수천 개 항목의 목록은 검색이 어렵고 기관별 품질 차이도 크다.",
    "lessons": "최초 비밀번호는 집 가까운 곳에서 받게 하여야 하며, 등록센터보다 우체국이 낫다. 보험 내역처럼 수요가 많은 서비스를 먼저 연결한다. 전 국민이 몰리는 상황을 가정하여 부하를 시험한다. 쓰이지 않거나 중복된 서비스는 정기적으로 정리한다. 단일 관문은 공격의 표적이 되므로 이중 인증을 선택이 아니라 기본으로 하여야 한다.",
    "sustainability": "상설 운영기관과 예산이 있고 성인 대부분이 이용하며 법령과 업무 관행도 관문을 전제로 한다. 공통 기능을 재사용할수록 서비스당 비용이 줄어든다. 한 기업에 대한 의존과 총괄 조직의 잦은 변경은 위험 요인이다. 많이 쓰이는 서비스를 개선하기보다 서비스 수를 늘리는 데 치중할 우려도 있다.",
    "preconditions": "모든 주민에게 식별번호를 부여한 중앙 주민등록, 최초 비밀번호를 안전하게 교부하는 방법, 주요 기관의 전자 시스템, 24시간 운영 능력을 갖춘 운영기관이 필요하다. 대규모 이용에 앞서 개인정보보호법이 마련되어야 한다. 공통 연결 규칙과 문서 검증 서비스는 처음부터 갖추어야 한다.",
    "adapt": "운영기관은 기업이 아니라 행정기관이 될 수도 있다. 우체국망이 약한 나라에서는 은행이나 이동통신사가 신원을 확인할 수 있다. 작은 나라는 수백 개를 연결하기보다 적은 수의 서비스를 다시 설계하는 편이 낫다. 문서 검증번호는 포털이 없어도 단독으로 도입하기 쉽다. 외국인 이용과 가족 대리 신청도 고려한다.",
    "not_suitable": "공통 식별번호가 없거나 기관 사이의 식별번호 사용을 법으로 금지하는 나라에는 적합하지 않다. 기존 서비스의 품질이 낮으면 연결만 하는 관문은 실망을 준다. 작은 행정조직에는 완전히 통합된 포털이 더 저렴할 수 있다. 접속기록과 감독 없이 민감정보의 대량 조회를 허용하여서는 안 된다.",
}

PRACTICE = Practice(
    key="edevlet",
    owner="ministry_tr",
    country="TR",
    language="en",
    operation="in_operation",
    since=2008,
    topics=("services", "identity"),
    goals=(9, 16),
    needs_law=False,
    names=(
        Name("e-Devlet Kapısı", "tr", since=2008),
        Name("e-Government Gateway of Türkiye", "en", since=2008),
        Name("튀르키예 전자정부 관문", "ko"),
        Name("turkiye.gov.tr", "tr"),
        Name("EDK", "tr", kind="acronym"),
    ),
    figures=(
        Figure(
            value="64 122 503",
            what={"en": "Registered users", "ko": "등록 이용자 수"},
            source="Ministry of Transport and Infrastructure of Türkiye, statement on the fifteenth anniversary",
            on=date(2023, 12, 18),
        ),
        Figure(
            value="7 651",
            what={"en": "Services, of 1,022 bodies", "ko": "1,022개 기관의 서비스 수"},
            source="Ministry of Transport and Infrastructure of Türkiye, statement on the fifteenth anniversary",
            on=date(2023, 12, 18),
        ),
        Figure(
            value="0.860",
            what={"en": "Online services index of Türkiye", "ko": "튀르키예 온라인서비스지수"},
            source="United Nations E-Government Survey 2022",
            on=date(2022, 12, 31),
        ),
    ),
    needs=(
        Need(capability="population_register"),
        Need(capability="personal_number"),
        Need(capability="lead_agency"),
        Need(capability="data_protection_law", essential=False),
        Need(capability="data_exchange_layer", essential=False),
    ),
    links=(("turkiye.gov.tr", "https://www.turkiye.gov.tr"),),
    texts={"en": EN, "ko": KO},
    queries={
        "ko": ("튀르키예전자정부",),
        "en": ("edevlet kapisi", "e-goverment gateway of Türkiye"),
    },
)
