"""What the sample centre plays, beside the requests."""

from datetime import date

from sample_centre.content.projects.others import PASTS
from sample_centre.cooperation.archive_pilot import ArchivePilot
from sample_centre.cooperation.committee import SteeringCommittee
from sample_centre.cooperation.joint_projects import CodeLists
from sample_centre.cooperation.past_projects import PastProject
from sample_centre.cooperation.projects_of_today import OTHERS
from sample_centre.cooperation.register import Register
from sample_centre.events.edition_2017 import Edition2017
from sample_centre.events.edition_now import EditionNow
from sample_centre.events.forum import Forum
from sample_centre.events.opening import Opening
from sample_centre.events.play import Play
from sample_centre.events.programme import KoreaBlackSea
from sample_centre.letters import LettersOfToday
from sample_centre.news import CentreNews
from sample_centre.practices.library import Library
from sample_centre.practices.readers import Readers
from sample_centre.reports import ReportsOfTheCentre
from sample_centre.scene import House


def plays(house: House, today: date) -> list[Play]:
    """What was signed and decided, every event on its own, the library, and those who read it."""
    register = Register(house, today)
    committee = SteeringCommittee(house, today, register)
    edition = EditionNow(house, today)
    opening, edition_2017, forum = Opening(house, today), Edition2017(house, today), Forum(house, today)
    tied: dict[str, Play] = {"opening": opening, "edition_2017": edition_2017, "forum": forum}
    return [
        register,
        committee,
        CodeLists(house, today),
        *(PastProject(house, today, register, committee, past) for past in PASTS),
        *(project(house, today, register, committee) for project in (ArchivePilot, *OTHERS)),
        opening,
        KoreaBlackSea(house, today),
        edition_2017,
        edition,
        LettersOfToday(house, today, edition),
        forum,
        CentreNews(house, today, register, tied),
        Library(house, today),
        Readers(house, today),
        ReportsOfTheCentre(house, today),
    ]
