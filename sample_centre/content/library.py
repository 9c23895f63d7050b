"""Code lists of the library, who works for which language, and how each sample practice went its way."""

from typing import NamedTuple

from practices.enums import CapabilityKind, Index, LanguageDuty
from sample_centre.content.countries import four

LEGAL, INFRASTRUCTURE, ORGANISATION = CapabilityKind.LEGAL, CapabilityKind.INFRASTRUCTURE, CapabilityKind.ORGANISATION

TOPICS = {
    "identity": four("Identity and signatures", "Идентификация и подписи", "Ідэнтыфікацыя і подпісы", "신원과 전자서명"),
    "interoperability": four("Interoperability", "Интероперабельность", "Інтэраперабельнасць", "상호운용성"),
    "procurement": four("Procurement", "Закупки", "Закупкі", "조달"),
    "records": four("Documents, archives and records", "Документы и архивы", "Дакументы і архівы", "문서와 기록"),
    "finance": four("Public finance and customs", "Государственные финансы и таможня", "Дзяржаўныя фінансы і мытня", "재정과 관세"),
    "services": four("Services to citizens and business", "Услуги гражданам и бизнесу", "Паслугі грамадзянам і бізнесу", "대국민·기업 서비스"),
    "local": four("Local government and regions", "Местное управление и регионы", "Мясцовае кіраванне і рэгіёны", "지방행정과 지역"),
    "participation": four("Participation and petitions", "Участие и обращения граждан", "Удзел і звароты грамадзян", "참여와 민원"),
    "infrastructure": four("Infrastructure and cloud", "Инфраструктура и облако", "Інфраструктура і воблака", "기반시설과 클라우드"),
    "data": four("Data and open data", "Данные и открытые данные", "Даныя і адкрытыя даныя", "데이터와 공공데이터"),
    "inclusion": four("Digital inclusion", "Цифровая доступность", "Лічбавая даступнасць", "디지털 포용"),
    "security": four("Information security", "Информационная безопасность", "Інфармацыйная бяспека", "정보보호"),
}  # fmt: skip

CAPABILITIES = {
    "e_signature_law": (LEGAL, four("Law on electronic signatures", "Закон об электронной подписи", "Закон аб электронным подпісе", "전자서명 법률")),
    "e_document_law": (LEGAL, four("Legal force of electronic documents", "Юридическая сила электронных документов", "Юрыдычная сіла электронных дакументаў", "전자문서의 법적 효력")),
    "data_protection_law": (LEGAL, four("Law on personal data", "Закон о персональных данных", "Закон аб персанальных даных", "개인정보 보호 법률")),
    "information_access_law": (LEGAL, four("Law on access to information", "Закон о доступе к информации", "Закон аб доступе да інфармацыі", "정보공개 법률")),
    "population_register": (INFRASTRUCTURE, four("Population register", "Регистр населения", "Рэгістр насельніцтва", "주민등록 데이터베이스")),
    "personal_number": (INFRASTRUCTURE, four("One number a person in all registers", "Единый номер лица во всех реестрах", "Адзіны нумар асобы ва ўсіх рэестрах", "모든 등록부에 쓰이는 개인식별번호")),
    "public_key_infrastructure": (INFRASTRUCTURE, four("Public key infrastructure", "Инфраструктура открытых ключей", "Інфраструктура адкрытых ключоў", "공개키 기반구조")),
    "government_network": (INFRASTRUCTURE, four("Network of the public bodies", "Сеть государственных органов", "Сетка дзяржаўных органаў", "행정망")),
    "data_exchange_layer": (INFRASTRUCTURE, four("Data exchange between registers", "Обмен данными между реестрами", "Абмен данымі паміж рэестрамі", "등록부 간 데이터 교환 체계")),
    "government_data_centre": (INFRASTRUCTURE, four("Government data centre or cloud", "Государственный центр обработки данных или облако", "Дзяржаўны цэнтр апрацоўкі даных або воблака", "정부 데이터센터 또는 클라우드")),
    "e_payments": (INFRASTRUCTURE, four("Electronic payments to the state", "Электронные платежи государству", "Электронныя плацяжы дзяржаве", "공공요금 전자납부")),
    "document_standard": (ORGANISATION, four("Standard for electronic documents", "Стандарт электронных документов", "Стандарт электронных дакументаў", "전자문서 표준")),
    "interoperability_rules": (ORGANISATION, four("Rules of interoperability", "Правила интероперабельности", "Правілы інтэраперабельнасці", "상호운용성 규칙")),
    "lead_agency": (ORGANISATION, four("A body in charge with a mandate", "Ответственный орган с полномочиями", "Адказны орган з паўнамоцтвамі", "권한을 가진 전담기관")),
    "help_desk": (ORGANISATION, four("Help desk for users", "Служба поддержки пользователей", "Служба падтрымкі карыстальнікаў", "이용자 지원 창구")),
}  # fmt: skip

