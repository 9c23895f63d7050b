"""What the participants of 2017 meant to do at home, what became of it in a year, and what they reported."""

from collections.abc import Sequence
from typing import NamedTuple

from events.enums import Progress

NOT_STARTED, GOING_ON, DONE, DROPPED = Progress.NOT_STARTED, Progress.GOING_ON, Progress.DONE, Progress.DROPPED


class Plan(NamedTuple):
    """A plan, the session it rests on, its activities, what was said after 3, 6 and 12 months, and the trip report."""

    session: str
    title: str
    problem: str
    objective: str
    outputs: str
    activities: Sequence[tuple[str, str, int, int]]
    said: Sequence[tuple[Progress, str, str]]
    findings: str
    implications: str
    proposals: str = ""
    language: str = "en"


PLANS = {
    "lusine.grigoryan@am.example": Plan(
        "convenient",
        "One document system for small municipalities",
        "Municipalities with fewer than five thousand residents keep papers by hand; letters to ministries go by post.",
        "Thirty small municipalities send and receive letters electronically within a year.",
        "Thirty municipalities connected; letters by post fall by half, counted each quarter.",
        (("Choose the thirty municipalities", "Ministry", 1, 2), ("Train two clerks in each", "Training centre", 3, 6), ("Connect them to the system", "Ministry", 4, 10)),
        ((GOING_ON, "Thirty-two municipalities asked to join.", ""), (GOING_ON, "Fourteen are connected.", "List of connected municipalities"), (DONE, "Thirty-one are connected; letters by post fell by 54 per cent.", "Figures of the fourth quarter")),
        "Korean municipalities share one system, and pay for it by the number of residents.",
        "A shared system is cheaper than thirty small ones; the law has to allow that municipalities pay together.",
        "A study visit for mayors.",
    ),
    "rashad.guliyev@az.example": Plan(
        "ncis",
        "Operating rules for the government data centre",
        "Eleven agencies have moved their systems to one data centre, each with rules of its own.",
        "One set of operating rules and one price list for all agencies.",
        "Rules approved; all agencies sign the same service agreement.",
        (("Compare the rules of the agencies", "Department", 1, 3), ("Write common rules", "Department", 3, 6), ("Sign service agreements", "Agencies", 7, 12)),
        ((GOING_ON, "The comparison is finished.", ""), (GOING_ON, "The draft rules are with the agencies.", ""), (DONE, "Approved in September; nine of eleven agencies have signed.", "Order of the ministry")),
        "The service runs about 1,500 systems with one operating standard and measures each of them.",
        "Moving machines is the smaller part; common rules are the greater one.",
    ),
    "nigar.safarova@az.example": Plan(
        "convenient",
        "Testing forms with older people",
        "People above sixty leave the portal at the second page of a form.",
        "Every new form is tested with ten people above sixty before it goes into service.",
        "The share of finished forms in this group rises from 31 to 45 per cent.",
        (("Find two clubs that help", "Department", 1, 1), ("Test five forms", "Department", 2, 5), ("Make it a rule", "Department", 6, 8)),
        ((DONE, "Five forms were tested and changed.", "Test reports"), (DONE, "The rule is in force.", ""), (DONE, "The share stands at 47 per cent.", "Figures of the portal")),
        "Centres for residents test forms with the people who use them.",
        "Testing costs little and changes more than new technology.",
    ),
    "vesela.stoyanova@bg.example": Plan(
        "history",
        "Catalogue of municipal data exchanges",
        "Nobody knows which municipal systems exchange data with registers of the state.",
        "A public catalogue of all exchanges, with the law each of them rests on.",
        "The catalogue holds all exchanges of 60 municipalities.",
        (("Ask the municipalities", "Agency", 1, 3), ("Publish the catalogue", "Agency", 4, 6)),
        ((GOING_ON, "Forty municipalities have answered.", ""), (DONE, "The catalogue is published with 71 municipalities.", "Address of the catalogue"), (DONE, "It is brought up to date each quarter.", "")),
        "Each exchange between registers in Korea has a number, an owner and a legal basis.",
        "Without a catalogue nobody can say which exchange may be switched off.",
    ),
    "eleni.markou@gr.example": Plan(
        "village",
        "One-stop shops on three islands",
        "Residents of small islands travel a day for a certificate.",
        "Three islands get a one-stop shop in the post office.",
        "Three shops open; twenty services each.",
        (("Agree with the post", "Ministry", 1, 4), ("Train the clerks", "Ministry", 5, 6), ("Open the shops", "Municipalities", 7, 9)),
        ((NOT_STARTED, "The post is being reorganised.", ""), (DROPPED, "The post has closed the offices that were chosen.", ""), (DROPPED, "A new plan without the post is being written.", "")),
        "A village sells what it grows because somebody in the village was trained for it, not because it was given computers.",
        "First a person on each island, then the equipment.",
    ),
    "victor.ciobanu@md.example": Plan(
        "ncis",
        "Учёт использования правительственного облака",
        "Ведомства не видят, сколько ресурсов облака они занимают, и не возвращают лишнее.",
        "Ежемесячный отчёт каждому ведомству о занятых и неиспользуемых ресурсах.",
        "Отчёт получают все ведомства; возвращено не менее 15 процентов ресурсов.",
        (("Выбрать показатели", "Агентство", 1, 2), ("Подготовить отчёт", "Агентство", 3, 5), ("Рассылать ежемесячно", "Агентство", 6, 12)),
        ((GOING_ON, "Показатели согласованы.", ""), (GOING_ON, "Первый отчёт разослан шести ведомствам.", ""), (DONE, "Отчёт получают все ведомства, возвращено 18 процентов ресурсов.", "Отчёт за октябрь")),
        "Национальная служба измеряет загрузку каждой системы и раз в квартал говорит об этом ведомству.",
        "Учёт нужен раньше, чем расширение облака.",
        "Письменная консультация о показателях учёта.",
        "ru",
    ),
    "elena.dumitru@ro.example": Plan(
        "centre",
        "Shared control room for two cities",
        "Two neighbouring cities buy cameras and sensors separately.",
        "A common plan for one control room.",
        "A signed plan with costs and duties.",
        (("Meet both mayors", "Authority", 1, 2), ("Write the plan", "Both cities", 3, 9)),
        ((GOING_ON, "Both cities take part.", ""), (GOING_ON, "Costs are being counted.", ""), (GOING_ON, "One council has agreed, the other votes in December.", "")),
        "Traffic, safety and disasters share screens, staff and the line to the police.",
        "Cities must agree on duties before they buy anything together.",
    ),
    "milica.stankovic@rs.example": Plan(
        "convenient",
        "Standard set of services for municipalities",
        "Each municipality describes the same services in its own words.",
        "Fifty services described once for all municipalities.",
        "Fifty descriptions, used by 40 municipalities.",
        (("Choose fifty services", "Ministry", 1, 2), ("Describe them", "Ministry", 2, 6), ("Train municipalities", "Ministry", 6, 10)),
        ((GOING_ON, "The fifty are chosen.", ""), (GOING_ON, "Thirty are described.", ""), (DONE, "All fifty are used by 43 municipalities.", "List of municipalities")),
        "One description of a service serves all local governments, with the law beside it.",
        "What is described once is translated once, and changed once.",
    ),
    "taras.melnyk@ua.example": Plan(
        "village",
        "Service points in village libraries",
        "Villages have lines by now, and nothing to use them for.",
        "Forty libraries offer ten services and help with them.",
        "Forty libraries; at least 200 visits a month together.",
        (("Choose forty libraries", "Regions", 1, 3), ("Train librarians", "Agency", 4, 6), ("Open", "Regions", 6, 9)),
        ((GOING_ON, "Fifty-two libraries applied.", ""), (GOING_ON, "Twenty-six are open.", ""), (DONE, "Forty-four are open; 310 visits in October.", "Report of the regions")),
        "The village network began with people and products; the line came after them.",
        "Libraries are where people are asked for help anyway.",
    ),
    "iryna.shevchuk@ua.example": Plan(
        "village",
        "Handbook for village councils",
        "Councils join the services of the state without knowing what they may offer.",
        "A handbook of sixty pages, on paper and on the web.",
        "The handbook lies in 300 councils.",
        (("Collect questions", "Agency", 1, 2), ("Write and check", "Agency", 3, 6), ("Print and send", "Regions", 7, 8)),
        ((GOING_ON, "Two hundred questions were collected.", ""), (DONE, "The handbook is published.", "Text of the handbook"), (DONE, "A second printing is ordered.", "")),
        "Korean villages have one page that tells whom to ask.",
        "A handbook that is read beats a portal that is not.",
    ),
}  # fmt: skip
BY_LINK = ("taras.melnyk@ua.example", "iryna.shevchuk@ua.example")  # endorsed by the superior, by the letter's link
RETURNED = ("elena.dumitru@ro.example", "Say who pays for the plan itself, and add the second mayor.")
WITHOUT_PLAN = (
    "Traffic, safety and disasters in one room; the city pays the police for officers who sit there.",
    "Where one gateway exists already, one room is the next step.",
)

