"""What came of the seventh edition: minutes, certificates, plans that were asked about until November 2018."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from events.actions import certifying, editions, evaluation, minutes, owing, plans, trip_reports, wrapup
from events.enums import OutcomeKind, OutcomeStatus
from events.models import (
    ActionPlan,
    Certificate,
    CertificateRun,
    Delegation,
    Minutes,
    Outcome,
    Participant,
    PlanCheck,
    Questionnaire,
    Session,
    TripReport,
)
from people.models import User
from sample_centre.content.events import edition_2017 as said
from sample_centre.content.events import plans_2017 as home
from sample_centre.events import stage
from sample_centre.events.play import Deed, Play

FIRST, LAST = date(2017, 10, 30), date(2017, 11, 3)
OFFICER, OFFICER_KR = "officer_2017", "officer_kr_2017"
DIRECTOR_BY, DIRECTOR_KR = "director_by_2017", "director_kr_2017"
PLAIN = str.maketrans("ćčšžđı", "ccszdi")  # of names, in addresses


class Aftermath(Play):
    """From the wrap-up meeting on."""

    def deeds_after(self) -> Iterable[Deed]:
        yield self.on("2017-11-03 14:30", OFFICER_KR, "wrap_up")
        yield self.on("2017-11-03 15:00", "", "owe_plans")
        yield self.on("2017-11-04 09:00", "", "owe_reports")
        yield self.on("2017-11-08 09:30", OFFICER, "propose_minutes")
        yield self.on("2017-11-08 10:40", OFFICER, "propose_certificates")
        yield self.on("2017-11-09 09:50", DIRECTOR_BY, "agree")
        yield self.on("2017-11-09 16:30", DIRECTOR_KR, "agree")
        yield self.on("2017-11-10 15:00", "", "close_questionnaires")
        yield self.on("2017-11-20 10:20", OFFICER, "correct_certificate")
        yield self.on("2017-11-21 10:00", DIRECTOR_BY, "sign_certificates")
        yield self.on("2017-11-21 16:40", DIRECTOR_KR, "sign_certificates")
        yield self.on("2017-11-22 12:00", "", "write_plans")
        yield self.on("2017-11-24 12:00", "", "report_journeys")
        for number, body in enumerate(said.COMING):
            day = 27 + number % 4
            yield self.on(f"2017-11-{day} 12:{10 + number}", stage.contact_of(body), "endorse", body=body)
        yield self.on("2017-12-01 12:00", "", "endorse_by_link")
        yield self.on("2017-12-05 12:00", "", "write_again")
        yield self.on("2017-12-06 12:00", stage.contact_of("authority_ro"), "endorse", body="authority_ro")
        yield self.on("2017-12-07 11:00", OFFICER_KR, "settle", number=1)
        yield self.on("2017-12-12 10:00", OFFICER, "revoke")
        yield self.on("2017-12-18 11:00", OFFICER, "close")
        yield self.on("2018-03-27 11:00", OFFICER_KR, "settle", number=2)
        for asked, answered, months in (
            ("2018-02-05", "2018-02-14", 3),
            ("2018-05-03", "2018-05-15", 6),
            ("2018-11-05", "2018-11-14", 12),
        ):
            yield self.on(f"{asked} 12:00", "", "ask_progress")
            yield self.on(f"{answered} 12:00", "", "report_progress", months=months)
        yield self.on("2018-11-20 11:00", OFFICER, "settle_decisions")

    def _delegation(self, body: str) -> Delegation:
        return Delegation.objects.get(event=self.pk, organisation=self.house.bodies[body])

    def _participant(self, email: str) -> Participant:
        return Participant.objects.get(event=self.pk, email=email)

    def _session(self, key: str) -> Session:
        line = next(one for one in said.SESSIONS if one.key == key)
        return Session.objects.select_related("event", "stop").get(event=self.pk, title__en=line.title["en"])

    # --- What was agreed ---------------------------------------------------------------------------------------------

    def wrap_up(self, *, by: User) -> None:
        event = self.event
        minutes.begin_minutes(event, by=by, held_on=LAST, text=said.MINUTES, place=said.VENUE, chair=said.CHAIR)
        for text in said.DECISIONS:
            wrapup.add_outcome(event, by=by, kind=OutcomeKind.DECISION, text=text)
        for text, country, body, due, _result in said.ACTIONS:
            wrapup.add_outcome(
                event,
                by=by,
                kind=OutcomeKind.ACTION,
                text=text,
                country=self.house.countries[country],
                organisation=self.house.bodies[body],
                due_on=date.fromisoformat(due),
            )

    def propose_minutes(self, *, by: User) -> None:
        minutes.propose_minutes(Minutes.objects.get(event=self.pk), by=by)

    def agree(self, *, by: User) -> None:
        """One look at what came of the week, two keys: minutes and certificates."""
        minutes.agree_minutes(Minutes.objects.get(event=self.pk), by=by)
        self.sign_certificates(by=by)

    def settle(self, *, by: User, number: int) -> None:
        outcome = Outcome.objects.get(event=self.pk, kind=OutcomeKind.ACTION, number=number)
        wrapup.settle_outcome(outcome, by=by, status=OutcomeStatus.DONE, result=said.ACTIONS[number - 1][4])

    def settle_decisions(self, *, by: User) -> None:
        decided = Outcome.objects.filter(event=self.pk, kind=OutcomeKind.DECISION).order_by("number")
        for decision, result in zip(decided, said.CARRIED_OUT, strict=True):
            wrapup.settle_outcome(decision, by=by, status=OutcomeStatus.DONE, result=result)

    def close_questionnaires(self) -> None:
        for one in Questionnaire.objects.filter(event=self.pk):
            evaluation.close_questionnaire(one, by=None)

    def close(self, *, by: User) -> None:
        editions.close_event(self.event, by=by)

    # --- Certificates ------------------------------------------------------------------------------------------------

    def propose_certificates(self, *, by: User) -> None:
        certifying.propose_certificates(self.event, by=by)

    def sign_certificates(self, *, by: User) -> None:
        certifying.sign_certificates(CertificateRun.objects.filter(event=self.pk).latest("number"), by=by)

    def correct_certificate(self, *, by: User) -> None:
        email, name, own, language = said.CORRECTED
        certifying.reissue_certificate(
            Certificate.objects.get(participant=self._participant(email)),
            by=by,
            reason="The name is written without its last sign.",
            name=name,
            name_own=own,
            own_language=language,
        )

    def revoke(self, *, by: User) -> None:
        certifying.revoke_certificate(
            Certificate.objects.get(participant=self._participant(said.REVOKED)),
            by=by,
            reason="Two of the five days had been entered for another person of the same name.",
        )

    # --- At home -----------------------------------------------------------------------------------------------------

    def owe_plans(self) -> None:
        owing.open_plans(self.event)

    def owe_reports(self) -> None:
        owing.open_trip_reports(self.event)

    def _plan(self, email: str) -> ActionPlan:
        return ActionPlan.objects.select_related("participant").get(participant=self._participant(email))

    def write_plans(self) -> None:
        for email in home.PLANS:
            self._write_plan(email)

    def write_again(self) -> None:
        """What was returned: who pays is said now."""
        self._write_plan(home.RETURNED[0], resources="Both cities, in halves; the second mayor has agreed.")

    def _write_plan(self, email: str, **more: str) -> None:
        plan, row = home.PLANS[email], self._plan(email)
        activities = [
            {"what": what, "owner": owner, "from_month": first, "to_month": last}
            for what, owner, first, last in plan.activities
        ]
        texts = {"title": plan.title, "problem": plan.problem, "objective": plan.objective, "outputs": plan.outputs}
        written = plans.write_plan(
            row.participant,
            by=None,
            seen=row.revision,
            language=plan.language,
            session=self._session(plan.session),
            activities=activities,
            **texts,
            **more,
        )
        superior = row.participant.superior_name
        address = f"{superior.rpartition(' ')[2].lower().translate(PLAIN)}@{row.participant.country_id.lower()}.example"
        plans.submit_plan(written, by=None, superior_name=superior, superior_email=address)

    def endorse(self, *, by: User, body: str) -> None:
        """The contact point endorses what colleagues have written, or gives it back once."""
        waiting = ActionPlan.objects.filter(
            participant__event=self.pk, participant__delegation=self._delegation(body), status="submitted"
        )
        for plan in waiting.exclude(participant__email__in=home.BY_LINK).select_related("participant"):
            email, reason = home.RETURNED
            if plan.participant.email == email and not plan.resources:
                plans.return_plan(plan, by=by, reason=reason)
            else:
                plans.endorse_plan(plan, by=by)

    def endorse_by_link(self) -> None:
        for email in home.BY_LINK:
            plan = self._plan(email)
            plans.endorse_plan_by_link(plan, secret=plan.secret, name=plan.participant.superior_name)

    def ask_progress(self) -> None:
        """What the clock does on a working day."""
        for check in PlanCheck.objects.filter(plan__participant__event=self.pk, asked_at=None).order_by("pk"):
            owing.ask_progress(check)

    def report_progress(self, *, months: int) -> None:
        place = (3, 6, 12).index(months)
        for email, plan in home.PLANS.items():
            progress, reason, evidence = plan.said[place]
            check = PlanCheck.objects.get(plan=self._plan(email), months=months)
            plans.report_progress(check, by=None, progress=progress, reason=reason, evidence=evidence)

    def report_journeys(self) -> None:
        for report in TripReport.objects.filter(participant__event=self.pk).select_related("participant"):
            trip_reports.submit_trip_report(report, by=None, seen=report.revision, **_journey(report.participant.email))


def _journey(email: str) -> dict[str, Any]:
    plan = home.PLANS.get(email)
    language = plan.language if plan else "en"
    findings, implications = (plan.findings, plan.implications) if plan else home.WITHOUT_PLAN
    return {
        "language": language,
        "overview": home.OVERVIEW[language],
        "activities": home.ACTIVITIES[language],
        "people_met": home.MET[language],
        "findings": findings,
        "implications": implications,
        "proposals": plan.proposals if plan else "",
        "costs": home.COSTS[language],
        "may_publish": True,
    }
