"""The pilot of a digital archive in the last three weeks: work recorded, what stays behind, what is told to everybody."""

from datetime import timedelta

from core.localised import LocalisedText
from people.models import User
from practices.models import Practice
from projects.actions import (
    drafting,
    legacy,
    noting,
    publishing,
    scheduling,
)
from projects.enums import TransferKind
from projects.models import (
    Publication,
    Task,
)
from sample_centre.content.countries import four
from sample_centre.content.projects import archive as said
from sample_centre.content.projects.others import IDENTITIES
from sample_centre.cooperation.joint_projects import JointProject
from sample_centre.events.play import Deed
from sample_centre.practices.library import stories

OFFICER, LEADERS = "officer", ("leader_by", "leader_kr")


class LatelyAtTheArchive(JointProject):
    """The part of the pilot that reaches to today."""

    def of_late(self) -> list[Deed]:
        day = self.today - timedelta(days=18)
        return [
            self.at(day, "12:05", LEADERS[0], "record_work"),
            self.at(day, "14:15", OFFICER, "leave_behind", plus=1),
            self.at(day, "14:40", OFFICER, "link", plus=1),
            self.at(day, "14:55", OFFICER, "prepare_publication", plus=2),
            self.at(day, "12:20", LEADERS[0], "publish", plus=3, side="a"),
            self.at(day, "16:20", LEADERS[1], "publish", plus=3, side="b"),
            self.at(day, "12:15", LEADERS[0], "note", plus=1, text="Уточнить у таможни до совместной встречи."),
            self.at(day, "16:05", LEADERS[1], "note", plus=1, text="하반기 예산 이월 가능 여부를 내부 확인 중."),
        ]

    def record_work(self, *, by: User) -> None:
        """How far each line is: what is done was done where the plan put it, or by yesterday."""
        yesterday = self.today - timedelta(days=19)
        for work in said.WORKS:
            if not work.progress:
                continue
            task = Task.objects.get(project=self.pk, number=work.number)
            scheduling.record_progress(
                task,
                by=by,
                progress=work.progress,
                begun_on=min(task.starts_on, yesterday),
                done_on=min(task.ends_on, yesterday) if work.is_done else None,
                note=work.note,
            )

    def leave_behind(self, *, by: User) -> None:
        for kind, name, version in (
            (TransferKind.SYSTEM, four("Archive management system", "Система управления архивом", "Сістэма кіравання архівам", "기록관리시스템"), "4.2"),
            (TransferKind.STANDARD, said.PRODUCTS[0].name, "1.0"),
        ):  # fmt: skip
            legacy.save_transfer(
                self.project,
                by=by,
                kind=kind,
                name=LocalisedText(name),
                version=version,
                licence="Use by bodies of the state, without charge",
                source=self.house.bodies["archives_kr"],
                receiver=self.house.bodies["archives_by"],
                on=self.exact(-3),
            )
        legacy.save_service(
            self.project,
            by=by,
            name=LocalisedText(four("Requests for archived records", "Запросы архивных документов", "Запыты архіўных дакументаў", "보존기록 신청")),
            owner=self.house.bodies["archives_by"],
            users_before=18400,
            users_after=None,
            maturity_before=2,
            maturity_after=None,
            source="",
            dated_on=None,
        )  # fmt: skip

    def prepare_publication(self, *, by: User) -> None:
        """Each side reports the project as an activity of its own, under the identifier of its leading body."""
        for side, body in zip("ab", self.leads, strict=True):
            publishing.save_publication(
                self.project,
                by=by,
                side=side,
                activity_id=f"{IDENTITIES[body]}-{self.project.reference}",
                language="en",
                sector="15110",
                aid_type="C01",
                finance_type="110",
                flow_type="10",
                tied_status="5",
            )

    def publish(self, *, by: User, side: str) -> None:
        publishing.publish(Publication.objects.get(project=self.pk, side=side), by=by)

    def note(self, *, by: User, text: str) -> None:
        noting.write_note(self.project, by=by, text=text)

    def link(self, *, by: User) -> None:
        """The practices it builds on, and the request on archives that came before it."""
        for name in ("onnara", "nirs"):
            system = stories()[name]
            row = Practice.objects.filter(title__en=system.texts["en"]["title"]).first()
            if row is not None:
                drafting.link_record(self.project, by=by, record=row)
