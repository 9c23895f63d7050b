"""dBrain: the budget, the treasury and the accounts of the Republic of Korea in one system."""

from datetime import date
from decimal import Decimal

from sample_centre.practice_story import Cost, Figure, Name, Need, Practice

TEXTS = {
    "ko": {
        "title": "디브레인(dBrain): 예산 편성부터 집행, 결산까지 잇는 디지털예산회계시스템",
        "summary": "디브레인은 대한민국 중앙정부의 재정 활동을 처음부터 끝까지 처리하는 디지털예산회계시스템이다. 부처는 이 시스템에서 예산을 요구하고, 재정 당국은 조정하며, 국회가 의결한 예산은 사업별로 배정된다. 수입과 지출, 국고금, 국유재산, 물품, 채권과 국가채무가 같은 자료에 기록되고, 지출이 승인되면 대금은 실시간으로 수령인의 계좌에 들어간다. 회계 처리는 발생주의와 복식부기에 따라 자동으로 이루어지므로 결산을 따로 만들 필요가 적다. 2007년 1월 국가재정법의 시행과 함께 가동하였고, 2013년 유엔 공공행정상을 받았다. 15년 동안 쓴 시스템은 2022년 1월 업무 범위를 24개 분야로 넓힌 차세대 디브레인으로 교체되었다. 새 시스템은 재정 자료와 사회·경제 지표를 연결하여 분석하고, 그 결과를 정책 결정에 활용하도록 돕는다. 재정 개혁과 정보시스템을 함께 추진하려는 정부, 흩어진 재정 시스템을 하나로 모으려는 정부에 참고가 된다.",
        "problem": "2006년까지 예산, 국고, 결산은 서로 다른 시스템에서 처리되었다. 부처의 자료는 월말에 손으로 맞추어야 하였고, 어느 사업에 얼마가 남았는지 바로 알 수 없었다. 1997년 외환위기는 정부가 재정 전체의 위험을 보지 못한다는 약점을 드러냈다. 같은 목적의 사업이 여러 부처에서 다른 이름으로 추진되었고, 현금주의 장부에는 자산과 부채가 나타나지 않았다.",
        "solution": "모든 재정 활동을 프로그램과 단위사업으로 다시 분류하고, 그 사업을 중심으로 예산, 계약, 지출, 성과를 한 화면에 모았다. 지출은 전자로 결재하고 금융기관을 통하여 실시간으로 이체한다. 거래가 생기면 회계 분개가 자동으로 기록된다. 외부의 세입, 조달, 인사 시스템을 연계하여 같은 자료를 두 번 입력하지 않게 하였다. 분석 결과는 정책 담당자에게 제공하고, 재정정보는 국민에게 공개한다.",
        "actors": "예산과 국고를 맡은 재정 당국(2025년까지 기획재정부)이 소유하고, 2016년에 설립된 한국재정정보원이 운영한다. 모든 중앙부처의 예산, 사업, 회계 담당자가 사용자이다. 한국은행과 금융결제원, 시중은행이 자금 이체를 맡고, 조달청, 국세청, 관세청의 시스템이 연계되어 있다. 감사원과 국회는 같은 자료로 결산을 검토한다. 개발은 경쟁으로 선정된 업체들이 하였다.",
        "steps": "- 2004년: 재정 개혁과 함께 통합 시스템의 추진단을 만들었다.\n- 2007년 1월: 디브레인이 가동하였다.\n- 2009년: 국가회계법 시행으로 발생주의 회계를 적용하였다.\n- 2013년: 유엔 공공행정상을 받았다.\n- 2016년: 한국재정정보원이 운영을 맡았다.\n- 2019년 12월: 차세대 시스템의 개발을 시작하였다.\n- 2022년 1월 3일: 차세대 디브레인을 개통하였다.",
        "financing": "국가 예산으로 구축하고 운영하며, 부처는 사용료를 내지 않는다. 차세대 시스템에는 2년의 개발 기간에 1,557억 원이 들었다고 재정 당국이 발표하였고, 여기에는 유지보수비 197억 원이 포함된다. 2007년의 최초 구축비는 이 금액에 들어 있지 않다. 운영기관의 인건비는 정부가 출연한다. 자료 정비와 담당자 교육에 드는 각 부처의 시간도 큰 비용이다.",
        "legal": "새 법률이 필요하였다. 국가재정법은 프로그램 예산과 성과관리, 재정정보의 공개를 정하였고, 국가회계법은 발생주의와 복식부기를 도입하였다. 국고금 관리법은 전자 이체와 전자 결재의 효력을 인정하였다. 운영기관은 한국재정정보원법에 따라 설립되었다. 시스템은 제도보다 먼저 만들어지지 않았으며, 법의 시행일에 맞추어 단계적으로 기능을 열었다.",
        "technology": "통합 데이터베이스를 중심으로 예산, 수입, 지출, 자산, 부채, 결산, 성과의 업무시스템이 있다. 전자고지와 전자이체는 금융망과 직접 연결된다. 공무원은 행정전자서명으로 접속하고 지출에는 여러 사람의 승인이 필요하다. 차세대 시스템은 개방형 기술과 분석 플랫폼을 도입하고, 약 8천 개 지표의 변화를 감시하여 위험을 알린다. 시스템은 정부통합전산센터의 보안구역에서 운영된다.",
        "results": "2013년 유엔 공공행정상 자료에 따르면 중앙부처 44곳의 재정 업무를 처리하고 외부 시스템 63개와 연계하였다. 정부 사업은 700개 프로그램과 8천 개 사업으로 정리되었다. 재정 현황은 월말이 아니라 당일에 파악되며, 지급을 위한 방문과 종이 고지서가 사라졌다. 2022년부터는 24개 업무 분야를 다룬다. 예산 자료의 공개는 시민과 연구자의 분석을 가능하게 하였다.",
        "obstacles": "처음에는 사업 분류를 놓고 부처 사이의 이견이 컸고, 발생주의에 익숙한 회계 인력이 모자랐다. 서로 다른 과거 자료를 옮기는 데 예상보다 오래 걸렸다. 차세대 시스템은 개통 일주일 만인 2022년 1월 10일 과부하로 장애를 일으켜 원천세의 신고와 납부에 차질이 있었고, 개통식이 연기되었다. 지방재정은 별도 시스템을 쓰므로 통합 통계에는 여전히 조정이 필요하다.",
        "lessons": "재정 개혁의 내용이 먼저이고 시스템은 그것을 실행하는 수단이다. 최고위층의 지지와 예산 당국의 직접 책임이 부처의 반대를 이겨 냈다. 사업 단위를 먼저 확정하지 않으면 화면을 아무리 고쳐도 자료가 맞지 않는다. 납부 마감일의 최대 부하로 시험하지 않은 개통은 실패한다. 회계 담당자의 교육은 개발만큼 오래 걸리므로 같은 날 시작하여야 한다.",
        "sustainability": "법률에 따른 전담 운영기관과 해마다 편성되는 예산이 있다. 상담센터와 교육 과정이 상시 운영되며, 제도가 바뀌면 시스템의 변경 예산도 함께 정한다. 재정 당국의 조직이 바뀌어도 자료의 구조는 유지된다. 남은 과제는 지방재정과 공공기관의 자료를 더 가깝게 잇는 일, 분석 결과를 실제 예산 결정에 쓰는 일이다.",
        "preconditions": "예산과 회계의 공통 분류, 단일 국고계좌, 은행 사이의 실시간 이체가 있어야 한다. 전자서명과 전자문서의 효력을 법으로 정하고, 모든 부처를 잇는 정부통신망을 갖추어야 한다. 발생주의로 바꾸려면 자산과 부채의 목록을 먼저 만들어야 한다. 예산과 국고를 함께 지휘할 수 있는 주관기관과 훈련된 회계 인력이 필요하다.",
        "adapt": "예산 분류와 결산 서식은 자국의 법과 국제 재정통계 기준에 맞추어 다시 정한다. 현금주의를 쓰는 나라는 국고와 지출부터 시작하고 발생주의는 나중에 더할 수 있다. 이미 국고 시스템이 있으면 교체하기보다 연계하는 편이 위험이 적다. 작은 나라는 상용 재정 프로그램을 쓰고 보고와 공개 부분만 참고하는 것이 좋다.",
        "not_suitable": "예산 제도가 곧 크게 바뀔 나라에서는 먼저 제도를 확정하여야 한다. 부처가 국고 밖의 계좌를 많이 쓰는 곳에서는 시스템이 재정의 일부만 보여 준다. 은행의 전자이체가 불안정하면 지급이 멈춘다. 맞춤형 대형 시스템을 십 년 넘게 유지할 인력과 예산이 없는 정부에는 권하지 않으며, 더 작은 범위로 시작하는 편이 안전하다.",
    },
    "en": {
        "title": "dBrain: state budget, spending and accounts joined in one digital system",
        "summary": "dBrain, the Digital Budget and Accounting System, handles the finances of the central government of the Republic of Korea from beginning to end. Ministries request their budgets in it, the finance authorities adjust them, and the budget passed by the National Assembly is allotted to projects. Revenue, expenditure, treasury funds, state property, goods, claims and public debt are recorded in the same data; once spending is approved, money reaches the account of the payee in real time. Entries follow accrual and double-entry rules automatically, so final accounts need little separate work. The system began in January 2007 together with the National Finance Act and received the United Nations Public Service Award in 2013. After fifteen years it was replaced in January 2022 by a new generation which covers 24 fields of work and links financial data with social and economic indicators for analysis. It is useful to governments which plan a reform of public finance together with an information system, or which want to bring scattered financial systems together.",
        "problem": "Until 2006 budget, treasury and final accounts were kept in different systems. Data of ministries were matched by hand at the end of the month, and nobody saw at once how much was left for a project. The financial crisis of 1997 had shown that the government could not see the risks of public finance as a whole. Projects with one purpose ran under different names, and cash books showed neither assets nor liabilities.",
        "solution": "All financial activity was classified anew into programmes and projects, and around each project budget, contracts, payments and performance came together on one screen. Payments are approved electronically and transferred in real time through the banks. Every transaction makes its accounting entry automatically. Systems of revenue, procurement and personnel are connected, so nothing is entered twice. Results of analysis go to policy makers, and financial data are open to the public.",
        "actors": "The finance authorities responsible for budget and treasury (until 2025 the Ministry of Economy and Finance) own the system; the Korea Public Finance Information Service, founded in 2016, operates it. Budget, project and accounting officers of all ministries use it. The central bank, the clearing institute and commercial banks transfer funds; procurement, tax and customs systems are connected. Auditors and parliament review accounts from the same data. Companies chosen by tender developed it.",
        "steps": "- 2004: a task force is set up together with the fiscal reform.\n- January 2007: dBrain begins to work.\n- 2009: accrual accounting under the National Accounting Act.\n- 2013: United Nations Public Service Award.\n- 2016: the Korea Public Finance Information Service takes over operation.\n- December 2019: development of the next generation begins.\n- 3 January 2022: the next generation opens.",
        "financing": "The state budget pays for construction and operation; ministries pay no fee. The finance authorities announced that the new generation had cost KRW 155.7 billion over two years, of which 19.7 billion was for maintenance. The first construction of 2007 is not included. Staff of the operating body are paid by a government contribution. The time of ministries for cleaning data and training officers is a large cost as well.",
        "legal": "New Acts were needed. The National Finance Act settled programme budgets, performance management and publication of financial information; the National Accounting Act introduced accrual and double entry. The law on treasury funds recognised electronic transfer and approval. The operating body was founded by an Act of its own. The system did not run ahead of the rules: functions were opened step by step with the dates on which laws took effect.",
        "technology": "Around one database stand systems for budget, revenue, expenditure, assets, debt, accounts and performance. Electronic bills and transfers are connected directly to the financial networks. Officials log in with government signatures, and payments need approval by several persons. The new generation brought open technology and an analysis platform which watches some eight thousand indicators and warns of risks. The system runs in a secure zone of the government data centre.",
        "results": "According to the United Nations Public Service Award case of 2013, it handled the finances of 44 central agencies and was linked with 63 outside systems; government work was arranged in 700 programmes and 8,000 projects. The financial position is known on the day, not at the end of the month, and visits and paper bills for payment disappeared. Since 2022 it has covered 24 fields. Open budget data allow citizens and researchers to analyse them.",
        "obstacles": "At first ministries disagreed strongly about the classification of projects, and accountants used to accruals were few. Moving unlike old data took longer than expected. A week after opening, on 10 January 2022, the new generation failed under load and disturbed the filing and payment of withholding tax; the ceremony was put off. Local finance has a system of its own, so combined statistics still need adjustment.",
        "lessons": "The content of fiscal reform comes first; the system carries it out. Support at the highest level and direct responsibility of the budget authority overcame the objections of ministries. Unless units of projects are fixed first, no screen makes data agree. An opening not tested at the peak load of a payment deadline will fail. Training of accountants takes as long as development and should start on the same day.",
        "sustainability": "There is an operating body founded by law and a budget every year. A call centre and courses work permanently, and when rules change, the cost of changing the system is settled with them. The structure of the data survives reorganisations of the finance authorities. Ahead lie closer links with local finance and public institutions, and real use of analysis in budget decisions.",
        "preconditions": "A common classification for budget and accounts, a single treasury account and real-time transfers between banks are needed. Laws must give force to electronic signatures and documents, and a government network must join all ministries. Accrual accounting requires lists of assets and liabilities first. A lead agency able to direct both budget and treasury, and trained accountants, are essential.",
        "adapt": "Budget classification and forms of accounts follow national law and international standards of government finance statistics. A state on cash accounting may begin with treasury and payments and add accruals later. Where a treasury system exists, linking it is less risky than replacing it. Small states do better with a commercial package and may take over only the reporting and publication parts.",
        "not_suitable": "Where the budget system is about to change greatly, rules should be settled first. If ministries hold many accounts outside the treasury, the system shows only a part of public finance. Where bank transfers are unreliable, payments stop. It is not advised for governments without staff and money to keep a large tailor-made system for more than ten years; a smaller scope is safer.",
    },
}

