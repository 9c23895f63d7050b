"""The other joint projects: six of 2017 and 2018 whose names are real; four of today, all of them samples.

One runs late with its report, one waits for its registration, one for opinions, one is still on paper.
"""

from typing import NamedTuple

from sample_centre.content.countries import four

Text = dict[str, str]


class Past(NamedTuple):
    """A project that was closed: the key of its decision, what it was, who led, what came of it."""

    key: str
    kind: str
    year: int
    lead_a: str
    lead_b: str
    contractor: str
    amount: str
    summary: Text
    gave: tuple[str, Text]  # kind of transfer, name
    still_used: Text


class Present(NamedTuple):
    """A project of today; one that the committee has decided on is named there."""

    kind: str
    lead_a: str
    lead_b: str
    summary: Text = {}
    name: Text = {}
    amount: str = "0"
    contractor: str = ""


class Paper(NamedTuple):
    """A paper of the pack that a country asks for."""

    name: Text
    copies: int


class Rule(NamedTuple):
    """How a country registers projects with foreign money; `authority` is the key of the body."""

    name: Text
    authority: str
    legal_basis: Text
    papers: tuple[Paper, ...]


PASTS = (
    Past("etrade_2017", "consulting", 2017, "ministry_by", "nia", "ktnet", "118000.00",
         four("A concept of paperless foreign trade for one single window.", "Концепция безбумажной внешней торговли по принципу «единого окна».", "Канцэпцыя безпапяровага знешняга гандлю па прынцыпе «адзінага акна».", "단일창구 기반 무서류 무역 구상."),
         ("method", four("Concept and roadmap of an electronic trade system", "Концепция и дорожная карта системы электронной торговли", "Канцэпцыя і дарожная карта сістэмы электроннага гандлю", "전자무역시스템 구상과 로드맵")),
         four("The roadmap was taken up in the plan of the ministry.", "Дорожная карта учтена в плане министерства.", "Дарожная карта ўлічана ў плане міністэрства.", "로드맵이 부처 계획에 반영되었다.")),
    Past("security_2017", "training", 2017, "oac_by", "nia", "kisa", "96000.00",
         four("Courses for specialists who protect state systems.", "Курсы для специалистов по защите государственных систем.", "Курсы для спецыялістаў па абароне дзяржаўных сістэм.", "국가 시스템 보호 담당자 교육."),
         ("method", four("Training material of three courses", "Учебные материалы трёх курсов", "Навучальныя матэрыялы трох курсаў", "교육 3과정 교재")),
         four("The courses are held by the centre's own teachers.", "Курсы проводят собственные преподаватели.", "Курсы праводзяць уласныя выкладчыкі.", "자체 강사가 교육을 이어 가고 있다.")),
    Past("archive_2017", "consulting", 2017, "archives_by", "archives_kr", "", "121000.00",
         four("A concept of a digital national archive.", "Концепция цифрового национального архива.", "Канцэпцыя лічбавага нацыянальнага архіва.", "디지털 국가기록관 구상."),
         ("method", four("Concept of the digital national archive", "Концепция цифрового национального архива", "Канцэпцыя лічбавага нацыянальнага архіва", "디지털 국가기록관 구상")),
         four("It is the ground of the pilot that runs today.", "На ней основан сегодняшний пилотный проект.", "На ёй заснаваны сённяшні пілотны праект.", "현재 시범사업의 바탕이 되었다.")),
    Past("etrade_2018", "training", 2018, "ministry_by", "nia", "ktnet", "104000.00",
         four("Officials and companies learn to use electronic trade documents.", "Служащие и предприятия учатся применять электронные торговые документы.", "Служачыя і прадпрыемствы вучацца ўжываць электронныя гандлёвыя дакументы.", "공무원과 기업의 전자무역문서 활용 교육."),
         ("method", four("Course on electronic trade documents", "Курс по электронным торговым документам", "Курс па электронных гандлёвых дакументах", "전자무역문서 교육과정")),
         four("The course has become part of further training.", "Курс включён в систему повышения квалификации.", "Курс уключаны ў сістэму павышэння кваліфікацыі.", "보수교육 과정에 편입되었다.")),
    Past("security_2018", "training", 2018, "oac_by", "nia", "kisa", "92000.00",
         four("Advanced courses with exercises against attacks.", "Углублённые курсы с учениями по отражению атак.", "Паглыбленыя курсы з вучэннямі па адбіцці атак.", "침해 대응 훈련을 포함한 심화 교육."),
         ("method", four("Exercises of attack and defence", "Учебные сценарии атак и защиты", "Навучальныя сцэнарыі атак і абароны", "공격·방어 실습 시나리오")),
         four("Exercises are held every year.", "Учения проводятся ежегодно.", "Вучэнні праводзяцца штогод.", "매년 훈련을 실시한다.")),
    Past("standards_2018", "consulting", 2018, "services_by", "nia", "", "99000.00",
         four("How information systems of the state are described and made to fit each other.", "Как описывать государственные информационные системы и обеспечивать их совместимость.", "Як апісваць дзяржаўныя інфармацыйныя сістэмы і забяспечваць іх сумяшчальнасць.", "국가 정보시스템의 기술과 호환을 위한 표준."),
         ("standard", four("Draft standard for passports of information systems", "Проект стандарта паспортов информационных систем", "Праект стандарту пашпартоў інфармацыйных сістэм", "정보시스템 명세 표준안")),
         four("Two ministries describe their systems by it.", "По нему описывают системы два министерства.", "Паводле яго апісваюць сістэмы два міністэрствы.", "두 부처가 이 표준으로 시스템을 기술한다.")),
)  # fmt: skip

