"""The institutions of both sides and of the Black Sea states, with the names they bore before."""

from datetime import date
from typing import NamedTuple

from people.enums import OrganisationKind
from sample_centre.content.countries import four

MINISTRY, AGENCY, COMPANY = OrganisationKind.MINISTRY, OrganisationKind.AGENCY, OrganisationKind.COMPANY


class Body(NamedTuple):
    """One institution; `parent` is the key of the body it is part of."""

    country: str
    kind: OrganisationKind
    acronym: str
    name: dict[str, str]
    parent: str = ""


BODIES = {
    # --- Belarus ---
    "ministry_by": Body("BY", MINISTRY, "", four("Ministry of Communications and Informatization", "Министерство связи и информатизации", "Міністэрства сувязі і інфарматызацыі", "통신정보화부")),
    "services_by": Body("BY", AGENCY, "NCES", four("National Centre of Electronic Services", "Национальный центр электронных услуг", "Нацыянальны цэнтр электронных паслуг", "국가전자서비스센터")),
    "oac_by": Body("BY", AGENCY, "OAC", four("Operational and Analytical Centre", "Оперативно-аналитический центр при Президенте", "Аператыўна-аналітычны цэнтр пры Прэзідэнце", "대통령 직속 운영분석센터")),
    "economy_by": Body("BY", MINISTRY, "", four("Ministry of Economy", "Министерство экономики", "Міністэрства эканомікі", "경제부")),
    "beltelecom": Body("BY", COMPANY, "", four("Beltelecom", "РУП «Белтелеком»", "РУП «Белтэлекам»", "벨텔레콤")),
    "htp": Body("BY", AGENCY, "HTP", four("Hi-Tech Park", "Парк высоких технологий", "Парк высокіх тэхналогій", "하이테크파크")),
    "data_protection_by": Body("BY", AGENCY, "NPDPC", four("National Personal Data Protection Centre", "Национальный центр защиты персональных данных", "Нацыянальны цэнтр абароны персанальных даных", "국가개인정보보호센터")),
    "archives_by": Body("BY", AGENCY, "", four("Department for Archives and Records Management", "Департамент по архивам и делопроизводству", "Дэпартамент па архівах і справаводстве", "기록물관리국")),
    "bank_by": Body("BY", AGENCY, "", four("National Bank of the Republic of Belarus", "Национальный банк Республики Беларусь", "Нацыянальны банк Рэспублікі Беларусь", "벨라루스공화국 국립은행")),
    "centre": Body("BY", OrganisationKind.CENTRE, "", four("Belarusian-Korean IT Cooperation Centre", "Белорусско-корейский центр сотрудничества в сфере ИТ", "Беларуска-карэйскі цэнтр супрацоўніцтва ў сферы ІТ", "벨라루스-한국 IT협력센터")),
    # --- Republic of Korea ---
    "msit": Body("KR", MINISTRY, "MSIT", four("Ministry of Science and ICT", "Министерство науки и ИКТ", "Міністэрства навукі і ІКТ", "과학기술정보통신부")),
    "mois": Body("KR", MINISTRY, "MOIS", four("Ministry of the Interior and Safety", "Министерство внутренних дел и безопасности", "Міністэрства ўнутраных спраў і бяспекі", "행정안전부")),
    "mofa": Body("KR", MINISTRY, "MOFA", four("Ministry of Foreign Affairs", "Министерство иностранных дел", "Міністэрства замежных спраў", "외교부")),
    "nia": Body("KR", AGENCY, "NIA", four("National Information Society Agency", "Национальное агентство информационного общества", "Нацыянальнае агенцтва інфармацыйнага грамадства", "한국지능정보사회진흥원")),
    "klid": Body("KR", OrganisationKind.INSTITUTE, "KLID", four("Korea Local Information Research and Development Institute", "Корейский институт развития местной информатизации", "Карэйскі інстытут развіцця мясцовай інфарматызацыі", "한국지역정보개발원")),
    "koica": Body("KR", AGENCY, "KOICA", four("Korea International Cooperation Agency", "Корейское агентство международного сотрудничества", "Карэйскае агенцтва міжнароднага супрацоўніцтва", "한국국제협력단")),
    "nirs": Body("KR", AGENCY, "NIRS", four("National Information Resources Service", "Национальная служба информационных ресурсов", "Нацыянальная служба інфармацыйных рэсурсаў", "국가정보자원관리원"), parent="mois"),
    "archives_kr": Body("KR", AGENCY, "NAK", four("National Archives of Korea", "Национальный архив Кореи", "Нацыянальны архіў Карэі", "국가기록원"), parent="mois"),
    "kisa": Body("KR", AGENCY, "KISA", four("Korea Internet & Security Agency", "Корейское агентство Интернета и безопасности", "Карэйскае агенцтва Інтэрнэту і бяспекі", "한국인터넷진흥원")),
    "procurement_kr": Body("KR", AGENCY, "PPS", four("Public Procurement Service", "Служба государственных закупок", "Служба дзяржаўных закупак", "조달청")),
    "customs_kr": Body("KR", AGENCY, "KCS", four("Korea Customs Service", "Таможенная служба Кореи", "Мытная служба Карэі", "관세청")),
    "finance_kr": Body("KR", AGENCY, "KPFIS", four("Korea Public Finance Information Service", "Корейская служба финансовой информации государства", "Карэйская служба фінансавай інфармацыі дзяржавы", "한국재정정보원")),
    "tax_kr": Body("KR", AGENCY, "NTS", four("National Tax Service", "Национальная налоговая служба", "Нацыянальная падатковая служба", "국세청")),
    "rights_kr": Body("KR", AGENCY, "ACRC", four("Anti-Corruption and Civil Rights Commission", "Комиссия по борьбе с коррупцией и гражданским правам", "Камісія па барацьбе з карупцыяй і грамадзянскіх правах", "국민권익위원회")),
    "ktnet": Body("KR", COMPANY, "KTNET", four("KTNET", "КТНЕТ", "КТНЕТ", "한국무역정보통신")),
    # --- Black Sea states ---
    "akshi_al": Body("AL", AGENCY, "AKSHI", four("National Agency for Information Society", "Национальное агентство информационного общества", "Нацыянальнае агенцтва інфармацыйнага грамадства", "국가정보사회청")),
    "ministry_am": Body("AM", MINISTRY, "", four("Ministry of High-Tech Industry", "Министерство высокотехнологической промышленности", "Міністэрства высокатэхналагічнай прамысловасці", "첨단기술산업부")),
    "ministry_az": Body("AZ", MINISTRY, "", four("Ministry of Digital Development and Transport", "Министерство цифрового развития и транспорта", "Міністэрства лічбавага развіцця і транспарту", "디지털발전교통부")),
    "services_az": Body("AZ", AGENCY, "", four("State Agency for Public Service and Social Innovations", "Государственное агентство по услугам гражданам и социальным инновациям", "Дзяржаўнае агенцтва па паслугах грамадзянам і сацыяльных інавацыях", "국가공공서비스사회혁신청")),
    "ministry_bg": Body("BG", MINISTRY, "", four("Ministry of e-Governance", "Министерство электронного управления", "Міністэрства электроннага кіравання", "전자거버넌스부")),
    "agency_ge": Body("GE", AGENCY, "DGA", four("Digital Governance Agency", "Агентство цифрового управления", "Агенцтва лічбавага кіравання", "디지털거버넌스청")),
    "ministry_gr": Body("GR", MINISTRY, "", four("Ministry of Digital Governance", "Министерство цифрового управления", "Міністэрства лічбавага кіравання", "디지털거버넌스부")),
    "agency_md": Body("MD", AGENCY, "", four("e-Governance Agency", "Агентство электронного управления", "Агенцтва электроннага кіравання", "전자거버넌스청")),
    "authority_ro": Body("RO", AGENCY, "ADR", four("Authority for the Digitalization of Romania", "Управление по цифровизации Румынии", "Упраўленне па лічбавізацыі Румыніі", "루마니아 디지털화청")),
    "ministry_rs": Body("RS", MINISTRY, "", four("Ministry of Public Administration and Local Self-Government", "Министерство государственного управления и местного самоуправления", "Міністэрства дзяржаўнага кіравання і мясцовага самакіравання", "행정지방자치부")),
    "ministry_tr": Body("TR", MINISTRY, "", four("Ministry of Transport and Infrastructure", "Министерство транспорта и инфраструктуры", "Міністэрства транспарту і інфраструктуры", "교통인프라부")),
    "ministry_ua": Body("UA", MINISTRY, "", four("Ministry of Digital Transformation", "Министерство цифровой трансформации", "Міністэрства лічбавай трансфармацыі", "디지털전환부")),
    "permis": Body("TR", OrganisationKind.INTERGOVERNMENTAL, "BSEC PERMIS", four("BSEC Permanent International Secretariat", "Постоянный международный секретариат ОЧЭС", "Пастаянны міжнародны сакратарыят АЧЭС", "흑해경제협력기구 상설국제사무국")),
}  # fmt: skip

