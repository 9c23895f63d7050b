"""What is written: every field, in order, exactly."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from projects.iati import checking, writing
from projects.iati.activity import Budget, Figure, Money, PlannedDisbursement
from projects.iati.texts import Narrative, text_of
from tests.projects.iati import samples
from tests.projects.iati.samples import NOW, TODAY
from tests.projects.iati.standard import objections, written

HERE = Path(__file__).parent
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def pretty(file: bytes) -> str:
    tree = etree.fromstring(file, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(tree, pretty_print=True, encoding="unicode")


def written_organisation(organisation) -> bytes:
    return b"".join(writing.stream_organisations([organisation], generated_at=NOW))


def leaves(value, path=""):
    """Every field of plain data that holds no further data, with its path without numbers."""
    if is_dataclass(value):
        for one in fields(value):
            yield from leaves(getattr(value, one.name), f"{path}.{one.name}")
    elif isinstance(value, tuple) and value:
        for one in value:
            yield from leaves(one, path)
    else:
        yield path, value


def test_the_smallest_project():
    assert written(samples.smallest()).decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<iati-activities xmlns:xml="http://www.w3.org/XML/1998/namespace" version="2.03"'
        ' generated-datetime="2026-11-02T09:30:15Z"><iati-activity xml:lang="en">'
        "<iati-identifier>XM-DAC-742-1</iati-identifier>"
        '<reporting-org ref="XM-DAC-742" type="10"><narrative xml:lang="en">Korea</narrative></reporting-org>'
        '<title><narrative xml:lang="en">Registers</narrative></title>'
        '<description type="1"><narrative xml:lang="en">One register</narrative></description>'
        '<participating-org ref="XM-DAC-742" role="1"/>'
        '<activity-status code="2"/>'
        '<activity-date type="2" iso-date="2026-01-05"/>'
        '<recipient-country code="BY"/>'
        '<sector code="22040" vocabulary="1"/>'
        "</iati-activity>\n</iati-activities>"
    )


def test_the_whole_project():
    """The file that was read and approved; it is also what any other validator may be asked about."""
    assert pretty(written(samples.whole())) == (HERE / "whole.xml").read_text(encoding="utf-8")


def test_an_organisation():
    assert pretty(written_organisation(samples.organisation())) == (HERE / "organisation.xml").read_text(
        encoding="utf-8"
    )


def test_the_samples_fill_every_field():
    filled, named = set(), set()
    for sample in (samples.whole(), samples.divided_by_transactions(), samples.organisation()):
        for path, value in leaves(sample):
            named.add(path)
            if value not in ("", (), None):
                filled.add(path)
    unset_when_whole = {".transactions.country.percentage", ".transactions.region.percentage"}
    not_of_a_budget = {".country_budgets.country.percentage", ".documents.countries.percentage"}
    not_of_a_transaction = {".transactions.sectors.percentage", ".transactions.sectors.uri", ".transactions.region.uri"}
    assert {
        path
        for path in named - filled - unset_when_whole - not_of_a_budget - not_of_a_transaction
        if not any(other.startswith(f"{path}.") for other in filled)
    } == set()


@pytest.mark.parametrize("sample", [samples.smallest, samples.whole, samples.divided_by_transactions])
def test_the_samples_are_faultless_and_nobody_objects(sample):
    assert (checking.faults(sample(), today=TODAY), objections(sample())) == ([], [])


def test_the_sample_of_an_organisation_is_faultless_and_valid():
    organisation = samples.organisation()
    file = written_organisation(organisation)
    assert checking.organisation_faults(organisation, today=TODAY) == []
    assert checking.against_schema(file, kind=checking.ORGANISATIONS) == []


def test_every_narrative_says_its_language_and_the_original_stands_first():
    tree = etree.fromstring(written(samples.whole()))
    assert tree.xpath("//narrative[not(@xml:lang)]") == []
    assert tree[0].get(XML_LANG) == "ru"
    assert [(one.get(XML_LANG), one.text) for one in tree.find("iati-activity/title")] == [
        ("ru", "Реестры"),
        ("en", "Registers"),
        ("be", "Рэестры"),
        ("ko", "등록부"),
    ]


@pytest.mark.parametrize(
    "amount, currency, printed",
    [
        ("1000.50", "USD", "1000.50"),
        ("1000", "USD", "1000"),
        ("12345678901234567890.12", "BYN", "12345678901234567890.12"),
        ("1E+6", "USD", "1000000"),
        ("1E-9", "USD", "0.000000001"),
        ("-0.00", "USD", "0.00"),
        ("-7.10", "USD", "-7.10"),
        ("250000000.00", "KRW", "250000000"),
        ("99999999999999999999.00", "KRW", "99999999999999999999"),
        ("0E+3", "KRW", "0"),
    ],
)
def test_an_amount_is_printed_digit_by_digit(amount, currency, printed):
    budget = replace(samples.whole().budgets[0], value=samples.money(amount, currency))
    activity = replace(samples.smallest(), budgets=(budget,))
    assert objections(activity) == []
    (value,) = etree.fromstring(written(activity)).iter("value")
    assert (value.text, dict(value.attrib)) == (printed, {"currency": currency, "value-date": "2026-03-31"})


def test_a_float_is_never_printed():
    with pytest.raises(TypeError, match=r"A Decimal is needed, not 0\.1"):
        written(
            replace(samples.smallest(), budgets=(replace(samples.whole().budgets[0], value=Money(0.1, "USD", TODAY)),))
        )


def test_what_xml_cannot_hold_is_left_out_and_the_rest_stays():
    hebrew = "\u202bשלום\u202c"
    activity = replace(
        samples.smallest(), title=(Narrative(f"\x00A\x0b & <b>\ufffe {hebrew}\ud800 \U0001f600\x1f", "en"),)
    )
    assert objections(activity) == []
    assert etree.fromstring(written(activity)).findtext("iati-activity/title/narrative") == (
        f"A & <b> {hebrew} \U0001f600"
    )


def test_an_empty_text_is_not_written():
    activity = replace(
        samples.smallest(), title=(Narrative(" \x00 ", "ru"), Narrative("Registers", "en"), Narrative("", "ko"))
    )
    assert written(activity) == written(samples.smallest())


def test_a_localised_text_begins_with_its_original():
    assert text_of({"en": "Seoul", "ru": "", "be": " \x07", "ko": "서울"}, "ko") == (
        Narrative("서울", "ko"),
        Narrative("Seoul", "en"),
    )


def test_a_payment_that_is_planned_for_a_day_has_no_end():
    planned = PlannedDisbursement(start=date(2027, 1, 1), value=samples.money())
    activity = replace(samples.smallest(), planned_disbursements=(planned,))
    assert objections(activity) == []
    assert [one.tag for one in etree.fromstring(written(activity)).find(".//planned-disbursement")] == [
        "period-start",
        "value",
    ]


def test_a_figure_in_words_has_no_value():
    indicator = replace(samples.result().indicators[0], measure="5", baselines=(), references=())
    period = replace(indicator.periods[0], targets=(), actuals=(Figure(comment=samples.text("Better")),))
    result = replace(samples.result(), indicators=(replace(indicator, periods=(period,)),))
    activity = replace(samples.smallest(), results=(result,))
    assert (checking.faults(activity, today=TODAY), objections(activity)) == ([], [])
    (actual,) = etree.fromstring(written(activity)).iter("actual")
    assert etree.tostring(actual) == (
        b'<actual><comment><narrative xml:lang="en">Better</narrative></comment></actual>'
    )


def test_a_moment_needs_its_time_zone():
    with pytest.raises(ValueError, match="A moment needs its time zone"):
        b"".join(writing.stream([samples.smallest()], generated_at=datetime(2026, 1, 1)))  # noqa: DTZ001


@pytest.mark.parametrize("stream", [writing.stream, writing.stream_organisations])
def test_a_file_of_none_is_refused_before_anything_is_sent(stream):
    with pytest.raises(ValueError, match="An IATI file holds at least one piece"):
        stream([], generated_at=NOW)


def test_projects_are_taken_only_as_the_file_is_read_and_reading_may_end_early():
    taken = []

    def endless():
        while True:
            taken.append(len(taken))
            yield samples.whole()

    file = writing.stream(endless(), generated_at=NOW)
    pieces = [next(file) for _ in range(3)]
    file.close()
    assert all(writing.CHUNK <= len(piece) < writing.CHUNK * 2 for piece in pieces)
    assert len(taken) < 60


def test_many_projects_stand_in_one_file_in_their_order():
    many = [replace(samples.smallest(), identifier=f"{samples.OWN}-{number}") for number in range(2_000)]
    file = written(*many)
    assert checking.against_schema(file) == []
    assert [one.text for one in etree.fromstring(file).iter("iati-identifier")] == [one.identifier for one in many]


def test_a_day_that_is_a_moment_is_written_as_a_day():
    activity = replace(samples.smallest(), budgets=(Budget(start=NOW, end=NOW, value=samples.money(on=NOW)),))
    assert objections(activity) == []


class TestAgainstTheSchema:
    def test_all_that_is_wrong_is_said(self):
        file = written(samples.smallest())
        broken = file.replace(b' role="1"', b"").replace(b'iso-date="2026-01-05"', b'iso-date="05.01.2026"')
        assert checking.against_schema(broken) == [
            "Element 'participating-org': The attribute 'role' is required but missing.",
            "Element 'activity-date', attribute 'iso-date': '05.01.2026' is not a valid value of the atomic type 'xs:date'.",
        ]

    def test_what_is_no_xml_is_said(self):
        assert checking.against_schema(b"no xml") != []
        file = written(samples.smallest())
        assert [cut for cut in range(1, len(file)) if not checking.against_schema(file[:-cut])] == []

    def test_no_file_of_ours_is_read_into_it(self, tmp_path):
        secret = tmp_path / "secret"
        secret.write_text("<iati-identifier>XM-DAC-742-1</iati-identifier>", encoding="utf-8")
        file = written(samples.smallest()).replace(b"<iati-identifier>XM-DAC-742-1</iati-identifier>", b"&secret;")
        head, rest = file.split(b"\n", 1)
        entity = f'<!DOCTYPE iati-activities [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>\n'.encode()
        (message,) = checking.against_schema(head + b"\n" + entity + rest)
        assert "Entity 'secret' not defined" in message

    def test_the_other_kind_of_file_is_not_taken_for_it(self):
        assert checking.against_schema(written(samples.smallest()), kind=checking.ORGANISATIONS) != []


def test_percentages_keep_their_digits():
    thirds = [Decimal("33.333333"), Decimal("33.333333"), Decimal("33.333334")]
    countries = tuple(
        replace(samples.smallest().countries[0], code=code, percentage=share)
        for code, share in zip(["BY", "KG", "UZ"], thirds, strict=True)
    )
    activity = replace(samples.smallest(), countries=countries)
    assert (checking.faults(activity, today=TODAY), objections(activity)) == ([], [])
    assert [one.get("percentage") for one in etree.fromstring(written(activity)).iter("recipient-country")] == [
        "33.333333",
        "33.333333",
        "33.333334",
    ]
