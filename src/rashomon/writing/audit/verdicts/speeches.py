"""The verdict on a mere speech act: that someone spoke, and on which day."""

from __future__ import annotations

from rashomon.model.audit import Statement
from rashomon.model.dates import days_between
from rashomon.model.report import Report
from rashomon.writing.audit.grounds.cast import names_of, plain
from rashomon.writing.audit.grounds.gathering import Account, Grounds
from rashomon.writing.audit.verdicts.ruling import Ruling, ids, quoted
from rashomon.writing.view import outlet_name


def judge_speech(statement: Statement, grounds: Grounds) -> Ruling:
    """Supported in part where the reports quote the same body that day, or without a day.

    Only in part: that a body spoke does not tell that it said what the article has it say.
    """
    voice = grounds.voice_of(statement)
    printed = [report for report in grounds.reports if plain(outlet_name(report)) == plain(voice.words)]
    if printed:
        return _of_outlet(voice.said_on, printed, grounds)
    told = [account for account in grounds.accounts if _is_speaker(statement, account, grounds)]
    offices = [account for account in told if voice.office and account.voice.office == voice.office]
    told = offices or told
    if not told:
        speaker = grounds.withholding.text(voice.words)
        return Ruling(verdict="not_mentioned", note=f"No report of the case quotes {speaker}.")
    dated = [account for account in told if voice.said_on and account.voice.said_on]
    same_day = [a for a in dated if days_between(voice.said_on, a.voice.said_on) == 0]
    undated = [account for account in told if not account.voice.said_on]
    if voice.said_on and not same_day and not undated:
        note = f"The reports quote {names_of(grounds.cast, voice.bodies)} on another day: {quoted(dated, grounds)}."
        return Ruling(verdict="in_tension", note=note, against=ids(dated))
    carrying = same_day or undated or told
    day = "" if same_day or not voice.said_on else ", without a day"
    who = names_of(grounds.cast, carrying[0].voice.bodies)
    note = f"The reports quote {who}{day}: {quoted(carrying[:1], grounds)}; what was said is judged clause by clause."
    return Ruling(verdict="partly_supported", note=note, evidence=ids(carrying))


def _of_outlet(day: str | None, printed: list[Report], grounds: Grounds) -> Ruling:
    """An outlet spoke on the day its report came out; its claims are what carries it."""
    near = [report for report in printed if not day or days_between(day, report.published) == 0]
    ids_of = {report.id for report in near or printed}
    told = [account for account in grounds.accounts if account.claim.report_id in ids_of]
    if near:
        note = f"The case holds a report by {outlet_name(near[0])} of {near[0].published or 'no known day'}."
        return Ruling(verdict="supported", note=note, evidence=ids(told))
    note = f"The case holds no report by {outlet_name(printed[0])} of that day, but one of {printed[0].published}."
    return Ruling(verdict="in_tension", note=note, against=ids(told))


def _is_speaker(statement: Statement, account: Account, grounds: Grounds) -> bool:
    return not account.voice.own and grounds.same_speaker(statement, account)
