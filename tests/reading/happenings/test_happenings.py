"""Which words of one report speak of the same happening: small reports of our own."""

from __future__ import annotations

import pytest
from tests.conftest import reading_of

from rashomon.model.claims import Count, Moment
from rashomon.model.layers import Reading


def days_of(reading: Reading, mention_id: str) -> set[str | None]:
    return {
        claim.value.start
        for claim in reading.claims
        if claim.facet == "date" and mention_id in claim.mention_ids and isinstance(claim.value, Moment)
    }


def harm_of(reading: Reading, mention_id: str) -> set[tuple[str, int | None]]:
    return {
        (claim.facet, claim.value.low)
        for claim in reading.claims
        if claim.facet in {"killed", "wounded", "captured"}
        and mention_id in claim.mention_ids
        and isinstance(claim.value, Count)
    }


@pytest.mark.usefixtures("nlp")
class TestOneReport:
    def test_an_earlier_attack_is_background_and_keeps_its_dead(self) -> None:
        reading = reading_of(
            "Gunmen attacked a market in Gao on Tuesday, killing six traders. "
            "On 3 May, rebels ambushed a patrol and killed eleven soldiers."
        )
        main = next(m for m in reading.mentions if m.role == "main")
        background = next(m for m in reading.mentions if m.role == "background")
        killed = {
            c.value.low: c.mention_ids
            for c in reading.claims
            if c.facet == "killed" and isinstance(c.value, Count)
        }
        assert killed == {6: (main.id,), 11: (background.id,)}
        assert days_of(reading, main.id) == {"2019-06-18"}
        assert days_of(reading, background.id) == {"2019-05-03"}

    def test_an_arrest_for_a_shooting_is_a_report_of_the_shooting(self) -> None:
        reading = reading_of(
            "Police arrested a teenager on Thursday in connection with the killing of a shopkeeper. "
            "The shooting happened on 2 May. Two customers were also wounded."
        )
        (only,) = reading.mentions
        assert days_of(reading, only.id) == {"2019-05-02"}
        assert harm_of(reading, only.id) == {("killed", 1), ("wounded", 2), ("captured", 1)}

    def test_harm_told_before_any_word_for_a_happening_may_be_followed_by_an_ambush(self) -> None:
        reading = reading_of(
            "He is being treated at a hospital. I must say that the talk of an alleged ambush is wholly false."
        )
        assert "wounded" in {claim.facet for claim in reading.claims}

    def test_the_day_of_a_charge_is_not_that_of_the_deed(self) -> None:
        reading = reading_of(
            "A man was charged on Tuesday with murder in the shooting of his neighbour on 9 June."
        )
        (only,) = reading.mentions
        assert days_of(reading, only.id) == {"2019-06-09"}

    def test_nobody_dies_of_the_arrest_told_last(self) -> None:
        reading = reading_of(
            "A gunman opened fire at a market in Gao on Tuesday. A suspect was arrested in Bamako on Wednesday. "
            "Two traders were pronounced dead."
        )
        main = next(m for m in reading.mentions if m.role == "main")
        assert ("killed", 2) in harm_of(reading, main.id)

    def test_an_arrest_that_names_no_deed_keeps_its_day(self) -> None:
        reading = reading_of("Police arrested two smugglers on Tuesday near Gao.")
        (only,) = reading.mentions
        assert (only.kind, days_of(reading, only.id)) == ("arrest", {"2019-06-18"})

    def test_who_was_captured_before_and_then_killed_was_killed(self) -> None:
        reading = reading_of("Three traders kidnapped on 2 June were shot dead on Tuesday near Gao.")
        main = next(m for m in reading.mentions if m.role == "main")
        before = next(m for m in reading.mentions if m.role == "background")
        assert days_of(reading, main.id) == {"2019-06-18"}
        assert harm_of(reading, main.id) == {("killed", 3)}
        assert harm_of(reading, before.id) == {("captured", 3)}

    def test_the_operation_named_again_after_background_is_the_one_told_first(self) -> None:
        reading = reading_of(
            "Soldiers launched an operation near Gao on Tuesday. In May, rebels attacked a camp there, killing "
            "eleven soldiers. Seven militants were killed in the operation."
        )
        main = next(m for m in reading.mentions if m.role == "main")
        background = next(m for m in reading.mentions if m.role == "background")
        assert harm_of(reading, main.id) == {("killed", 7)}
        assert harm_of(reading, background.id) == {("killed", 11)}

    def test_background_is_left_after_a_sentence_that_goes_on_with_it(self) -> None:
        reading = reading_of(
            "Gunmen attacked a market in Gao on Tuesday. On 3 May, rebels had ambushed a patrol. "
            "Eleven soldiers died. Six traders are dead."
        )
        main = next(m for m in reading.mentions if m.role == "main")
        background = next(m for m in reading.mentions if m.role == "background")
        assert harm_of(reading, main.id) == {("killed", 6)}
        assert harm_of(reading, background.id) == {("killed", 11)}

    def test_the_following_fight_is_the_one_just_told(self) -> None:
        reading = reading_of("Rebels stormed the camp on Monday. The ensuing gunfight left four guards dead.")
        assert len(reading.mentions) == 1

    def test_a_figure_beside_two_clashes_is_of_several(self) -> None:
        reading = reading_of(
            "Soldiers clashed with rebels near Gao on Monday. In a statement, the militia confirmed two clashes "
            "with the rebels and said that at least nine rebels were killed."
        )
        killed = next(c for c in reading.claims if c.facet == "killed")
        assert (killed.scope, killed.scope_basis) == ("several", "inferred")
        assert "inferred_scope" in {flag.code for flag in killed.flags}

    def test_what_the_text_does_not_contain_is_flagged(self) -> None:
        reading = reading_of(
            "Rebels attacked a village on Monday. The group was behind last month's aforementioned ambush in Niger."
        )
        flags = {flag.code for mention in reading.mentions for flag in mention.flags}
        assert "unresolved_antecedent" in flags

    def test_not_the_first_time_tells_of_no_happening(self) -> None:
        reading = reading_of(
            "Rebels attacked a village on Monday. This is not the first time soldiers have fought a battle there."
        )
        assert len(reading.mentions) == 1

    def test_without_a_publication_date_the_year_stays_unknown(self) -> None:
        reading = reading_of("Rebels attacked a village on 4 June.", published=None)
        (date,) = [c for c in reading.claims if c.facet == "date"]
        assert isinstance(date.value, Moment)
        assert date.value.start == "--06-04"
        assert "year_unknown" in {flag.code for flag in date.flags}

    def test_a_report_without_claims_says_why(self) -> None:
        assert reading_of("The choir rehearses on Sundays.").silence is not None

    def test_passages_are_the_reports_own_words(self) -> None:
        text = "“Rebels” attacked   a village\non Monday — three farmers died, the mayor’s office said."
        reading = reading_of(text)
        assert reading.claims
        for claim in reading.claims:
            for passage in claim.passages:
                assert text[passage.start : passage.end] == passage.words

    def test_reading_twice_gives_the_same(self) -> None:
        text = "Gunmen killed six traders in Gao on Tuesday, the army said."
        assert reading_of(text) == reading_of(text)

    def test_a_judgement_of_size_is_flagged(self) -> None:
        reading = reading_of("Soldiers opened a large-scale operation near Gao on Monday.")
        assert "unattributed_magnitude" in {flag.code for claim in reading.claims for flag in claim.flags}

    def test_a_name_in_quotation_marks_is_kept_at_a_distance(self) -> None:
        reading = reading_of("Fighters of the “Islamic State” attacked a village near Gao on Monday.")
        assert "distanced_name" in {flag.code for claim in reading.claims for flag in claim.flags}

    def test_what_an_operation_is_for_has_not_happened_and_its_day_is_the_operations(self) -> None:
        reading = reading_of(
            "Police and guards conducted an operation to arrest a smuggler in Gao on Tuesday. "
            "The guards detained two suspects during the operation."
        )
        taken = [claim for claim in reading.claims if claim.facet == "captured"]
        assert [claim.certainty for claim in taken] == ["planned", "asserted"]
        main = next(mention for mention in reading.mentions if mention.role == "main")
        assert days_of(reading, main.id) == {"2019-06-18"}
        assert taken[1].id in main.claim_ids

    def test_a_deed_that_only_says_who_somebody_is_takes_no_captives(self) -> None:
        reading = reading_of(
            "Troops conducted an operation on Tuesday against a rebel who was linked to an attack in Gao in May. "
            "The troops detained two suspects."
        )
        main = next(mention for mention in reading.mentions if mention.role == "main")
        [taken] = [claim for claim in reading.claims if claim.facet == "captured"]
        assert taken.id in main.claim_ids
        assert days_of(reading, main.id) == {"2019-06-18"}

    def test_where_soldiers_come_from_and_are_flown_to_sets_nothing_apart(self) -> None:
        reading = reading_of(
            "Rebels attacked a base near Gao in Mali on Monday. Three US contractors lost their lives, "
            "and two soldiers who were wounded were flown to Dakar."
        )
        (only,) = reading.mentions
        assert harm_of(reading, only.id) == {("killed", 3), ("wounded", 2)}

    def test_the_day_of_a_deed_deplored_or_that_claims_lives_is_the_deeds(self) -> None:
        for text in (
            "The mission deplores the attack on a convoy near Gao on Monday, in which four guards died.",
            "Two blasts shook a market in Gao on Monday, claiming the lives of six traders.",
        ):
            reading = reading_of(text)
            assert days_of(reading, reading.mentions[0].id) == {"2019-06-17"}