# The concept papers of those years are kept on paper: the record holds where they are, and the summary.
ON_PAPER = {
    "situation": four("The concept paper of that year is kept in the archive of the centre; this record holds its summary.", "Концептуальная записка того года хранится в архиве центра; здесь приведено её содержание.", "Канцэптуальная запіска таго года захоўваецца ў архіве цэнтра; тут прыведзены яе змест.", "당시 사업제안서는 센터 문서고에 있으며, 여기에는 요약만 싣는다."),
    "problem": four("It was found in the survey of needs before the session of the committee.", "Выявлена в ходе изучения потребностей перед заседанием комитета.", "Выяўлена пры вывучэнні патрэб перад пасяджэннем камітэта.", "위원회 개최 전 수요조사에서 확인되었다."),
    "beneficiaries": four("The staff of the leading body and of the bodies that use its systems.", "Сотрудники ответственного органа и органов, пользующихся его системами.", "Супрацоўнікі адказнага органа і органаў, якія карыстаюцца яго сістэмамі.", "주관기관과 그 시스템을 쓰는 기관의 직원."),
    "national_plan": four("The strategy of informatisation for 2016–2022.", "Стратегия информатизации на 2016–2022 годы.", "Стратэгія інфарматызацыі на 2016–2022 гады.", "2016–2022년 정보화 전략."),
    "activities": four("1. Analysis. 2. Work on the spot. 3. Final report to the committee.", "1. Анализ. 2. Работа на месте. 3. Итоговый отчёт комитету.", "1. Аналіз. 2. Праца на месцы. 3. Выніковая справаздача камітэту.", "1. 분석. 2. 현지 수행. 3. 위원회 최종보고."),
    "sustainability": four("The leading body of Belarus carries the result on.", "Результат сопровождает ответственный орган Беларуси.", "Вынік суправаджае адказны орган Беларусі.", "벨라루스 주관기관이 결과를 이어 간다."),
    "assumptions": four("People who were trained stay in their posts.", "Обученные сотрудники остаются на своих местах.", "Навучаныя супрацоўнікі застаюцца на сваіх месцах.", "교육받은 직원이 자리를 지킨다."),
}  # fmt: skip
TODAY = {
    "national_plan": four("The state programme “Digital Belarus” for 2026–2030.", "Государственная программа «Цифровая Беларусь» на 2026–2030 годы.", "Дзяржаўная праграма «Лічбавая Беларусь» на 2026–2030 гады.", "2026–2030년 국가 프로그램 「디지털 벨라루스」."),
    "sustainability": four("The leading body of Belarus takes the result over into its own budget.", "Ответственный орган Беларуси берёт результат на собственный бюджет.", "Адказны орган Беларусі бярэ вынік на ўласны бюджэт.", "벨라루스 주관기관이 자체 예산으로 결과를 이어 간다."),
}  # fmt: skip
CONCEPTS = {
    "auditors": {
        "situation": four("Systems of the state are audited by companies whose auditors nobody has examined.", "Аудит государственных систем проводят компании, аудиторов которых никто не проверял.", "Аўдыт дзяржаўных сістэм праводзяць кампаніі, аўдытараў якіх ніхто не правяраў.", "자격을 검증받지 않은 업체 감사인이 국가 시스템을 감사한다."),
        "problem": four("Of thirty audit reports of last year, eleven had to be done again.", "Из тридцати отчётов прошлого года одиннадцать пришлось переделать.", "З трыццаці справаздач мінулага года адзінаццаць давялося перарабіць.", "지난해 감사보고서 30건 가운데 11건을 다시 해야 했다."),
        "objective": four("Forty auditors are accredited by an examination that both sides recognise.", "Сорок аудиторов аккредитованы по экзамену, который признают обе стороны.", "Сорак аўдытараў акрэдытаваны паводле экзамену, які прызнаюць абодва бакі.", "양측이 인정하는 시험으로 감사인 40명을 인정한다."),
        "beneficiaries": four("Forty auditors and the owners of some two hundred systems.", "Сорок аудиторов и владельцы около двухсот систем.", "Сорак аўдытараў і ўладальнікі каля двухсот сістэм.", "감사인 40명과 약 200개 시스템의 운영기관."),
        "activities": four("1. Rules of accreditation (Belarus). 2. Two courses (Republic of Korea). 3. Examination (both).", "1. Правила аккредитации (Беларусь). 2. Два курса (Республика Корея). 3. Экзамен (обе стороны).", "1. Правілы акрэдытацыі (Беларусь). 2. Два курсы (Рэспубліка Карэя). 3. Экзамен (абодва бакі).", "1. 인정 규정(벨라루스). 2. 교육 2회(대한민국). 3. 시험(양측)."),
        "assumptions": four("The rules are approved before the examination.", "Правила утверждаются до экзамена.", "Правілы зацвярджаюцца да экзамену.", "시험 전에 규정이 승인된다."),
    },
    "proactive": {
        "situation": four("Citizens ask for 112 procedures one by one, most of them on paper.", "Граждане обращаются за 112 процедурами по отдельности, большей частью на бумаге.", "Грамадзяне звяртаюцца па 112 працэдур паасобку, большай часткай на паперы.", "국민은 112개 절차를 하나씩, 대부분 종이로 신청한다."),
        "problem": four("Four of ten families do not ask for what they are entitled to.", "Четыре семьи из десяти не обращаются за тем, на что имеют право.", "Чатыры сям’і з дзесяці не звяртаюцца па тое, на што маюць права.", "열 가정 중 네 가정이 받을 수 있는 것을 신청하지 않는다."),
        "objective": four("It is known which procedures can come unasked, at what cost, with which law.", "Известно, какие процедуры можно предоставлять без обращения, по какой цене и на какой правовой основе.", "Вядома, якія працэдуры можна даваць без звароту, па якой цане і на якой прававой аснове.", "어떤 절차를 신청 없이 제공할 수 있는지, 비용과 법적 근거를 밝힌다."),
        "beneficiaries": four("Families with children, pensioners; the bodies that decide on 112 procedures.", "Семьи с детьми, пенсионеры; органы, ведущие 112 процедур.", "Сем’і з дзецьмі, пенсіянеры; органы, якія вядуць 112 працэдур.", "자녀가 있는 가정, 연금 수급자, 112개 절차의 담당 기관."),
        "activities": four("1. Survey of procedures (Belarus). 2. Comparison with Korean services (Republic of Korea). 3. Study (both).", "1. Обследование процедур (Беларусь). 2. Сравнение с корейскими услугами (Республика Корея). 3. Обоснование (обе стороны).", "1. Абследаванне працэдур (Беларусь). 2. Параўнанне з карэйскімі паслугамі (Рэспубліка Карэя). 3. Абгрунтаванне (абодва бакі).", "1. 절차 조사(벨라루스). 2. 한국 서비스와 비교(대한민국). 3. 타당성 조사(양측)."),
        "assumptions": four("Registers may be read for this purpose.", "Реестры разрешено использовать для этой цели.", "Рэестры дазволена выкарыстоўваць для гэтай мэты.", "이 목적으로 대장을 열람할 수 있다."),
    },
    "metering": {
        "situation": four("Nine ministries share a data centre and pay equal parts.", "Девять министерств пользуются общим центром данных и платят поровну.", "Дзевяць міністэрстваў карыстаюцца агульным цэнтрам даных і плацяць пароўну.", "9개 부처가 데이터센터를 함께 쓰며 비용을 똑같이 나눈다."),
        "problem": four("Two ministries use half of it; nobody saves what he does not pay for.", "Два министерства используют половину ресурсов; никто не экономит то, за что не платит.", "Два міністэрствы выкарыстоўваюць палову рэсурсаў; ніхто не эканоміць тое, за што не плаціць.", "두 부처가 절반을 쓴다. 내지 않는 비용은 아무도 아끼지 않는다."),
        "objective": four("Each ministry sees what it uses and pays by it.", "Каждое министерство видит своё потребление и платит по нему.", "Кожнае міністэрства бачыць сваё спажыванне і плаціць па ім.", "부처마다 사용량을 확인하고 그만큼 부담한다."),
        "beneficiaries": four("Nine ministries and the operator of the data centre.", "Девять министерств и оператор центра данных.", "Дзевяць міністэрстваў і аператар цэнтра даных.", "9개 부처와 데이터센터 운영기관."),
        "activities": four("1. Units of measure (both). 2. Pilot with three ministries (Belarus). 3. Rules of payment (Belarus).", "1. Единицы учёта (обе стороны). 2. Пилот с тремя министерствами (Беларусь). 3. Правила оплаты (Беларусь).", "1. Адзінкі ўліку (абодва бакі). 2. Пілот з трыма міністэрствамі (Беларусь). 3. Правілы аплаты (Беларусь).", "1. 계량 단위(양측). 2. 3개 부처 시범(벨라루스). 3. 부담 규칙(벨라루스)."),
        "assumptions": four("The operator opens its meters to the pilot.", "Оператор открывает данные учёта для пилота.", "Аператар адкрывае даныя ўліку для пілота.", "운영기관이 시범에 계량 자료를 개방한다."),
    },
}  # fmt: skip