# name, what it asks
RUBRIC = (
    (four("In use", "Применяется", "Прымяняецца", "운영 실적"), four("Does the public body really use it, and since when?", "Действительно ли государственный орган применяет её и с какого времени?", "Ці сапраўды дзяржаўны орган прымяняе яе і з якога часу?", "공공기관이 실제로 언제부터 쓰고 있는가?")),
    (four("Effect", "Результат", "Вынік", "효과"), four("What has changed for whom, by which figures?", "Что и для кого изменилось, по каким показателям?", "Што і для каго змянілася, паводле якіх паказчыкаў?", "누구에게 무엇이 달라졌으며 어떤 수치로 확인되는가?")),
    (four("Proof", "Доказательства", "Доказы", "근거"), four("Do the sources carry what is said?", "Подтверждают ли источники сказанное?", "Ці пацвярджаюць крыніцы сказанае?", "출처가 내용을 뒷받침하는가?")),
    (four("Transfer", "Переносимость", "Пераноснасць", "이전 가능성"), four("Could a state with other laws take it over?", "Может ли её перенять государство с другим правом?", "Ці можа яе пераняць дзяржава з іншым правам?", "법제가 다른 나라도 도입할 수 있는가?")),
    (four("Honesty", "Открытость", "Адкрытасць", "솔직함"), four("Are obstacles, failures and limits named?", "Названы ли трудности, неудачи и пределы?", "Ці названы цяжкасці, няўдачы і межы?", "장애, 실패, 한계를 밝혔는가?")),
    (four("Clear text", "Ясность текста", "Яснасць тэксту", "명확성"), four("Does an official of another country understand it without asking?", "Поймёт ли её без вопросов служащий другой страны?", "Ці зразумее яе без пытанняў служачы іншай краіны?", "다른 나라 공무원이 묻지 않고 이해할 수 있는가?")),
)  # fmt: skip

# language: who translates, who checks
LANGUAGES = {
    "en": ("official_ro", "officer"),
    "ru": ("translator", "ministry_by"),
    "be": ("focal_by", "contact_by"),
    "ko": ("advisor4_kr", "officer2"),
}
CHECK, TRANSLATE = LanguageDuty.CHECK, LanguageDuty.TRANSLATE


class Way(NamedTuple):
    """How one practice came into the library: working days ago of its draft, who wrote, confirmed and reviewed it.

    `until` is how far it has come: facts, review, decision, or published.
    """

    key: str
    ago: int
    author: str
    checker: str
    reviewers: tuple[str, str]
    verdicts: tuple[str, str] = ("publish", "publish")
    until: str = "published"


WAYS = (
    Way("invil", 320, "advisor3_kr", "contact_kr", ("official_am", "official_ro")),
    Way("onnara", 312, "advisor3_kr", "contact_kr", ("official_ge", "official_bg")),
    Way("koneps", 304, "officer2", "contact_kr", ("official_md", "official_rs"), ("publish", "revise")),
    Way("smdo", 296, "ministry_by", "contact_by", ("official_am", "official_az")),
    Way("unipass", 270, "officer2", "contact_kr", ("official_ua", "economy_by")),
    Way("nirs", 250, "advisor2_kr", "contact_kr", ("official_rs", "oac_by"), ("publish", "revise")),
    Way("erip", 232, "officer", "contact_by", ("official_ge", "official_md")),
    Way("trembita", 214, "official_ua", "contact_ua", ("official_ro", "official_am")),
    Way("mconnect", 196, "official_md", "focal_md", ("official_ua", "official_ge")),
    Way("hometax", 178, "officer2", "contact_kr", ("official_az", "official_bg")),
    Way("government24", 160, "advisor3_kr", "contact_kr", ("official_rs", "official_md"), ("revise", "publish")),
    Way("epeople", 142, "officer2", "contact_kr", ("official_am", "official_ua")),
    Way("standard_framework", 124, "advisor_kr", "contact_kr", ("official_ge", "oac_by")),
    Way("diia", 106, "official_ua", "contact_ua", ("official_ro", "official_az"), ("publish", "revise")),
    Way("asan", 88, "officer", "contact_az", ("official_bg", "official_md")),
    Way("portal_by", 70, "official_by", "focal_by", ("official_am", "official_rs")),
    Way("edevlet", 52, "officer", "contact_tr", ("official_ge", "official_ro")),
    Way("oais", 22, "official_by", "focal_by", ("official_md", "official_az"), ("publish", "publish"), "decision"),
    Way("my_gov_ge", 16, "official_ge", "focal_ge", ("official_bg", "official_rs"), ("publish", "publish"), "review"),
    Way("dbrain", 5, "officer2", "contact_kr", ("", ""), ("", ""), "facts"),
)  # fmt: skip

REASONS = {
    "publish": four(
        "The practice is described from the first decision to its limits, and every figure has its source.",
        "Практика описана от первого решения до пределов применимости, у каждого показателя есть источник.",
        "Практыка апісана ад першага рашэння да межаў прымянімасці, у кожнага паказчыка ёсць крыніца.",
        "최초 결정부터 한계까지 기술되어 있고 모든 수치에 출처가 있다.",
    ),
    "revise": four(
        "Worth publishing. The costs of running it each year should be told more exactly at the next re-check.",
        "Заслуживает публикации. При следующей проверке следует точнее указать ежегодные расходы.",
        "Вартая публікацыі. Пры наступнай праверцы варта дакладней паказаць штогадовыя выдаткі.",
        "게재할 만하다. 다음 재확인 때 연간 운영비를 더 정확히 밝힐 필요가 있다.",
    ),
}

# What was changed after publication: a section of the original, and why. The translations lag behind since.
CHANGES = {
    "hometax": (
        "adapt",
        "다른 나라는 납세자 번호 체계, 신고 서식, 전자납부 절차를 자국 법에 맞추어 다시 정해야 한다. 서식을 옮기기 전에 어떤 자료를 기관에서 직접 받을 수 있는지 먼저 조사하는 것이 좋다.",
        "도입을 검토한 기관들의 질문에 따라 ‘무엇을 맞추어야 하는가’ 항목을 보완했다.",
    ),
    "diia": (
        "adapt",
        "The list of documents, the rules of their legal force and the way of identification follow national law and are to be defined anew. A state whose citizens seldom own smartphones begins with the web portal and the service points, and adds the application later.",
        "Questions of two bodies that study the practice: what to do where smartphones are rare.",
    ),
}

INDEX_SOURCE = "United Nations E-Government Survey {year}"
INDEX_KEYS = (Index.EGDI, Index.EPI, Index.OSI, Index.HCI, Index.TII)
