"""The parser's matrix products by NumPy's library instead of the parser's own, which takes three times as long.

NumPy's wheels carry OpenBLAS, which uses the widest registers that a processor has; the library that comes
with spaCy does not. It is used only where it can be held to one processor: on matrices as small as a
report's, handing the work around costs more than the work. Elsewhere the parser stays as it is.

Sums are rounded in another order, so vectors differ in the seventh digit: of 2,843 reports of seven labelled
sets, with all layers, none was read otherwise. Parsing took 1.05 s before, 0.73 s now (652 sentences).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.reading.sentences.quick_moves import move_quickly
from rashomon.reading.sentences.quick_windows import look_quickly

if TYPE_CHECKING:
    from spacy.language import Language

_LIBRARIES = ("libscipy_openblas*", "libopenblas*")
"""How NumPy's wheels name the library; on macOS they have another, and it is left alone."""

_SET_THREADS = ("scipy_openblas_set_num_threads64_", "openblas_set_num_threads64_")


def multiply_quickly(nlp: Language) -> Language:
    """The same pipeline, its matrix products by NumPy where that is possible."""
    from spacy.pipeline import Tok2Vec
    from thinc.api import NumpyOps

    if not holds_to_one_processor():
        return nlp
    by_numpy = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            if isinstance(layer.ops, NumpyOps):
                layer.ops = by_numpy
        if isinstance(component, Tok2Vec):
            look_quickly(component.model)
    return move_quickly(nlp)


@cache
def holds_to_one_processor() -> bool:
    """Let NumPy multiply on one processor only; False where its library is another or cannot be told so."""
    import ctypes

    import numpy

    folder = Path(numpy.__file__).parents[1] / "numpy.libs"
    for path in sorted(found for name in _LIBRARIES for found in folder.glob(name)):
        library = ctypes.CDLL(str(path))  # the one already in use, not another copy
        for name in _SET_THREADS:
            if hasattr(library, name):
                getattr(library, name)(1)
                return True
    return False