AUDITORS = Present(
    kind="training",
    lead_a="oac_by",
    lead_b="nia",
    contractor="kisa",
    amount="74000.00",
    summary=four(
        "Rules for accrediting auditors of information security, and the first forty auditors.",
        "Правила аккредитации аудиторов информационной безопасности и первые сорок аудиторов.",
        "Правілы акрэдытацыі аўдытараў інфармацыйнай бяспекі і першыя сорак аўдытараў.",
        "정보보호 감사인 인정 규정과 첫 감사인 40명.",
    ),
)
PROACTIVE = Present(
    kind="study",
    lead_a="ministry_by",
    lead_b="mois",
    summary=four(
        "Which of 112 administrative procedures can be turned into services that come unasked.",
        "Какие из 112 административных процедур можно превратить в проактивные услуги.",
        "Якія са 112 адміністрацыйных працэдур можна ператварыць у праактыўныя паслугі.",
        "112개 행정절차 중 선제적 서비스로 바꿀 수 있는 것의 조사.",
    ),
)
METERING = Present(
    kind="pilot",
    name=four("Metering the use of a shared cloud", "Учёт использования общего облака", "Улік выкарыстання агульнага воблака", "공동 클라우드 사용량 계량"),
    lead_a="services_by",
    lead_b="nirs",
    summary=four(
        "Ministries see what they use of the shared data centre, and pay by it.",
        "Министерства видят, сколько ресурсов общего центра данных они используют, и платят по факту.",
        "Міністэрствы бачаць, колькі рэсурсаў агульнага цэнтра даных яны выкарыстоўваюць, і плацяць па факце.",
        "부처가 공동 데이터센터 사용량을 확인하고 그에 따라 부담한다.",
    ),
)  # fmt: skip
ASSISTANT = Present(
    kind="study",
    name=four("An assistant for the portal of services", "Помощник для портала услуг", "Памочнік для партала паслуг", "서비스 포털 도우미"),
    lead_a="services_by",
    lead_b="nia",
)  # fmt: skip

