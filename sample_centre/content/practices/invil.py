"""INVIL 정보화마을: broadband, training and a shop for villages."""

from datetime import date
from decimal import Decimal

from sample_centre.practice_story import Figure, Name, Need, Practice

PRACTICE = Practice(
    key="invil",
    owner="mois",
    country="KR",
    language="ko",
    operation="in_operation",
    since=2001,
    topics=("inclusion", "local"),
    goals=(8, 9, 10, 11),
    needs_law=False,
    names=(
        Name("정보화마을", "ko", since=2001),
        Name("인빌", "ko"),
        Name("Information Network Village", "en", since=2001),
        Name("INVIL", "en", kind="acronym"),
        Name("정보화 시범마을", "ko", kind="former", since=2001),
    ),
    figures=(
        Figure(
            "368",
            {"ko": "2014년 12월 정보화마을 수", "en": "information villages in December 2014"},
            "Ministry of the Interior, reported by Electronic Times, 23 December 2014",
            date(2014, 12, 23),
        ),
        Figure(
            "312",
            {"ko": "2019년 5월 운영 중인 정보화마을 수", "en": "information villages in operation in May 2019"},
            "Ministry of the Interior and Safety, cited in the press on 24 August 2020",
            date(2019, 5, 31),
        ),
        Figure(
            "KRW 23 billion",
            {
                "ko": "2019년 특산물 판매액(온라인과 오프라인 합계), 전년보다 7.2% 감소",
                "en": "sales of local products in 2019, online and offline, 7.2 per cent less than the year before",
            },
            "Ministry of the Interior and Safety, cited in the press on 24 August 2020",
            date(2019, 12, 31),
        ),
    ),
    needs=(
        Need("help_desk"),
        Need("lead_agency"),
        Need("e_payments", essential=False),
        Need(index="tii", minimum=Decimal("0.50")),
    ),
    links=(("Ministry of the Interior and Safety", "https://www.mois.go.kr"),),
    queries={
        "ko": ("정보화마을조성", "인빌"),
        "en": ("information vilage",),
        "ru": ("INVIL",),
    },
    texts={
        "ko": {
            "title": "농산어촌의 정보격차를 줄이고 소득을 높이는 정보화마을(인빌)",
            "summary": "정보화마을은 농촌과 산촌, 어촌에 초고속인터넷과 컴퓨터, 마을정보센터를 마련하고 주민을 교육하며, 공동 쇼핑몰에서 특산물과 체험 관광을 팔도록 돕는 사업이다. 당시 행정자치부가 지방자치단체와 함께 2001년에 시작하였다. 정보격차를 줄이는 데 그치지 않고 마을의 소득을 높이고 공동체를 살리는 것이 목적이다. 마을은 공모와 현지 실사를 거쳐 선정되며, 주민이 스스로 운영위원회를 만들고 마을 관리자를 둔다. 2004년 초에 103개였던 마을은 2014년 말 368개까지 늘었다. 운영이 부진한 마을은 지정을 해제하였는데, 2007년에 처음으로 두 곳이 제외되었다. 이후 주민의 고령화와 민간 쇼핑몰의 성장으로 방문자와 판매가 줄어, 2019년에는 312개 마을이 남았고 특산물 판매액은 230억 원으로 전년보다 7.2% 감소하였다. 따라서 이 사례는 성과와 한계를 함께 보여 준다. 망보다 사람과 운영에 투자할 때 효과가 있었고, 지원이 줄면 약한 마을부터 멈추었다.",
            "problem": "1990년대 말 도시에는 초고속인터넷이 빠르게 퍼졌으나 농산어촌은 수익이 나지 않아 통신사가 투자하지 않았다. 인구가 줄고 나이가 들었으며 농산물 시장이 열려 소득이 낮아졌다. 시설 위주의 지원은 한 번으로 끝나 마을이 스스로 일어서지 못하였다.",
            "solution": "마을 단위로 인터넷, 컴퓨터, 교육장, 누리집을 함께 마련한다. 주민 교육과 마을 관리자의 상주 지원을 이어 가고, 공동 쇼핑몰 인빌에서 특산물과 체험을 판다. 상품 등록, 결제, 배송 상담은 중앙 시스템이 돕는다. 해마다 평가하여 우수 마을은 더 지원하고 부진한 마을은 해제한다.",
            "actors": "행정안전부가 계획과 평가를 맡고, 시·도와 시·군이 마을을 추천하며 비용을 나눈다. 중앙운영조직이 쇼핑몰과 상담을 운영한다. 마을에는 주민이 뽑은 운영위원회와 관리자가 있다. 통신사와 정보기술 기업, 자원봉사자가 참여하고 도시 소비자가 물건을 산다.",
            "steps": "- 2001년: 시범마을을 공모하고 사업을 시작하였다.\n- 2004년: 103개 마을이 운영되고 77개 마을의 콘텐츠를 구축하였다.\n- 2007년: 지정해제 기준을 만들고 처음으로 두 마을을 제외하였다.\n- 2011년: 363개 마을이 운영되었다.\n- 2015년: 휴대전화로 구매하는 중앙시스템을 열었다.\n- 2019년: 312개 마을이 남았다.",
            "financing": "국비와 지방비를 함께 쓴다. 2004년에 선정한 70개 마을에는 특별교부세 140억 원과 지방비 105억 원, 모두 245억 원을 배정하였다고 보도되었다. 2015년 중앙 운영관리와 평가 예산은 22억 원이었다. 마을 관리자의 인건비와 시설 유지는 주로 지방자치단체가 부담한다.",
            "legal": "별도의 법 없이 정보격차 해소와 지역정보화에 관한 기존 법률, 지방자치단체 조례, 행정안전부 지침으로 시행하였다. 마을 지정과 해제는 지침의 평가 기준에 따른다. 쇼핑몰에는 전자상거래 소비자 보호와 식품 표시, 개인정보 보호에 관한 일반 법률이 적용된다.",
            "technology": "광케이블이나 무선으로 마을에 초고속망을 놓고 정보센터에 컴퓨터와 교육 장비를 둔다. 마을 누리집과 쇼핑몰은 하나의 중앙 시스템에서 같은 도구로 만든다. 2015년부터 휴대전화로 상품을 사고 체험을 예약한다. 판매와 교육, 운영 현황을 모아 평가에 쓴다.",
            "results": "가장 많을 때 368개 마을이 참여하였고, 인터넷을 처음 배운 주민이 마을 소식을 알리고 물건을 팔았다. 2013년 인빌 매출은 385억 원으로 보도되었다. 그러나 2019년 특산물 판매는 230억 원으로 줄었다. 성과는 지도자와 관리자가 있는 마을에 집중되었다.",
            "obstacles": "주민이 고령이고 이사를 나가 배운 사람이 남지 않았다. 위원장이 자주 바뀌거나 도시화된 마을은 참여가 낮았다. 관리자 급여가 낮고 불안정하였다. 대형 민간 쇼핑몰이 커지면서 인빌의 방문자와 상품이 줄었고, 감염병으로 체험 관광도 크게 감소하였다.",
            "lessons": "망과 장비보다 사람을 먼저 정한다. 상주하는 관리자와 계속되는 교육이 성패를 가른다. 팔 물건과 물량, 배송을 확인한 다음 쇼핑몰을 연다. 독자 쇼핑몰을 오래 유지하기보다 이용자가 많은 민간 장터와 연결할 시점을 미리 정한다. 해제 기준은 선정할 때 함께 알린다.",
            "sustainability": "중앙 지원이 줄어도 판매와 체험 수입으로 관리자를 두는 마을은 이어졌다. 수입이 적은 마을은 지방비가 끊기면 멈추었다. 2019년 이후의 마을 수와 쇼핑몰 상태는 이 자료에서 확인하지 못하였으므로 방문이나 도입 전에 행정안전부에 문의하여야 한다.",
            "preconditions": "마을까지 닿는 통신망과 전기, 우편이나 택배가 있어야 한다. 비용을 나눌 지방자치단체, 여러 마을을 돕는 중앙 상담 조직, 주민이 뽑은 책임자가 필요하다. 온라인 판매를 하려면 카드나 휴대전화 결제가 가능하고 품질과 환불 규칙이 정해져야 한다.",
            "adapt": "지금은 컴퓨터실 대신 휴대전화와 공공 도서관, 우체국을 거점으로 삼을 수 있다. 판매보다 원격 의료나 행정 신청이 더 급한 지역도 있다. 언어와 교육 방식, 계절 노동에 맞추어 시간표를 짜고, 서너 마을에서 2년쯤 시험한 뒤 늘린다.",
            "not_suitable": "주민이 흩어져 살거나 함께 일할 조직이 없는 곳, 팔 물건의 양이 일정하지 않은 곳에서는 쇼핑몰이 성공하기 어렵다. 이미 민간 장터가 농촌까지 들어간 나라에서 독자 쇼핑몰을 새로 만드는 일도 맞지 않는다. 단기 예산만 있는 경우에도 시작하지 않는다.",
        },
        "en": {
            "title": "Villages with broadband, training and a common shop: Information Network Villages",
            "summary": "The Information Network Villages, INVIL for short, give farming, mountain and fishing villages of the Republic of Korea broadband, computers and a village centre, train residents, and help them sell local products and stays in a common online shop. The ministry of the interior began the programme with local governments in 2001. It was meant not only to narrow the digital divide but to raise incomes and keep communities alive. Villages are chosen by call and inspection; residents form a committee and have a village manager. There were 103 villages early in 2004 and 368 at the end of 2014. Villages that do badly lose the title; in 2007 two were removed for the first time. As residents grew older and private shops grew larger, visitors and sales fell: in 2019, 312 villages remained and product sales were KRW 23 billion, 7.2 per cent less than the year before. The case therefore shows both success and limits. Investment in people worked better than in cables, and weak villages stopped first when support fell.",
            "problem": "In the late 1990s broadband spread fast in cities, but companies did not invest in villages where it brought no profit. Villages lost people and grew old, and open markets for farm products lowered incomes. Support that built facilities once did not put villages on their own feet.",
            "solution": "Each village receives access, computers, a training room and a site together. Training and the daily help of a village manager continue, and products and stays are sold in the common shop. A central system helps with listing, payment and delivery. Villages are evaluated each year: good ones receive more, poor ones lose the title.",
            "actors": "The Ministry of the Interior and Safety plans and evaluates; provinces, cities and counties nominate villages and share costs. A central team runs the shop and the help desk. Each village has a committee elected by residents and a manager. Telecommunication and IT companies and volunteers take part; city people buy.",
            "steps": "- 2001: pilot villages were called for.\n- 2004: 103 villages worked, and content for 77 more was built.\n- 2007: criteria for removal were set and two villages lost the title.\n- 2011: 363 villages worked.\n- 2015: a new central system offered purchases by mobile telephone.\n- 2019: 312 villages remained.",
            "financing": "National and local funds are combined. For 70 villages chosen in 2004, KRW 14 billion of special grants and 10.5 billion of local money, 24.5 billion in all, were reported. Central operation and evaluation in 2015 had KRW 2.2 billion. Pay of village managers and upkeep are borne mainly by local governments.",
            "legal": "No special law was made. The programme rests on existing laws on the digital divide and informatisation, on local ordinances and on guidelines of the ministry, which also set the criteria for giving and taking away the title. General laws on electronic commerce, food labelling and personal data apply to the shop.",
            "technology": "Villages were linked by fibre or radio, and centres equipped with computers and training facilities. Village sites and the shop are made with the same tools in one central system. Since 2015 products and stays can be bought by mobile telephone. Data on sales, training and operation are gathered for evaluation.",
            "results": "At most 368 villages took part; residents who had never used the Internet reported local news and sold goods. Sales of 2013 were reported at KRW 38.5 billion. By 2019 product sales had fallen to 23 billion. Results were concentrated in villages with able leaders and managers.",
            "obstacles": "Residents were old or moved away, and skills left with them. Where chairpersons changed often or the village became a suburb, few took part. Managers were poorly and insecurely paid. As large private shops grew, INVIL lost visitors and products, and the epidemic sharply reduced stays.",
            "lessons": "Choose the people before cables and machines: a resident manager and continued training decide. Check goods, quantities and delivery before opening a shop. Rather than keeping a shop of one's own for long, decide beforehand when to move to private market places. Announce the criteria for removal together with those for selection.",
            "sustainability": "Villages whose sales and stays pay for a manager went on when central support fell; those with little income stopped when local money ended. The number of villages and the state of the shop after 2019 could not be confirmed here; ask the ministry before a visit or an adoption.",
            "preconditions": "A network that reaches the village, electricity and a parcel service; a local government that shares costs; a central desk that helps many villages; and a leader elected by residents. Selling online needs payment by card or telephone and rules on quality and refunds.",
            "adapt": "Today mobile telephones, public libraries and post offices can take the place of computer rooms. In some regions telemedicine or applications to authorities matter more than sales. Fit language, teaching and timetable to seasonal work, and try three or four villages for about two years before growing.",
            "not_suitable": "A shop hardly succeeds where people live scattered, have no common organisation or cannot supply steady quantities. A new public shop does not fit where private market places already reach villages. Do not begin with money for one year only.",
        },
    },
)