OVERVIEW = {
    "en": "Seventh edition of the Korea–Black Sea ICT cooperation programme, Seoul, 30 October to 3 November 2017, nine states.",
    "ru": "Седьмая программа сотрудничества Кореи и стран Чёрного моря в сфере ИКТ, Сеул, 30 октября – 3 ноября 2017 года, девять государств.",
}
ACTIVITIES = {
    "en": "Three lectures and nine country presentations at the institute; the Global Forum on e-Government with two panels; visits to an integrated city centre, to the data centre of government and to an information village; wrap-up meeting.",
    "ru": "Три лекции и девять докладов государств в институте; Глобальный форум по электронному правительству с двумя панелями; посещение единого городского центра, правительственного центра обработки данных и информационной деревни; итоговое заседание.",
}
COSTS = {
    "en": "Flight, hotel and meals were paid by the Government of the Republic of Korea.",
    "ru": "Перелёт, проживание и питание оплатило Правительство Республики Корея.",
}
MET = {"en": "Researchers and heads of department of the institute, of the ministry and of the data centre.", "ru": "Научные сотрудники и начальники отделов института, министерства и центра обработки данных."}  # fmt: skip

# Country reports and slides: what a state said of itself, in four points.
REPORT = (
    ("Legal and policy frame", "A strategy for e-government is in force until 2020; a law on electronic documents and trust services is being brought in line with it."),
    ("State of e-government", "A national portal joins the services of ministries. Municipalities are connected step by step."),
    ("Issues", "Small municipalities lack staff; registers exchange data by agreement of two bodies, not by a common rule."),
    ("Questions to the hosts", "Who pays for shared systems of municipalities? Who answers for data that two registers hold differently?"),
)  # fmt: skip
LECTURES = {
    "policy": ("Five plans in thirty years, each with a law and a budget of its own.", "Registers first, networks second, services third.", "The smart nation begins where services come unasked."),
    "history": ("Administrative networks, 1987 to 1996.", "Eleven tasks of e-government, 2001 to 2002; thirty-one road-map tasks from 2003.", "What did not work: systems built twice, services nobody looked for."),
    "convenient": ("Certificates at home instead of at the counter.", "One system of local administration for all cities, counties and districts.", "What is measured: time, visits, paper."),
}  # fmt: skip