@pytest.mark.usefixtures("nlp")
def test_fighting_since_a_month_is_not_the_clash_of_a_day() -> None:
    reading = reading_of(
        "The clash of 3 May killed nine rebels near Gao. The army has fought the rebels since April there."
    )
    assert [(m.kind, m.role) for m in reading.mentions] == [("clash", "main"), ("clash", "background")]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "aside",
    [
        "The province borders a valley, where U.S. drone strikes target rebel commanders.",
        "The province borders a valley where drones strike rebel camps.",
        "The rebels, who frequently ambush patrols, hold the valley.",
        "Bandits often attack convoys on the road.",
    ],
)
def test_what_happens_time_and_again_is_no_happening(aside: str) -> None:
    reading = reading_of(f"Gunmen ambushed a patrol near Gao on Tuesday, killing six soldiers. {aside}")
    assert [mention.kind for mention in reading.mentions] == ["ambush"]


@pytest.mark.usefixtures("nlp")
def test_a_headline_in_the_present_and_a_counted_deed_are_happenings() -> None:
    assert [
        mention.kind for mention in reading_of("Rebels ambush a patrol in Gao, killing six.").mentions
    ] == ["ambush"]
    counted = reading_of("It is the third bomb in Gao which kills 12 people.")
    assert harm_of(counted, counted.mentions[0].id) == {("killed", 12)}


