"""The code lists of IATI 2.03 that a centre of IT cooperation uses, under our own short names.

What people choose from is here, with labels; what is only looked up stands in `lookups.py`. A code that was withdrawn
from its list is in neither. `tests/projects/iati/test_codes.py` compares all of them with an excerpt of the lists.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ActivityStatus(TextChoices):
    """Where a project stands."""

    PIPELINE = "1", _("Pipeline or identification")
    IMPLEMENTATION = "2", pgettext_lazy("project", "Implementation")
    COMPLETION = "3", pgettext_lazy("project", "Finalisation")
    CLOSED = "4", pgettext_lazy("project", "Closed")
    CANCELLED = "5", pgettext_lazy("project", "Cancelled")
    SUSPENDED = "6", pgettext_lazy("project", "Suspended")


class ActivityDateType(TextChoices):
    """What happens, or should, on a day."""

    PLANNED_START = "1", _("Planned start")
    ACTUAL_START = "2", _("Actual start")
    PLANNED_END = "3", _("Planned end")
    ACTUAL_END = "4", _("Actual end")


class DescriptionType(TextChoices):
    """What a description is about."""

    GENERAL = "1", pgettext_lazy("description", "General")
    OBJECTIVES = "2", pgettext_lazy("description", "Objectives")
    TARGET_GROUPS = "3", pgettext_lazy("description", "Target groups")
    OTHER = "4", pgettext_lazy("description", "Other")


class OrganisationRole(TextChoices):
    """What an organisation does in a project."""

    FUNDING = "1", pgettext_lazy("organisation", "Funding")
    ACCOUNTABLE = "2", pgettext_lazy("organisation", "Accountable")
    EXTENDING = "3", pgettext_lazy("organisation", "Extending")
    IMPLEMENTING = "4", pgettext_lazy("organisation", "Implementing")


class OrganisationType(TextChoices):
    """What an organisation is."""

    GOVERNMENT = "10", _("Government")
    LOCAL_GOVERNMENT = "11", _("Local government")
    PUBLIC_SECTOR = "15", _("Other public sector")
    INTERNATIONAL_NGO = "21", _("International non-governmental organisation")
    NATIONAL_NGO = "22", _("National non-governmental organisation")
    REGIONAL_NGO = "23", _("Regional non-governmental organisation")
    PARTNER_NGO = "24", _("Non-governmental organisation of the partner country")
    PUBLIC_PRIVATE = "30", _("Public-private partnership")
    MULTILATERAL = "40", pgettext_lazy("organisation", "Multilateral")
    FOUNDATION = "60", pgettext_lazy("organisation", "Foundation")
    PRIVATE = "70", _("Private sector")
    PRIVATE_OF_PROVIDER = "71", _("Private sector of the providing country")
    PRIVATE_OF_RECIPIENT = "72", _("Private sector of the receiving country")
    PRIVATE_OF_THIRD = "73", _("Private sector of a third country")
    ACADEMIC = "80", _("Academic, training and research")
    OTHER = "90", pgettext_lazy("organisation", "Other")


class TransactionType(TextChoices):
    """What became of the money."""

    INCOMING_FUNDS = "1", _("Incoming funds")
    COMMITMENT = "2", _("Outgoing commitment")
    DISBURSEMENT = "3", _("Disbursement")
    EXPENDITURE = "4", _("Expenditure")
    INTEREST = "5", _("Interest payment")
    LOAN_REPAYMENT = "6", _("Loan repayment")
    REIMBURSEMENT = "7", _("Reimbursement")
    EQUITY_BOUGHT = "8", _("Purchase of equity")
    EQUITY_SOLD = "9", _("Sale of equity")
    GUARANTEE = "10", _("Credit guarantee")
    INCOMING_COMMITMENT = "11", _("Incoming commitment")
    PLEDGE = "12", _("Outgoing pledge")
    INCOMING_PLEDGE = "13", _("Incoming pledge")

    @classmethod
    def incoming(cls) -> tuple["TransactionType", ...]:
        """Those whose money comes from somebody else to whoever reports."""
        return cls.INCOMING_FUNDS, cls.INCOMING_COMMITMENT, cls.INCOMING_PLEDGE

    @classmethod
    def outgoing(cls) -> tuple["TransactionType", ...]:
        """Those whose money goes from whoever reports to somebody else; an expenditure may stay in the house."""
        return cls.COMMITMENT, cls.DISBURSEMENT, cls.PLEDGE


class DisbursementChannel(TextChoices):
    """The way the money takes."""

    TREASURY = "1", _("Through the ministry of finance or the treasury")
    INSTITUTION = "2", _("Directly to the implementing institution")
    IN_KIND_THIRD_PARTY = "3", _("In kind, through third parties")
    IN_KIND = "4", _("In kind, managed by the donor")


class FlowType(TextChoices):
    """Whether it is official development assistance."""

    ODA = "10", _("Official development assistance")
    OOF = "21", _("Other official flow, not an export credit")
    EXPORT_CREDIT = "22", _("Officially supported export credit")
    PRIVATE_GRANT = "30", _("Private grant")
    PRIVATE_MARKET = "35", _("Private market")
    DIRECT_INVESTMENT = "36", _("Private foreign direct investment")
    OTHER_PRIVATE = "37", _("Other private flow at market terms")
    NON_FLOW = "40", _("Not a flow")
    OTHER = "50", _("Other flow")


class FinanceType(TextChoices):
    """Whether it is given or lent."""

    GRANT = "110", _("Grant")
    LOAN = "421", _("Loan")
    REIMBURSABLE_GRANT = "422", _("Reimbursable grant")


class AidType(TextChoices):
    """In which form it is given."""

    GENERAL_BUDGET = "A01", _("General budget support")
    SECTOR_BUDGET = "A02", _("Sector budget support")
    CORE_SUPPORT = "B01", _("Core support to non-governmental bodies and research institutes")
    MULTILATERAL_CORE = "B02", _("Core contribution to a multilateral institution")
    PROGRAMME_FUND = "B03", _("Contribution to a programme or fund of an international organisation")
    POOLED_FUND = "B04", _("Pooled funding")
    PROJECT = "C01", _("Project")
    DONOR_PERSONNEL = "D01", _("Personnel of the donor country")
    TECHNICAL_ASSISTANCE = "D02", _("Other technical assistance")
    TRAINING = "E01", _("Scholarships or training in the donor country")
    STUDENT_COSTS = "E02", _("Imputed student costs")
    DEBT_RELIEF = "F01", _("Debt relief")
    ADMINISTRATION = "G01", _("Administrative costs")
    AWARENESS = "H01", _("Development awareness")


class TiedStatus(TextChoices):
    """Whether it may be spent in the donor country only."""

    PARTIALLY = "3", _("Partially tied")
    TIED = "4", _("Tied")
    UNTIED = "5", _("Untied")


class BudgetType(TextChoices):
    """The first budget, or one that took its place."""

    ORIGINAL = "1", pgettext_lazy("budget", "Original")
    REVISED = "2", pgettext_lazy("budget", "Revised")


class BudgetStatus(TextChoices):
    """Whether the budget binds."""

    INDICATIVE = "1", pgettext_lazy("budget", "Indicative")
    COMMITTED = "2", pgettext_lazy("budget", "Committed")


class ResultType(TextChoices):
    """How far a result reaches."""

    OUTPUT = "1", pgettext_lazy("result", "Output")
    OUTCOME = "2", pgettext_lazy("result", "Outcome")
    IMPACT = "3", pgettext_lazy("result", "Impact")
    OTHER = "9", pgettext_lazy("result", "Other")


class IndicatorMeasure(TextChoices):
    """What its figures are."""

    UNIT = "1", pgettext_lazy("measure", "A number of units")
    PERCENTAGE = "2", pgettext_lazy("measure", "A percentage")
    NOMINAL = "3", pgettext_lazy("measure", "A category, written as a number")
    ORDINAL = "4", pgettext_lazy("measure", "A rank on a scale")
    QUALITATIVE = "5", pgettext_lazy("measure", "A description in words")


class IndicatorVocabulary(TextChoices):
    """Whose library an indicator is from."""

    WHO = "1", _("Registry of the World Health Organization")
    SPHERE = "2", _("Sphere Handbook")
    US = "3", _("Foreign assistance framework of the United States")
    WORLD_BANK = "4", _("World Development Indicators of the World Bank")
    MDG = "5", _("Millennium Development Goals indicators")
    OCHA = "6", _("Humanitarian Response indicators of the United Nations")
    HIV = "7", _("Indicator registry of HIV and AIDS")
    HIPSO = "8", _("Harmonised indicators for private sector operations")
    OWN = "99", _("Library of the reporting organisation")


class ActivityScope(TextChoices):
    """How far a project reaches on the map."""

    GLOBAL = "1", pgettext_lazy("scope", "Global")
    REGIONAL = "2", pgettext_lazy("scope", "Regional")
    MULTINATIONAL = "3", pgettext_lazy("scope", "Several countries")
    NATIONAL = "4", pgettext_lazy("scope", "National")
    REGIONS = "5", pgettext_lazy("scope", "Several regions of a country")
    REGION = "6", pgettext_lazy("scope", "One region of a country")
    DISTRICT = "7", pgettext_lazy("scope", "One district")
    PLACE = "8", pgettext_lazy("scope", "One place")


class CollaborationType(TextChoices):
    """Between whom."""

    BILATERAL = "1", _("Bilateral")
    MULTILATERAL_IN = "2", _("Multilateral, inflow")
    BILATERAL_CORE = "3", _("Bilateral, core contribution to a non-governmental body")
    MULTILATERAL_OUT = "4", _("Multilateral, outflow")
    PRIVATE_OUT = "6", _("Private sector, outflow")
    BILATERAL_NGO = "7", _("Bilateral, reported after a core contribution")
    TRIANGULAR = "8", _("Bilateral, triangular cooperation")


class RelatedActivityType(TextChoices):
    """How another activity is related."""

    PARENT = "1", pgettext_lazy("related activity", "Above it")
    CHILD = "2", pgettext_lazy("related activity", "Below it")
    SIBLING = "3", pgettext_lazy("related activity", "Beside it")
    CO_FUNDED = "4", pgettext_lazy("related activity", "Funded together with it")
    THIRD_PARTY = "5", pgettext_lazy("related activity", "Reported by another organisation")


class OtherIdentifierType(TextChoices):
    """Whose number it is."""

    INTERNAL = "A1", _("Internal number of the reporting organisation")
    CRS = "A2", _("Number of the OECD creditor reporting system")
    PREVIOUS = "A3", _("Previous identifier of the activity")
    OTHER = "A9", _("Other number of the activity")
    PREVIOUS_REPORTER = "B1", _("Previous identifier of the reporting organisation")
    OTHER_ORGANISATION = "B9", _("Other identifier of the organisation")


class ContactType(TextChoices):
    """What to ask about."""

    GENERAL = "1", _("General enquiries")
    PROJECT = "2", _("Project management")
    FINANCE = "3", _("Financial management")
    COMMUNICATION = "4", pgettext_lazy("contact", "Communications")


class DocumentCategory(TextChoices):
    """What a public paper is."""

    APPRAISAL = "A01", _("Appraisal of impact before or after the project")
    OBJECTIVES = "A02", _("Objectives or purpose of the activity")
    BENEFICIARIES = "A03", _("Intended beneficiaries")
    CONDITIONS = "A04", pgettext_lazy("document", "Conditions")
    BUDGET = "A05", pgettext_lazy("document", "Budget")
    CONTRACT_SUMMARY = "A06", _("Summary of a contract")
    REVIEW = "A07", _("Review of performance and evaluation")
    RESULTS = "A08", _("Results, outcomes and outputs")
    MEMORANDUM = "A09", _("Memorandum of understanding")
    TENDER = "A10", pgettext_lazy("document", "Tender")
    CONTRACT = "A11", pgettext_lazy("document", "Contract")
    WEB_PAGE = "A12", _("Web page of the activity")
    ANNUAL_REPORT = "B01", _("Annual report")
    STRATEGY = "B02", _("Strategy of the institution")
    COUNTRY_STRATEGY = "B03", _("Strategy for a country")
    AID_POLICY = "B04", _("Policy of allocating aid")
    PROCUREMENT = "B05", _("Policy and procedure of procurement")
    AUDIT = "B06", _("Audit of the institution")
    COUNTRY_AUDIT = "B07", _("Audit of a country")
    EVALUATION = "B09", _("Evaluation of the institution")
    COUNTRY_EVALUATION = "B10", _("Evaluation of a country")
    SECTOR_STRATEGY = "B11", _("Strategy of a sector")
    THEMATIC_STRATEGY = "B12", _("Strategy of a theme")
    COUNTRY_MEMORANDUM = "B13", _("Memorandum of understanding with a country")
    ORGANISATION_PAGE = "B16", _("Web page of the organisation")
    COUNTRY_PAGE = "B17", _("Web page of a country or region")
    SECTOR_PAGE = "B18", _("Web page of a sector")


class PolicyMarker(TextChoices):
    """Policies of the DAC that cut across sectors."""

    GENDER = "1", _("Gender equality")
    ENVIRONMENT = "2", pgettext_lazy("policy", "Aid to the environment")
    GOVERNANCE = "3", _("Participatory development and good governance")
    TRADE = "4", _("Trade development")
    BIODIVERSITY = "5", _("Biological diversity")
    CLIMATE_MITIGATION = "6", _("Mitigation of climate change")
    CLIMATE_ADAPTATION = "7", _("Adaptation to climate change")
    DESERTIFICATION = "8", _("Combating desertification")
    HEALTH_OF_MOTHERS = "9", _("Reproductive, maternal, newborn and child health")


class PolicySignificance(TextChoices):
    """How much a project serves a policy."""

    NONE = "0", pgettext_lazy("policy", "Not targeted")
    SIGNIFICANT = "1", pgettext_lazy("policy", "Significant objective")
    PRINCIPAL = "2", pgettext_lazy("policy", "Principal objective")
    PRINCIPAL_IN_PROGRAMME = "3", pgettext_lazy("policy", "Principal objective, within an action programme")
    PRIMARY = "4", pgettext_lazy("policy", "Explicit primary objective")


class LocationReach(TextChoices):
    """What is at a place."""

    ACTIVITY = "1", pgettext_lazy("location", "The activity itself")
    BENEFICIARIES = "2", pgettext_lazy("location", "Those who benefit")


class LocationExactness(TextChoices):
    """How exact a place is."""

    EXACT = "1", pgettext_lazy("location", "Exact")
    APPROXIMATE = "2", pgettext_lazy("location", "Approximate")


class LocationClass(TextChoices):
    """What a place is."""

    REGION = "1", _("Administrative region")
    SETTLEMENT = "2", _("Populated place")
    STRUCTURE = "3", pgettext_lazy("location", "Structure")
    OTHER = "4", _("Other topographical feature")


class Sector(TextChoices):
    """Purpose codes of the OECD DAC, five digits: those that e-government touches."""

    EDUCATION_POLICY = "11110", _("Education policy and administration")
    VOCATIONAL_TRAINING = "11330", _("Vocational training")
    HIGHER_EDUCATION = "11420", _("Higher education")
    MANAGERIAL_TRAINING = "11430", _("Advanced technical and managerial training")
    HEALTH_POLICY = "12110", _("Health policy and administration")
    PUBLIC_POLICY = "15110", _("Public sector policy and administration")
    PUBLIC_FINANCE = "15111", _("Public finance management")
    SUBNATIONAL = "15112", _("Decentralisation and support to subnational government")
    ANTI_CORRUPTION = "15113", _("Anti-corruption organisations and institutions")
    REVENUE = "15114", _("Mobilisation of domestic revenue")
    TAX_COLLECTION = "15116", _("Tax collection")
    BUDGET_PLANNING = "15117", _("Budget planning")
    NATIONAL_AUDIT = "15118", _("National audit")
    DEBT = "15119", _("Debt and aid management")
    FOREIGN_AFFAIRS = "15121", _("Foreign affairs")
    AID_ADMINISTRATION = "15123", _("Administration of foreign aid in the receiving country")
    PERSONNEL = "15124", _("General personnel services")
    PROCUREMENT = "15125", _("Central procurement")
    PUBLIC_SERVICES = "15126", _("Other general public services")
    MONITORING = "15127", _("National monitoring and evaluation")
    LOCAL_FINANCE = "15128", _("Local government finance")
    LEGAL_DEVELOPMENT = "15130", _("Legal and judicial development")
    JUSTICE_POLICY = "15131", _("Justice, law and order: policy and administration")
    POLICE = "15132", _("Police")
    RESCUE = "15133", _("Fire and rescue services")
    JUDICIAL = "15134", _("Judicial affairs")
    OMBUDSMAN = "15135", _("Ombudsman")
    IMMIGRATION = "15136", _("Immigration")
    STANDARDS = "15144", _("Development of national standards")
    CIVIL_SOCIETY = "15150", _("Democratic participation and civil society")
    ELECTIONS = "15151", _("Elections")
    PARLIAMENT = "15152", _("Legislatures and political parties")
    MEDIA = "15153", _("Media and the free flow of information")
    EXECUTIVE_OFFICE = "15154", _("Executive office")
    TAX_POLICY = "15155", _("Tax policy and administration")
    LOCAL_ADMINISTRATION = "15185", _("Local government administration")
    SOCIAL_PROTECTION = "16010", _("Social protection")
    WELFARE_POLICY = "16011", _("Social protection and welfare: policy and administration")
    EMPLOYMENT_POLICY = "16020", _("Employment policy and administration")
    STATISTICS = "16062", _("Building statistical capacity")
    TRANSPORT_POLICY = "21010", _("Transport policy and administration")
    COMMUNICATIONS_POLICY = "22010", _("Communications policy and administration")
    COMMUNICATIONS_PLANNING = "22011", _("Communications policy and planning")
    INFORMATION_SERVICES = "22013", _("Information services")
    TELECOMMUNICATIONS = "22020", _("Telecommunications")
    BROADCASTING = "22030", _("Radio, television and print media")
    ICT = "22040", _("Information and communication technology")
    BUSINESS_SERVICES = "25010", _("Business support services and institutions")
    SMALL_BUSINESS = "32130", _("Development of small and medium-sized enterprises")
    TECHNOLOGY_RESEARCH = "32182", _("Technological research and development")
    TRADE_POLICY = "33110", _("Trade policy and administration")
    TRADE_FACILITATION = "33120", _("Trade facilitation")
    MULTISECTOR = "43010", _("Multisector aid")
    URBAN = "43030", _("Urban development and management")
    URBAN_LAND = "43031", _("Urban land policy and management")
    RURAL_LAND = "43041", _("Rural land policy and management")
    MULTISECTOR_TRAINING = "43081", _("Multisector education and training")
    RESEARCH = "43082", _("Research and scientific institutions")
    AID_COSTS = "91010", _("Administrative costs of the donor")
