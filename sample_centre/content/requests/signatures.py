"""A draft that a newcomer may send: complete, and seen by its own body only."""

from sample_centre.story import Request, act

REQUEST = Request(
    by="official_by",
    body="services_by",
    language="ru",
    topic="identity",
    signatory=("Сергей Дубовик", "Начальник отдела"),
    title={"ru": "Признание электронных подписей двух стран"},
    questions=(
        {
            "ru": "Какие документы подписываются в Республике Корея электронной подписью при обмене с иностранными органами?"
        },
        {"ru": "Кто подтверждает действительность сертификата другой страны в момент подписания?"},
    ),
    state_of_play={
        "ru": "Письма между ведомствами двух стран подписываются на бумаге и отправляются сканированными копиями. Порядка взаимной проверки электронных подписей нет."
    },
    expected_result={"ru": "Ответ будет использован при подготовке порядка обмена письмами центра."},
    facts={"unit": "Отдел электронных услуг", "languages": ["ru", "en"]},
    acts=(act(1, "16:10", "official_by", "draft"),),
)