PRACTICE = Practice(
    key="dbrain",
    owner="finance_kr",
    country="KR",
    language="ko",
    operation="in_operation",
    since=2007,
    topics=("finance", "data"),
    goals=(16, 17),
    needs_law=True,
    names=(
        Name("디브레인", "ko", since=2007),
        Name("디지털예산회계시스템", "ko", since=2007),
        Name("dBrain", "en", since=2007),
        Name("Digital Budget and Accounting System", "en", since=2007),
        Name("DBAS", "en", "acronym"),
        Name("국가재정정보시스템(NAFIS)", "ko", "former", since=2003, until=2006),
    ),
    figures=(
        Figure(
            "44",
            {
                "ko": "재정 업무를 디브레인에서 처리한 중앙부처의 수",
                "en": "central agencies whose finances dBrain handled",
            },
            "United Nations Public Service Awards, case of the Ministry of Strategy and Finance",
            date(2013, 12, 31),
            "https://publicadministration.un.org/en/Research/Case-Studies/unpsacases/ctl/NominationProfile/mid/1170/id/1664",
        ),
        Figure(
            "24",
            {
                "ko": "차세대 디브레인이 처리하는 재정업무 분야의 수",
                "en": "fields of financial work covered by the new generation",
            },
            "Ministry of Economy and Finance, opening of the new generation, reported by Newsis",
            date(2022, 1, 20),
            "https://newsis.com/view?id=NISX20220120_0001731343",
        ),
    ),
    needs=(
        Need("e_signature_law"),
        Need("e_payments"),
        Need("government_network"),
        Need("lead_agency"),
        Need("government_data_centre", essential=False),
    ),
    links=(("Open Fiscal Data", "https://www.openfiscaldata.go.kr"),),
    texts=TEXTS,
    cost=Cost(Decimal(155700000000), "KRW", 2022, "over_10m"),
    queries={
        "ko": ("차세대디브레인",),
        "en": ("dBrian accounting", "DBAS"),
    },
)
