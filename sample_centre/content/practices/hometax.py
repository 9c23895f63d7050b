"""Hometax 홈택스: national taxes filed, paid and certified over the Internet."""

from datetime import date
from decimal import Decimal

from sample_centre.practice_story import Cost, Figure, Name, Need, Practice

PRACTICE = Practice(
    key="hometax",
    owner="tax_kr",
    country="KR",
    language="ko",
    operation="in_operation",
    since=2002,
    topics=("finance", "services"),
    goals=(8, 16, 17),
    needs_law=True,
    names=(
        Name("홈택스", "ko", since=2002),
        Name("Hometax", "en", since=2002),
        Name("홈택스서비스", "ko", kind="former", since=2002, until=2015),
        Name("Home Tax Service", "en", kind="former", since=2002, until=2015),
        Name("HTS", "en", kind="acronym"),
    ),
    figures=(
        Figure(
            "8",
            {
                "ko": "2015년 2월 23일 홈택스 하나로 통합된 국세 온라인 서비스의 수",
                "en": "online tax services merged into one Hometax on 23 February 2015",
            },
            "National Tax Service, announcement of 17 February 2015",
            date(2015, 2, 17),
        ),
        Figure(
            "4,531,000",
            {"ko": "2006년 6월 홈택스 가입자 수", "en": "registered users of Hometax in June 2006"},
            "National Tax Service, “Major Development of Korean e-service (Hometax)”",
            date(2006, 6, 30),
        ),
    ),
    needs=(
        Need("public_key_infrastructure"),
        Need("personal_number"),
        Need("e_payments"),
        Need("data_protection_law"),
        Need(index="tii", minimum=Decimal("0.60"), essential=False),
    ),
    links=(("Hometax", "https://www.hometax.go.kr"), ("National Tax Service", "https://www.nts.go.kr")),
    cost=Cost(Decimal(91000000000), "KRW", 2014, "over_10m"),
    queries={
        "ko": ("연말정산간소화", "국세 전자신고를 하는"),
        "en": ("Homtax",),
        "ru": ("Hometax",),
    },
    texts={
        "ko": {
            "title": "세무서에 가지 않고 국세를 신고·납부하고 증명을 발급받는 홈택스",
            "summary": "홈택스는 국세청이 운영하는 전자세정 서비스이다. 납세자는 인터넷과 휴대전화로 국세를 신고하고 납부하며, 고지서를 받고, 납세증명을 발급받는다. 2002년 4월 서비스를 시작할 때에는 신고와 납부가 중심이었으나, 2005년 현금영수증, 2006년 연말정산 간소화, 2010년 전후 전자세금계산서가 차례로 더해졌다. 제도마다 사이트를 따로 만든 결과 납세자는 여러 번 가입하고 로그인해야 했다. 국세청은 2011년부터 2014년까지 차세대 국세행정시스템을 구축하고 2015년 2월 23일 여덟 개 서비스를 홈택스 하나로 통합했다. 핵심은 신고 화면이 아니라 자료의 흐름이다. 사업자와 금융기관, 병원, 카드사가 법에 따라 거래 자료를 제출하면 국세청이 이를 납세자별로 모아 신고서를 미리 채워 주고, 납세자는 내용을 확인하고 고친 뒤 제출한다. 그 결과 납세 협력 비용이 줄었고 거래가 드러나 세원이 넓어졌다. 전자서명과 납세자 번호, 자료 제출 의무를 정한 법이 먼저 있어야 하며, 세법 개정이 잦으면 시스템도 해마다 함께 바뀌어야 한다.",
            "problem": "1990년대까지 납세자는 신고서를 손으로 쓰고 세무서나 은행을 방문했다. 직원은 서류를 다시 입력하느라 오류를 확인하고 신고를 도울 시간이 부족했다. 현금 거래는 기록이 남지 않았고, 근로자는 연말마다 병원과 학교에서 영수증을 직접 모아야 했다.",
            "solution": "하나의 창구에서 신고, 납부, 고지, 증명 발급, 전자세금계산서와 현금영수증 조회를 처리한다. 제3자가 제출한 자료로 신고서를 미리 채우고, 납세자는 확인하고 고친다. 세무대리인도 같은 창구를 이용하므로 자료가 한 번만 입력되고, 납세자는 방문하지 않고 결과를 확인한다.",
            "actors": "국세청이 제도를 설계하고 시스템을 운영한다. 기획재정부는 세법을 맡고, 은행과 금융결제원은 납부를 처리한다. 카드사, 병원, 학교, 보험사는 자료를 제출한다. 세무사는 납세자를 대리하고, 사업자와 근로자가 이용한다. 이 사례의 등록 기관은 전자정부 담당 부처인 행정안전부로 적었다.",
            "steps": "- 1997년: 국세통합시스템(TIS)을 가동해 내부 업무를 전산화했다.\n- 2002년 4월: 홈택스에서 전자신고와 납부를 시작했다.\n- 2005년: 현금영수증 제도를 시행했다.\n- 2006년: 연말정산 간소화 서비스를 열었다.\n- 2011년: 법인의 전자세금계산서 발급을 의무화하고 차세대 사업에 착수했다.\n- 2015년 2월: 여덟 개 서비스를 통합했다.\n- 이후: 모바일 신고와 미리 채움을 넓혔다.",
            "financing": "국가 예산으로 구축하고 운영한다. 2015년 2월 언론 보도에 따르면 차세대 시스템에 2014년까지 개발비 약 910억 원이 들었고, 장비 임차료는 별도이다. 납세자는 이용료를 내지 않는다. 해마다 세법 개정 반영과 장비 교체 비용을 예산에 넣어야 한다.",
            "legal": "「국세기본법」은 전자신고와 전자송달의 효력을, 「부가가치세법」은 전자세금계산서 의무를, 「조세특례제한법」은 현금영수증 공제를, 「소득세법」은 간소화 자료 제출을 정한다. 1999년 「전자서명법」이 본인 확인의 바탕이 되었고, 과세정보 비밀유지 조항이 열람 범위를 제한한다.",
            "technology": "대외 포털과 내부 국세행정시스템이 하나의 자료 저장소를 함께 쓴다. 인증서, 휴대전화, 카드로 본인을 확인하며 이후 간편인증이 추가되었다. 세무 프로그램은 표준 파일로 신고서를 올린다. 신고 기한에 접속이 몰리므로 대기열과 장비 증설을 미리 준비한다.",
            "results": "대부분의 국세 신고가 전자로 이루어지고, 근로자는 영수증을 모으는 대신 내려받은 자료를 제출한다. 2006년 6월에 가입자는 이미 453만 명을 넘었다. 현금영수증과 전자세금계산서로 거래가 기록되어 세원이 드러났고, 직원은 입력 대신 상담과 조사에 시간을 쓴다.",
            "obstacles": "제도마다 사이트를 따로 만들어 가입과 인증이 중복되었다. 2015년 통합 때 이용자는 다시 가입해야 했고 접속 지연이 우려되었다. 초기에는 특정 브라우저와 보안 프로그램이 필요해 고령자와 외국인이 불편을 겪었다. 미리 채운 금액을 그대로 믿었다가 공제를 잘못 받는 일도 있다.",
            "lessons": "화면보다 자료 제출 의무가 먼저이다. 의무에는 세액공제 같은 유인을 함께 둔다. 새 제도마다 사이트를 만들지 말고 처음부터 하나의 계정을 쓴다. 큰 전환은 신고가 적은 기간에 하고, 전화 상담 인력을 늘린다. 납세자가 고칠 수 없는 미리 채움은 신뢰를 잃는다.",
            "sustainability": "국세청 안에 전산 조직이 있어 세법 개정을 해마다 반영한다. 법이 전자신고와 자료 제출을 의무로 정하므로 이용이 줄지 않는다. 다만 장비 임차와 유지 비용이 크고, 사업자 의존을 막으려면 원천 자료와 업무 지식을 기관이 가져야 한다.",
            "preconditions": "납세자를 한 사람으로 식별하는 번호, 법적 효력이 있는 전자서명, 은행과 연결된 전자납부, 개인정보 보호법이 있어야 한다. 내부 세무 업무가 먼저 전산화되어 있어야 하며, 자료를 제출할 금융기관과 사업자의 전산 수준도 필요하다. 상담 전화는 개통 첫날부터 운영한다.",
            "adapt": "세목은 부가가치세나 원천세처럼 신고자가 적고 건수가 많은 것부터 시작한다. 인증 수단은 나라에 이미 보급된 것을 쓴다. 간소화 자료의 범위는 의료비처럼 제출 기관이 분명한 항목부터 정하고, 동의와 열람 기록은 각국의 개인정보 법에 맞춘다.",
            "not_suitable": "내부 세무 시스템이 없거나 납세자 등록이 정확하지 않으면 전자신고는 잘못된 자료만 빨리 모은다. 세율과 서식이 한 해에도 여러 번 바뀌는 곳, 은행 결제가 드문 곳, 자료 제출을 강제할 법이 없는 곳에서는 전면 도입이 맞지 않는다.",
        },
        "en": {
            "title": "Filing, paying and certifying national taxes without visiting a tax office: Hometax",
            "summary": "Hometax is the electronic tax service run by the National Tax Service of the Republic of Korea. Taxpayers file and pay national taxes, receive notices and print certificates over the Internet or a mobile telephone. When it opened in April 2002 it offered mainly filing and payment. Cash receipts followed in 2005, the simplified year-end settlement in 2006 and electronic tax invoices around 2010. As each scheme had its own site, people had to register and sign in several times. From 2011 to 2014 the Service built a new tax administration system, and on 23 February 2015 it merged eight services into one Hometax. The core is not the form on the screen but the flow of data: businesses, banks, hospitals and card companies submit transactions as the law requires, the Service gathers them for each taxpayer and fills in the return, and the taxpayer checks, corrects and submits it. Compliance has become cheaper and transactions more visible. Laws on electronic signatures, taxpayer numbers and the duty to submit data must come first, and the system must change every year with tax law.",
            "problem": "Until the 1990s taxpayers wrote returns by hand and visited a tax office or a bank. Officials typed the papers in again and had little time to check errors or to help. Cash sales left no trace, and each winter employees collected receipts from hospitals and schools themselves.",
            "solution": "One entrance serves filing, payment, notices, certificates, electronic tax invoices and cash receipts. Returns are filled in beforehand from data of third parties; the taxpayer checks and corrects them. Tax agents use the same entrance, so data are entered once, and the result is seen without a visit.",
            "actors": "The National Tax Service designs the schemes and runs the system. The ministry of finance is responsible for tax law; banks and their clearing institute process payments. Card companies, hospitals, schools and insurers submit data. Tax agents act for taxpayers; businesses and employees use it. The Ministry of the Interior and Safety, responsible for e-government, is entered here as the owner.",
            "steps": "- 1997: the Tax Integrated System (TIS) put internal work on computers.\n- April 2002: Hometax opened with filing and payment.\n- 2005: cash receipts were introduced.\n- 2006: the simplified year-end settlement opened.\n- 2011: electronic tax invoices became obligatory for corporations, and the new system was begun.\n- February 2015: eight services were merged.\n- Since then: mobile filing and pre-filled returns have grown.",
            "financing": "Built and run from the state budget. According to press reports of February 2015 about KRW 91 billion was spent on developing the new system by 2014, the leasing of equipment not included. Taxpayers pay no fee. Yearly changes of tax law and the replacement of equipment need their own budget line.",
            "legal": "The Framework Act on National Taxes gives effect to electronic filing and delivery, the Value-Added Tax Act obliges to electronic invoices, the Restriction of Special Taxation Act grants the deduction for cash receipts, and the Income Tax Act requires data for the year-end settlement. The Digital Signature Act of 1999 made identification possible; the secrecy of tax data limits access.",
            "technology": "The public portal and the internal tax system share one store of data. People identify themselves by certificate, mobile telephone or card; simpler sign-in was added later. Tax software uploads returns as standard files. As traffic peaks on filing days, queues and additional capacity are prepared beforehand.",
            "results": "Most national tax returns are filed electronically, and employees hand in downloaded data instead of collected receipts. In June 2006 there were already more than 4.5 million registered users. Cash receipts and electronic invoices made transactions visible, and officials spend time on advice and audit instead of typing.",
            "obstacles": "Separate sites for each scheme meant repeated registration. At the merger of 2015 users had to register again and delays were feared. At first certain browsers and security programs were needed, which was hard for older people and foreigners. Some rely on pre-filled sums and claim a wrong deduction.",
            "lessons": "The duty to submit data comes before the screen, and incentives such as tax deductions should accompany it. Do not build a site for each scheme; use one account from the start. Make large changes outside filing seasons and add staff to the telephone desk. Pre-filling that people cannot correct loses their trust.",
            "sustainability": "The Service has its own computing department, which follows tax law every year. As electronic filing and the submission of data are required by law, use does not fall. Leasing and maintenance remain costly, and the authority must keep its source data and business knowledge to stay independent of contractors.",
            "preconditions": "A number that identifies each taxpayer, electronic signatures with legal effect, electronic payment linked to banks and a data protection law. Internal tax work must already be on computers, and banks and businesses must be able to submit data. The telephone desk works from the first day.",
            "adapt": "Begin with taxes that have few filers and many returns, such as value-added or withholding tax. Use the means of identification already common in the country. Start pre-filling with items whose sources are clear, such as medical expenses, and fit consent and logs of access to national law.",
            "not_suitable": "Without an internal tax system or a correct register of taxpayers, electronic filing only gathers wrong data faster. Full introduction does not fit where rates and forms change several times a year, where bank payment is rare, or where no law can compel third parties to submit data.",
        },
    },
)
