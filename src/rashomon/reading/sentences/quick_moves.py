"""The parser's moves, chosen by a few sums of NumPy for each step: equal trees in two thirds of the time.

spaCy's parser builds a tree move by move, and its compiled loop gives Python's lock away before it starts;
with the compiler it is built by, each of the loop's questions takes the lock and gives it back, some forty
times a move. The same loop, as its training has it, keeps the lock. Measured on 1,270 sentences of news:
2.2 → 1.2 milliard cycles of the processor, no tree otherwise.

A parser of another shape, or one that follows several trees at a time, is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy
    from spacy.language import Language
    from spacy.tokens import Doc

    Floats = numpy.ndarray[Any, numpy.dtype[numpy.float32]]

_MOVES = "rashomon_quick_moves"


def move_quickly(nlp: Language) -> Language:
    """The same pipeline, its parsers choosing their moves in this way."""
    from spacy.language import Language
    from spacy.pipeline import DependencyParser

    Language.factory(_MOVES, func=_make_moves)
    for name, component in list(nlp.pipeline):
        if isinstance(component, DependencyParser) and _is_known(component):
            nlp.add_pipe(_MOVES, after=name, config={"slow": name})
            nlp.remove_pipe(name)
    return nlp


def _make_moves(nlp: Language, name: str, slow: str) -> QuickMoves:
    return QuickMoves(nlp.get_pipe(slow), name)


def _is_known(parser: Any) -> bool:
    model = parser.model
    return (
        parser.cfg["beam_width"] == 1
        and model.name == "parser_model"
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.layers[1].get_dim("nP") == 2
    )


class QuickMoves:
    """A parser that follows one tree, each step by the sums of what the words in sight say for each move."""

    def __init__(self, parser: Any, name: str) -> None:
        """Turn the parser's numbers so that the two pieces of which the larger counts lie side by side."""
        from spacy.ml.parser_model import ParserStepModel

        self.name = name
        self.model = parser.model
        """Where the pipeline finds what the parser asks of the words' vectors."""
        self._parser = parser
        self._words, lower, upper = parser.model.layers
        self._in_sight: int = lower.get_dim("nF")
        self._width: int = lower.get_dim("nO")
        places = (self._in_sight, lower.get_dim("nI"), -1)
        self._weights = lower.get_param("W").transpose(0, 3, 2, 1).reshape(places).copy()
        self._nobody = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(self._in_sight, -1).copy()
        self._bias = lower.get_param("b").T.reshape(-1).copy()
        self._moves = upper.get_param("W").T.copy()
        self._moves_bias = upper.get_param("b")
        sight = SimpleNamespace(state2vec=SimpleNamespace(nF=self._in_sight))
        self._words_in_sight = partial(ParserStepModel.get_token_ids, sight)

    def __call__(self, doc: Doc) -> Doc:
        """The sentence with its tree."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """The sentences with their trees; as many as a batch holds are parsed at a time."""
        left = iter(stream)
        while docs := list(islice(left, batch_size)):
            self._parser.set_annotations(docs, self._trees(docs))
            yield from docs

    def _trees(self, docs: Sequence[Doc]) -> list[Any]:
        import numpy

        states = self._parser.moves.init_batch(docs)
        growing = [state for state in states if not state.is_final()]
        if not growing:
            return list(states)
        said = self._said(docs)
        # The words in sight of a tree, as rows of what is said; -1 is nobody, who comes first at each place.
        row = numpy.arange(self._in_sight, dtype="i") * (len(said) // self._in_sight) + 1
        while growing:
            words = self._words_in_sight(growing)
            words += row
            sums = numpy.add.reduce(said.take(words, axis=0), axis=1)
            scores = numpy.maximum(sums[:, : self._width], sums[:, self._width :]) @ self._moves
            scores += self._moves_bias
            growing = self._parser.transition_states(growing, scores)
        return list(states)

    def _said(self, docs: Sequence[Doc]) -> Floats:
        """What each word says where it stands at each place in sight: a row for each place and word."""
        import numpy

        words = self._words.predict(docs)
        said = numpy.empty((self._in_sight, len(words) + 1, len(self._bias)), dtype="f")
        said[:, 0] = self._nobody
        numpy.matmul(words, self._weights, out=said[:, 1:])
        said[0] += self._bias  # once a tree: the first place has it for all
        return said.reshape(-1, len(self._bias))