@pytest.mark.usefixtures("nlp")
def test_who_was_busy_when_it_happened_did_not_do_it() -> None:
    reading = reading_of(
        "Villagers were praying in the mosque of Gao when the blast happened, killing six people."
    )
    killings = [claim for claim in reading.claims if claim.facet == "killed"]
    assert [claim.by for claim in killings] == [None]


@pytest.mark.usefixtures("nlp")
def test_foes_who_died_as_well_died_in_the_same_fight() -> None:
    reading = reading_of(
        "Six soldiers, four rebels killed near Gao\n\nSix soldiers were killed near Gao on Tuesday. "
        "Five rebels were also killed in a clash that took place after the ambush."
    )
    assert {("killed", 6), ("killed", 4), ("killed", 5)} <= harm_of(reading, reading.mentions[0].id)
    assert not [claim for claim in reading.claims if claim.coverage == "subset"]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("second", "mentions"),
    [
        # Thornton and Laurel are streets there, and small towns far away.
        ("Callers told of a shooting in the area of Thornton and Laurel shortly after noon.", 1),
        ("Callers told of a shooting in Thornton, Colorado, shortly after noon.", 2),
        ("Callers told of a shooting in Chicago shortly after noon.", 2),
    ],
)
def test_a_small_namesake_far_away_tells_no_shooting_from_another(second: str, mentions: int) -> None:
    reading = reading_of(f"A teenager was shot and killed in Akron, Ohio, on Tuesday, police said. {second}")
    assert len(reading.mentions) == mentions


@pytest.mark.usefixtures("nlp")
class TestOfTwoAtOnce:
    def test_the_place_tells_which_is_spoken_of_again(self) -> None:
        reading = reading_of(
            "A suicide bombing in Mali killed nine guards, while car bombs in Baghdad killed 30 traders on Monday. "
            "The Monday evening bombing in Mali hit a gate, a guard said."
        )
        assert len(reading.mentions) == 2

    def test_the_day_on_which_a_toll_rose_is_not_the_day_of_the_strike(self) -> None:
        reading = reading_of(
            "Jets bombed a market in Gao on Monday, killing nine. The death toll rose to 12 on Wednesday."
        )
        (main,) = [m for m in reading.mentions if m.role == "main"]
        assert len(days_of(reading, main.id)) == 1


@pytest.mark.usefixtures("nlp")
def test_a_dozen_operations_over_a_month_do_not_date_the_one_told_of() -> None:
    reading = reading_of(
        "Troops searched farms for weapons in two security operations in Gao yesterday. The troops detained four men "
        "during the operations. The brigade carried out more than a dozen operations in the past month and "
        "detained scores of men in Gao."
    )
    main = next(mention for mention in reading.mentions if mention.role == "main")
    assert days_of(reading, main.id) == {"2019-06-19"}


@pytest.mark.usefixtures("nlp")
def test_a_shooting_of_another_day_is_not_the_one_told_of_by_the_minute() -> None:
    reading = reading_of(
        "Ada Brook was the victim of gunfire between two rivals about 9:10 p.m. Sunday near a shop in Gao. "
        "The child was hit in the chest. In Gao, a boy was shot on Monday night."
    )
    assert len(reading.mentions) == 2