# body, from, until, name
FORMER_NAMES: tuple[tuple[str, date | None, date, dict[str, str]], ...] = (
    ("nia", date(2009, 5, 22), date(2020, 12, 9), {"en": "National Information Society Agency", "ru": "Национальное агентство информационного общества", "be": "Нацыянальнае агенцтва інфармацыйнага грамадства", "ko": "한국정보화진흥원"}),
    ("msit", date(2013, 3, 23), date(2017, 7, 25), {"en": "Ministry of Science, ICT and Future Planning", "ru": "Министерство науки, ИКТ и планирования будущего", "ko": "미래창조과학부"}),
    ("mois", date(2014, 11, 19), date(2017, 7, 25), {"en": "Ministry of the Interior", "ru": "Министерство внутренних дел", "ko": "행정자치부"}),
    ("mois", date(2013, 3, 23), date(2014, 11, 18), {"en": "Ministry of Security and Public Administration", "ru": "Министерство безопасности и государственного управления", "ko": "안전행정부"}),
    ("nirs", None, date(2017, 7, 25), {"en": "National Computing and Information Service (NCIS), earlier Government Integrated Data Center (GIDC)", "ru": "Национальная служба вычислений и информации (NCIS), ранее Интегрированный центр данных правительства (GIDC)", "ko": "정부통합전산센터"}),
    ("ministry_az", date(2017, 2, 13), date(2021, 10, 10), {"en": "Ministry of Transport, Communications and High Technologies", "ru": "Министерство транспорта, связи и высоких технологий"}),
)  # fmt: skip

CENTRE_SHORT_NAME = four(
    "IT Cooperation Centre", "Центр сотрудничества в сфере ИТ", "Цэнтр супрацоўніцтва ў сферы ІТ", "IT협력센터"
)
SIDE_A, SIDE_B = "BY", "KR"