RULE_BY = Rule(
    name=four("Registration of international technical assistance", "Регистрация международной технической помощи", "Рэгістрацыя міжнароднай тэхнічнай дапамогі", "국제 기술협력 등록"),
    authority="economy_by",
    legal_basis=four("Edict no. 460 of 22 October 2003", "Указ от 22 октября 2003 г. № 460", "Указ ад 22 кастрычніка 2003 г. № 460", "2003년 10월 22일 대통령령 제460호"),
    papers=(
        Paper(four("Covering letter", "Сопроводительное письмо", "Суправаджальны ліст", "공문"), 1),
        Paper(four("Application", "Заявка", "Заяўка", "신청서"), 1),
        Paper(four("Original of the project", "Оригинал проекта", "Арыгінал праекта", "사업 원본"), 2),
        Paper(four("Translation into Belarusian or Russian", "Перевод на белорусский или русский язык", "Пераклад на беларускую або рускую мову", "벨라루스어 또는 러시아어 번역본"), 2),
        Paper(four("Project passport", "Паспорт проекта", "Пашпарт праекта", "사업 명세서"), 2),
    ),
)  # fmt: skip

# Body → its identifier with IATI; the real ones belong to the bodies, so these say that they are samples.
IDENTITIES = {"archives_by": "BY-SAMPLE-DARM", "archives_kr": "KR-SAMPLE-NAK", "nia": "KR-SAMPLE-NIA"}
