"""What readers of the library do: take practices home, put them aside, and show them at events."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from practices.enums import Stage


class Report(NamedTuple):
    """One stage of an adoption: reported so many working days ago, begun ten working days before that."""

    ago: int
    stage: Stage
    adaptations: str
    evidence: str
    lessons: str = ""
    cost: tuple[Decimal, str, int] | None = None


class Homecoming(NamedTuple):
    """Who takes which practice home: who writes, who signs for the body, who signs for the owner."""

    key: str
    body: str
    writer: str
    signs: str
    owner: str
    language: str
    reports: tuple[Report, ...]
    is_confirmed: bool = True  # the last of them; those before it always are


ADOPTIONS = (
    Homecoming(
        "onnara", "services_by", "official_by", "focal_by", "contact_kr", "ru",
        (
            Report(284, Stage.INTEREST, "Ничего: изучаются порядок принятия решений и карточки заданий.", "Поручение директора Центра от начала обзора, записка отдела облачных услуг.", "Сначала описать собственный порядок: образец показывает, чего в нём не хватает."),
            Report(226, Stage.PILOT, "Карточка задания сокращена до восьми полей. Подпись – национальная электронная. Форма протокола приведена к правилам делопроизводства.", "Приказ директора Центра о пилоте в трёх отделах.", "Начинать с отделов, которые пишут друг другу чаще других.", (Decimal(64000), "BYN", 2025)),
            Report(150, Stage.IN_OPERATION, "Добавлена передача документов через систему межведомственного документооборота; корейский модуль совещаний не переносился.", "Приказ о вводе в эксплуатацию, журнал заданий за первый квартал.", "Обучение руководителей раньше обучения исполнителей: без них задания остаются на бумаге.", (Decimal(118000), "BYN", 2026)),
        ),
    ),
    Homecoming(
        "mconnect", "agency_ge", "official_ge", "focal_ge", "focal_md", "en",
        (
            Report(168, Stage.FEASIBILITY, "Nothing yet: the catalogue of data sets and the form of the agreements were compared with our own.", "Study of the agency, presented to its board.", "The agreements between bodies took longer to compare than the technology."),
            Report(118, Stage.PILOT, "The agreement became an annex to an order, because our law knows no contracts between public bodies.", "Order on the pilot with two registers.", "Two registers that ask each other daily are a better pilot than one large one."),
            Report(56, Stage.IN_OPERATION, "Monitoring shows each body its own requests only. The rules on personal data are those of our law.", "Order on the operation of the exchange, statistics of the first month.", "Publish the statistics from the first day: bodies that see them connect by themselves.", (Decimal(210000), "USD", 2026)),
        ),
    ),
    Homecoming(
        "koneps", "agency_md", "official_md", "focal_md", "contact_kr", "en",
        (
            Report(276, Stage.PILOT, "The supplier register was left out; the pilot covers notices and electronic bids below the threshold of the law.", "Decision of the agency on the pilot with four purchasing bodies.", "Suppliers need a help desk from the first day, in both languages they use.", (Decimal(95000), "USD", 2025)),
        ),
    ),
    Homecoming(
        "government24", "ministry_am", "official_am", "focal_am", "contact_kr", "en",
        (
            Report(14, Stage.FEASIBILITY, "Nothing yet. Compared were the list of services by events in life and the way of identification.", "Concept paper of the ministry, published for consultation.", "Begin with the services that need no paper from a third body."),
        ),
        is_confirmed=False,
    ),
)  # fmt: skip

# The clock asks both sides of this adoption whether it is still so; the adopting body has answered, the owner not yet.
ASKED = ("koneps", "agency_md", "focal_md")

# who marks what
BOOKMARKS: Mapping[str, tuple[str, ...]] = {
    "official_by": ("onnara", "mconnect", "trembita"),
    "official_ge": ("mconnect", "diia"),
}

COLLECTION = (
    "Exchanging data between registers",
    "For bodies that begin with it: read them in this order.",
    (
        ("mconnect", "Small, young and well documented."),
        ("trembita", "The same task in a large state."),
        ("smdo", "Documents instead of records."),
        ("standard_framework", "What the services on top are built of."),
    ),
)

# Sessions of the edition of 2017 by their English titles, and what they presented.
PRESENTED = {
    "E-government of Korea: development, history and outcome": ("onnara", "government24"),
    "Site visit: National Computing and Information Service": ("nirs",),
    "Site visit: information network village": ("invil",),
}
