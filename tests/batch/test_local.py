from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.batch.local import FEW, LocalEngine


def test_results_come_in_the_order_of_the_items_with_workers_and_without() -> None:
    items = [str(number) for number in range(FEW * 3)]
    alone = list(LocalEngine(processes=1).each(int, items))
    assert alone == list(range(FEW * 3))
    assert list(LocalEngine(processes=2).each(int, items)) == alone


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def count():
        for number in range(1000):
            taken.append(number)
            yield number

    results = LocalEngine(processes=1).each(str, count())
    assert next(results) == "0"
    assert len(taken) <= FEW + 1


def test_grouped_keeps_the_order_of_first_items() -> None:
    groups = LocalEngine().grouped(len, ["bb", "a", "cc", "d"])
    assert list(groups) == [(2, ["bb", "cc"]), (1, ["a", "d"])]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12))))
def test_connected_groups_hold_both_ends_of_every_pair(pairs: list[tuple[int, int]]) -> None:
    groups = LocalEngine().connected(pairs)
    where = {one: number for number, group in enumerate(groups) for one in group}
    assert sum(map(len, groups)) == len(where) == len({one for pair in pairs for one in pair})
    assert all(where[left] == where[right] for left, right in pairs)


def test_things_without_a_path_between_them_are_apart() -> None:
    assert LocalEngine().connected([(1, 2), (3, 4), (2, 5)]) == [[1, 2, 5], [3, 4]]
