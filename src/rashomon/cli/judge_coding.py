"""Blind double coding of a sample: drawn, coded, opened, compared, decided; see `rashomon.cli.judge`.

What is coded has no effect on the record, so nothing is made anew after it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from rashomon.cli.judge import decide, read_assignments, read_signature, signed, signed_if_kept
from rashomon.cli.judge_claims import read_wheres
from rashomon.cli.layout import clean, draw_table, shorten
from rashomon.cli.options import table_or_json
from rashomon.errors import InputError
from rashomon.judging import CORRECTABLE, find_again, select_claims
from rashomon.judging.coding import (
    CODE_READINGS,
    CODING_NEEDS_NO_REASON,
    CodedSample,
    check_new_name,
    coded_samples,
)
from rashomon.judging.comparing import (
    Compared,
    agreement_of,
    compare_codings,
    describe_agreement,
    verdict_of,
)
from rashomon.judging.samples import SamplePlan, draw_claims
from rashomon.judging.taking import (
    Decision,
    adjudicate,
    adjudication_reason,
    code_claim,
    plan_sample,
    sign,
    unblind_sample,
)
from rashomon.model.claims import words_of
from rashomon.pipeline import build, survey_of
from rashomon.store import Case, open_case

if TYPE_CHECKING:
    from rashomon.judging.alpha import Agreement
    from rashomon.model.claims import Claim
    from rashomon.writing import CaseView


@click.command(
    epilog='Example: rashomon judge akabar sample pilot --size 20 --seed 7 --where facet=killed --why "a test"'
)
@click.argument("name")
@click.option("--size", type=click.IntRange(1), default=20, show_default=True, help="How many claims.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed draws other claims.")
@click.option(
    "--by-stratum",
    "stratum",
    type=click.Choice(["facet", "report"]),
    help="Each facet or each report has its share.",
)
@click.option("--coder", "coders", multiple=True, metavar="NAME", help="Who codes it. [default: anybody]")
@click.option(
    "--where",
    "wheres",
    multiple=True,
    metavar="NAME=VALUE",
    help='Draw among claims like that only; as in "accept".',
)
@click.option("--unseen", is_flag=True, help="Coders say what the words say before they see what was read.")
@signed
@click.pass_obj
def sample(case: str, /, name: str, **said: Any) -> None:
    """Draw claims that several people are to code, none seeing what the others say.

    The same seed draws the same claims of the same case.
    """
    with open_case(case) as kept:
        view = build(kept)
        check_new_name(name, samples_of(kept, view))
        wanted = read_wheres(view, said["wheres"])
        claims = select_claims(wanted, survey_of(view, kept.judgements()))
        drawn = draw_claims(claims, size=said["size"], seed=said["seed"], by=said["stratum"])
        asked = {field: said[field] for field in ("seed", "stratum", "coders", "unseen")}
        judgement_id = _keep(kept, plan_sample(SamplePlan(name=name, **asked), drawn, wanted), said)
    click.echo(f"{judgement_id}: {len(drawn)} of {len(claims)} claims are drawn.")
    click.echo(f"Each coder now codes them, one after the other: rashomon judge {case} code {name} --by NAME")


def _keep(case: Case, decision: Decision, said: dict[str, Any]) -> str:
    judgement = sign(decision, read_signature(said))
    case.judge(judgement)
    return judgement.id


def samples_of(case: Case, view: CaseView) -> tuple[CodedSample, ...]:
    """The samples of a case with their codings."""
    return coded_samples(case.judgements(), find_again(view.readings))


def choose_sample(case: Case, view: CaseView, said: str) -> CodedSample:
    """The sample of this name, or of the id that begins so."""
    held = samples_of(case, view)
    found = [one for one in held if one.sample.name == said] or [
        one for one in held if one.sample.id.startswith(said)
    ]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.sample.name for one in held)
    what = "means several samples" if found else "is no sample"
    raise InputError(
        f"{said!r} {what} of this case. "
        + (f"There are: {names}." if held else f"Draw one: rashomon judge {case.folder} sample NAME")
    )


@click.command(epilog='Example: rashomon judge akabar code pilot c_31f0 wrong --set low=3 --why "three men"')
@click.argument("sample")
@click.argument("claim", required=False)
@click.argument("reading", required=False, type=click.Choice(list(CODE_READINGS)))
@click.option("--set", "sets", multiple=True, metavar="NAME=VALUE", help=f"{', '.join(CORRECTABLE)}.")
@signed_if_kept
@click.pass_obj
def code(case: str, /, sample: str, claim: str | None, reading: str | None, **said: Any) -> None:
    """Say of a CLAIM of a sample whether it is read right, wrong or unclear, and what its words say.

    In a sample that is coded unseen, "right" with --set says what the words say, "wrong" that they say nothing
    of the kind.

    Without CLAIM it shows the next one to code. What is coded changes nothing in the record, and nobody else
    sees it before all have coded all of the sample. The last of your codings of a claim counts.
    """
    if bool(claim) != bool(reading):
        raise click.UsageError(f"name a claim and how it is read: {', '.join(CODE_READINGS)}.")
    with open_case(case) as kept:
        view = build(kept)
        coded = choose_sample(kept, view, sample)
        why = said["why"] or CODING_NEEDS_NO_REASON.format(name=coded.sample.name)
        signature = read_signature({**said, "why": why})
        if claim and reading:
            chosen = _claim_of(coded, view, claim)
            details = read_assignments(said["sets"])
            decision = code_claim(coded, chosen, signature.by, reading, **details)  # type: ignore[arg-type]
            judgement = sign(decision, signature)
            kept.judge(judgement)
            click.echo(f"{judgement.id}: coded as {reading}.")
            coded = choose_sample(kept, view, coded.sample.id)
    click.echo("\n".join(_draw_next(coded, view, signature.by)))


def _claim_of(coded: CodedSample, view: CaseView, said: str) -> Claim:
    found = [claim_id for claim_id in coded.sample.claim_ids if claim_id.startswith(said)]
    if len(found) != 1:
        what = "is no claim" if not found else f"is the beginning of {len(found)} claims"
        raise InputError(f"{said!r} {what} of the sample {coded.sample.name!r}.")
    return view.claims[found[0]]


def _draw_next(coded: CodedSample, view: CaseView, coder: str) -> list[str]:
    """How far one coder has come, and the next claim for him with the words around it."""
    left = coded.left_for(coder)
    size = len(coded.sample.claim_ids)
    lines = [f"{coder} has coded {size - len(left)} of {size} in {coded.sample.name}."]
    if not left:
        hint = "agreement shows how far the coders agree" if coded.is_open else "others have yet to code"
        return [*lines, f"Nothing is left to code; {hint}."]
    claim = view.claims[left[0]]
    report = view.reports[claim.report_id]
    start, end = claim.passages[0].start, claim.passages[0].end
    before, after = report.text[max(0, start - _AROUND) : start], report.text[end : end + _AROUND]
    around = f"{before}[{report.text[start:end]}]{after}" if end > start else f"[{words_of(claim)}]"
    fields = ", ".join(f"{name}={value}" for name, value in _as_read(claim).items())
    read = f"asked for: {claim.facet}; say right with --set" if coded.sample.unseen else f"read as: {fields}"
    return [
        *lines,
        f"Next: {claim.id}, {report.source_ref}",
        f"  … {clean(around)} …",
        f"  {read}",
    ]


def _as_read(claim: Claim) -> dict[str, Any]:
    from rashomon.judging.comparing import values_of_claim

    return {name: "no bound" if one is None else one for name, one in values_of_claim(claim).items()}


_AROUND = 200
"""Characters that a coder is shown before and after a claim's words, which stand in brackets."""


