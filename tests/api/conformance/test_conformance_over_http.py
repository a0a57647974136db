"""
Hold the service to the conformance cases, one test each (domain section 2.9).

What happened is told in `tests/decision/cases.py`; here it is entered by the routes of
the API, on the days on which it happened, and asked with the very pictures.  Whoever
may know the reasons hears those of the pure rules; whoever may not learns no more
than `not_cleared`.  Rows 19, 23 and 33 to 35 go on in `test_the_service_itself.py`.
"""

from collections.abc import Callable

from tests.api.conformance.interview import Heard
from tests.decision.conformance import expected

Hear = Callable[[int], Heard]


def test_case_01_adult_yes_covers_only_the_page_it_names(hear: Hear) -> None:
    heard = hear(1)

    assert expected(1) == heard.answers
    assert [] == heard.leaks


def test_case_02_yes_to_all_social_does_not_reach_a_new_network(hear: Hear) -> None:
    heard = hear(2)

    assert expected(2) == heard.answers
    assert [] == heard.leaks


def test_case_03_no_to_all_social_reaches_a_new_network(hear: Hear) -> None:
    heard = hear(3)

    assert expected(3) == heard.answers
    assert [] == heard.leaks


def test_case_04_one_parent_suffices_only_where_the_law_says_so(hear: Hear) -> None:
    heard = hear(4)

    assert expected(4) == heard.answers
    assert [] == heard.leaks


def test_case_05_fathers_no_after_the_mothers_yes_denies(hear: Hear) -> None:
    heard = hear(5)

    assert expected(5) == heard.answers
    assert [] == heard.leaks


def test_case_06_mothers_later_yes_does_not_override_the_fathers_no(hear: Hear) -> None:
    heard = hear(6)

    assert expected(6) == heard.answers
    assert [] == heard.leaks


def test_case_07_father_may_change_his_own_no_into_a_yes(hear: Hear) -> None:
    heard = hear(7)

    assert expected(7) == heard.answers
    assert [] == heard.leaks


def test_case_08_parents_alone_do_not_answer_for_a_child_of_fifteen(hear: Hear) -> None:
    heard = hear(8)

    assert expected(8) == heard.answers
    assert [] == heard.leaks


def test_case_09_no_of_a_child_of_ten_denies(hear: Hear) -> None:
    heard = hear(9)

    assert expected(9) == heard.answers
    assert [] == heard.leaks


def test_case_10_post_dated_after_the_birthday_needs_the_young_adult(hear: Hear) -> None:
    heard = hear(10)

    assert expected(10) == heard.answers
    assert [] == heard.leaks


def test_case_11_born_on_29_february_is_safe_on_both_sides(hear: Hear) -> None:
    heard = hear(11)

    assert expected(11) == heard.answers
    assert [] == heard.leaks


def test_case_12_eighteen_is_still_a_minor_in_british_columbia(hear: Hear) -> None:
    heard = hear(12)

    assert expected(12) == heard.answers
    assert [] == heard.leaks


def test_case_13_french_child_with_one_known_parent_waits(hear: Hear) -> None:
    heard = hear(13)

    assert expected(13) == heard.answers
    assert [] == heard.leaks


def test_case_14_french_mother_with_sole_authority_suffices(hear: Hear) -> None:
    heard = hear(14)

    assert expected(14) == heard.answers
    assert [] == heard.leaks


def test_case_15_one_refused_child_denies_the_group_photo(hear: Hear) -> None:
    heard = hear(15)

    assert expected(15) == heard.answers
    assert [] == heard.leaks


def test_case_16_refused_name_denies_the_caption_and_not_the_photo(hear: Hear) -> None:
    heard = hear(16)

    assert expected(16) == heard.answers
    assert [] == heard.leaks


def test_case_17_near_match_of_an_approved_photo_only_suggests(hear: Hear) -> None:
    heard = hear(17)

    assert expected(17) == heard.answers
    assert [] == heard.leaks


def test_case_18_near_match_of_a_refused_child_never_publishes(hear: Hear) -> None:
    heard = hear(18)

    assert expected(18) == heard.answers
    assert [] == heard.leaks


def test_case_19_attested_new_photo_of_consenting_people_may_go(hear: Hear) -> None:
    heard = hear(19)

    assert expected(19) == heard.answers
    assert [] == heard.leaks


def test_case_20_outing_photo_does_not_belong_on_linkedin(hear: Hear) -> None:
    heard = hear(20)

    assert expected(20) == heard.answers
    assert [] == heard.leaks


def test_case_21_fifth_post_of_the_week_is_one_too_many(hear: Hear) -> None:
    heard = hear(21)

    assert expected(21) == heard.answers
    assert [] == heard.leaks


def test_case_22_consent_that_expires_before_the_post_asks(hear: Hear) -> None:
    heard = hear(22)

    assert expected(22) == heard.answers
    assert [] == heard.leaks


def test_case_23_withdrawal_between_check_and_publication_counts(hear: Hear) -> None:
    heard = hear(23)

    assert expected(23) == heard.answers
    assert [] == heard.leaks


def test_case_24_authority_that_ended_yesterday_asks(hear: Hear) -> None:
    heard = hear(24)

    assert expected(24) == heard.answers
    assert [] == heard.leaks


def test_case_25_adult_under_assistance_does_not_sign_alone(hear: Hear) -> None:
    heard = hear(25)

    assert expected(25) == heard.answers
    assert [] == heard.leaks


def test_case_26_no_of_a_represented_resident_denies(hear: Hear) -> None:
    heard = hear(26)

    assert expected(26) == heard.answers
    assert [] == heard.leaks


def test_case_27_protection_of_goods_leaves_the_image_to_the_person(hear: Hear) -> None:
    heard = hear(27)

    assert expected(27) == heard.answers
    assert [] == heard.leaks


def test_case_28_disability_page_needs_an_explicit_yes(hear: Hear) -> None:
    heard = hear(28)

    assert expected(28) == heard.answers
    assert [] == heard.leaks


def test_case_29_contract_clause_of_an_employee_is_no_yes(hear: Hear) -> None:
    heard = hear(29)

    assert expected(29) == heard.answers
    assert [] == heard.leaks


def test_case_30_mayor_in_function_needs_no_consent(hear: Hear) -> None:
    heard = hear(30)

    assert expected(30) == heard.answers
    assert [] == heard.leaks


def test_case_31_the_dead_are_protected_as_long_as_the_law_says(hear: Hear) -> None:
    heard = hear(31)

    assert expected(31) == heard.answers
    assert [] == heard.leaks


def test_case_32_crisis_switch_stops_everything(hear: Hear) -> None:
    heard = hear(32)

    assert expected(32) == heard.answers
    assert [] == heard.leaks


def test_case_34_erased_person_is_an_unknown_person(hear: Hear) -> None:
    heard = hear(34)

    assert expected(34) == heard.answers
    assert [] == heard.leaks


def test_case_35_photo_of_another_organisation_was_never_seen(hear: Hear) -> None:
    heard = hear(35)

    assert expected(35) == heard.answers
    assert [] == heard.leaks


def test_case_36_backdated_paper_permits_from_capture_and_refuses_from_signature(
    hear: Hear,
) -> None:
    heard = hear(36)

    assert expected(36) == heard.answers
    assert [] == heard.leaks
