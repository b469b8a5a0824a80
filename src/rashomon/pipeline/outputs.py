"""The files beside a case: how they are written, and whether they tell of it as it is now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rashomon import __version__
from rashomon.model.base import content_id, value
from rashomon.pipeline.choices import DEFAULT_POLICY
from rashomon.pipeline.views import build
from rashomon.store import Case, write_if_changed

if TYPE_CHECKING:
    from rashomon.writing import CaseView


@value
class OutputOptions:
    """How the files of a case are written; kept with the case, so that they are renewed in the same way."""

    policy: str = DEFAULT_POLICY
    as_of: str | None = None
    names: bool = False
    with_texts: bool = False


_OUTPUTS = "outputs"
_WRITTEN = "written"


def keep_options(case: Case, options: OutputOptions) -> None:
    """Remember in the case how its files are written."""
    said = {name: getattr(options, name) for name in ("policy", "as_of", "names", "with_texts")}
    case.set_setting(_OUTPUTS, json.dumps(said))


def kept_options(case: Case) -> OutputOptions | None:
    """How the files of this case were last written; None where none ever were."""
    said = case.setting(_OUTPUTS)
    return OutputOptions(**json.loads(said)) if said else None


def write_outputs(
    case: Case, options: OutputOptions, *, relink: bool = True
) -> tuple[CaseView, tuple[str, ...]]:
    """The case as it is now, and the names of the files that hold it; only what changed is written."""
    from rashomon.writing import render_outputs

    state = _written_state(case)
    view = build(case, policy=options.policy, as_of=options.as_of, relink=relink)
    files = render_outputs(view, names=options.names, with_texts=options.with_texts)
    for name, text in files.items():
        write_if_changed(case.folder / name, text)
    case.keep(_WRITTEN, state, "")
    return view, tuple(sorted(files))


def are_outputs_stale(case: Case) -> bool:
    """True where files stand beside the case that tell of an earlier state of it."""
    return kept_options(case) is not None and case.kept(_WRITTEN, _written_state(case)) is None


def _written_state(case: Case) -> str:
    return content_id("written", __version__, str(case.changes()))