@click.command(
    epilog='Example: rashomon judge akabar unblind pilot --why "Ben is ill; twelve of twenty will do"'
)
@click.argument("sample")
@signed
@click.pass_obj
def unblind(case: str, /, sample: str, **said: Any) -> None:
    """Open the codings of a sample to all, though not everybody has coded all of it."""
    with open_case(case) as kept:
        coded = choose_sample(kept, build(kept), sample)
        judgement_id = _keep(kept, unblind_sample(coded), said)
    click.echo(f"{judgement_id}: {coded.sample.name} is open. What is coded from now on is not blind.")


@click.command(epilog="Example: rashomon judge akabar agreement pilot")
@click.argument("sample")
@table_or_json
@click.option(
    "--counts",
    type=click.Choice(["ratio", "interval"]),
    default="ratio",
    show_default=True,
    help="How numbers are compared: against their size, or by their distance.",
)
@click.pass_obj
def agreement(case: str, /, sample: str, form: str, counts: Any) -> None:
    """How far the coders of a sample agree (Krippendorff's alpha), and on which claims they do not."""
    with open_case(case) as kept:
        view = build(kept)
        judgements = kept.judgements()
        coded = choose_sample(kept, view, sample)
    if not coded.is_open:
        told = ", ".join(f"{coder} {done}" for coder, done in coded.progress.items()) or "nobody yet"
        raise InputError(
            f"{coded.sample.name} is blind: of {len(coded.sample.claim_ids)} claims were coded: {told}. Wait for "
            f'the rest, or open it: rashomon judge {case} unblind {coded.sample.name} --why "…"'
        )
    figures = agreement_of(coded, counts=counts)
    compared = compare_codings(coded, judgements)
    if form == "json":
        click.echo(json.dumps(describe_agreement(coded, figures, compared), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join([*_draw_figures(coded, figures), "", *_draw_differences(view, compared)]))


def _draw_figures(coded: CodedSample, figures: dict[str, Agreement]) -> list[str]:
    rows = [
        (
            field,
            "–" if found.alpha is None else f"{found.alpha:.2f}",
            "–" if found.interval is None else f"{found.interval[0]:.2f} to {found.interval[1]:.2f}",
            "–" if found.percent is None else f"{found.percent:.0f} %",
            str(found.units),
            str(found.pairable),
        )
        for field, found in figures.items()
    ]
    coders = ", ".join(f"{clean(coder)} ({done})" for coder, done in coded.progress.items())
    return [
        f"{clean(coded.sample.name)}: {len(coded.sample.claim_ids)} claims, coded by {coders}",
        *draw_table(("Field", "Alpha", "95 %", "Agree", "Claims", "Codings"), rows),
        "– not defined: nothing to pair, or nothing that varies; an interval takes ten claims",
    ]


def _draw_differences(view: CaseView, compared: tuple[Compared, ...]) -> list[str]:
    rows = [
        (
            one.claim_id,
            field,
            "; ".join(f"{clean(coder)}: {_told(value)}" for coder, value in values.items()),
            one.decided_by or "open",
            shorten(clean(words_of(view.claims[one.claim_id])), 50),
        )
        for one in compared
        for field, values in one.differing.items()
    ]
    if not rows:
        return ["The coders differ on no claim."]
    count = len({row[0] for row in rows})
    return [
        f"They differ on {count} claim{'s' if count != 1 else ''}:",
        *draw_table(("Claim", "Field", "Coders", "Decided", "Words"), rows),
    ]


def _told(value: object) -> str:
    return "–" if value is None else clean(str(value))


@click.command(
    epilog='Example: rashomon judge akabar adjudicate pilot c_31f0 --for Ann --why "the page has three"'
)
@click.argument("sample")
@click.argument("claim")
@click.option("--for", "coder", metavar="NAME", help="What this coder says holds.")
@click.option("--accept", "kind", flag_value="accept", help="It is read right.")
@click.option("--reject", "kind", flag_value="reject", help="It is read wrong, and counts for nothing.")
@click.option("--set", "sets", multiple=True, metavar="NAME=VALUE", help="It says something else.")
@signed
@click.pass_obj
def adjudicate_claim(case: str, /, sample: str, claim: str, **said: Any) -> None:
    """Decide on a CLAIM that was coded: the first thing here that changes the record.

    It is an acceptance, rejection or correction like any other; its reason names the coders.
    """
    chosen = [said["coder"], said["kind"], said["sets"]]
    if sum(map(bool, chosen)) != 1:
        raise click.UsageError("say what holds with one of --for, --accept, --reject and --set.")
    with open_case(case) as kept:
        view = build(kept)
        coded = choose_sample(kept, view, sample)
        target = _claim_of(coded, view, claim)
        compared = {one.claim_id: one for one in compare_codings(coded, kept.judgements())}.get(target.id)
    if compared is None:
        raise InputError(f"{target.id}: nobody has coded it yet.")
    kind, fields = _verdict(compared, said)
    decision = adjudicate(kind, target, compared, coded, **fields)
    decide(case, {**said, "why": adjudication_reason(compared, said["why"])}, lambda _, __: decision)


def _verdict(compared: Compared, said: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """What kind of decision it is, and what it puts right."""
    if said["sets"]:
        return "correct", read_assignments(said["sets"])
    if said["kind"]:
        return said["kind"], {}
    coding = compared.codings.get(said["coder"])
    verdict = verdict_of(coding) if coding is not None else None
    if verdict is None:
        what = "has not coded it" if coding is None else "found it unclear"
        raise InputError(f"{compared.claim_id}: {said['coder']} {what}; say --accept, --reject or --set.")
    return verdict
