"""Projects as plain data: the smallest that is valid, and one with every field filled."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from projects.iati.activity import (
    Activity,
    Baseline,
    Budget,
    Contact,
    Country,
    Dates,
    Description,
    Dimension,
    DocumentLink,
    Figure,
    Indicator,
    Location,
    Money,
    OtherIdentifier,
    Participant,
    Party,
    Period,
    PlannedDisbursement,
    Point,
    PolicyMarker,
    Reference,
    Region,
    RelatedActivity,
    Reporter,
    Result,
    Sector,
    Transaction,
)
from projects.iati.organisation import (
    BudgetLine,
    CountryBudget,
    Expenditure,
    Organisation,
    OrganisationDocument,
    TotalBudget,
)
from projects.iati.texts import text_of

TODAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 9, 30, 15, 999, tzinfo=UTC)
OWN, OTHER = "XM-DAC-742", "BY-UNP-100000001"


def text(words: str) -> tuple:
    return text_of({"en": words}, "en")


def money(amount: str = "1000.50", currency: str = "USD", on: date = date(2026, 3, 31)) -> Money:
    return Money(Decimal(amount), currency, on)


def smallest() -> Activity:
    return Activity(
        identifier=f"{OWN}-1",
        reporter=Reporter(ref=OWN, type="10", name=text("Korea")),
        title=text("Registers"),
        descriptions=(Description(text=text("One register")),),
        participants=(Participant(role="1", ref=OWN),),
        status="2",
        dates=Dates(actual_start=date(2026, 1, 5)),
        language="en",
        countries=(Country(code="BY"),),
        sectors=(Sector(code="22040"),),
    )


def document(name: str) -> DocumentLink:
    return DocumentLink(
        url=f"https://portal.example/{name}.pdf",
        format="application/pdf",
        title=text(f"Title of {name}"),
        categories=("A08", "A05"),
        description=text(f"Description of {name}"),
        languages=("ko", "be"),
        dated_on=date(2026, 2, 1),
    )


def figure(name: str, value: str) -> Figure:
    return Figure(
        value=Decimal(value),
        dimensions=(Dimension("sex", "women"), Dimension("region", name)),
        locations=("minsk",),
        comment=text(f"Comment on {name}"),
        documents=(document(f"evidence-{name}"),),
    )


def result() -> Result:
    return Result(
        type="2",
        title=text("Registers are linked"),
        description=text("Six of them"),
        is_aggregable=True,
        documents=(document("result"),),
        indicators=(
            Indicator(
                title=text("Linked registers"),
                measure="1",
                description=text("Counted at the end of a quarter"),
                is_ascending=False,
                is_aggregable=True,
                references=(Reference(code="EGOV-7", vocabulary="99", uri="https://portal.example/indicators/7"),),
                documents=(document("indicator"),),
                baselines=(
                    Baseline(
                        year=2025,
                        on=date(2025, 12, 31),
                        value=Decimal(1),
                        dimensions=(Dimension("region", "before"),),
                        locations=("minsk",),
                        comment=text("Comment before"),
                        documents=(document("before"),),
                    ),
                ),
                periods=(
                    Period(
                        start=date(2026, 1, 1),
                        end=date(2026, 3, 31),
                        targets=(figure("target", "6"),),
                        actuals=(figure("actual", "4.5"),),
                    ),
                ),
            ),
        ),
    )


def result_with_a_code() -> Result:
    plain = Indicator(title=text("Opinion"), measure="5", baselines=(), periods=())
    return Result(
        type="1",
        title=text("Coded"),
        indicators=(plain,),
        references=(Reference(code="R-1", vocabulary="99", uri="https://portal.example/results/1"),),
    )


def incoming() -> Transaction:
    return Transaction(
        type="1",
        on=date(2026, 2, 28),
        value=money("12345678901234567890.12"),
        description=text("First instalment"),
        provider=Party(name=text("Fund"), ref="XM-DAC-999", type="40", activity_id="XM-DAC-999-77"),
        receiver=Party(name=text("Korea itself"), ref=OWN, type="10", activity_id=f"{OWN}-1"),
        channel="1",
        flow_type="10",
        finance_type="110",
        aid_types=("D02",),
        tied_status="5",
        ref="T-1",
    )


def whole() -> Activity:
    party = Party(name=text("Contractor"), ref="KR-BRN-1", type="70", activity_id="KR-BRN-1-9")
    return Activity(
        identifier=f"{OWN}-1",
        reporter=Reporter(ref=OWN, type="10", name=text("Korea"), is_secondary=True),
        title=text_of({"en": "Registers", "ru": "Реестры", "be": "Рэестры", "ko": "등록부"}, "ru"),
        descriptions=(Description(text=text("One register")), Description(text=text("Link all"), type="2")),
        participants=(
            Participant(role="1", name=text("Korea"), ref=OWN, type="10", activity_id=f"{OWN}-1"),
            Participant(role="4", name=text("Belarus"), ref=OTHER, type="10", activity_id=f"{OTHER}-1"),
        ),
        status="2",
        dates=Dates(
            planned_start=date(2026, 1, 1),
            actual_start=date(2026, 1, 5),
            planned_end=date(2027, 12, 31),
            actual_end=date(2026, 10, 30),
        ),
        language="ru",
        currency="KRW",
        updated_at=NOW,
        hierarchy=1,
        uri="https://portal.example/projects/1",
        other_identifiers=(
            OtherIdentifier(ref="2/26/000123 B", type="A9", owner_ref=OTHER, owner_name=text("Ministry of Economy")),
        ),
        contacts=(
            Contact(
                type="2",
                organisation=text("Centre"),
                department=text("Projects"),
                person=text("Kim"),
                job_title=text("Officer"),
                telephones=("+82 2 000",),
                emails=("officer@centre.example",),
                websites=("https://centre.example",),
                address=text("Seoul"),
            ),
        ),
        scope="4",
        countries=(Country(code="BY", percentage=Decimal("60.5"), note=text("Minsk first")),),
        regions=(
            Region(
                code="89",
                percentage=Decimal("39.5"),
                vocabulary="1",
                uri="https://portal.example/regions",
                note=text("Neighbours"),
            ),
        ),
        locations=(
            Location(
                ref="minsk",
                reach="1",
                name=text("Minsk"),
                description=text("Capital"),
                activity_description=text("Data centre"),
                point=Point(latitude=Decimal("53.9006"), longitude=Decimal("27.5590")),
                exactness="1",
                location_class="2",
            ),
        ),
        sectors=(
            Sector(code="22040", percentage=Decimal(70)),
            Sector(code="15110", percentage=Decimal(30)),
            Sector(
                code="E-GOV",
                percentage=Decimal(100),
                vocabulary="99",
                uri="https://portal.example/sectors",
                name=text("Electronic government"),
            ),
        ),
        policy_markers=(
            PolicyMarker(
                code="3",
                significance="2",
                vocabulary="1",
                uri="https://portal.example/policies",
                name=text("Good governance"),
            ),
        ),
        collaboration_type="1",
        flow_type="10",
        finance_type="110",
        aid_types=("C01", "E01"),
        tied_status="5",
        budgets=(
            Budget(start=date(2024, 2, 29), end=date(2025, 2, 28), value=money("250000000", "KRW")),
            Budget(start=date(2026, 1, 1), end=date(2026, 12, 31), value=money(), type="2", status="2"),
        ),
        planned_disbursements=(
            PlannedDisbursement(
                start=date(2027, 1, 1),
                end=date(2027, 3, 31),
                value=money(),
                type="1",
                provider=Party(name=text("Korea"), ref=OWN, type="10", activity_id=f"{OWN}-1"),
                receiver=party,
            ),
        ),
        transactions=(incoming(), Transaction(type="4", on=date(2026, 4, 1), value=money("-3", "BYN"))),
        documents=(document("agreement"),),
        related_activities=(RelatedActivity(ref=f"{OTHER}-1", type="5"),),
        results=(result(), result_with_a_code()),
    )


def divided_by_transactions() -> Activity:
    """Where it goes and what it serves stand on each transaction, not on the project."""
    paid = Transaction(
        type="3",
        on=date(2026, 2, 28),
        value=money(),
        sectors=(Sector(code="22040"), Sector(code="E-GOV", vocabulary="99", name=text("Electronic government"))),
    )
    country = replace(paid, country=Country(code="BY", note=text("Capital")))
    region = replace(paid, region=Region(code="89", note=text("Around")))
    return replace(smallest(), countries=(), sectors=(), transactions=(country, region))


def organisation() -> Organisation:
    line = BudgetLine(value=money("10"), name=text("Training"), ref="L1")
    year = {"start": date(2027, 1, 1), "end": date(2027, 12, 31), "value": money(), "lines": (line,)}
    return Organisation(
        identifier=OWN,
        name=text_of({"en": "Korea", "ko": "대한민국"}, "ko"),
        reporter=Reporter(ref=OWN, type="10", name=text("Korea"), is_secondary=True),
        language="ko",
        currency="KRW",
        updated_at=NOW,
        total_budgets=(TotalBudget(status="2", **year),),
        country_budgets=(CountryBudget(status="2", country=Country(code="BY", note=text("Belarus")), **year),),
        expenditures=(Expenditure(**year),),
        documents=(
            OrganisationDocument(
                url="https://portal.example/report.html",
                format="text/html",
                title=text("Report"),
                categories=("B01",),
                description=text("Of the year"),
                languages=("en",),
                dated_on=date(2026, 1, 31),
                countries=(Country(code="BY", note=text("Chapter 2")),),
            ),
        ),
    )
